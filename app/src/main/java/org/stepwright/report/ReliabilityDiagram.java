package org.stepwright.report;

import static org.stepwright.report.Markup.at;
import static org.stepwright.report.Markup.number;

import java.util.Comparator;
import java.util.List;

/** How often steps that got a reward are right, drawn against the reward. */
public final class ReliabilityDiagram {
    private static final int SIZE = 420;
    private static final int LEFT = 62;
    private static final int TOP = 20;
    private static final int SIDE = 330;

    private ReliabilityDiagram() {}

    /**
     * Steps with about the same reward.
     *
     * @param reward their mean reward in [0, 1]
     * @param correct the share of them that is right, in [0, 1]
     * @param steps how many they are
     */
    public record Bin(double reward, double correct, long steps) {}

    /**
     * @param bins the bins in any order; empty ones are left out
     * @param ece the expected calibration error in [0, 1]
     * @return the picture
     */
    public static Picture of(List<Bin> bins, double ece) {
        List<Bin> drawn =
                bins.stream()
                        .filter(b -> b.steps() > 0)
                        .sorted(Comparator.comparingDouble(Bin::reward))
                        .toList();
        long steps = drawn.stream().mapToLong(Bin::steps).sum();
        String caption =
                "Reliability on "
                        + steps
                        + " held-out steps: the share of right steps against the reward they got."
                        + " On the dashed line rewards are probabilities; expected calibration"
                        + " error "
                        + number(ece, 3)
                        + ".";
        Svg svg = new Svg(SIZE, SIZE, "Reliability diagram", caption);
        grid(svg);
        StringBuilder line = new StringBuilder();
        for (Bin bin : drawn) {
            line.append(at(x(bin.reward()))).append(',').append(at(y(bin.correct()))).append(' ');
        }
        svg.path(line.toString().strip(), "sw-line");
        long most = drawn.stream().mapToLong(Bin::steps).max().orElse(1);
        for (Bin bin : drawn) {
            double radius = 3 + 4 * Math.sqrt((double) bin.steps() / most);
            svg.dot(x(bin.reward()), y(bin.correct()), radius, "sw-a");
        }
        return new Picture("reliability", caption, svg.element());
    }

    private static void grid(Svg svg) {
        for (int i = 0; i <= 4; i++) {
            double share = i / 4.0;
            svg.line(x(share), y(0), x(share), y(1), "sw-grid");
            svg.line(x(0), y(share), x(1), y(share), "sw-grid");
            svg.text(x(share), y(0) + 18, "middle", "sw-m", number(share, 2));
            svg.text(x(0) - 8, y(share) + 4, "end", "sw-m", number(share, 2));
        }
        svg.line(x(0), y(0), x(1), y(1), "sw-axis");
        svg.text(x(0.5), y(0) + 40, "middle", "sw-t", "reward of the step");
        svg.text(x(0), y(1) - 8, "start", "sw-t", "share of right steps");
    }

    private static double x(double share) {
        return LEFT + share * SIDE;
    }

    private static double y(double share) {
        return TOP + 5 + (1 - share) * SIDE;
    }
}
