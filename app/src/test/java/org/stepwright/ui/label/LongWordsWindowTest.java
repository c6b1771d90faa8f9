package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;

/** What a file says about a step can be of any length; the window shows as much as people read. */
class LongWordsWindowTest {
    private static final String LONG = "some words ".repeat(100_000).strip();

    @TempDir Path folder;

    @Test
    void longCommentsCorrectionsAndKindsDoNotFillTheWindow() {
        Path file = folder.resolve("w.stepwright");
        StepLabel label =
                new StepLabel(
                        "t0",
                        0,
                        0,
                        Verdict.WRONG,
                        List.of(),
                        Collections.nCopies(5_000, "kind"),
                        false,
                        false,
                        LONG,
                        "ana",
                        Instant.EPOCH,
                        "",
                        LabelSource.HUMAN,
                        LONG);
        try (Workspace w = Workspace.create(file)) {
            w.traces().add(List.of(new LabelledTrace(LabelFixture.trace(0), List.of())));
            w.labels().put(label).join();
        }
        try (TestWindow window = TestWindow.open(folder, file, "light", 1280, 800)) {
            window.show("label");
            LabelProbe probe = new LabelProbe(window.fx(() -> window.shell().current()));
            window.until("the trace is open", () -> "t0".equals(probe.traceId()));
            window.until("the comment is shown", () -> words(window).contains("“some words"));
            String shown = window.fx(() -> words(window));
            assertThat(shown).hasSizeLessThan(20_000).contains("+4980");
        }
        try (Workspace w = Workspace.open(file)) {
            assertThat(w.labels().of("t0", "ana")).containsExactly(label);
        }
    }

    private static String words(TestWindow window) {
        StringBuilder words = new StringBuilder();
        all(window.stage().getScene().getRoot())
                .filter(Text.class::isInstance)
                .forEach(n -> words.append(((Text) n).getText()).append(' '));
        return words.toString();
    }

    private static Stream<Node> all(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(LongWordsWindowTest::all))
                : Stream.of(node);
    }
}
