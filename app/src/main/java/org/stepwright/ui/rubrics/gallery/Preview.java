package org.stepwright.ui.rubrics.gallery;

import java.text.NumberFormat;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** A template to read: its stages and criteria, the levels under each. */
final class Preview {
    private final Messages texts;

    Preview(Messages texts) {
        this.texts = texts;
    }

    VBox of(Rubric rubric) {
        VBox all = new VBox(14);
        if (!rubric.description().isBlank()) {
            all.getChildren().add(Kit.body(rubric.description().strip()));
        }
        for (int i = 0; i < rubric.stages().size(); i++) {
            all.getChildren().add(stage(i + 1, rubric.stages().get(i)));
        }
        if (!rubric.everyStep().isEmpty()) {
            VBox every = new VBox(8, Kit.heading(texts.text("everyStep")));
            addCriteria(every, rubric.everyStep());
            all.getChildren().add(every);
        }
        return all;
    }

    private Node stage(int number, Stage stage) {
        FlowPane head = new FlowPane(8, 4, Kit.heading(number + "  " + stage.title()));
        head.getChildren()
                .add(
                        Kit.badge(
                                texts.text(stage.required() ? "required" : "optional"),
                                Tone.NEUTRAL));
        if (stage.repeatable()) {
            head.getChildren().add(Kit.badge(texts.text("repeats"), Tone.NEUTRAL));
        }
        VBox box = new VBox(8, head);
        if (!stage.description().isBlank()) {
            box.getChildren().add(Kit.muted(stage.description().strip()));
        }
        addCriteria(box, stage.criteria());
        return box;
    }

    private void addCriteria(VBox box, List<Criterion> criteria) {
        criteria.forEach(c -> box.getChildren().add(criterion(c)));
    }

    private Node criterion(Criterion criterion) {
        Label title = Kit.body(criterion.title());
        title.getStyleClass().add("strong");
        FlowPane badges = new FlowPane(6, 4);
        if (criterion.gate()) {
            badges.getChildren().add(Kit.badge(texts.text("gate"), Tone.DANGER));
        }
        criterion
                .automatic()
                .ifPresent(
                        v ->
                                badges.getChildren()
                                        .add(
                                                Kit.badge(
                                                        texts.text("verifier", v.name()),
                                                        Tone.ACCENT)));
        if (criterion.judged() == Criterion.Judged.STYLE) {
            badges.getChildren().add(Kit.badge(texts.text("style"), Tone.WARNING));
        }
        badges.getChildren()
                .add(
                        Kit.badge(
                                texts.text(
                                        "weight",
                                        NumberFormat.getInstance().format(criterion.weight())),
                                Tone.NEUTRAL));
        VBox card = new VBox(4, title, badges);
        card.getStyleClass().add("gallery-criterion");
        for (Scale.Level level : criterion.scale().levels()) {
            if (!level.anchor().isEmpty()) {
                card.getChildren().add(Kit.muted(words(level)));
            }
        }
        return card;
    }

    private static String words(Scale.Level level) {
        String value = NumberFormat.getInstance().format(level.value());
        return value + "  " + (level.name().isEmpty() ? "" : level.name() + ": ") + level.anchor();
    }
}
