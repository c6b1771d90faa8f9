package org.stepwright.ui.rubrics;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Stage;
import org.stepwright.storage.RubricHead;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** The left column: which rubric, its stages in order, its versions. */
final class StagesPane {
    private static final double STAGE_HEIGHT = 44;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final RubricsViewModel model;
    private final Messages texts;
    private final VBox root = new VBox(10);
    private final ComboBox<RubricHead> choice = new ComboBox<>();
    private final ListView<Stage> stages = new ListView<>();
    private final Label state = Kit.badge("", Tone.NEUTRAL);
    private final Button everyStep = new Button();
    private boolean showing;

    StagesPane(RubricsViewModel model, Messages texts, NewRubricMenu fresh) {
        this.model = model;
        this.texts = texts;
        choice();
        stages();
        ListView<RubricVersion> versions = versions();
        Label none = Kit.muted(texts.text("versions.none"));
        none.visibleProperty().bind(Bindings.isEmpty(model.editor().versions()));
        none.managedProperty().bind(none.visibleProperty());
        versions.visibleProperty().bind(none.visibleProperty().not());
        versions.managedProperty().bind(versions.visibleProperty());
        Button add = Kit.button(texts.text("stage.add"), this::addStage);
        add.setId("rubrics-add-stage");
        everyStep.setId("rubrics-every-step");
        everyStep.getStyleClass().add("every-step");
        everyStep.setOnAction(e -> model.editor().stage().set(RubricEdits.EVERY_STEP));
        everyStep.setMinWidth(Button.USE_PREF_SIZE);
        VBox versionsPart = new VBox(6, Kit.heading(texts.text("versions")), none, versions);
        versionsPart.getStyleClass().add("rubric-versions");
        root.getChildren()
                .addAll(
                        Kit.row(Kit.heading(texts.text("choose")), Kit.spacer(), fresh.button()),
                        choice,
                        Kit.row(Kit.heading(texts.text("stages")), Kit.spacer(), state),
                        stages,
                        Kit.row(add, everyStep),
                        versionsPart);
        VBox.setVgrow(stages, Priority.SOMETIMES);
        root.getStyleClass().addAll("side-panel", "rubric-left");
        model.editor().draft().addListener((o, before, after) -> show());
        model.editor().stage().addListener((o, before, after) -> select());
        model.editor()
                .versions()
                .addListener((javafx.collections.ListChangeListener<RubricVersion>) c -> show());
        model.editor()
                .changes()
                .addListener((javafx.collections.ListChangeListener<Object>) c -> show());
    }

