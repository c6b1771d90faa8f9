package org.stepwright.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Scale.Level;
import org.stepwright.ui.kit.ScaleKeys.Choice;

class ScaleKeysTest {
    private static Scale likert(double min, double max) {
        return new Scale(
                Scale.Kind.LIKERT, min, max, List.of(new Level(min, "low", "the anchor", "")));
    }

    @Test
    void allWholeNumbersCanBeChosenAlsoThoseThatAreNotDescribed() {
        assertThat(ScaleKeys.of(likert(1, 3)))
                .containsExactly(
                        new Choice("a", 1, "low", "the anchor"),
                        new Choice("s", 2, "2", ""),
                        new Choice("d", 3, "3", ""));
    }

    /** A rubric may come from a stranger: there, adding 1 changes nothing. */
    @Test
    void aScaleOfVeryLargeNumbersEnds() {
        assertThat(ScaleKeys.of(likert(1e16, 1e16 + 8))).hasSizeLessThanOrEqualTo(9);
    }
}
