package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
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
    private static final double NUMBER_WIDTH = 84;

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

    /** What decides which fields there are; everything else only changes what is in them. */
    static String shape(Criterion c) {
        Scale scale = c.scale();
        StringBuilder shape = new StringBuilder(scale.kind().name());
        scale.levels().forEach(level -> shape.append('/').append(level.value()));
        return shape.append(scale.min())
                .append(scale.max())
                .append(c.automatic().map(VerifierSpec::name).orElse(""))
                .toString();
    }

    /**
     * @param levelTools buttons under the levels
     * @param verifierTools buttons under the verifier's options
     */
    VBox node(List<Node> levelTools, List<Node> verifierTools) {
        VBox card = Kit.card();
        card.setSpacing(12);
        card.getStyleClass().add("raised");
        TextField title =
                fields.text(
                        "criterion-title",
                        texts.text("criterion.title"),
                        () -> now.get().title(),
                        value -> edit.apply(c -> CriterionEdits.withTitle(c, value)));
        title.getStyleClass().add("title-field");
        Node guidance =
                new GuidanceField(
                                fields,
                                texts,
                                () -> now.get().guidance(),
                                value -> edit.apply(c -> CriterionEdits.withGuidance(c, value)))
                        .node();
        LevelsEditor levels =
                new LevelsEditor(
                        texts,
                        fields,
                        () -> now.get().scale(),
                        change ->
                                edit.apply(
                                        c -> CriterionEdits.withScale(c, change.apply(c.scale()))));
        card.getChildren()
                .addAll(
                        new VBox(title),
                        guidance,
                        scale(),
                        levels.node(levelTools.toArray(Node[]::new)),
                        weight(),
                        verifier(verifierTools));
        return card;
    }

    private Node scale() {
        var kind =
                fields.choice(
                        "criterion-scale",
                        texts.text("criterion.scale"),
                        List.of(Scale.Kind.values()),
                        k -> texts.text("scale." + k.name()),
                        () -> now.get().scale().kind(),
                        k -> editScale(s -> ScaleEdits.ofKind(k, s)));
        HBox row = new HBox(12, grows(Kit.field(texts.text("criterion.scale"), kind)));
        if (now.get().scale().kind() == Scale.Kind.LIKERT
                || now.get().scale().kind() == Scale.Kind.NUMERIC) {
            row.getChildren()
                    .addAll(
                            end("criterion-min", "scale.min", Scale::min, true),
                            end("criterion-max", "scale.max", Scale::max, false));
        }
        return row;
    }

    private Node end(String id, String key, Function<Scale, Double> value, boolean low) {
        TextField field =
                fields.text(
                        id,
                        texts.text(key),
                        () -> Decimals.text(value.apply(now.get().scale())),
                        typed ->
                                number(
                                        typed,
                                        "scale.end.bad",
                                        v ->
                                                editScale(
                                                        s ->
                                                                ScaleEdits.withEnds(
                                                                        s,
                                                                        low ? v : s.min(),
                                                                        low ? s.max() : v))));
        field.setPrefWidth(NUMBER_WIDTH);
        VBox box = Kit.field(texts.text(key), field);
        box.setPrefWidth(NUMBER_WIDTH * 2);
        return box;
    }

    private Node weight() {
        var judged =
                fields.choice(
                        "criterion-judged",
                        texts.text("criterion.judged"),
                        List.of(Criterion.Judged.values()),
                        j -> texts.text("judged." + j.name()),
                        () -> now.get().judged(),
                        j -> edit.apply(c -> CriterionEdits.withJudged(c, j)));
        TextField weight =
                fields.text(
                        "criterion-weight",
                        texts.text("criterion.weight"),
                        () -> Decimals.text(now.get().weight()),
                        typed ->
                                number(
                                        typed,
                                        "criterion.weight.bad",
                                        v -> edit.apply(c -> CriterionEdits.withWeight(c, v))));
        CheckBox gate =
                fields.check(
                        "criterion-gate",
                        texts.text("criterion.gate"),
                        () -> now.get().gate(),
                        on -> edit.apply(c -> CriterionEdits.withGate(c, on)));
        return new VBox(
                12,
                Forms.pair(
                        Kit.field(texts.text("criterion.judged"), judged),
                        Kit.field(texts.text("criterion.weight"), weight)),
                new VBox(4, gate));
    }

    private Optional<String> number(
            String typed, String bad, DoubleFunction<Optional<String>> commit) {
        OptionalDouble value = Decimals.read(typed);
        return value.isPresent()
                ? commit.apply(value.getAsDouble())
                : Optional.of(texts.text(bad, Decimals.text(1.5)));
    }

    private Node verifier(List<Node> tools) {
        List<String> names = new ArrayList<>(List.of(NO_VERIFIER));
        verifiers.kinds().stream().map(VerifierKind::name).forEach(names::add);
        var name =
                fields.choice(
                        "criterion-verifier",
                        texts.text("criterion.verifier"),
                        names,
                        n -> n.isEmpty() ? texts.text("verifier.none") : n.replace('-', ' '),
                        () -> now.get().automatic().map(VerifierSpec::name).orElse(NO_VERIFIER),
                        n -> edit.apply(c -> CriterionEdits.withVerifierNamed(c, n)));
        VBox box = new VBox(10, Kit.field(texts.text("criterion.verifier"), name));
        if (now.get().automatic().isPresent()) {
            box.getChildren()
                    .add(
                            new VerifierOptions(
                                            fields,
                                            texts,
                                            verifiers,
                                            () -> now.get().automatic(),
                                            spec ->
                                                    edit.apply(
                                                            c ->
                                                                    CriterionEdits.withVerifier(
                                                                            c, spec)))
                                    .node(tools));
        }
        return box;
    }

    private Optional<String> editScale(UnaryOperator<Scale> change) {
        return edit.apply(c -> CriterionEdits.withScale(c, change.apply(c.scale())));
    }

    private static <T extends Node> T grows(T node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }
}
