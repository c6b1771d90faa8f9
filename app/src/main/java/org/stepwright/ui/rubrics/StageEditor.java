package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.LintFinding;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Reveal;

/**
 * The middle of the screen: one stage, or what is judged in every step, with its criteria. Nodes
 * stay as long as what they show does; an edit changes only its own card.
 */
final class StageEditor {
    private final DraftEditor model;
    private final Messages texts;
    private final CriterionCards cards;
    private final Consumer<String> say;
    private final VBox root = new VBox(12);
    private final VBox head = new VBox();
    private final VBox criteria = new VBox(12);
    private final Node none;
    private final Map<String, CriterionSlot> slots = new HashMap<>();
    private StageHead stageHead;
    private String shownStage;
    private String opened = "";

    /**
     * @param model the open draft
     * @param texts the screen's texts
     * @param cards draws criteria
     * @param say tells what was removed
     */
    StageEditor(DraftEditor model, Messages texts, CriterionCards cards, Consumer<String> say) {
        this.model = model;
        this.texts = texts;
        this.cards = cards;
        this.say = say;
        this.none = Kit.muted(texts.text("criteria.none"));
        root.setId("rubrics-stage");
        Button add = Kit.button(texts.text("criterion.add"), this::addCriterion);
        add.setId("rubrics-add-criterion");
        root.getChildren().setAll(head, criteria, none, Kit.row(add));
        model.view().addListener((o, before, after) -> refresh());
        model.findings().addListener((ListChangeListener<LintFinding>) c -> refresh());
    }

    Node node() {
        return root;
    }

    private void refresh() {
        DraftView view = model.view().get();
        if (view == null) {
            return;
        }
        head(view);
        List<CriterionSlot> now = new ArrayList<>();
        for (Criterion criterion : view.criteria()) {
            CriterionSlot slot =
                    slots.computeIfAbsent(
                            criterion.id(), id -> new CriterionSlot(id, model, cards));
            boolean open = criterion.id().equals(view.open());
            slot.show(
                    criterion,
                    open,
                    open
                            ? Findings.atFields(
                                    criterion,
                                    model.findings(),
                                    texts.text("note.anchor"),
                                    texts.text("note.example"))
                            : Map.of(),
                    Findings.about(criterion, model.findings()).size());
            now.add(slot);
        }
        arrange(now);
        Kit.show(none, now.isEmpty());
        if (!view.open().equals(opened)) {
            opened = view.open();
            reveal(opened);
        }
    }

    private void head(DraftView view) {
        String stage = view.rubric().id() + "/" + view.stageId();
        if (!stage.equals(shownStage)) {
            shownStage = stage;
            stageHead =
                    view.stage().map(s -> new StageHead(model, texts, s.id(), say)).orElse(null);
            head.getChildren().setAll(stageHead == null ? everyStepHead() : stageHead.node());
            slots.keySet()
                    .removeIf(id -> view.criteria().stream().noneMatch(c -> c.id().equals(id)));
        }
        if (stageHead != null) {
            stageHead.refresh(view, model.findings());
        }
    }

    /** What is focused stays so while cards move. */
    private void arrange(List<CriterionSlot> now) {
        if (now.equals(criteria.getChildren())) {
            return;
        }
        Node focus = root.getScene() == null ? null : root.getScene().getFocusOwner();
        criteria.getChildren().setAll(now);
        if (focus != null && focus != root.getScene().getFocusOwner() && within(focus, criteria)) {
            focus.requestFocus();
        }
    }

    private static boolean within(Node node, Node parent) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == parent) {
                return true;
            }
        }
        return false;
    }

    private Node everyStepHead() {
        return new VBox(
                4, Kit.title(texts.text("everyStep")), Kit.muted(texts.text("everyStep.what")));
    }

    private void reveal(String criterion) {
        CriterionSlot slot = slots.get(criterion);
        if (slot != null && criteria.getChildren().contains(slot)) {
            slot.focus("criterion-title");
            Reveal.later(slot);
        }
    }

    /** Adds a criterion to what is in sight and opens it; its name is still to be given. */
    void addCriterion() {
        model.addCriterion(model.stage().get(), texts.text("criterion.new"))
                .ifPresent(
                        id -> {
                            if (root.lookup("#criterion-title") instanceof TextField title) {
                                title.selectAll();
                            }
                        });
    }

    /** Closes the open criterion; the keyboard stays on its card. */
    boolean close() {
        CriterionSlot slot = slots.get(model.openCriterion().get());
        if (slot == null) {
            return false;
        }
        commit();
        model.openCriterion().set("");
        slot.focus("");
        return true;
    }

    /** Goes to the field that a finding of lint is about. */
    void open(LintFinding finding) {
        commit(); // what is typed goes in where it was typed
        DraftView view = model.view().get();
        Findings.Spot spot = Findings.spot(view.rubric(), finding);
        if (spot.whole()) {
            return;
        }
        model.stage().set(spot.stage());
        model.openCriterion().set(spot.criterion());
        Node field = root.lookup("#" + spot.field());
        if (field == null) {
            field = root.lookup(spot.criterion().isEmpty() ? "#stage-title" : "#criterion-title");
        }
        if (field != null) {
            field.requestFocus();
            Reveal.later(field.getParent()); // with what is said under it
        }
    }

    /** The criterion that the keys move: the focused one, else the open one; empty for none. */
    String currentCriterion() {
        Node focus = root.getScene() == null ? null : root.getScene().getFocusOwner();
        for (Node n = focus; n != null; n = n.getParent()) {
            if (n instanceof CriterionSlot slot) {
                return slot.criterionId();
            }
        }
        return focus != null && within(focus, head) ? "" : model.openCriterion().get();
    }

    /**
     * Takes a refused value back, if the keyboard is on one; else hands over what is being typed,
     * so that undo takes exactly that back.
     *
     * @return whether there is nothing more to undo
     */
    boolean takeBack() {
        commit();
        return root.getScene() != null
                && TypedField.of(root.getScene().getFocusOwner())
                        .map(TypedField::takeBack)
                        .orElse(false);
    }

    /** Hands over what is being typed anywhere in the window. */
    void commit() {
        if (root.getScene() != null) {
            TypedField.of(root.getScene().getFocusOwner()).ifPresent(TypedField::commit);
        }
    }
}
