package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.Templates;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.ui.TestWindow;

/** The real window: from a template to a published version. */
class RubricsWindowTest {
    private static final String TEMPLATE = "maths-word-problem";

    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            workspace.rubrics().saveDraft(new RubricYaml().read(new Templates().yaml(TEMPLATE)));
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
    void aTemplateIsEditedUndoneAndPublishedByKeys() {
        String before = draft().stages().get(0).title();
        edit("stage-title", "Read it");
        window.until("it is saved", () -> title().equals("Read it"));
        window.fx(
                () -> {
                    window.node("rubrics-stages").requestFocus();
                    return null;
                });
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("it is undone", () -> title().equals(before));
        window.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        window.until("it is done again", () -> title().equals("Read it"));

        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the note has the focus", () -> focused("publish-note"));
        window.keys(KeyCode.ENTER);
        window.until("it is published", () -> versions().size() == 1);
        assertThat(versions().get(0).rubric()).isEqualTo(draft());
    }

    @Test
    void aRefusedValueStandsMarkedWithItsReason() {
        window.fx(
                () -> {
                    window.stage().getScene().getRoot().lookup(".selectable").requestFocus();
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("the criterion is open", () -> focused("criterion-title"));
        Rubric before = draft();
        edit("criterion-weight", "-3");
        window.until("the reason is there", () -> window.node("criterion-weight-refused") != null);
        Label reason = (Label) window.fx(() -> window.node("criterion-weight-refused"));
        assertThat(reason.getText()).isNotBlank();
        assertThat(draft()).isEqualTo(before);
        edit("criterion-weight", "4");
        window.until("the reason is gone", () -> window.node("criterion-weight-refused") == null);
        window.until("it is saved", () -> !draft().equals(before));
    }

    @Test
    void aFindingLeadsToWhatItIsAbout() {
        fire("rubrics-add-criterion");
        window.until("the criterion is open", () -> focused("criterion-title"));
        String selected =
                window.fx(() -> ((TextField) window.node("criterion-title")).getSelectedText());
        assertThat(selected).isNotEmpty();
        press("rubrics-stages", KeyCode.P);
        window.until("lint finds it", () -> finding() != null);
        window.fx(
                () -> {
                    ((ListView<?>) window.node("rubrics-stages")).getSelectionModel().select(1);
                    finding().requestFocus();
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("its field has the focus", () -> focused("level-anchor-0"));
        String title = window.fx(() -> ((TextField) window.node("criterion-title")).getText());
        assertThat(title).isEqualTo(selected);
    }

    @Test
    void whatLintSaysStandsAtTheFieldAndF8LeadsThere() {
        window.fx(
                () -> {
                    window.stage().getScene().getRoot().lookup(".selectable").requestFocus();
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("the criterion is open", () -> focused("criterion-title"));
        window.fx(
                () -> {
                    ((CheckBox) window.node("criterion-gate")).setSelected(false);
                    return null;
                });
        edit("criterion-weight", "0");
        window.until("the note is there", () -> window.node("criterion-weight-finding") != null);
        fire("criterion-close");
        window.fx(
                () -> {
                    ((ListView<?>) window.node("rubrics-stages")).getSelectionModel().select(1);
                    window.node("rubrics-stages").requestFocus();
                    return null;
                });
        window.keys(KeyCode.F8);
        window.until("the weight has the focus", () -> focused("criterion-weight"));
        edit("criterion-weight", "2");
        window.until("the note is gone", () -> window.node("criterion-weight-finding") == null);
    }

    @Test
    void theButtonOfAFindingMendsItAndUndoBringsItBack() {
        openFirst();
        press("rubrics-stages", KeyCode.P);
        edit("criterion-weight", "0");
        window.fx(
                () -> {
                    ((CheckBox) window.node("criterion-gate")).setSelected(false);
                    return null;
                });
        window.until("lint offers to mend it", () -> fix() != null);
        window.until("the edits are on disk", () -> weight() == 0 && !first().gate());
        Rubric before = draft();
        window.fx(
                () -> {
                    fix().fire();
                    return null;
                });
        window.until("it is mended", () -> weight() > 0);
        window.until("the finding is gone", () -> fix() == null);
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("it is as before", () -> weight() == 0);
        window.until("and on disk", () -> draft().equals(before));
    }

    private Button fix() {
        return (Button) window.node("rubrics-lint").lookup(".lint-fix");
    }

    private double weight() {
        return first().weight();
    }

    private Criterion first() {
        return draft().stages().get(0).criteria().get(0);
    }

    private void openFirst() {
        window.fx(
                () -> {
                    window.stage().getScene().getRoot().lookup(".selectable").requestFocus();
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("the criterion is open", () -> focused("criterion-title"));
    }

    private Node finding() {
        Node lint = window.node("rubrics-lint");
        return lint == null ? null : lint.lookup(".selectable");
    }

    @Test
    void anAddedCriterionIsOpenAndKeepsTheFocusWhereItIs() {
        int before = draft().stages().get(0).criteria().size();
        fire("rubrics-add-criterion");
        window.until("the new criterion is open", () -> focused("criterion-title"));
        window.until("it is saved", () -> draft().stages().get(0).criteria().size() > before);
        Criterion added = draft().stages().get(0).criteria().get(before);
        TextField title = (TextField) window.fx(() -> window.node("criterion-title"));
        String shown = window.fx(title::getText);
        assertThat(shown).isEqualTo(added.title());
        edit("stage-title", "Read it");
        window.until("it is saved", () -> title().equals("Read it"));
        assertThat(window.fx(() -> focused("stage-title"))).isTrue();
    }

    @Test
    void aVerifierGetsItsOptionsAndRefusesWhatItCannotUse() {
        fire("rubrics-add-criterion");
        window.until("the new criterion is open", () -> focused("criterion-title"));
        window.fx(
                () -> {
                    verifiers().requestFocus();
                    verifiers().setValue("regex");
                    return null;
                });
        window.until("its options are there", () -> window.node("verifier-pattern") != null);
        assertThat(window.fx(() -> focused("criterion-verifier"))).isTrue();
        edit("verifier-pattern", "(");
        window.until("the reason is there", () -> window.node("verifier-pattern-refused") != null);
        edit("verifier-pattern", " [0-9]+");
        window.until(
                "it is saved",
                () ->
                        draft().criteria().stream()
                                .flatMap(c -> c.automatic().stream())
                                .anyMatch(v -> v.options().equals(Map.of("pattern", " [0-9]+"))));
    }

    @Test
    void movingAStageTakesWhatIsBeingTypedAlong() {
        String second = draft().stages().get(1).title();
        window.fx(
                () -> {
                    TextField field = (TextField) window.node("stage-title");
                    field.requestFocus();
                    field.setText("Read it");
                    return null;
                });
        window.keys(KeyCode.ALT, KeyCode.DOWN);
        window.until("it moved", () -> draft().stages().get(0).title().equals(second));
        assertThat(draft().stages().get(1).title()).isEqualTo("Read it");
    }

    @Test
    void openingACriterionKeepsWhatIsBeingTyped() {
        window.fx(
                () -> {
                    TextField field = (TextField) window.node("stage-title");
                    field.requestFocus();
                    field.setText("Read it");
                    Node card = window.stage().getScene().getRoot().lookup(".selectable");
                    card.getOnMouseClicked().handle(null);
                    return null;
                });
        window.until("the criterion is open", () -> focused("criterion-title"));
        window.until("it is saved", () -> title().equals("Read it"));
    }

    @Test
    void whatIsTypedWhenTheWindowClosesIsKept() {
        window.fx(
                () -> {
                    TextField field = (TextField) window.node("stage-title");
                    field.requestFocus();
                    field.setText("Read it");
                    window.shell().closeWorkspace();
                    return null;
                });
        try (Workspace again = Workspace.open(folder.resolve("w.stepwright"))) {
            assertThat(again.rubrics().draft(TEMPLATE).orElseThrow().stages().get(0).title())
                    .isEqualTo("Read it");
        }
    }

    @Test
    void inANarrowWindowTheRightPanelIsADrawerUnderOneKey() {
        window.fx(
                () -> {
                    window.size(1000, 700);
                    return null;
                });
        window.until(
                "the panel is folded away",
                () ->
                        window.node("rubrics-panel").isVisible()
                                && window.node("rubrics-lint") == null);
        window.fx(
                () -> {
                    window.node("rubrics-stages").requestFocus();
                    return null;
                });
        window.keys(KeyCode.P);
        window.until("the panel is there", () -> window.node("rubrics-lint") != null);
        window.keys(KeyCode.P);
        window.until("the panel is folded away", () -> window.node("rubrics-lint") == null);
    }

    @Test
    void stagesSayThemselvesToAScreenReader() {
        window.until("the rows are drawn", () -> said().size() == draft().stages().size());
        assertThat(window.fx(this::said)).anySatisfy(words -> assertThat(words).contains(title()));
    }

    private List<String> said() {
        return window.node("rubrics-stages").lookupAll(".list-cell").stream()
                .filter(cell -> !((ListCell<?>) cell).isEmpty())
                .map(cell -> String.valueOf(cell.getAccessibleText()))
                .toList();
    }

    @SuppressWarnings("unchecked") // the id says what it is
    private ComboBox<String> verifiers() {
        return (ComboBox<String>) window.node("criterion-verifier");
    }

    private void edit(String id, String text) {
        window.fx(
                () -> {
                    TextField field = (TextField) window.node(id);
                    field.requestFocus();
                    field.setText(text);
                    return null;
                });
        window.keys(KeyCode.ENTER);
    }

    /** Presses keys on a node. */
    private void press(String id, KeyCode... together) {
        window.fx(
                () -> {
                    window.node(id).requestFocus();
                    return null;
                });
        window.keys(together);
    }

    private boolean focused(String id) {
        return window.node(id) != null && window.node(id).isFocused();
    }

    private void fire(String id) {
        window.until(id + " is there", () -> window.node(id) != null);
        window.fx(
                () -> {
                    ((Button) window.node(id)).fire();
                    return null;
                });
    }

    private String title() {
        return draft().stages().get(0).title();
    }

    private Rubric draft() {
        return window.shell().workspace().rubrics().draft(TEMPLATE).orElseThrow();
    }

    private List<RubricVersion> versions() {
        return window.shell().workspace().rubrics().versions(TEMPLATE);
    }
}
