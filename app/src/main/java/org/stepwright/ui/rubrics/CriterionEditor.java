package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.verify.VerifierKind;

/** One criterion, open to edit. */
final class CriterionEditor {
    private static final String NO_VERIFIER = "";

    private final Messages texts;
    private final Fields fields;
    private final VerifierCatalog verifiers;
    private final Supplier<Criterion> now;
    private final Function<UnaryOperator<Criterion>, Optional<String>> edit;

    /**
     * @param texts the screen's texts
     * @param fields makes the fields
     * @param verifiers the kinds of verifier that it can name
     * @param now the criterion as it is at that moment
     * @param edit changes it; gives why it was refused
     */
    CriterionEditor(
            Messages texts,
            Fields fields,
            VerifierCatalog verifiers,
            Supplier<Criterion> now,
            Function<UnaryOperator<Criterion>, Optional<String>> edit) {
        this.texts = texts;
        this.fields = fields;
        this.verifiers = verifiers;
        this.now = now;
        this.edit = edit;
    }

    VBox node() {
        VBox card = Kit.card();
        card.getStyleClass().add("raised");
        TextField title =
                fields.text(
                        "criterion-title",
                        texts.text("criterion.title"),
                        () -> now.get().title(),
                        value -> edit.apply(c -> CriterionEdits.withTitle(c, value)));
        card.getChildren().add(Kit.field(texts.text("criterion.title"), title));
        card.getChildren()
                .add(
                        Kit.field(
                                texts.text("criterion.guidance"),
                                fields.area(
                                        "criterion-guidance",
                                        texts.text("criterion.guidance"),
                                        2,
                                        () -> now.get().guidance(),
                                        value ->
                                                edit.apply(
                                                        c ->
                                                                CriterionEdits.withGuidance(
                                                                        c, value)))));
        card.getChildren().addAll(facts(), options(), levels());
        return card;
    }

    private Node facts() {
        var scale =
                fields.choice(
                        "criterion-scale",
                        texts.text("criterion.scale"),
                        List.of(Scale.Kind.values()),
                        kind -> texts.text("scale." + kind.name()),
                        () -> now.get().scale().kind(),
                        kind ->
                                edit.apply(
                                        c ->
                                                CriterionEdits.withScale(
                                                        c, RubricEdits.scaleOf(kind, c.scale()))));
        var judged =
                fields.choice(
                        "criterion-judged",
                        texts.text("criterion.judged"),
                        List.of(Criterion.Judged.values()),
                        j -> texts.text("judged." + j.name()),
                        () -> now.get().judged(),
                        j -> edit.apply(c -> CriterionEdits.withJudged(c, j)));
        List<String> names = new ArrayList<>(List.of(NO_VERIFIER));
        verifiers.kinds().stream().map(VerifierKind::name).forEach(names::add);
        var verifier =
                fields.choice(
                        "criterion-verifier",
                        texts.text("criterion.verifier"),
                        names,
                        name -> name.isEmpty() ? texts.text("verifier.none") : name,
                        () -> now.get().automatic().map(VerifierSpec::name).orElse(NO_VERIFIER),
                        name -> edit.apply(c -> CriterionEdits.withVerifierNamed(c, name)));
        TextField weight =
                fields.text(
                        "criterion-weight",
                        texts.text("criterion.weight"),
                        () -> Decimals.text(now.get().weight()),
                        value -> weight(value));
        weight.setPrefColumnCount(5);
        var gate =
                fields.check(
                        "criterion-gate",
                        texts.text("criterion.gate"),
                        () -> now.get().gate(),
                        on -> edit.apply(c -> CriterionEdits.withGate(c, on)));
        return new VBox(
                8,
                Forms.pair(
                        Kit.field(texts.text("criterion.scale"), scale),
                        Kit.field(texts.text("criterion.weight"), weight)),
                Forms.pair(
                        Kit.field(texts.text("criterion.judged"), judged),
                        Kit.field(texts.text("criterion.verifier"), verifier)),
                gate);
    }

    private Optional<String> weight(String text) {
        OptionalDouble value = Decimals.read(text);
        return value.isPresent()
                ? edit.apply(c -> CriterionEdits.withWeight(c, value.getAsDouble()))
                : Optional.of(texts.text("criterion.weight.bad", Decimals.text(1.5)));
    }

    /** What the chosen verifier has to know. */
    private Node options() {
        return new VerifierOptions(
                        fields,
                        verifiers,
                        () -> now.get().automatic(),
                        spec -> edit.apply(c -> CriterionEdits.withVerifier(c, spec)))
                .node();
    }

    private Node levels() {
        VBox box = new VBox(8);
        int count = now.get().scale().levels().size();
        for (int i = 0; i < count; i++) {
            int index = i;
            Supplier<Scale.Level> level = () -> now.get().scale().levels().get(index);
            Label value = Kit.heading(Decimals.text(level.get().value()));
            value.setMinWidth(28);
            TextField name =
                    fields.text(
                            "level-name-" + i,
                            texts.text("level.name"),
                            () -> level.get().name(),
                            v ->
                                    editLevel(
                                            index,
                                            l ->
                                                    new Scale.Level(
                                                            l.value(),
                                                            v,
                                                            l.anchor(),
                                                            l.example())));
            name.setPromptText(texts.text("level.name"));
            name.setPrefColumnCount(9);
            name.setMinWidth(124);
            TextField anchor =
                    fields.text(
                            "level-anchor-" + i,
                            texts.text("level.anchor"),
                            () -> level.get().anchor(),
                            v ->
                                    editLevel(
                                            index,
                                            l ->
                                                    new Scale.Level(
                                                            l.value(), l.name(), v, l.example())));
            anchor.setPromptText(texts.text("level.anchor"));
            TextField example =
                    fields.text(
                            "level-example-" + i,
                            texts.text("level.example"),
                            () -> level.get().example(),
                            v ->
                                    editLevel(
                                            index,
                                            l ->
                                                    new Scale.Level(
                                                            l.value(), l.name(), l.anchor(), v)));
            example.setPromptText(texts.text("level.example"));
            HBox.setHgrow(anchor, Priority.ALWAYS);
            VBox lines = new VBox(4, Kit.row(value, name, anchor), example);
            box.getChildren().add(lines);
        }
        return box;
    }

    private Optional<String> editLevel(int index, UnaryOperator<Scale.Level> change) {
        return edit.apply(
                c -> CriterionEdits.withScale(c, RubricEdits.withLevel(c.scale(), index, change)));
    }
}
