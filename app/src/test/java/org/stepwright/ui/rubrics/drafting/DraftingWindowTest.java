package org.stepwright.ui.rubrics.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.storage.RubricStore;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.kit.Messages;

/** The real window and a real server: from a description to a changed rubric and back. */
class DraftingWindowTest {
    private static final Messages TEXTS = Messages.of("rubrics-drafting");

    @TempDir Path folder;
    private final AnsweringServer server = new AnsweringServer();
    private TestWindow window;

    private void open(boolean rubric, boolean connection) {
        Path file = folder.resolve("w.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            if (rubric) {
                workspace.rubrics().saveDraft(Airline.rubric());
            }
        }
        window = TestWindow.open(folder, file, "light", 1280, 800);
        if (connection) {
            window.app().settings().update(s -> s.withConnection(server.connection()));
        }
        window.show("rubrics");
        window.until(
                "the screen is there",
                () -> window.node(rubric ? "stage-title" : "rubrics-empty").isVisible());
    }

    @AfterEach
    void close() {
        window.close();
        server.close();
    }

    @Test
    void withoutAConnectionThatIsSaidAndSettingsAreOneButtonAway() {
        open(true, false);
        openPage();
        type("An airline agent.");
        Node missing = window.fx(() -> window.node("drafting-missing"));
        assertThat(missing.getAccessibleText()).isEqualTo(TEXTS.text("connection.none"));
        assertThat(window.fx(() -> window.node("drafting-go").isDisabled())).isTrue();
        fire("drafting-settings");
        window.until("settings are shown", () -> window.shell().current().id().equals("settings"));
        window.app().settings().update(s -> s.withConnection(server.connection()));
        window.show("rubrics");
        openPage();
        assertThat(typed()).isEqualTo("An airline agent.");
        window.until("it can be drafted", () -> !window.node("drafting-go").isDisabled());
        assertThat(window.fx(() -> window.node("drafting-missing"))).isNull();
    }

    @Test
    void chosenPiecesChangeTheRubricAndOneUndoBringsItBack() {
        open(true, true);
        openPage();
        type("An airline agent.");
        window.fx(
                () -> {
                    ((ToggleButton) window.node("drafting-improve")).fire();
                    return null;
                });
        server.answers(Airline.BETTER);
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("pieces are there", () -> list().getItems().size() == 4);
        window.until("the list has the focus", () -> list().isFocused());
        String spent = window.fx(() -> ((Label) window.node("proposals-spent")).getText());
        assertThat(spent).contains("700", "50");
        assertThat(server.asked()).hasSize(1);
        assertThat(draft()).isEqualTo(Airline.rubric());

        window.keys(KeyCode.SPACE); // the new title of the first stage is left out
        window.until("it is left out", () -> accept().getText().contains("3"));
        window.keys(KeyCode.SPACE);
        window.until("it is chosen again", () -> accept().getText().contains("4"));
        window.keys(KeyCode.DOWN);
        window.keys(KeyCode.SPACE); // the new stage, and with it its criterion
        window.until("its criterion goes too", () -> accept().getText().contains("2"));
        fire("proposals-accept");
        window.until("it is saved", () -> draft().stages().size() == 1);
        assertThat(draft().stages()).extracting(Stage::title).containsExactly("Find out who it is");
        window.until("the editor is in sight", () -> window.node("rubrics-drafting") == null);
        window.fx(
                () -> {
                    window.node("rubrics-stages").requestFocus();
                    return null;
                });
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("one undo brings all back", () -> draft().equals(Airline.rubric()));
    }

    @Test
    void aFailureStandsOnThePageAndNothingTypedIsLost() {
        open(true, true);
        openPage();
        type("An airline agent.");
        server.refuses(401);
        fire("drafting-go");
        window.until("it is said", () -> window.node("drafting-trouble").isVisible());
        Node trouble = window.fx(() -> window.node("drafting-trouble"));
        assertThat(trouble.getAccessibleText()).contains("local").endsWith(".");
        assertThat(typed()).isEqualTo("An airline agent.");
        window.keys(KeyCode.ESCAPE);
        window.until("the page is left", () -> window.node("rubrics-drafting") == null);
        openPage();
        assertThat(typed()).isEqualTo("An airline agent.");
        assertThat(draft()).isEqualTo(Airline.rubric());
        server.answers(Airline.BETTER);
        fire("drafting-go");
        window.until("pieces are there", () -> !list().getItems().isEmpty());
        assertThat(window.fx(() -> window.node("drafting-trouble"))).isNull();
    }

    @Test
    void aDraftOfItsOwnNeverOverwritesARubricOfThatName() {
        open(true, true);
        openPage();
        type("An airline agent.");
        server.answers(Airline.BETTER.replace("Airline agent", "Airline"));
        fire("drafting-go"); // the title makes the id, which is taken
        window.until("pieces are there", () -> !list().getItems().isEmpty());
        fire("proposals-accept");
        window.until("there are two", () -> rubrics().list().size() == 2);
        assertThat(draft()).isEqualTo(Airline.rubric());
        newOneIsOpen();
    }

    @Test
    void withoutARubricTheDraftBecomesOne() {
        open(false, true);
        fire("rubrics-draft-open");
        window.until("the page is there", () -> window.node("drafting-go") != null);
        assertThat(window.fx(() -> window.node("drafting-improve").getParent().isVisible()))
                .isFalse();
        type("An airline agent.");
        server.answers(Airline.BETTER);
        fire("drafting-go");
        window.until("pieces are there", () -> !list().getItems().isEmpty());
        fire("proposals-accept");
        window.until("it is saved", () -> rubrics().list().size() == 1);
        newOneIsOpen();
    }

    private void newOneIsOpen() {
        window.until(
                "it is open",
                () -> {
                    TextField title = (TextField) window.node("stage-title");
                    return title.getText().equals("Find out who it is");
                });
    }

    @Test
    void examplesOfACriterionAreTakenAndUndone() {
        open(true, true);
        window.fx(
                () -> {
                    window.stage().getScene().getRoot().lookup(".selectable").requestFocus();
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("the criterion is open", () -> window.node("criterion-examples") != null);
        fire("criterion-examples");
        window.until("both levels lack one", () -> window.node("examples-level-1") != null);
        server.answers(Airline.EXAMPLES);
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("proposals are there", () -> list().getItems().size() == 2);
        window.until("the list has the focus", () -> list().isFocused());
        window.keys(KeyCode.SPACE);
        window.until("one is left out", () -> accept().getText().contains("1"));
        fire("proposals-accept");
        window.until(
                "it is saved", () -> examples().equals(List.of("", "May I have your user id?")));
        window.fx(
                () -> {
                    window.node("rubrics-stages").requestFocus();
                    return null;
                });
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("one undo brings it back", () -> draft().equals(Airline.rubric()));
    }

    private List<String> examples() {
        return draft().stages().get(0).criteria().get(0).scale().levels().stream()
                .map(l -> l.example())
                .toList();
    }

    private RubricStore rubrics() {
        return window.shell().workspace().rubrics();
    }

    private Rubric draft() {
        return rubrics().draft("airline").orElseThrow();
    }

    private ListView<?> list() {
        return (ListView<?>) window.node("proposals");
    }

    private ButtonBase accept() {
        return (ButtonBase) window.node("proposals-accept");
    }

    private void openPage() {
        window.fx(
                () -> {
                    if (window.node("drafting-go") == null) {
                        ((MenuButton) window.node("rubrics-new")).getItems().get(1).fire();
                    }
                    return null;
                });
        window.until("the page is there", () -> window.node("drafting-go") != null);
    }

    private void type(String text) {
        window.fx(
                () -> {
                    ((TextArea) window.node("drafting-description")).setText(text);
                    return null;
                });
    }

    private String typed() {
        return window.fx(() -> ((TextArea) window.node("drafting-description")).getText());
    }

    private void fire(String id) {
        window.until(id + " can be used", () -> !window.node(id).isDisabled());
        window.fx(
                () -> {
                    ((ButtonBase) window.node(id)).fire();
                    return null;
                });
    }
}
