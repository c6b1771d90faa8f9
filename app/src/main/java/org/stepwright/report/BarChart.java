package org.stepwright.report;

import static org.stepwright.report.Markup.number;

import java.util.List;

/** Values as bars beside each other, with intervals where they are known. */
public final class BarChart {
    private static final int WIDTH = 660;
    private static final int LEFT = 190;
    private static final int RIGHT = 120;
    private static final int ROW = 30;
    private static final int TOP = 30;
    private static final double FULL = 100;

    private BarChart() {}

    /**
     * One bar.
     *
     * @param label what it is
     * @param value in percent; NaN when not known
     * @param low the lower end of its 95 % interval in percent; NaN when there is none
     * @param high the upper end of its 95 % interval in percent; NaN when there is none
     * @param ours whether it is a model rather than a baseline
     */
    public record Bar(String label, double value, double low, double high, boolean ours) {}

    /**
     * @param name the file's name without its ending
     * @param title what the bars measure
     * @param caption one or two sentences
     * @param bars the bars, top down
     * @return the picture
     */
    public static Picture of(String name, String title, String caption, List<Bar> bars) {
        int bottom = TOP + ROW * bars.size();
        Svg svg = new Svg(WIDTH, bottom + 34, title, caption + " " + spoken(bars));
        svg.text(0, 16, "start", "sw-t sw-b", title);
        for (int percent = 0; percent <= 100; percent += 20) {
            svg.line(x(percent), TOP, x(percent), bottom, "sw-grid");
            svg.text(x(percent), bottom + 18, "middle", "sw-m", percent + " %");
        }
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, bars.get(i), TOP + (double) ROW * i);
        }
        return new Picture(name, caption, svg.element());
    }

    private static void bar(Svg svg, Bar bar, double top) {
        double middle = top + ROW / 2.0;
        String style = bar.ours() ? "sw-t sw-b" : "sw-t";
        svg.text(LEFT - 10.0, middle + 4, "end", style, Markup.shorten(bar.label(), 26));
        if (Double.isFinite(bar.value())) {
            double to = x(bar.value());
            svg.rect(LEFT, top + 6, to - LEFT, ROW - 12.0, 2, bar.ours() ? "sw-a" : "sw-n");
        }
        boolean interval = Double.isFinite(bar.low()) && Double.isFinite(bar.high());
        if (interval) {
            svg.line(x(bar.low()), middle, x(bar.high()), middle, "sw-ink");
            svg.line(x(bar.low()), middle - 5, x(bar.low()), middle + 5, "sw-ink");
            svg.line(x(bar.high()), middle - 5, x(bar.high()), middle + 5, "sw-ink");
        }
        svg.text(WIDTH - RIGHT + 14.0, middle + 4, "start", style, value(bar, interval));
    }

    private static String value(Bar bar, boolean interval) {
        String value = number(bar.value(), 1);
        return interval
                ? value + " [" + number(bar.low(), 0) + ", " + number(bar.high(), 0) + "]"
                : value;
    }

    private static String spoken(List<Bar> bars) {
        StringBuilder text = new StringBuilder();
        for (Bar bar : bars) {
            text.append(bar.label()).append(": ").append(number(bar.value(), 1)).append(". ");
        }
        return text.toString().strip();
    }

    private static double x(double percent) {
        double share = Math.max(0, Math.min(FULL, percent)) / FULL;
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }
}
