package org.stepwright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.settings.Locations;
import org.stepwright.settings.Settings;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.SettingsWriter;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.label.LabelProbe;

class ShellWindowTest {
    @TempDir Path folder;

    private Path workspace() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace w = Workspace.create(file)) {
            w.traces()
                    .add(
                            List.of(
                                    row("a", "How many pears does Ben have?"),
                                    row("b", "How far is the lighthouse?")));
        }
        return file;
    }

    private static LabelledTrace row(String id, String problem) {
        return new LabelledTrace(Trace.of(id, problem, List.of("One.", "Two.")), List.of());
    }

    @Test
    void controlKFindsATraceAndEnterOpensIt() {
        try (TestWindow window = TestWindow.open(folder, workspace(), "light", 1280, 800)) {
            window.keys(KeyCode.CONTROL, KeyCode.K);
            window.until("the search has the focus", () -> window.node("search").isFocused());
            for (char letter : "lighthouse".toCharArray()) {
                window.keys(KeyCode.valueOf(String.valueOf(Character.toUpperCase(letter))));
            }
            window.until("the trace is found", () -> hits(window).getItems().size() == 1);
            window.keys(KeyCode.ENTER);
            window.until("Label is shown", () -> window.shell().current().id().equals("label"));
            LabelProbe probe = new LabelProbe(window.fx(() -> window.shell().current()));
            window.until("the trace is open", () -> "b".equals(probe.traceId()));
        }
    }

    @Test
    void goodNewsMovesNothingAndTroubleStandsAboveTheScreen() {
        try (TestWindow window = TestWindow.open(folder, workspace(), "light", 1280, 800)) {
            double before = window.fx(() -> top(window));
            window.fx(() -> said(window, Tone.SUCCESS));
            window.until("it is said", () -> window.node("banner") != null);
            assertThat(window.fx(() -> top(window))).isEqualTo(before);
            window.fx(() -> said(window, Tone.DANGER));
            window.until("the screen makes room", () -> top(window) > before);
            window.keys(KeyCode.ESCAPE);
            window.until("it is put away", () -> window.node("banner") == null);
        }
    }

    private static double top(TestWindow window) {
        Node screen = window.shell().current().node();
        return screen.localToScene(screen.getLayoutBounds()).getMinY();
    }

    private static Object said(TestWindow window, Tone tone) {
        window.shell().say(tone, "Well.");
        return null;
    }

    @Test
    void whatHomeDoesIsFoundOnEveryScreen() {
        try (TestWindow window = TestWindow.open(folder, workspace(), "light", 1280, 800)) {
            window.show("data");
            window.keys(KeyCode.CONTROL, KeyCode.K);
            window.until("the search has the focus", () -> window.node("search").isFocused());
            for (char letter : "CREATE".toCharArray()) {
                window.keys(KeyCode.valueOf(String.valueOf(letter)));
            }
            window.until("the command is found", () -> hits(window).getItems().size() == 1);
        }
    }

    @Test
    void controlKRunsCommands() {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            window.keys(KeyCode.CONTROL, KeyCode.K);
            window.until("the search has the focus", () -> window.node("search").isFocused());
            window.keys(KeyCode.D);
            window.keys(KeyCode.A);
            window.keys(KeyCode.R);
            window.keys(KeyCode.K);
            window.until(
                    "the command is found",
                    () ->
                            hits(window).getItems().size() == 1
                                    && hits(window).getSelectionModel().getSelectedIndex() == 0);
            window.keys(KeyCode.ENTER);
            window.until(
                    "the window is dark",
                    () -> window.node("shell").getStyleClass().contains("dark"));
            window.until(
                    "it is remembered",
                    () -> window.app().settings().current().theme().equals("dark"));
        }
    }

    @Test
    void enterRunsWhatWasTypedHoweverFast() {
        try (TestWindow window = TestWindow.open(folder, workspace(), "light", 1280, 800)) {
            window.keys(KeyCode.CONTROL, KeyCode.K);
            window.until(
                    "everything is offered",
                    () -> hits(window).isVisible() && hits(window).getItems().size() > 3);
            typeAndEnter(window, "dark");
            window.until(
                    "the window is dark",
                    () -> window.node("shell").getStyleClass().contains("dark"));
            assertThat(window.fx(() -> window.shell().current().id())).isEqualTo("home");
            window.keys(KeyCode.CONTROL, KeyCode.K);
            window.until("the search has the focus", () -> window.node("search").isFocused());
            typeAndEnter(window, "lighthouse");
            window.until("Label is shown", () -> window.shell().current().id().equals("label"));
            LabelProbe probe = new LabelProbe(window.fx(() -> window.shell().current()));
            window.until("the trace is open", () -> "b".equals(probe.traceId()));
        }
    }

    /** All in one go, so that the search has no time to begin. */
    private static void typeAndEnter(TestWindow window, String text) {
        window.fx(
                () -> {
                    TextField field = (TextField) window.node("search");
                    field.setText(text);
                    field.fireEvent(press(KeyCode.ENTER, false, false));
                    return null;
                });
    }

    private static KeyEvent press(KeyCode code, boolean control, boolean alt) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false);
    }

    @Test
    void altGrTypesAndGoesNowhere() {
        try (TestWindow window = TestWindow.open(folder, workspace(), "light", 1280, 800)) {
            String before = window.fx(() -> window.shell().current().id());
            window.fx(
                    () -> {
                        window.node("shell").fireEvent(press(KeyCode.DIGIT3, true, true));
                        return null;
                    });
            assertThat(window.fx(() -> window.shell().current().id())).isEqualTo(before);
            window.fx(
                    () -> {
                        window.node("shell").fireEvent(press(KeyCode.DIGIT3, true, false));
                        return null;
                    });
            assertThat(window.fx(() -> window.shell().current().id())).isNotEqualTo(before);
        }
    }

    @Test
    void questionMarkShowsTheKeysOfTheScreenAndEscClosesThem() {
        try (TestWindow window = TestWindow.open(folder, workspace(), "light", 1280, 800)) {
            window.show("label");
            window.keys(KeyCode.SHIFT, KeyCode.SLASH);
            window.until("the keys are shown", () -> window.node("keys") != null);
            window.keys(KeyCode.ESCAPE);
            window.until("the keys are gone", () -> window.node("keys") == null);
        }
    }

    @Test
    void screensThatNeedAWorkspaceAppearWithOne() {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            assertThat(window.fx(() -> window.shell().reachable()))
                    .containsExactly("home", "settings");
            Path file = workspace();
            window.fx(
                    () -> {
                        window.shell().openWorkspace(file);
                        return null;
                    });
            window.until(
                    "it is open",
                    () -> window.shell().reachable().containsAll(List.of("label", "data")));
            assertThat(window.app().settings().current().recentWorkspaces())
                    .containsExactly(file.toAbsolutePath());
        }
    }

    @Test
    void aWorkspaceThatIsNotThereIsSaidInASentence() {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            window.fx(
                    () -> {
                        window.shell().openWorkspace(folder.resolve("gone.stepwright"));
                        return null;
                    });
            window.until("a sentence says so", () -> window.node("banner") != null);
        }
    }

    @Test
    void screensOfTheOpenWorkspaceOutliveAnotherThatCannotBeOpened() {
        try (TestWindow window = TestWindow.open(folder, workspace(), "light", 1280, 800)) {
            window.show("label");
            Screen label = window.fx(() -> window.shell().current());
            window.fx(
                    () -> {
                        window.shell().openWorkspace(folder.resolve("gone.stepwright"));
                        return null;
                    });
            window.until("a sentence says so", () -> window.node("banner") != null);
            window.show("label");
            assertThat(window.fx(() -> window.shell().current())).isSameAs(label);
        }
    }

    @Test
    void settingsThatCannotBeWrittenAreASentenceAndTheThemeStillChanges() throws Exception {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            Path settings = new Locations(folder, folder).settingsFile();
            Files.delete(settings);
            Files.createSymbolicLink(settings, settings); // not even root can read it now
            window.fx(
                    () -> {
                        window.shell().theme("dark");
                        return null;
                    });
            window.until("a sentence says so", () -> window.node("banner") != null);
            assertThat(window.fx(() -> window.node("shell").getStyleClass())).contains("dark");
            Path file = workspace();
            window.fx(
                    () -> {
                        window.shell().openWorkspace(file);
                        return null;
                    });
            window.until("it is open", () -> window.shell().reachable().contains("label"));
            Files.delete(settings);
        }
    }

    @Test
    void theSystemsThemeIsAskedForOffTheUiThread() {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            AtomicReference<Boolean> onUiThread = new AtomicReference<>();
            FxTasks tasks =
                    new FxTasks(
                            window.app().tasks(),
                            query -> new Thread(query).start(),
                            Platform::runLater,
                            Throwable::getMessage);
            Scene scene = new Scene(new StackPane());
            window.fx(
                    () ->
                            new Themes(
                                    Settings.defaults().withTheme("system"),
                                    new SettingsWriter(window.app().settings(), tasks, why -> {}),
                                    tasks,
                                    () -> {
                                        onUiThread.set(Platform.isFxApplicationThread());
                                        return true;
                                    },
                                    scene,
                                    List.of()));
            window.until("it is dark", () -> scene.getRoot().getStyleClass().contains("dark"));
            assertThat(onUiThread.get()).isFalse();
        }
    }

    private static ListView<?> hits(TestWindow window) {
        return (ListView<?>) window.node("search-hits");
    }
}
