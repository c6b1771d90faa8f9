package org.stepwright.prm.signal;

import java.util.List;
import java.util.Objects;
import org.stepwright.verify.Verifier;

/**
 * The cheap signals of a step. Each is a number made from the problem and the steps so far, never
 * from later steps and never from how many steps there will be, so a streamed answer gives the same
 * numbers as a whole one. Counts are given as log(1 + count), so that a very long step does not
 * stand apart from all others.
 *
 * <p>Immutable and safe for many threads; the {@linkplain SignalState states} it starts are not.
 */
public final class Signals implements StepFeatures {
    /**
     * Version of the numbers. Raise it whenever a number changes that a model reads, be it a signal
     * or one of the encoder's: models are trained on one version and refused under another.
     */
    public static final int VERSION = 1;

    /** log(1 + index of the step, from 0). */
    public static final String POSITION = "position";

    /** log(1 + characters of the step). */
    public static final String LENGTH = "length";

    /** log(1 + words of doubt in the step). */
    public static final String DOUBT = "doubt";

    /** Names of the signals, in the order of the arrays that {@link SignalState#next} returns. */
    public static final List<String> NAMES =
            List.of(
                    POSITION,
                    LENGTH,
                    DOUBT,
                    // log(1 + words of doubt in all steps before)
                    "doubt_before",
                    // log(1 + words of assumption in the step)
                    "assumption",
                    // log(1 + arithmetic equalities that hold)
                    "equalities_hold",
                    // log(1 + arithmetic equalities that fail)
                    "equalities_fail",
                    // 1 when any equality failed in this step or before, else 0
                    "any_failure",
                    // log(1 + numbers in the step)
                    "numbers",
                    // log(1 + distinct numbers not seen before)
                    "new_numbers",
                    // share in [0, 1] of the step's distinct words not seen before
                    "new_words",
                    // share in [0, 1] of the problem's distinct numbers no step has used yet
                    "unused_numbers",
                    // cosine in [0, 1] of the words with the problem
                    "cosine_problem",
                    // cosine in [0, 1] of the words with the step before; 0 for the first
                    "cosine_previous",
                    // cosine in [0, 1] of the words with the mean of the steps before
                    "cosine_mean",
                    // share in [0, 1] of the step's word triples that a step before had
                    "repetition",
                    // equal signs per 10 characters
                    "equals_density",
                    // characters of LaTeX (\ $ ^ _ { }) per 10 characters
                    "latex_density",
                    // digits per character
                    "digit_density",
                    // 1 when the step boxes an answer, else 0
                    "boxed");

    private final Verifier arithmetic;

    /**
     * @param arithmetic finds arithmetic equalities in a step and says whether they hold; it may
     *     look only at the last step
     */
    public Signals(Verifier arithmetic) {
        this.arithmetic = Objects.requireNonNull(arithmetic, "arithmetic");
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public SignalState begin(String problem) {
        return new SignalState(problem, arithmetic);
    }

    @Override
    public void close() {
        // holds nothing native
    }
}
