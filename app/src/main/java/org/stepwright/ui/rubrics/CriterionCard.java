package org.stepwright.ui.rubrics;

import java.text.NumberFormat;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;
import org.stepwright.verify.Verifiers;

/** One criterion: calm to read, or open to edit. */
final class CriterionCard {
    private static final String NO_VERIFIER = "";

    private final Messages texts;
    private final Fields fields;

    CriterionCard(Messages texts, Fields fields) {
        this.texts = texts;
        this.fields = fields;
    }

    Node calm(Criterion criterion, Runnable open) {
        Label title = Kit.heading(criterion.title());
        title.setWrapText(true);
        title.setMinHeight(Label.USE_PREF_SIZE);
        HBox head = Kit.row(title);
        head.getChildren().addAll(badges(criterion));
        head.getChildren().addAll(Kit.spacer(), weight(criterion));
        VBox card = Kit.card(head);
        if (!criterion.guidance().isBlank()) {
            card.getChildren().add(Kit.muted(criterion.guidance()));
        }
        if (!criterion.scale().levels().isEmpty()) {
            card.getChildren().add(levelTable(criterion.scale()));
        }
        card.setId("criterion-" + criterion.id());
        card.getStyleClass().add("selectable");
        card.setFocusTraversable(true);
        card.setAccessibleText(criterion.title());
        card.setOnMouseClicked(e -> open.run());
        card.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        e.consume();
                        open.run();
                    }
                });
        return card;
    }

    private List<Label> badges(Criterion criterion) {
        List<Label> badges = new ArrayList<>();
        if (criterion.gate()) {
            badges.add(Kit.badge(texts.text("badge.gate"), Tone.DANGER));
        }
        criterion
                .automatic()
                .ifPresent(
                        v ->
                                badges.add(
                                        Kit.badge(
                                                texts.text("badge.verifier", v.name()),
                                                Tone.ACCENT)));
        if (criterion.judged() == Criterion.Judged.STYLE) {
            badges.add(Kit.badge(texts.text("badge.style"), Tone.WARNING));
        }
        return badges;
    }

    private Label weight(Criterion criterion) {
        Label weight = new Label(texts.text("criterion.weight.short", criterion.weight()));
        weight.getStyleClass().add("muted");
        weight.setMinWidth(Label.USE_PREF_SIZE);
        return weight;
    }

    private Node levelTable(Scale scale) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(4);
        int row = 0;
        for (Scale.Level level : scale.levels()) {
            Label value =
                    new Label(
                            number(level.value())
                                    + (level.name().isEmpty() ? "" : "  " + level.name()));
            value.getStyleClass().add("strong");
            value.setMinWidth(Label.USE_PREF_SIZE);
            Label anchor =
                    Kit.body(
                            level.anchor().isEmpty()
                                    ? texts.text("level.undescribed")
                                    : level.anchor());
            if (level.anchor().isEmpty()) {
                anchor.getStyleClass().add("muted");
            }
            grid.addRow(row++, value, anchor);
            GridPane.setHgrow(anchor, Priority.ALWAYS);
        }
        return grid;
    }

    VBox editor(
            Supplier<Criterion> now, Function<UnaryOperator<Criterion>, Optional<String>> edit) {
        VBox card = Kit.card();
        card.getStyleClass().add("raised");
        TextField title =
                fields.text(
                        "criterion-title",
                        texts.text("criterion.title"),
                        () -> now.get().title(),
                        value -> edit.apply(c -> new Edit(c).title(value).done()));
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
                                                        c -> new Edit(c).guidance(value).done()))));
        card.getChildren().addAll(facts(now, edit), levels(now, edit));
        return card;
    }

    private Node facts(
            Supplier<Criterion> now, Function<UnaryOperator<Criterion>, Optional<String>> edit) {
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
                                                new Edit(c)
                                                        .scale(RubricEdits.scaleOf(kind, c.scale()))
                                                        .done()));
        var judged =
                fields.choice(
                        "criterion-judged",
                        texts.text("criterion.judged"),
                        List.of(Criterion.Judged.values()),
                        j -> texts.text("judged." + j.name()),
                        () -> now.get().judged(),
                        j -> edit.apply(c -> new Edit(c).judged(j).done()));
        List<String> names = new ArrayList<>(List.of(NO_VERIFIER));
        names.addAll(Verifiers.names());
        var verifier =
                fields.choice(
                        "criterion-verifier",
                        texts.text("criterion.verifier"),
                        names,
                        name -> name.isEmpty() ? texts.text("verifier.none") : name,
                        () -> now.get().automatic().map(VerifierSpec::name).orElse(NO_VERIFIER),
                        name -> edit.apply(c -> new Edit(c).verifier(spec(name, c)).done()));
        TextField weight =
                fields.text(
                        "criterion-weight",
                        texts.text("criterion.weight"),
                        () -> number(now.get().weight()),
                        value -> weight(value, edit));
        weight.setPrefColumnCount(5);
        var gate =
                fields.check(
                        "criterion-gate",
                        texts.text("criterion.gate"),
                        () -> now.get().gate(),
                        on -> edit.apply(c -> new Edit(c).gate(on).done()));
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(8);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().setAll(half, half);
        grid.addRow(
                0,
                Kit.field(texts.text("criterion.scale"), scale),
                Kit.field(texts.text("criterion.weight"), weight));
        grid.addRow(
                1,
                Kit.field(texts.text("criterion.judged"), judged),
                Kit.field(texts.text("criterion.verifier"), verifier));
        return new VBox(8, grid, gate);
    }

    private static VerifierSpec spec(String name, Criterion before) {
        if (name.isEmpty()) {
            return null;
        }
        Map<String, String> options =
                before.automatic()
                        .filter(v -> v.name().equals(name))
                        .map(VerifierSpec::options)
                        .orElse(Map.of());
        return new VerifierSpec(name, options);
    }

    private Optional<String> weight(
            String text, Function<UnaryOperator<Criterion>, Optional<String>> edit) {
        try {
            double value = NumberFormat.getInstance().parse(text.strip()).doubleValue();
            return edit.apply(c -> new Edit(c).weight(value).done());
        } catch (ParseException e) {
            return Optional.of(texts.text("criterion.weight.bad"));
        }
    }

    private Node levels(
            Supplier<Criterion> now, Function<UnaryOperator<Criterion>, Optional<String>> edit) {
        VBox box = new VBox(8);
        int count = now.get().scale().levels().size();
        for (int i = 0; i < count; i++) {
            int index = i;
            Supplier<Scale.Level> level = () -> now.get().scale().levels().get(index);
            Label value = Kit.heading(number(level.get().value()));
            value.setMinWidth(28);
            TextField name =
                    fields.text(
                            "level-name-" + i,
                            texts.text("level.name"),
                            () -> level.get().name(),
                            v ->
                                    editLevel(
                                            edit,
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
                                            edit,
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
                                            edit,
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

    private static Optional<String> editLevel(
            Function<UnaryOperator<Criterion>, Optional<String>> edit,
            int index,
            UnaryOperator<Scale.Level> change) {
        return edit.apply(
                c -> new Edit(c).scale(RubricEdits.withLevel(c.scale(), index, change)).done());
    }

    /** A number as the user writes it, without a needless fraction. */
    static String number(double value) {
        return NumberFormat.getInstance().format(value);
    }

    /** A criterion with some parts changed. */
    private static final class Edit {
        private final String id;
        private String title;
        private String guidance;
        private Scale scale;
        private double weight;
        private boolean gate;
        private Criterion.Judged judged;
        private VerifierSpec verifier;

        Edit(Criterion c) {
            id = c.id();
            title = c.title();
            guidance = c.guidance();
            scale = c.scale();
            weight = c.weight();
            gate = c.gate();
            judged = c.judged();
            verifier = c.verifier();
        }

        Edit title(String value) {
            title = value;
            return this;
        }

        Edit guidance(String value) {
            guidance = value;
            return this;
        }

        Edit scale(Scale value) {
            scale = value;
            return this;
        }

        Edit weight(double value) {
            weight = value;
            return this;
        }

        Edit gate(boolean value) {
            gate = value;
            return this;
        }

        Edit judged(Criterion.Judged value) {
            judged = value;
            return this;
        }

        Edit verifier(VerifierSpec value) {
            verifier = value;
            return this;
        }

        Criterion done() {
            return new Criterion(id, title, guidance, scale, weight, gate, judged, verifier);
        }
    }
}
