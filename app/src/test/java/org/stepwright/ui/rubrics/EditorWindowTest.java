package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;

/** The real window with the largest rubric: moving, undo, notes at fields, the right panel. */
class EditorWindowTest {
    private static final Rubric BIG = BigRubric.of(15, 60);

    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            workspace.rubrics().saveDraft(BIG);
        }
        window = TestWindow.open(folder, file, "light", 1280, 800);
        window.show("rubrics");
        window.until("the draft is open", () -> window.node("stage-title") != null);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aLargeRubricOpensWithEveryStageInReach() {
        ListView<?> stages = (ListView<?>) window.fx(() -> window.node("rubrics-stages"));
        assertThat(window.fx(() -> stages.getItems().size())).isEqualTo(15);
        select(14);
        window.until(
                "its last criterion is there", () -> window.node("criterion-criterion-59") != null);
    }

    @Test
    void altArrowsMoveTheStageFromTheListAndTheCriterionFromItsCard() {
        focus("rubrics-stages");
        window.keys(KeyCode.ALT, KeyCode.DOWN);
        window.until("the stage moved", () -> stageIds().indexOf("stage-0") == 1);
        focus("criterion-criterion-0");
        window.keys(KeyCode.ALT, KeyCode.DOWN);
        window.until(
                "the criterion moved",
                () ->
                        CriteriaEdits.place(draft(), "criterion-0")
                                .equals(Optional.of(new CriteriaEdits.Place(1, 1))));
        assertThat(stageIds().indexOf("stage-0")).isEqualTo(1);
        assertThat(window.fx(() -> window.node("criterion-criterion-0").isFocused())).isTrue();
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("both are back", () -> draft().equals(BIG));
    }

    @Test
    void undoInAFieldTakesBackWhatWasTypedThereAndThenWhatWasBefore() {
        openCriterion("criterion-1");
        type("criterion-title", "Another name");
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until(
                "it is taken back", () -> text("criterion-title").equals("Criterion number 1"));
        window.keys(KeyCode.CONTROL, KeyCode.Y);
        window.until("it is there again", () -> text("criterion-title").equals("Another name"));
        window.until("and on disk", () -> criterion("criterion-1").title().equals("Another name"));
        assertThat(window.fx(() -> window.node("criterion-title").isFocused())).isTrue();
    }

    @Test
    void undoTakesARefusedValueBackBeforeAnythingElse() {
        openCriterion("criterion-1");
        type("criterion-title", "Another name");
        type("criterion-weight", "-1");
        window.keys(KeyCode.ENTER);
        window.until("the reason is there", () -> window.node("criterion-weight-refused") != null);
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("the old weight is there", () -> text("criterion-weight").equals("2"));
        window.until("the reason is gone", () -> window.node("criterion-weight-refused") == null);
        assertThat(text("criterion-title")).isEqualTo("Another name");
    }

    @Test
    void aRefusedValueIsStillThereWhenItsCriterionIsOpenedAgain() {
        openCriterion("criterion-1");
        type("criterion-weight", "-1");
        focus("criterion-close");
        fire("criterion-close");
        window.until("it is closed", () -> window.node("criterion-weight") == null);
        openCriterion("criterion-1");
        assertThat(text("criterion-weight")).isEqualTo("-1");
        window.until("the reason is there", () -> window.node("criterion-weight-refused") != null);
        assertThat(criterion("criterion-1").weight()).isEqualTo(2);
    }

    @Test
    void removingIsAtOnceAndComesBackByUndo() {
        openCriterion("criterion-2");
        fire("criterion-remove");
        window.until("it is gone", () -> !criterionIds().contains("criterion-2"));
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("it is back and open", () -> window.node("criterion-title") != null);
        window.until("and on disk", () -> draft().equals(BIG));
        fire("stage-remove");
        window.until("the stage is gone", () -> !stageIds().contains("stage-0"));
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("it is back", () -> draft().equals(BIG));
    }

    @Test
    void theLabellersViewFollowsWhileOneTypes() {
        focus("rubrics-stages");
        window.keys(KeyCode.P);
        openCriterion("criterion-1");
        type("criterion-title", "As a labeller reads it");
        window.keys(KeyCode.ENTER);
        window.until(
                "the card has the name",
                () ->
                        window.node("labeller-criterion-1").lookupAll(".heading").stream()
                                .anyMatch(
                                        n ->
                                                ((Label) n)
                                                        .getText()
                                                        .equals("As a labeller reads it")));
    }

    @Test
    void theFoldOfThePanelIsRememberedForANarrowWindow() {
        ToggleButton toggle = (ToggleButton) window.fx(() -> window.node("rubrics-panel"));
        assertThat(window.fx(toggle::isSelected)).isFalse();
        focus("rubrics-stages");
        window.keys(KeyCode.P);
        window.until("it is there", () -> window.node("rubrics-lint") != null);
        window.until(
                "it is remembered",
                () ->
                        "++"
                                .equals(
                                        window.app()
                                                .settings()
                                                .current()
                                                .remembered()
                                                .get("rubrics.panel")));
    }

    @Test
    void publishRestsUntilThereIsSomethingToPublish() {
        Button publish = (Button) window.fx(() -> window.node("rubrics-publish"));
        assertThat(window.fx(publish::isDisabled)).isFalse();
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the note has the focus", () -> focused("publish-note"));
        window.keys(KeyCode.ENTER);
        window.until("nothing is left to publish", publish::isDisabled);
        assertThat(window.fx(publish::getAccessibleHelp)).isNotBlank();
        openCriterion("criterion-1");
        type("criterion-title", "Another name");
        window.keys(KeyCode.ENTER);
        window.until("there is something again", () -> !publish.isDisabled());
    }

    private void openCriterion(String id) {
        focus("criterion-" + id);
        window.keys(KeyCode.ENTER);
        window.until(id + " is open", () -> focused("criterion-title"));
    }

    private void focus(String id) {
        window.until(id + " is there", () -> window.node(id) != null);
        window.fx(
                () -> {
                    window.node(id).requestFocus();
                    return null;
                });
    }

    private void type(String id, String text) {
        window.fx(
                () -> {
                    TextInputControl field = (TextInputControl) window.node(id);
                    field.requestFocus();
                    field.setText(text);
                    return null;
                });
    }

    private String text(String id) {
        return ((TextInputControl) window.node(id)).getText();
    }

    private boolean focused(String id) {
        Node node = window.node(id);
        return node != null && node.isFocused();
    }

    private void fire(String id) {
        window.until(id + " is there", () -> window.node(id) != null);
        window.fx(
                () -> {
                    ((ButtonBase) window.node(id)).fire();
                    return null;
                });
    }

    private void select(int stage) {
        window.fx(
                () -> {
                    ((ListView<?>) window.node("rubrics-stages")).getSelectionModel().select(stage);
                    return null;
                });
    }

    private Rubric draft() {
        return window.shell().workspace().rubrics().draft("big").orElseThrow();
    }

    private Criterion criterion(String id) {
        return CriteriaEdits.find(draft(), id).orElseThrow();
    }

    private List<String> stageIds() {
        return draft().stages().stream().map(Stage::id).toList();
    }

    private List<String> criterionIds() {
        return draft().criteria().stream().map(Criterion::id).toList();
    }
}
