package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.prose.Prose;

/** Needs the toolkit, as it makes nodes. */
class AlternativesPaneWindowTest {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    @TempDir Path folder;

    @Test
    void oneIsFramedAndEachShowsItsOwnLabel() {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            window.fx(
                    () -> {
                        Map<Integer, StepLabel> labels = new HashMap<>();
                        labels.put(2, label(2, Verdict.WRONG));
                        List<Integer> clicks = new ArrayList<>();
                        AlternativesPane pane =
                                new AlternativesPane(
                                        new Prose(),
                                        List.of("So $x = 3$.", "So x = 4."),
                                        labels::get,
                                        clicks::add);
                        pane.select(1);
                        assertThat(framed(pane)).containsExactly("alternative-1");
                        assertThat(words(pane)).contains("? your call", "✗ wrong");
                        labels.put(1, label(1, Verdict.CORRECT));
                        pane.refresh(1);
                        assertThat(words(pane)).contains("✓ correct", "✗ wrong");
                        assertThat(pane.card(1).getAccessibleText())
                                .contains("Alternative a of 2", "correct");
                        pane.select(0);
                        assertThat(framed(pane)).isEmpty();
                        return null;
                    });
        }
    }

    private static StepLabel label(int candidate, Verdict verdict) {
        return new StepLabel(
                "t",
                0,
                candidate,
                verdict,
                List.of(),
                List.of(),
                false,
                false,
                "",
                "ana",
                Instant.EPOCH,
                "",
                LabelSource.HUMAN,
                "");
    }

    private static List<String> framed(AlternativesPane pane) {
        return pane.getChildren().stream()
                .filter(n -> n.getPseudoClassStates().contains(CURRENT))
                .map(Node::getId)
                .toList();
    }

    private static List<String> words(AlternativesPane pane) {
        return pane.lookupAll(".verdict").stream().map(n -> ((Labeled) n).getText()).toList();
    }
}
