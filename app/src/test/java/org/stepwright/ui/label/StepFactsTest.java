package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Criterion.Judged;
import org.stepwright.rubric.Scale;

/** What somebody's own ratings come to. */
class StepFactsTest {
    private static final StepFacts FACTS =
            new StepFacts(
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(
                            criterion("tone", Scale.ternary(), false),
                            criterion("facts", Scale.binary(), true)));

    private static Criterion criterion(String id, Scale scale, boolean gate) {
        return new Criterion(id, id, "", scale, 1, gate, Judged.STYLE, null);
    }

    private static StepLabel label(Verdict verdict, Rating... ratings) {
        return new StepLabel(
                "t",
                0,
                0,
                verdict,
                List.of(ratings),
                List.of(),
                false,
                false,
                "",
                "ana",
                Instant.EPOCH,
                "",
                LabelSource.HUMAN);
    }

    @Test
    void ratingsComeToAVerdict() {
        assertThat(FACTS.rated(label(null, new Rating("tone", 1), new Rating("facts", 1))))
                .get()
                .satisfies(
                        s -> {
                            assertThat(s.verdict()).isEqualTo(Verdict.CORRECT);
                            assertThat(s.source()).isEqualTo("ratings");
                            assertThat(s.reward()).isEqualTo(1);
                        });
        assertThat(FACTS.rated(label(null, new Rating("tone", 1), new Rating("facts", 0))))
                .as("a closed gate")
                .get()
                .extracting(StepSuggestion::verdict)
                .isEqualTo(Verdict.WRONG);
        assertThat(FACTS.rated(label(null, new Rating("tone", 0))))
                .get()
                .extracting(StepSuggestion::verdict)
                .isEqualTo(Verdict.NEUTRAL);
    }

    @Test
    void nothingIsSuggestedOverAVerdictOrFromNothing() {
        assertThat(FACTS.rated(null)).isEmpty();
        assertThat(FACTS.rated(label(null))).isEmpty();
        assertThat(FACTS.rated(label(Verdict.NEUTRAL, new Rating("tone", 1)))).isEmpty();
        assertThat(FACTS.rated(label(null, new Rating("other", 1)))).isEmpty();
    }

    @Test
    void ratingsOfAnotherVersionThatTheScaleDoesNotHaveDoNotCount() {
        assertThat(FACTS.rated(label(null, new Rating("tone", 7)))).isEmpty();
        assertThat(FACTS.rated(label(null, new Rating("tone", 7), new Rating("facts", 1))))
                .get()
                .extracting(StepSuggestion::verdict)
                .isEqualTo(Verdict.CORRECT);
    }
}
