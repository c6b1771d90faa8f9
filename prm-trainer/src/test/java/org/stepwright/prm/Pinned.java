package org.stepwright.prm;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.stepwright.prm.digest.Sha256;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/** Fixed answers whose numbers are pinned for each version of the signals. */
public final class Pinned {
    /**
     * @param problem what was asked
     * @param steps the answer
     */
    public record Answer(String problem, List<Step> steps) {}

    /** Answers that move every signal. */
    public static final List<Answer> ANSWERS =
            List.of(
                    new Answer(
                            "A crate holds 12 boxes of 1,250.50 g. How heavy are 3 crates, in kg?",
                            List.of(
                                    Step.of("Step 1: We assume each box weighs 1250.50 g."),
                                    Step.of("Step 2: 12 * 1250.5 = 15006, so a crate has 15006 g."),
                                    Step.of("Wait, 3 * 15006 = 45017. Suppose that is right."),
                                    Step.of("Actually 3 * 15006 = 45018, perhaps 45.018 kg."),
                                    Step.of("**Step 5**: So the answer is $\\boxed{45.018}$."))),
                    new Answer(
                            "Solve \\(x^2 - 5x + 6 = 0\\).",
                            List.of(
                                    Step.of("1. Factor: $(x-2)(x-3) = 0$ and x_1 = 2, x_2 = 3."),
                                    Step.of("1. Factor: $(x-2)(x-3) = 0$ and x_1 = 2, x_2 = 3."),
                                    Step.of("2 + 3 = 5 and 2 * 3 = 7; hmm, that seems unclear."))),
                    new Answer(
                            "Which customer waits longest?",
                            List.of(
                                    new Step(
                                            "SELECT customer FROM waits ORDER BY days DESC",
                                            StepKind.TEXT,
                                            "Ada 14, Bob 9",
                                            List.of()),
                                    Step.of("   "),
                                    Step.of("Ada waits 14 days, Bob 9: 14 - 9 = 5 more."),
                                    Step.of("\u00c4rger \u4e09 \ud83d\ude80 e\u0301t\u00e9"))));

    private Pinned() {}

    /**
     * @param features what models read
     * @return a digest of all its numbers on the answers, to five decimals, which every processor
     *     agrees on
     */
    public static String digest(StepFeatures features) {
        StringBuilder all = new StringBuilder(String.join(",", features.names()));
        for (Answer answer : ANSWERS) {
            add(all, features.begin(answer.problem()), answer);
        }
        return sha256(all.toString());
    }

    /**
     * @param all where to
     * @param state the state before the answer's first step
     * @param answer one of the answers
     */
    public static void add(StringBuilder all, StepFeatures.State state, Answer answer) {
        for (Step step : answer.steps()) {
            all.append('\n');
            for (float value : state.next(step)) {
                // Adding 0 makes -0 the same as 0.
                all.append(String.format(Locale.ROOT, "%.5f ", value + 0.0f));
            }
        }
    }

    /**
     * @param text any text
     * @return its SHA-256, hexadecimal
     */
    public static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
