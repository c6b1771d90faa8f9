package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;

/** The rubric in a narrow window, where it covers the verdicts while it is open. */
class DrawerWindowTest {
    @TempDir Path folder;
    private TestWindow window;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace w = Workspace.create(file)) {
            w.traces().add(List.of(new LabelledTrace(LabelFixture.trace(0), List.of())));
            w.rubrics().saveDraft(LabelFixture.rubric());
            w.rubrics().publish("sums", "first");
        }
        window = TestWindow.open(folder, file, "light", 1280, 800);
        window.show("label");
        LabelProbe probe = new LabelProbe(window.fx(() -> window.shell().current()));
        window.until("a trace is open", () -> "t0".equals(probe.traceId()) && probe.step() == 0);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private boolean drawer() {
        return window.fx(() -> window.node("label-rubric").isVisible());
    }

    @Test
    void whatRatingOpenedIsShutAfterIt() {
        window.keys(KeyCode.RIGHT);
        window.until("the drawer is open", this::drawer);
        window.keys(KeyCode.LEFT);
        window.until("the verdicts are bare again", () -> !drawer());
    }

    @Test
    void whatTheCommentOpenedIsShutAfterIt() {
        window.keys(KeyCode.C);
        window.until("the comment has the focus", () -> window.node("label-comment").isFocused());
        window.keys(KeyCode.ENTER);
        window.until("the verdicts are bare again", () -> !drawer());
    }

    @Test
    void whatThePanelKeyOpenedStays() {
        window.keys(KeyCode.P);
        window.until("the drawer is open", this::drawer);
        window.keys(KeyCode.RIGHT);
        window.keys(KeyCode.LEFT);
        assertThat(drawer()).isTrue();
        window.keys(KeyCode.P);
        window.until("the drawer is shut", () -> !drawer());
    }

    @Test
    void theCommentComesIntoSight() {
        window.fx(
                () -> {
                    window.size(1280, 380);
                    return null;
                });
        window.until(
                "the window is low",
                () -> window.node("label").getLayoutBounds().getHeight() < 380);
        window.keys(KeyCode.C);
        window.until(
                "the comment is in sight",
                () ->
                        window.node("label-comment").isFocused()
                                && in("label-rubric", "label-comment"));
    }

    private boolean in(String whole, String part) {
        Node node = window.node(part);
        Node view = window.node(whole);
        return node.isVisible()
                && node.getLayoutBounds().getWidth() > 20
                && view.localToScene(view.getLayoutBounds())
                        .contains(node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void aWindowOfASmallScreenAtDoubleSizeCutsNothingOff() {
        window.fx(
                () -> {
                    window.size(960, 540);
                    return null;
                });
        window.until(
                "queue and buttons are whole",
                () ->
                        in("label", "queue-filter")
                                && in("label", "label-submit")
                                && in("label", "label-bad-problem"));
        window.keys(KeyCode.ENTER);
        window.until("what is missing is said in sight", () -> in("label", "label-hint"));
    }

    @Test
    void theLowestValueIsNotTicked() {
        window.keys(KeyCode.RIGHT);
        window.keys(KeyCode.A);
        window.until("it is rated", () -> chosen().startsWith("✗"));
    }

    private String chosen() {
        return window.node("label-rubric").lookupAll(".rating").stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .findFirst()
                .orElse("");
    }
}
