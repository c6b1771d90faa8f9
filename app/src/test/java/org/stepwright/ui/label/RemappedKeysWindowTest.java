package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyAction;

/** Keys are changed under Settings and used under Label, without a mouse. */
class RemappedKeysWindowTest {
    @TempDir Path folder;
    private TestWindow window;
    private LabelProbe probe;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace w = Workspace.create(file)) {
            w.traces().add(List.of(new LabelledTrace(LabelFixture.trace(0), List.of())));
        }
        window = TestWindow.open(folder, file, "light", 1280, 800);
        window.show("label");
        probe = new LabelProbe(window.fx(() -> window.shell().current()));
        window.until("a trace is open", () -> "t0".equals(probe.traceId()) && probe.step() == 0);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void anotherKeyLabelsAndShowsOnTheCard() {
        settings();
        find("wrong");
        assertThat(selected().name()).isEqualTo("wrong");
        window.keys(KeyCode.ENTER);
        press(KeyCode.I);
        window.until("it is kept", () -> remembered().equals("wrong=I"));
        assertThat(window.fx(() -> window.node("overlay").isVisible())).isFalse();

        window.show("label");
        assertThat(caps()).startsWith("I", "2", "3");
        window.keys(KeyCode.DIGIT1);
        window.keys(KeyCode.I);
        window.until("it is labelled", () -> probe.step() == 1 && probe.pending() == 0);
        List<StepLabel> labels = labels();
        assertThat(labels).extracting(StepLabel::verdict).containsExactly(Verdict.WRONG);

        settings();
        find("wrong");
        fire("keys-reset");
        window.until("it is as it was", () -> remembered().isEmpty());
        window.show("label");
        window.keys(KeyCode.DIGIT1);
        window.until("it is labelled", () -> probe.step() == 2 && probe.pending() == 0);
    }

    @Test
    void aTakenKeyIsSaidAndChangesHandsOnlyWhenToldTo() {
        settings();
        find("neutral");
        window.keys(KeyCode.ENTER);
        press(KeyCode.DIGIT3);
        window.until("it is said", () -> says().startsWith("✗ 3 is taken. It does: correct"));
        window.keys(KeyCode.ESCAPE);
        window.until("nothing is asked", () -> !window.node("overlay").isVisible());
        assertThat(remembered()).isEmpty();

        window.keys(KeyCode.ENTER);
        press(KeyCode.DIGIT3);
        window.until("it is said", () -> window.node("key-capture-take").isFocused());
        window.keys(KeyCode.ENTER);
        window.until("it is kept", () -> remembered().equals("correct=;neutral=DIGIT3"));
    }

    @Test
    void theWindowsOwnKeyIsRefused() {
        settings();
        find("neutral");
        window.keys(KeyCode.ENTER);
        press(KeyCode.CONTROL, KeyCode.K);
        window.until("it is said", () -> says().startsWith("✗ Ctrl K is the window’s own"));
        assertThat(window.fx(() -> window.node("key-capture-take").isVisible())).isFalse();
        assertThat(remembered()).isEmpty();
    }

    @Test
    void keysThatAreSetTwiceAreListedInWords() {
        window.app()
                .settings()
                .update(s -> s.withRemembered(ActionKeys.REMEMBERED, "wrong=DIGIT3;spark=F11"));
        settings();
        String sentence =
                window.fx(
                        () -> {
                            Label banner =
                                    (Label) window.node("keys-conflicts").lookup(".banner .label");
                            return banner.getText();
                        });
        assertThat(sentence)
                .contains("2 keys are set for two things")
                .contains("3: “wrong” and “correct”")
                .contains("F11: “spark");
        fire("keys-reset-all");
        window.until("it is asked", () -> window.node("overlay-yes") != null);
        fire("overlay-yes");
        window.until("all is as it was", () -> remembered().isEmpty());
        assertThat(window.fx(() -> window.node("keys-conflicts").isVisible())).isFalse();
    }

    @Test
    void everyActionThatCanHaveAKeyIsDone() {
        List<String> failed =
                window.fx(
                        () -> {
                            List<String> failures = new ArrayList<>();
                            for (Command command : window.shell().current().commands()) {
                                try {
                                    command.action().run();
                                } catch (RuntimeException e) {
                                    failures.add(command.title() + ": " + e);
                                }
                            }
                            return failures;
                        });
        assertThat(failed).isEmpty();
    }

    private void settings() {
        window.show("settings");
        window.fx(
                () -> {
                    window.node("keys-search").requestFocus();
                    return null;
                });
    }

    /** Types into the search field and goes to what it found. */
    private void find(String words) {
        window.fx(
                () -> {
                    ((TextField) window.node("keys-search")).setText(words);
                    return null;
                });
        window.keys(KeyCode.DOWN);
        window.until("the list has the keyboard", () -> window.node("keys-list").isFocused());
    }

    private void press(KeyCode... keys) {
        window.until(
                "a key is asked for",
                () -> window.node("key-capture") != null && window.node("key-capture").isFocused());
        window.keys(keys);
    }

    private void fire(String button) {
        window.fx(
                () -> {
                    ((Button) window.node(button)).fire();
                    return null;
                });
    }

    private KeyAction selected() {
        return window.fx(
                () ->
                        (KeyAction)
                                ((ListView<?>) window.node("keys-list"))
                                        .getSelectionModel()
                                        .getSelectedItem());
    }

    private String says() {
        return ((Label) window.node("key-capture-says")).getText();
    }

    private String remembered() {
        return window.app()
                .settings()
                .current()
                .remembered()
                .getOrDefault(ActionKeys.REMEMBERED, "");
    }

    private List<String> caps() {
        return window.fx(
                () ->
                        window.node("step-0").lookupAll(".step-key .key-cap").stream()
                                .map(n -> ((Label) n).getText())
                                .toList());
    }

    private List<StepLabel> labels() {
        Node any = window.fx(() -> window.node("label"));
        assertThat(any).isNotNull();
        return window.shell().workspace().labels().of("t0", "ana");
    }
}