    private void choice() {
        choice.setId("rubrics-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(texts.text("choose"));
        javafx.scene.layout.HBox.setHgrow(choice, Priority.ALWAYS);
        choice.setCellFactory(list -> new HeadCell());
        choice.setButtonCell(new HeadCell());
        choice.valueProperty()
                .addListener(
                        (o, before, head) -> {
                            Rubric open = model.editor().draft().get();
                            if (!showing
                                    && head != null
                                    && (open == null || !open.id().equals(head.rubricId()))) {
                                model.open(head.rubricId());
                            }
                        });
        model.rubrics()
                .addListener((javafx.collections.ListChangeListener<RubricHead>) c -> heads());
        heads();
    }

    /** A box forgets its value when its items are replaced, so it gets both at once. */
    private void heads() {
        showing = true;
        choice.getItems().setAll(model.rubrics());
        showing = false;
        show();
    }

    private void stages() {
        stages.setId("rubrics-stages");
        stages.setAccessibleText(texts.text("stages"));
        stages.setCellFactory(list -> new StageCell(texts));
        stages.setFixedCellSize(STAGE_HEIGHT);
        stages.setPlaceholder(Kit.muted(texts.text("stages.none")));
        stages.getSelectionModel()
                .selectedIndexProperty()
                .addListener(
                        (o, before, index) -> {
                            if (!showing && index.intValue() >= 0) {
                                model.editor().stage().set(index.intValue());
                            }
                        });
    }

    private ListView<RubricVersion> versions() {
        ListView<RubricVersion> list = new ListView<>(model.editor().versions());
        list.setId("rubrics-versions");
        list.setAccessibleText(texts.text("versions"));
        list.setPrefHeight(160);
        list.setMinHeight(60);
        list.setCellFactory(l -> new VersionCell(texts));
        return list;
    }

    private void addStage() {
        model.editor().edit(r -> RubricEdits.addStage(r, texts.text("stage.new")));
        model.editor().stage().set(model.editor().draft().get().stages().size() - 1);
    }

    private void show() {
        Rubric rubric = model.editor().draft().get();
        if (rubric == null) {
            return;
        }
        showing = true;
        stages.getItems().setAll(rubric.stages());
        double height = Math.max(1, rubric.stages().size()) * STAGE_HEIGHT + 4;
        stages.setPrefHeight(height);
        stages.setMaxHeight(height);
        stages.setMinHeight(Math.min(height, 3 * STAGE_HEIGHT));
        everyStep.setText(texts.text("everyStep.count", rubric.everyStep().size()));
        model.rubrics().stream()
                .filter(h -> h.rubricId().equals(rubric.id()))
                .findFirst()
                .ifPresent(choice::setValue);
        showState();
        showing = false;
        select();
    }

    private void showState() {
        boolean published = !model.editor().versions().isEmpty();
        int changes = model.editor().changes().size();
        state.setText(
                !published
                        ? texts.text("state.draft")
                        : changes == 0
                                ? texts.text("state.same")
                                : texts.text("state.changes", changes));
        state.getStyleClass().removeIf(c -> c.startsWith("tone-"));
        state.getStyleClass()
                .add((published && changes == 0 ? Tone.SUCCESS : Tone.WARNING).styleClass());
    }

    private void select() {
        showing = true;
        everyStep.pseudoClassStateChanged(
                CHOSEN, model.editor().stage().get() == RubricEdits.EVERY_STEP);
        if (model.editor().stage().get() == RubricEdits.EVERY_STEP) {
            stages.getSelectionModel().clearSelection();
        } else {
            stages.getSelectionModel().select(model.editor().stage().get());
        }
        showing = false;
    }

    Node node() {
        return root;
    }

    /** Puts the keyboard on the stages, unless somebody is elsewhere already. */
    void focus() {
        Platform.runLater(
                () -> {
                    Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
                    if (!(owner instanceof TextInputControl)) {
                        stages.requestFocus();
                    }
                });
    }

    private static final class HeadCell extends ListCell<RubricHead> {
        @Override
        protected void updateItem(RubricHead head, boolean empty) {
            super.updateItem(head, empty);
            setText(empty || head == null ? null : head.title());
        }
    }

    private static final class StageCell extends ListCell<Stage> {
        private final Messages texts;

        StageCell(Messages texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(Stage stage, boolean empty) {
            super.updateItem(stage, empty);
            if (empty || stage == null) {
                setText(null);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label number = new Label(Integer.toString(getIndex() + 1));
            number.getStyleClass().add("muted");
            number.setMinWidth(18);
            Label title = new Label(stage.title());
            title.setWrapText(true);
            title.getStyleClass().add("strong");
            javafx.scene.layout.HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            Label count = new Label(texts.text("stage.criteria", stage.criteria().size()));
            count.getStyleClass().add("muted");
            setText(null);
            setAccessibleText(
                    texts.text(
                            "stage.says", getIndex() + 1, stage.title(), stage.criteria().size()));
            setGraphic(Kit.row(number, title, count));
            setPrefWidth(0);
        }
    }

    private static final class VersionCell extends ListCell<RubricVersion> {
        private final Messages texts;

        VersionCell(Messages texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(RubricVersion version, boolean empty) {
            super.updateItem(version, empty);
            if (empty || version == null) {
                setText(null);
                return;
            }
            setText(
                    texts.text(
                            "version.line",
                            Integer.toString(version.number()),
                            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                    .withZone(ZoneId.systemDefault())
                                    .format(version.publishedAt()),
                            version.contentHash().substring(0, 8)));
        }
    }
}
