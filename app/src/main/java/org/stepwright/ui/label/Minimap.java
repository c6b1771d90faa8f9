package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.stepwright.label.Verdict;
import org.stepwright.ui.kit.Messages;

/**
 * The whole trace as a strip: one mark a step, in its order. A mark's place depends on the number
 * of steps only, so that nothing moves while one labels. Where there is room a mark is a sign; else
 * a bar whose length tells what its colour tells. Keys are not needed here: they walk the steps.
 */
final class Minimap extends Pane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double TALLEST = 1.7;

    /** Under so many ems a sign cannot be read. */
    private static final double READABLE = 0.95;

    private final Messages texts;
    private final Messages words = Messages.of("label-cards");
    private final List<Mark> marks = new ArrayList<>();
    private final Region frame = new Region();
    private final Text em = new Text("x");
    private final Tooltip tip = new Tooltip();
    private int current = -1;

    /**
     * @param chosen hears the step that was clicked
     */
    Minimap(Messages texts, IntConsumer chosen) {
        this.texts = texts;
        setId("label-minimap");
        getStyleClass().add("minimap");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setCursor(Cursor.HAND);
        frame.getStyleClass().add("minimap-frame");
        frame.setMouseTransparent(true);
        em.setVisible(false);
        getChildren().addAll(em, frame);
        setOnMousePressed(e -> choose(e, chosen));
        setOnMouseDragged(e -> choose(e, chosen));
        setOnMouseMoved(this::tell);
        Tooltip.install(this, tip);
        setMinHeight(0);
        setPrefHeight(0);
    }

    private void choose(MouseEvent event, IntConsumer chosen) {
        int step = at(event.getY());
        if (step >= 0 && step != current) {
            chosen.accept(step);
        }
        event.consume();
    }

    private void tell(MouseEvent event) {
        int step = at(event.getY());
        tip.setText(step < 0 ? words.text("minimap.none") : marks.get(step).says);
    }

    /** The step at a height, or -1 under the last one. */
    private int at(double y) {
        int step = (int) Math.floor((y - snappedTopInset()) / cell());
        return step >= 0 && step < marks.size() ? step : -1;
    }

    /** Shows the steps of a trace. */
    void show(List<? extends StepRow> rows) {
        marks.clear();
        rows.forEach(row -> marks.add(new Mark(row)));
        current = -1;
        getChildren().setAll(em, frame);
        getChildren().addAll(1, marks);
        count();
        requestLayout();
    }

    /** Shows a step's label anew. */
    void update(int step, StepRow row) {
        if (step < marks.size()) {
            marks.get(step).update(row);
        }
    }

    /** Frames the current step. */
    void current(int step) {
        if (current >= 0 && current < marks.size()) {
            marks.get(current).pseudoClassStateChanged(CURRENT, false);
        }
        current = step;
        if (step >= 0 && step < marks.size()) {
            marks.get(step).pseudoClassStateChanged(CURRENT, true);
        }
        count();
        layFrame();
    }

    /** Tells screen readers how far the trace is labelled. */
    void count() {
        int[] counts = new int[4];
        marks.forEach(m -> counts[m.verdict == null ? 3 : m.verdict.ordinal()]++);
        setAccessibleText(
                words.text(
                        "minimap.says",
                        marks.size(),
                        counts[Verdict.CORRECT.ordinal()],
                        counts[Verdict.NEUTRAL.ordinal()],
                        counts[Verdict.WRONG.ordinal()],
                        counts[3],
                        current + 1));
    }

    private double em() {
        return em.getFont().getSize();
    }

    private double cell() {
        double room = getHeight() - snappedTopInset() - snappedBottomInset();
        return marks.isEmpty() ? 1 : Math.min(TALLEST * em(), room / marks.size());
    }

    @Override
    protected void layoutChildren() {
        double cell = cell();
        double left = snappedLeftInset();
        double width = getWidth() - left - snappedRightInset();
        boolean signs = cell >= READABLE * em();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            mark.signs(signs);
            mark.resizeRelocate(left, snappedTopInset() + i * cell, width, cell);
        }
        layFrame();
    }

    private void layFrame() {
        boolean shown = current >= 0 && current < marks.size() && getHeight() > 0;
        frame.setVisible(shown);
        if (shown) {
            double cell = cell();
            double height = Math.max(cell, 5);
            double middle = snappedTopInset() + (current + 0.5) * cell;
            frame.resizeRelocate(2, middle - height / 2, getWidth() - 4, height);
        }
    }

    /** One step. */
    private final class Mark extends Region {
        private final Text sign = new Text();
        private final Text extra = new Text();
        private final Region bar = new Region();
        private final Region dot = new Region();
        private Verdict verdict;
        private String says = "";
        private boolean signs = true;

        Mark(StepRow row) {
            getStyleClass().add("minimap-mark");
            setMouseTransparent(true);
            sign.getStyleClass().add("sign");
            extra.getStyleClass().add("extra");
            bar.getStyleClass().add("bar");
            dot.getStyleClass().add("dot");
            setId("minimap-" + row.index());
            update(row);
        }

        private void update(StepRow row) {
            verdict = row.verdict();
            boolean spark = row.label() != null && row.label().spark();
            boolean unsure = row.label() != null && row.label().unsure();
            boolean fails = row.facts().checks().stream().anyMatch(c -> c.reward() < 0.5);
            String kind = verdict == null ? "none" : verdict.name().toLowerCase(Locale.ROOT);
            String more = spark ? "spark" : unsure ? "unsure" : fails ? "fails" : "plain";
            getStyleClass().setAll("minimap-mark", kind, "more-" + more);
            sign.setText(
                    switch (kind) {
                        case "wrong" -> "✗";
                        case "neutral" -> "–";
                        case "correct" -> "✓";
                        default -> "·";
                    });
            extra.setText(spark ? "✦" : unsure ? "?" : fails ? "✗" : "");
            dot.setVisible(!more.equals("plain"));
            says =
                    words.text(
                                    "minimap.step",
                                    row.index() + 1,
                                    texts.text(
                                            "verdict.says." + (verdict == null ? "none" : verdict)))
                            + (spark ? words.text("minimap.spark") : "")
                            + (unsure ? words.text("minimap.unsure") : "")
                            + (fails ? words.text("minimap.check") : "");
            requestLayout();
        }

        private void signs(boolean readable) {
            if (readable != signs || getChildren().isEmpty()) {
                signs = readable;
                if (readable) {
                    getChildren().setAll(sign, extra);
                } else {
                    getChildren().setAll(bar, dot);
                }
            }
        }

        @Override
        protected void layoutChildren() {
            double half = getWidth() * 0.62;
            if (signs) {
                centre(sign, 0, half);
                centre(extra, half, getWidth());
                return;
            }
            double height = Math.max(1, getHeight() - (getHeight() > 4 ? 1 : 0));
            double wide = verdict == null ? 0.15 : verdict == Verdict.WRONG ? 1 : 0.5;
            double from = verdict == Verdict.CORRECT ? 0 : half * (1 - wide) / 2;
            bar.resizeRelocate(from, 0, half * wide, height);
            dot.resizeRelocate(half + 2, 0, Math.max(2, getWidth() - half - 4), height);
        }

        private void centre(Text text, double from, double to) {
            double width = text.getLayoutBounds().getWidth();
            double height = text.getLayoutBounds().getHeight();
            text.relocate((from + to - width) / 2, (getHeight() - height) / 2);
        }
    }
}
