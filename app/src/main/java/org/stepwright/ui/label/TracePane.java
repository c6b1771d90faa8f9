package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.label.LabelMode;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.prose.CodeSniff;
import org.stepwright.ui.prose.Prose;

/** The middle: the problem and the cards of its steps. */
final class TracePane extends StackPane {
    /** Cards made at once; the rest come as one moves towards them. */
    static final int CAP = 120;

    /** Cards made for the first picture. */
    private static final int FIRST = 6;

    /** Time for making further cards in a picture, in nanoseconds; as much again lays them out. */
    private static final long SLICE = 3_000_000;

    /** About ninety characters a line, with number and verdict. */
    private static final double MEASURE = 900;

    /** The share of the view that one scroll goes; the rest shows where one was. */
    private static final double LEAP = 0.8;

    private final LabelViewModel model;
    private final Messages texts;
    private final ActionKeys keys;
    private final Consumer<String> key;
    private final Prose prose = new Prose();
    private final ProblemHeader header;
    private final Minimap minimap;
    private final VBox cards = new VBox(8);
    private final Hyperlink more = new Hyperlink();
    private final VBox content = new VBox(10);
    private final ScrollPane scroll = Kit.scroll(content);
    private final List<StepCard> made = new ArrayList<>();
    private final TraceBar bar;
    private final BorderPane work = new BorderPane();
    private final VBox empty;
    private boolean program;
    private int raised = -1;
    private int asked = CAP;

    TracePane(
            LabelViewModel model,
            Messages texts,
            ActionKeys keys,
            Consumer<String> key,
            Button toData) {
        this.model = model;
        this.texts = texts;
        this.keys = keys;
        this.key = key;
        header = new ProblemHeader(prose, texts, keys, key);
        minimap = new Minimap(texts, model::moveTo);
        prose.warmUp();
        cards.setId("label-steps");
        more.setOnAction(e -> ask(made.size() + CAP));
        content.getStyleClass().add("trace-content");
        content.setMaxWidth(MEASURE);
        content.getChildren().addAll(header, cards, more);
        StackPane centred = new StackPane(content);
        centred.setAlignment(Pos.TOP_CENTER);
        scroll.setContent(centred);
        scroll.setId("label-scroll");
        empty =
                Kit.emptyState(
                        Feather.INBOX, texts.text("empty.title"), texts.text("empty.text"), toData);
        empty.setId("label-empty");
        bar = new TraceBar(texts, keys, key, MEASURE - 32); // the cards have padding around them
        setMinWidth(0);
        work.setMinWidth(0);
        work.setCenter(scroll);
        work.setRight(minimap);
        work.setBottom(bar);
        getChildren().setAll(work, empty);
        Sheets.add(this, "label-cards");
        model.session().trace().addListener((o, was, is) -> showProblem());
        model.session().state().addListener((o, was, is) -> showProblem());
        model.rubric().version().addListener((o, was, is) -> showProblem());
        model.session().rows().addListener(this::rowsChanged);
        model.session().current().addListener((o, was, is) -> raise(is.intValue()));
        model.session().cursor().candidate().addListener((o, was, is) -> frame(is.intValue()));
        model.mode().mode().addListener((o, was, is) -> branchAll());
        showProblem();
    }

    /**
     * @param percent the size of text, 100 or more
     */
    void textSize(int percent) {
        bar.textSize(percent);
    }

    /** Whether the rubric is folded away, so that its key is worth telling. */
    void narrow(boolean is) {
        bar.narrow(is);
    }

    Label hint() {
        return bar.hint();
    }

    private void showProblem() {
        Trace trace = model.session().trace().get();
        Kit.show(empty, trace == null);
        work.setVisible(trace != null);
        if (trace != null) {
            header.show(trace, model.session().state().get(), model.rubric().version().get());
        }
    }

    /** Shows or hides the reference answer. */
    void toggleReference() {
        header.toggleReference();
    }

    /** Folds the problem to one line, or opens it. */
    void toggleProblem() {
        header.toggle();
    }

    void unfold() {
        if (raised >= 0 && raised < made.size()) {
            made.get(raised).unfold();
        }
    }

    private void rowsChanged(ListChangeListener.Change<? extends StepRow> change) {
        while (change.next()) {
            boolean sameSteps =
                    change.wasReplaced()
                                    && change.getAddedSize() == change.getRemovedSize()
                                    && change.getAddedSize() < model.session().rows().size()
                            || change.wasReplaced()
                                    && model.session().current().get() >= 0
                                    && change.getAddedSize() == change.getRemovedSize();
            if (!sameSteps) {
                rebuild();
                return;
            }
            for (int i = change.getFrom(); i < change.getTo() && i < made.size(); i++) {
                made.get(i).update(model.session().rows().get(i));
            }
            for (int i = change.getFrom(); i < change.getTo(); i++) {
                minimap.update(i, model.session().rows().get(i));
            }
            minimap.count();
        }
    }

