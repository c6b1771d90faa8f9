package org.stepwright.prm.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.Pinned;
import org.stepwright.trace.Step;
import org.stepwright.verify.ArithmeticVerifier;

/**
 * Models are trained on numbers that this code makes; when the code changes its numbers, they score
 * differently without a word. So the numbers are pinned under {@link Signals#VERSION}.
 */
class SignalsVersionTest {
    private static final Map<Integer, String> DIGESTS =
            Map.of(1, "45cb3c84b0cbe10dd0f3ef1fc24c143f0addd0de13ff40f52712268d42ad0d42");

    private final Signals signals = new Signals(new ArithmeticVerifier());

    @Test
    void theNumbersAreThoseOfTheirVersion() {
        assertThat(Pinned.digest(signals))
                .as("raise Signals.VERSION when a number changes, and pin the new digest here")
                .isEqualTo(DIGESTS.get(Signals.VERSION));
    }

    @Test
    void thePinnedAnswersMoveEverySignal() {
        Set<Integer> moved = new HashSet<>();
        for (Pinned.Answer answer : Pinned.ANSWERS) {
            SignalState state = signals.begin(answer.problem());
            for (Step step : answer.steps()) {
                float[] row = state.next(step);
                for (int i = 0; i < row.length; i++) {
                    if (row[i] != 0) {
                        moved.add(i);
                    }
                }
            }
        }
        assertThat(moved).hasSameSizeAs(Signals.NAMES);
    }
}
