package org.stepwright.ui.data.mapping;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.storage.format.TableSample;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.LabelKind;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.StepCut;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The choices: which column says what, and how. */
final class MappingForm {
    private static final List<Role> MORE =
            List.of(
                    Role.CONTEXT,
                    Role.KIND,
                    Role.OUTCOME,
                    Role.REFERENCE,
                    Role.GENERATOR,
                    Role.ANNOTATOR,
                    Role.COMMENT);

    private final MappingViewModel model;
    private final Messages texts;
    private final VBox root = new VBox(12);
    private final ComboBox<ColumnChoice> problem;

    MappingForm(MappingViewModel model, Messages texts) {
        this.model = model;
        this.texts = texts;
        problem = columnBox(Role.PROBLEM);
        root.getChildren().setAll(main(), more());
        root.setId("mapping-form");
    }

    private Node main() {
        Node order = field(Role.ORDER, columnBox(Role.ORDER));
        TextField marker = Forms.line("mapping-marker", model.choices().marker());
        Node markerField = Kit.field(texts.text("marker"), marker);
        model.choices()
                .cut()
                .addListener(
                        (o, before, after) -> {
                            Kit.show(order, after == StepCut.STEP_PER_ROW);
                            Kit.show(markerField, after == StepCut.MARKER);
                        });
        Kit.show(order, model.choices().cut().get() == StepCut.STEP_PER_ROW);
        Kit.show(markerField, model.choices().cut().get() == StepCut.MARKER);
        ComboBox<StepCut> cut =
                wide(
                        Forms.box(
                                "mapping-cut",
                                texts.text("cut"),
                                c -> texts.text("cut." + c.name())));
        cut.getItems().setAll(StepCut.values());
        cut.valueProperty().bindBidirectional(model.choices().cut());
        return Kit.card(
                field(Role.PROBLEM, problem),
                field(Role.STEPS, columnBox(Role.STEPS)),
                Kit.field(texts.text("cut"), cut),
                markerField,
                field(Role.ID, columnBox(Role.ID)),
                order,
                field(Role.LABELS, columnBox(Role.LABELS)),
                labels());
    }

    /** How labels are meant; only while there are any. */
    private Node labels() {
        LabelChoices labels = model.choices().labels();
        ComboBox<LabelKind> kind =
                wide(
                        Forms.box(
                                "mapping-label-kind",
                                texts.text("kind"),
                                k -> texts.text("kind." + k.name())));
        kind.getItems().setAll(LabelKind.values());
        kind.valueProperty().bindBidirectional(labels.kind());
        ComboBox<Integer> base =
                wide(Forms.box("mapping-base", texts.text("base"), b -> texts.text("base." + b)));
        base.getItems().setAll(0, 1);
        base.valueProperty().bindBidirectional(labels.base());
        TextField none = Forms.line("mapping-none", labels.none());
        Node first =
                Forms.pair(
                        Kit.field(texts.text("base"), base), Kit.field(texts.text("none"), none));
        TextField correct = Forms.line("mapping-correct", labels.correct());
        TextField neutral = Forms.line("mapping-neutral", labels.neutral());
        TextField wrong = Forms.line("mapping-wrong", labels.wrong());
        Node words =
                Kit.column(
                        Kit.field(texts.text("words.correct"), correct),
                        Kit.field(texts.text("words.neutral"), neutral),
                        Kit.field(texts.text("words.wrong"), wrong));
        Label share = Kit.muted(texts.text("share"));
        VBox all = new VBox(10, Kit.field(texts.text("kind"), kind), first, words, share);
        Runnable show =
                () -> {
                    Kit.show(all, !model.choices().column(Role.LABELS).get().isEmpty());
                    Kit.show(first, labels.kind().get() == LabelKind.FIRST_ERROR);
                    Kit.show(words, labels.kind().get() == LabelKind.WORDS);
                    Kit.show(share, labels.kind().get() == LabelKind.SHARE);
                };
        labels.kind().addListener((o, before, after) -> show.run());
        model.choices().column(Role.LABELS).addListener((o, before, after) -> show.run());
        show.run();
        return all;
    }

