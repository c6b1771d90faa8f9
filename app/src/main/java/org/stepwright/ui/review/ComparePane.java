package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stepwright.storage.TraceState;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Reveal;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.label.Folded;
import org.stepwright.ui.prose.Prose;

/** The middle: the problem, who answered, and the steps with all answers. */
final class ComparePane extends BorderPane {
    /** Cards made at once; the rest come as one moves towards them. */
    private static final int CAP = 80;

    private static final double MEASURE = 1040;
    private static final double LEAP = 0.8;

    private final ReviewViewModel model;
    private final OpenTrace open;
    private final Messages texts;
    private final Consumer<String> key;
    private final VBox problem = new VBox(6);
    private final VBox cards = new VBox(8);
    private final Hyperlink more = new Hyperlink();
    private final ScrollPane scroll;
    private final List<CompareCard> made = new ArrayList<>();
    private final DecisionBar bar;
    private final Prose prose = new Prose();
    private final GoldMark gold;
    private boolean referenceShown;
    private int raised = -1;

    ComparePane(ReviewViewModel model, GoldMark gold, Messages texts, Consumer<String> key) {
        this.model = model;
        this.gold = gold;
        this.open = model.opened();
        this.texts = texts;
        this.key = key;
        problem.getStyleClass().add("problem-card");
        problem.setId("review-problem");
        cards.setId("review-steps");
        more.setOnAction(e -> make(made.size() + CAP));
        VBox content = new VBox(10, problem, cards, more);
        content.getStyleClass().add("trace-content");
        content.setMaxWidth(MEASURE);
        StackPane centred = new StackPane(content);
        centred.setAlignment(Pos.TOP_CENTER);
        scroll = Kit.scroll(centred);
        VBox top = new VBox(6, new ColumnHeads(model, texts, key), new AgreementStrip(open, texts));
        top.getStyleClass().add("review-top");
        top.setMaxWidth(MEASURE);
        StackPane topCentred = new StackPane(top);
        topCentred.getStyleClass().add("review-top-line");
        bar = new DecisionBar(model, texts, key, MEASURE - 32);
        setTop(topCentred);
        setCenter(scroll);
        setBottom(bar);
        open.trace().addListener((o, was, is) -> showProblem());
        open.state().addListener((o, was, is) -> showProblem());
        open.rows().addListener((ListChangeListener<ReviewRow>) this::rowsChanged);
        open.current().addListener((o, was, is) -> raise(is.intValue()));
        model.namesShown().addListener((o, was, is) -> showProblem());
        gold.use().addListener((o, was, is) -> showProblem());
        model.namesShown().addListener((o, was, is) -> updateAll());
        showProblem();
    }

    /** Whether the panel at the right is folded away, so that its key is worth telling. */
    void narrow(boolean is) {
        bar.narrow(is);
    }

    private void showProblem() {
        ReviewTrace shown = open.trace().get();
        if (shown == null) {
            return;
        }
        Trace trace = shown.trace();
        HBox head = Kit.row(Kit.heading(texts.text("problem")));
        trace.generator().ifPresent(g -> head.getChildren().add(Kit.badge(g, Tone.NEUTRAL)));
        TraceState state = open.state().get();
        if (state != TraceState.OPEN) {
            head.getChildren().add(Kit.badge(texts.text("decision.state." + state), Tone.SUCCESS));
        }
        if (gold.use().get() != null) {
            Label known = Kit.badge(texts.text("gold." + gold.use().get()), Tone.ACCENT);
            known.setId("review-gold");
            head.getChildren().add(known);
        }
        for (Voice other : shown.decisions()) {
            if (!other.name().equals(model.reviewer()) && other.state() != TraceState.OPEN) {
                head.getChildren()
                        .add(
                                Kit.badge(
                                        texts.text("decision.other", model.called(other.name())),
                                        Tone.ACCENT));
            }
        }
        Label id = new Label(trace.id());
        id.getStyleClass().add("muted");
        head.getChildren().addAll(Kit.spacer(), id);
        problem.getChildren()
                .setAll(head, Folded.middle(trace.problem(), 1000, 10, prose::node, texts));
        if (trace.reference() != null) {
            Button toggle = Kit.button(texts.text("reference"), () -> key.accept("reference"));
            toggle.setGraphic(Kit.keyCap("R"));
            toggle.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            toggle.getStyleClass().setAll("button", "step-key");
            toggle.setFocusTraversable(false);
            head.getChildren().add(toggle);
            Label reference = Kit.body(trace.reference());
            reference.getStyleClass().setAll("label", "reference");
            Kit.show(reference, referenceShown);
            problem.getChildren().add(reference);
        }
    }

    void toggleReference() {
        referenceShown = !referenceShown;
        showProblem();
    }

    void unfold() {
        if (raised >= 0 && raised < made.size()) {
            made.get(raised).unfold();
        }
    }

    private void rowsChanged(ListChangeListener.Change<? extends ReviewRow> change) {
        while (change.next()) {
            boolean one = change.wasReplaced() && change.getAddedSize() == 1;
            boolean sameSteps = one && change.getRemovedSize() == 1 && open.current().get() >= 0;
            if (!sameSteps) {
                rebuild();
                return;
            }
            int i = change.getFrom();
            if (i < made.size()) {
                made.get(i).update(open.rows().get(i));
            }
        }
    }

    private void updateAll() {
        for (int i = 0; i < made.size(); i++) {
            made.get(i).update(open.rows().get(i));
        }
    }

    private void rebuild() {
        double before = scroll.getVvalue();
        boolean same = open.current().get() >= 0; // read anew, not another trace
        made.clear();
        cards.getChildren().clear();
        raised = -1;
        make(CAP);
        scroll.setVvalue(same ? before : 0);
        if (same) {
            raise(open.current().get());
        }
    }

    private void make(int upTo) {
        CompareCard.Around around =
                new CompareCard.Around(
                        List.copyOf(open.columns()),
                        model::called,
                        texts,
                        prose,
                        open::moveTo,
                        key);
        int end = Math.min(upTo, open.rows().size());
        for (int i = made.size(); i < end; i++) {
            CompareCard card = new CompareCard(open.rows().get(i), open.rows().size(), around);
            made.add(card);
            cards.getChildren().add(card);
        }
        int left = open.rows().size() - made.size();
        more.setText(texts.text("more.steps", left));
        Kit.show(more, left > 0);
    }

    private void raise(int step) {
        if (raised >= 0 && raised < made.size()) {
            made.get(raised).current(false);
        }
        raised = step;
        if (step < 0 || step >= open.rows().size()) {
            return;
        }
        if (step >= made.size()) {
            make(step + CAP);
        }
        CompareCard card = made.get(step);
        card.current(true);
        focusCurrent();
        Reveal.later(scroll, step == 0 ? problem : card);
    }

    /** Gives the current step the keyboard, unless someone types. */
    void focusCurrent() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (raised >= 0
                && raised < made.size()
                && getScene() != null
                && !(owner instanceof TextInputControl)) {
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
}