    private void rebuild() {
        made.clear();
        cards.getChildren().clear();
        raised = -1;
        asked = CAP;
        List<StepRow> rows = model.session().rows();
        program = CodeSniff.mostly(rows.stream().map(r -> r.step().text()).toList());
        minimap.show(rows);
        make(FIRST);
        maker.start();
        scroll.setVvalue(0);
    }

    /** Makes the cards under those in sight bit by bit, so that keys never wait for them. */
    private final AnimationTimer maker =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    long end = System.nanoTime() + SLICE;
                    do {
                        if (made.size() >= Math.min(asked, model.session().rows().size())) {
                            stop();
                            return;
                        }
                        make(made.size() + 1);
                    } while (System.nanoTime() < end);
                }
            };

    private void ask(int cards) {
        asked = Math.max(asked, cards);
        maker.start();
    }

    private void make(int upTo) {
        List<StepRow> rows = model.session().rows();
        int end = Math.min(upTo, rows.size());
        for (int i = made.size(); i < end; i++) {
            StepCard card =
                    new StepCard(
                            rows.get(i),
                            rows.size(),
                            program,
                            prose,
                            texts,
                            keys,
                            model::moveTo,
                            key);
            made.add(card);
            branch(card, i);
            cards.getChildren().add(card);
        }
        int left = rows.size() - made.size();
        more.setText(texts.text("more.steps", left));
        Kit.show(more, left > 0 && made.size() >= asked);
    }

    private void branchAll() {
        for (int i = 0; i < made.size(); i++) {
            branch(made.get(i), i);
        }
    }

    /** Where a step's alternatives are rated they stand under it. */
    private void branch(StepCard card, int step) {
        boolean shown = model.mode().mode().get() == LabelMode.ALTERNATIVES;
        card.alternatives(shown ? k -> model.moveTo(new Spot(step, k)) : null);
    }

    private void frame(int candidate) {
        if (raised >= 0 && raised < made.size()) {
            made.get(raised).candidate(candidate);
        }
    }

    private void raise(int step) {
        frame(0);
        if (raised >= 0 && raised < made.size()) {
            made.get(raised).current(false);
        }
        raised = step;
        if (step < 0) {
            return;
        }
        if (step >= made.size()) {
            make(step + 1);
        }
        ask(step + CAP);
        minimap.current(step);
        StepCard card = made.get(step);
        card.current(true);
        focusCurrent();
        Platform.runLater(() -> reveal(card));
    }

    /** Gives the current step the keyboard, unless someone types. */
    void focusCurrent() {
        if (raised >= 0
                && raised < made.size()
                && getScene() != null
                && !(getScene().getFocusOwner() instanceof javafx.scene.control.TextInputControl)) {
            made.get(raised).requestFocus();
        }
    }

    /** Scrolls by most of a view, as a step can be taller than that. */
    void scroll(int direction) {
        double view = scroll.getViewportBounds().getHeight();
        double hidden = scroll.getContent().getLayoutBounds().getHeight() - view;
        if (hidden > 0) {
            double next = scroll.getVvalue() + direction * LEAP * view / hidden;
            scroll.setVvalue(Math.max(0, Math.min(1, next)));
        }
    }

    /** Scrolls as little as needed; the first step brings the problem into sight too. */
    private void reveal(StepCard card) {
        if (card.getScene() == null) {
            return;
        }
        content.applyCss();
        scroll.layout();
        Node all = scroll.getContent();
        double view = scroll.getViewportBounds().getHeight();
        double height = all.getLayoutBounds().getHeight();
        if (height <= view) {
            return;
        }
        Bounds bounds = all.sceneToLocal(card.localToScene(card.getLayoutBounds()));
        double top = scroll.getVvalue() * (height - view);
        double wanted = top;
        if (bounds.getMaxY() + 12 > top + view) {
            wanted = bounds.getMaxY() + 12 - view;
        }
        if (bounds.getMinY() - 12 < wanted) {
            wanted = bounds.getMinY() - 12;
        }
        if (raised == 0 && bounds.getMaxY() + 12 < view) {
            wanted = 0;
        }
        scroll.setVvalue(Math.max(0, Math.min(1, wanted / (height - view))));
    }
}
