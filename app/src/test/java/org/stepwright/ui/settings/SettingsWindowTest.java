package org.stepwright.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.verify.CodeTests;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;
import org.stepwright.settings.RunCode;
import org.stepwright.ui.TestWindow;

class SettingsWindowTest {
    @TempDir Path folder;

    @Test
    void theThemeIsShownAndRemembered() {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            window.show("settings");
            fire(window, "theme-dark");
            assertThat(window.fx(() -> window.node("shell").getStyleClass())).contains("dark");
            window.until(
                    "it is remembered",
                    () -> window.app().settings().current().theme().equals("dark"));
            fire(window, "theme-light");
            assertThat(window.fx(() -> window.node("shell").getStyleClass()))
                    .doesNotContain("dark");
            window.until(
                    "the last choice is remembered",
                    () -> window.app().settings().current().theme().equals("light"));
        }
    }

    @Test
    void aRecordedConnectionIsAddedAndTested() throws Exception {
        Path recording = folder.resolve("answers.jsonl");
        Files.writeString(
                recording,
                "{\"prompt\":\"2+2?\",\"model\":\"m\",\"chunks\":[{\"text\":\"4\",\"delay_ms\":1}]}\n");
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            window.show("settings");
            fire(window, "connection-add");
            window.until("the form is there", () -> window.node("connection-kind") != null);
            window.fx(
                    () -> {
                        kinds(window).setValue(ConnectionKind.RECORDED);
                        text(window, "connection-name", "demo");
                        return null;
                    });
            fire(window, "connection-save");
            window.until(
                    "the missing file is complained about",
                    () -> window.node("connection-trouble").isVisible());
            window.fx(
                    () -> {
                        text(window, "connection-recording", recording.toString());
                        return null;
                    });
            fire(window, "connection-save");
            window.until("it is listed", () -> window.node("connection-test-demo") != null);
            assertThat(window.app().settings().current().connections())
                    .containsExactly(Connection.recorded("demo", recording.toString()));
            fire(window, "connection-test-demo");
            window.until(
                    "the test has ended",
                    () -> !((VBox) window.node("connections")).lookupAll(".banner").isEmpty());
        }
    }

    @Test
    void aKeyNeverGetsIntoTheSettings() throws Exception {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            window.show("settings");
            fire(window, "connection-add");
            window.until("the form is there", () -> window.node("connection-kind") != null);
            window.fx(
                    () -> {
                        text(window, "connection-name", "mine");
                        text(window, "connection-model", "m");
                        text(window, "connection-key", "s3cret-key");
                        return null;
                    });
            fire(window, "connection-save");
            window.until("it is listed", () -> window.node("connection-test-mine") != null);
            assertThat(Files.readString(folder.resolve("settings.json")))
                    .contains("mine")
                    .doesNotContain("s3cret-key");
        }
    }

    @Test
    void aWholeNumberWithACommaIsRefusedNotReadAsFour() {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            window.show("settings");
            fire(window, "connection-add");
            window.until("the form is there", () -> window.node("connection-kind") != null);
            window.fx(
                    () -> {
                        text(window, "connection-name", "mine");
                        text(window, "connection-model", "m");
                        text(window, "connection-max-tokens", "4,096");
                        return null;
                    });
            fire(window, "connection-save");
            window.until("it is refused", () -> window.node("connection-trouble").isVisible());
            assertThat(window.app().settings().current().connections()).isEmpty();
            window.fx(
                    () -> {
                        text(window, "connection-max-tokens", "4096");
                        return null;
                    });
            fire(window, "connection-save");
            window.until("it is listed", () -> window.node("connection-test-mine") != null);
            assertThat(window.app().settings().current().connections().get(0).maxTokens())
                    .isEqualTo(4096);
        }
    }

    @Test
    void codeIsOnlyTurnedOnWithACommandThatWorks() {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            window.show("settings");
            window.until("the switch is there", () -> window.node("run-code") != null);
            for (String bad : List.of("", "sh", "no-such-program {file}")) {
                turnOn(window, bad);
                window.until("it is said", () -> window.node("run-code-trouble").isVisible());
                assertThat(window.fx(() -> ((CheckBox) window.node("run-code")).isSelected()))
                        .isFalse();
                assertThat(window.app().settings().current().runCode().allowed()).isEmpty();
            }
            turnOn(window, "sh {file}");
            assertThat(window.app().settings().current().runCode().allowed()).contains("sh {file}");
            assertThat(window.node("run-code-trouble").isVisible()).isFalse();
            assertThat(summary(window)).doesNotContain("off");
            window.fx(
                    () -> {
                        ((CheckBox) window.node("run-code")).fire();
                        return null;
                    });
            assertThat(window.app().settings().current().runCode())
                    .isEqualTo(new RunCode(false, "sh {file}"));
            assertThat(summary(window)).contains("It is off");
        }
    }

    private static String summary(TestWindow window) {
        return window.app().verifiers(null).kind(CodeTests.NAME).orElseThrow().summary();
    }

    private static void turnOn(TestWindow window, String command) {
        window.fx(
                () -> {
                    ((TextArea) window.node("run-code-command")).setText(command);
                    ((CheckBox) window.node("run-code")).fire();
                    return null;
                });
    }

    @SuppressWarnings("unchecked") // the id says what it is
    private static ComboBox<ConnectionKind> kinds(TestWindow window) {
        return (ComboBox<ConnectionKind>) window.node("connection-kind");
    }

    private static void text(TestWindow window, String id, String text) {
        ((TextField) window.node(id)).setText(text);
    }

    private static void fire(TestWindow window, String id) {
        window.until(id + " is there", () -> window.node(id) != null);
        window.fx(
                () -> {
                    if (window.node(id) instanceof ToggleButton toggle) {
                        toggle.fire();
                    } else {
                        ((Button) window.node(id)).fire();
                    }
                    return null;
                });
    }
}