    private Node more() {
        VBox card = Kit.card(texts.text("more"));
        for (Role role : MORE) {
            card.getChildren().add(field(role, columnBox(role)));
        }
        CheckBox others = new CheckBox(texts.text("others"));
        others.setId("mapping-others");
        others.setWrapText(true);
        others.selectedProperty().bindBidirectional(model.choices().keepOthers());
        card.getChildren().add(others);
        ComboBox<Character> separator =
                wide(
                        Forms.box(
                                "mapping-separator",
                                texts.text("separator"),
                                c -> texts.text("separator." + (int) c)));
        separator.getItems().setAll(ColumnMapping.AUTO, ',', ';', '\t', '|');
        separator.valueProperty().bindBidirectional(model.choices().separator());
        Node field = Kit.field(texts.text("separator"), separator);
        model.kind()
                .addListener((o, before, after) -> Kit.show(field, after == TableSample.Kind.CSV));
        Kit.show(field, model.kind().get() == TableSample.Kind.CSV);
        card.getChildren().add(field);
        return card;
    }

    private Node field(Role role, Node box) {
        return Kit.field(texts.text("role." + role.name()), box);
    }

    /** All columns with the beginning of what is in them. */
    private ComboBox<ColumnChoice> columnBox(Role role) {
        ComboBox<ColumnChoice> box =
                wide(
                        Forms.box(
                                "mapping-" + role.name().toLowerCase(java.util.Locale.ROOT),
                                texts.text("role." + role.name()),
                                c -> c.path().isEmpty() ? texts.text("none.column") : c.path()));
        box.setCellFactory(list -> new ColumnCell());
        box.setVisibleRowCount(12);
        Filling filling = new Filling(box, role);
        model.columns().addListener((ListChangeListener<ColumnChoice>) c -> filling.fill());
        model.choices().column(role).addListener((o, before, after) -> filling.fill());
        box.valueProperty().addListener((o, before, after) -> filling.chosen(after));
        filling.fill();
        return box;
    }

    /** Keeps a box and its role at one; a column that this file lacks stays chosen, and is said. */
    private final class Filling {
        private final ComboBox<ColumnChoice> box;
        private final Role role;
        private boolean busy;

        Filling(ComboBox<ColumnChoice> box, Role role) {
            this.box = box;
            this.role = role;
        }

        void fill() {
            if (busy) {
                return;
            }
            busy = true;
            String path = model.choices().column(role).get();
            List<ColumnChoice> items = new ArrayList<>(List.of(ColumnChoice.NONE));
            items.addAll(model.columns());
            ColumnChoice current =
                    items.stream()
                            .filter(c -> c.path().equals(path))
                            .findFirst()
                            .orElseGet(
                                    () ->
                                            new ColumnChoice(
                                                    path,
                                                    texts.text("not.here"),
                                                    ColumnChoice.NONE.shape()));
            if (!items.contains(current)) {
                items.add(current);
            }
            box.getItems().setAll(items);
            box.setValue(current);
            busy = false;
        }

        void chosen(ColumnChoice choice) {
            if (!busy && choice != null) {
                busy = true;
                model.choices().column(role).set(choice.path());
                busy = false;
            }
        }
    }

    private final class ColumnCell extends ListCell<ColumnChoice> {
        @Override
        protected void updateItem(ColumnChoice item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            Label name = new Label(item.path().isEmpty() ? texts.text("none.column") : item.path());
            Label sample = Kit.muted(item.sample());
            sample.setWrapText(false);
            sample.setMaxWidth(420);
            setText(null);
            setGraphic(item.sample().isEmpty() ? name : new VBox(0, name, sample));
        }
    }

    private static <T extends Region> T wide(T region) {
        region.setMaxWidth(Double.MAX_VALUE);
        return region;
    }

    /** Soon: what a scroll pane holds is in the window only after it was first drawn. */
    void focus() {
        if (problem.getScene() != null) {
            problem.requestFocus();
            return;
        }
        problem.sceneProperty()
                .addListener(
                        new ChangeListener<>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends Scene> o, Scene before, Scene after) {
                                problem.sceneProperty().removeListener(this);
                                Platform.runLater(problem::requestFocus);
                            }
                        });
    }

    Node node() {
        return root;
    }
}
