package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScaleKeys;
import org.stepwright.ui.kit.Tone;

/**
 * The right panel: what lint says, what a labeller will see, what changed since the last version.
 */
final class SidePanel {
    private static final int SHOWN = 40;

    private final DraftEditor model;
    private final Messages texts;
    private final VBox lint = new VBox(8);
    private final VBox labeller = new VBox(8);
    private final VBox changes = new VBox(6);
    private final ScrollPane root;
    private final Consumer<LintFinding> open;

    /**
     * @param open goes to what a finding is about
     */
    SidePanel(DraftEditor model, Messages texts, Consumer<LintFinding> open) {
        this.model = model;
        this.open = open;
        this.texts = texts;
        VBox content =
                new VBox(
                        10,
                        Kit.heading(texts.text("lint")),
                        lint,
                        Kit.heading(texts.text("labeller")),
                        labeller,
                        Kit.heading(texts.text("changes")),
                        changes);
        content.getStyleClass().add("rubric-right-content");
        root = Kit.scroll(content);
        root.getStyleClass().add("rubric-right");
        lint.setId("rubrics-lint");
        model.findings().addListener((ListChangeListener<LintFinding>) c -> showLint());
        model.changes().addListener((ListChangeListener<Change>) c -> showChanges());
        model.versions().addListener((ListChangeListener<RubricVersion>) c -> showChanges());
        model.draft().addListener((o, before, after) -> showLabeller());
        model.stage().addListener((o, before, after) -> showLabeller());
        showLint();
        showChanges();
    }

    private void showLint() {
        lint.getChildren().clear();
        if (model.findings().isEmpty()) {
            lint.getChildren().add(Kit.row(Kit.badge(texts.text("lint.clean"), Tone.SUCCESS)));
        }
        for (LintFinding finding : first(model.findings())) {
            lint.getChildren().add(card(finding));
        }
        more(lint, model.findings().size());
    }

    /** Enter or a click goes to what is to be mended. */
    private VBox card(LintFinding finding) {
        Rubric rubric = model.draft().get();
        String where =
                RubricEdits.criterionOf(rubric, finding)
                        .map(Criterion::title)
                        .orElse(
                                RubricEdits.stageOf(rubric, finding)
                                        .map(i -> rubric.stages().get(i).title())
                                        .orElse(rubric.title()));
        VBox card =
                Kit.card(
                        Kit.row(
                                Kit.badge(texts.text("lint.check"), Tone.WARNING),
                                Kit.heading(where)),
                        Kit.body(finding.message()),
                        Kit.muted(finding.rule()));
        if (RubricEdits.stageOf(rubric, finding).isPresent()) {
            card.getStyleClass().add("selectable");
            card.setFocusTraversable(true);
            card.setAccessibleText(where + ": " + finding.message());
            card.setOnMouseClicked(e -> open.accept(finding));
            card.setOnKeyPressed(
                    e -> {
                        if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
                            e.consume();
                            open.accept(finding);
                        }
                    });
        }
        return card;
    }

    private void showChanges() {
        changes.getChildren().clear();
        if (model.changes().isEmpty()) {
            changes.getChildren()
                    .add(
                            Kit.muted(
                                    texts.text(
                                            model.versions().isEmpty()
                                                    ? "changes.first"
                                                    : "changes.none")));
        }
        for (Change change : first(model.changes())) {
            Label line = Kit.body(change.where());
            line.getStyleClass().add("strong");
            changes.getChildren().add(line);
            if (!change.before().isEmpty()) {
                changes.getChildren().add(Kit.muted("− " + change.before()));
            }
            if (!change.after().isEmpty()) {
                changes.getChildren().add(Kit.muted("+ " + change.after()));
            }
        }
        more(changes, model.changes().size());
    }

    private void showLabeller() {
        labeller.getChildren().clear();
        Rubric rubric = model.draft().get();
        if (rubric == null || model.stage().get() >= rubric.stages().size()) {
            return;
        }
        List<Criterion> criteria = RubricEdits.criteria(rubric, model.stage().get());
        if (criteria.isEmpty()) {
            labeller.getChildren().add(Kit.muted(texts.text("labeller.none")));
        }
        for (Criterion criterion : criteria) {
            FlowPane answers = new FlowPane(14, 6);
            for (ScaleKeys.Choice choice : ScaleKeys.of(criterion.scale())) {
                answers.getChildren()
                        .add(Kit.row(Kit.keyCap(choice.key()), new Label(choice.name())));
            }
            labeller.getChildren().add(Kit.card(criterion.title(), answers));
        }
    }

    private static <T> List<T> first(List<T> items) {
        return items.subList(0, Math.min(SHOWN, items.size()));
    }

    private void more(VBox box, int size) {
        if (size > SHOWN) {
            box.getChildren().add(Kit.muted(texts.text("more", size - SHOWN)));
        }
    }

    ScrollPane node() {
        return root;
    }
}
