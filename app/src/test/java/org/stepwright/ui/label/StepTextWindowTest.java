package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.ui.TestWindow;

/** Needs the toolkit, as it makes nodes. */
class StepTextWindowTest {
    @TempDir Path folder;

    @Test
    void marksEndInTheirParagraphAndWithinAStretch() {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            assertThat(styled(window, "a **b** and $x$"))
                    .containsExactly("text-strong", "text-math");
            assertThat(styled(window, "a **b\n\nc** and `d`")).containsExactly("text-code");
            assertThat(styled(window, "**" + "x".repeat(500) + "**")).isEmpty();
            assertThat(styled(window, "$3 and $4")).isEmpty();
        }
    }

    private static List<String> styled(TestWindow window, String text) {
        return window.fx(
                () ->
                        StepText.flow(text).getChildren().stream()
                                .flatMap(n -> n.getStyleClass().stream())
                                .toList());
    }
}
