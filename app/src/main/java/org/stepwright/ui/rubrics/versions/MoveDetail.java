package org.stepwright.ui.rubrics.versions;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.Scale;
import org.stepwright.storage.MoveUse;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScaleKeys;

/** One criterion's move, to change: what it becomes and, on another scale, value by value. */
final class MoveDetail {
    private static final int MOST_VALUES = 60;

    private final MigrationViewModel model;
    private final Messages texts;
    private final VBox root = new VBox(10);

    MoveDetail(MigrationViewModel model, Messages texts) {
        this.model = model;
        this.texts = texts;
        root.setId("move-detail");
    }

    Node node() {
        return root;
    }

    /**
     * @param move the move; null for none
     * @param use what it does to ratings; null until that is counted
     */
    void show(CriterionMove move, MoveUse use) {
        root.getChildren().clear();
        MigrationPlan plan = model.plan().get();
        if (move == null || plan == null) {
            root.getChildren().add(Kit.muted(texts.text("move.detail.none")));
            return;
        }
        Criterion old = criterion(plan.from().rubric().criteria(), move.from());
        Label title = Kit.heading(old.title());
        title.setWrapText(true);
        root.getChildren().addAll(title, Kit.field(texts.text("move.becomes"), target(plan, move)));
        if (move.kind() == CriterionMove.Kind.RESCALED) {
            root.getChildren().add(table(plan, move, old, use));
        }
        if (move.kind() == CriterionMove.Kind.DROPPED && use != null && use.ratings() > 0) {
            root.getChildren().add(Kit.body(texts.text("move.detail.dropped", use.ratings())));
        }
        ChangeWords words = new ChangeWords(plan.from().rubric(), plan.to().rubric());
        for (Change change : plan.changes(move)) {
            root.getChildren().add(changed(words, change));
        }
    }

    private static Node changed(ChangeWords words, Change change) {
        ChangedText text = new ChangedText();
        text.show(change.before(), change.after());
        return new VBox(2, Kit.muted(words.title(change)), text);
    }

    private Node target(MigrationPlan plan, CriterionMove move) {
        List<Criterion> now = plan.to().rubric().criteria();
        ComboBox<String> box =
                Forms.box(
                        "move-target",
                        texts.text("move.becomes"),
                        id -> id.isEmpty() ? texts.text("move.drop") : criterion(now, id).title());
        List<String> ids = new ArrayList<>(List.of(""));
        now.forEach(c -> ids.add(c.id()));
        box.getItems().setAll(ids);
        box.setValue(move.to() == null ? "" : move.to());
        box.valueProperty()
                .addListener(
                        (o, was, is) ->
                                model.become(move.from(), is == null || is.isEmpty() ? null : is));
        return box;
    }

    private Node table(MigrationPlan plan, CriterionMove move, Criterion old, MoveUse use) {
        Criterion now = criterion(plan.to().rubric().criteria(), move.to());
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        grid.addRow(
                0,
                Kit.muted(texts.text("move.value.old")),
                Kit.muted(texts.text("move.value.ratings")),
                Kit.muted(texts.text("move.value.new")));
        int row = 1;
        for (double value : values(old.scale(), move, use)) {
            long ratings = use == null ? 0 : use.values().getOrDefault(value, 0L);
            Label count = new Label(NumberFormat.getInstance().format(ratings));
            count.getStyleClass().add("muted");
            Label name = new Label(named(old.scale(), value));
            Node field = newValue(move, now, value);
            name.setLabelFor(field);
            grid.addRow(row++, name, count, field);
        }
        return grid;
    }

    private static SortedSet<Double> values(Scale scale, CriterionMove move, MoveUse use) {
        SortedSet<Double> values = new TreeSet<>(move.values().keySet());
        if (scale.kind() != Scale.Kind.NUMERIC && scale.max() - scale.min() < MOST_VALUES) {
            for (double v = scale.min(); v <= scale.max(); v++) {
                values.add(v + 0.0);
            }
        }
        if (use != null) {
            use.values().keySet().stream().limit(MOST_VALUES).forEach(values::add);
        }
        return values;
    }

    private Node newValue(CriterionMove move, Criterion now, double value) {
        String id = "move-value-" + RubricWords.number(value);
        Double mapped = move.values().get(value + 0.0);
        if (now.scale().kind() == Scale.Kind.NUMERIC) {
            return typed(move, value, mapped, id);
        }
        ComboBox<Double> box =
                Forms.box(
                        id,
                        texts.text("move.value.says", RubricWords.number(value)),
                        v -> v.isNaN() ? texts.text("move.value.again") : named(now.scale(), v));
        box.getItems().add(Double.NaN);
        ScaleKeys.of(now.scale()).forEach(c -> box.getItems().add(c.value() + 0.0));
        box.setValue(mapped == null ? Double.NaN : mapped);
        box.valueProperty()
                .addListener((o, was, is) -> model.map(move.from(), value, is.isNaN() ? null : is));
        return box;
    }

    private Node typed(CriterionMove move, double value, Double mapped, String id) {
        TextField field = new TextField(mapped == null ? "" : RubricWords.number(mapped));
        field.setId(id);
        field.setPrefColumnCount(7);
        field.setPromptText(texts.text("move.value.again"));
        Runnable commit =
                () -> {
                    Double typed = number(field.getText());
                    if (!Objects.equals(typed, mapped)) {
                        model.map(move.from(), value, typed);
                    }
                };
        field.setOnAction(e -> commit.run());
        field.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!is) {
                                commit.run();
                            }
                        });
        return field;
    }

    private static Double number(String text) {
        ParsePosition at = new ParsePosition(0);
        String typed = text.strip();
        Number number = NumberFormat.getInstance().parse(typed, at);
        return number == null || at.getIndex() < typed.length() ? null : number.doubleValue();
    }

    private static String named(Scale scale, double value) {
        return scale.levels().stream()
                .filter(l -> l.value() == value && !l.name().isEmpty())
                .map(l -> RubricWords.number(value) + " · " + l.name())
                .findFirst()
                .orElse(RubricWords.number(value));
    }

    private static Criterion criterion(List<Criterion> criteria, String id) {
        return criteria.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }
}
