package org.stepwright.prm.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.Pinned;
import org.stepwright.prm.signal.Signals;
import org.stepwright.verify.ArithmeticVerifier;

/** As for the signals: what is made of the encoder's vectors is pinned under the same version. */
class FrozenVersionTest {
    private static final Map<Integer, String> DIGESTS =
            Map.of(1, "ee3501a08865ef73da405f8fee1cbe8df42f03f6f51e211f77e2fe1dea0a211c");

    @Test
    void theNumbersAreThoseOfTheirVersion() {
        Signals signals = new Signals(new ArithmeticVerifier());
        StringBuilder all = new StringBuilder();
        for (Pinned.Answer answer : Pinned.ANSWERS) {
            Pinned.add(
                    all,
                    new FrozenState(
                            signals.begin(answer.problem()),
                            FrozenVersionTest::vector,
                            answer.problem()),
                    answer);
        }
        assertThat(Pinned.sha256(all.toString()))
                .as("raise Signals.VERSION when a number changes, and pin the new digest here")
                .isEqualTo(DIGESTS.get(Signals.VERSION));
    }

    /** Made-up vectors by the text, since the real ones differ a little between processors. */
    private static float[] vector(String text) {
        Random random = new Random(text.hashCode());
        float[] vector = new float[Encoder.DIMENSION];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = random.nextFloat() - 0.5f;
        }
        return vector;
    }
}
