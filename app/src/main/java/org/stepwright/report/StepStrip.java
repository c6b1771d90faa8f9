package org.stepwright.report;

import static org.stepwright.report.Markup.number;

import java.util.List;

/** The steps of one answer, each with the reward it got. */
public final class StepStrip {
    private static final int WIDTH = 760;
    private static final int ROW = 38;
    private static final int TOP = 28;
    private static final int LONGEST = 92;
    private static final int BANDS = 5;

    private StepStrip() {}

    /**
     * One step.
     *
     * @param text what it says
     * @param reward its reward in [0, 1]
     */
    public record Cell(String text, double reward) {}

    /**
     * @param title whose answer it is
     * @param cells the steps in order
     * @param threshold the reward in [0, 1] under which a step counts as wrong
     * @return the picture
     */
    public static Picture of(String title, List<Cell> cells, double threshold) {
        int first = firstUnder(cells, threshold);
        String limit = "the threshold of " + number(threshold, 2);
        String caption =
                title
                        + ": "
                        + cells.size()
                        + " steps with their rewards. "
                        + (first < 0
                                ? "No step is under " + limit + "."
                                : "Step "
                                        + (first + 1)
                                        + " is the first under "
                                        + limit
                                        + " (framed).");
        Svg svg = new Svg(WIDTH, TOP + ROW * cells.size() + 8, title, caption);
        svg.text(0, 16, "start", "sw-t sw-b", title);
        for (int i = 0; i < cells.size(); i++) {
            row(svg, i, cells.get(i), i == first);
        }
        return new Picture("live-steps", caption, svg.element());
    }

    private static void row(Svg svg, int i, Cell cell, boolean marked) {
        double top = TOP + (double) ROW * i;
        int band = Math.max(0, Math.min(BANDS - 1, (int) (cell.reward() * BANDS)));
        svg.rect(34, top, 58, ROW - 6.0, 4, "sw-r" + band);
        if (marked) {
            svg.rect(34, top, 58, ROW - 6.0, 4, "sw-mark");
        }
        svg.text(22, top + 21, "end", "sw-m", String.valueOf(i + 1));
        svg.text(63, top + 21, "middle", "sw-t sw-b", number(cell.reward(), 2));
        svg.text(104, top + 21, "start", "sw-t", Markup.shorten(cell.text(), LONGEST));
    }

    private static int firstUnder(List<Cell> cells, double threshold) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).reward() < threshold) {
                return i;
            }
        }
        return -1;
    }
}
