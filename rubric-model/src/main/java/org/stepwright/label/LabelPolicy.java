package org.stepwright.label;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the labels of several people become one verdict a step, for exports and for training. A
 * decision that is recorded. Under each policy a reviewer's decision stands. {@code
 * agreement.LabelDecider} carries it out.
 */
public enum LabelPolicy {
    /** What most said; a tie goes to the worse verdict. The rule of {@link StepTargets}. */
    MAJORITY,
    /** What is most likely when each person's votes weigh by how far they can be relied on. */
    DAWID_SKENE,
    /** What everybody said; a step on which people differ is masked. */
    UNANIMOUS;

    /**
     * @return how it is written on the command line and in data set cards: {@code dawid-skene}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param word as {@link #word} gives it; case does not matter
     * @return the policy, if there is one
     */
    public static Optional<LabelPolicy> of(String word) {
        String wanted = word.toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(p -> p.word().equals(wanted)).findFirst();
    }

    /**
     * @return all words, for a sentence that names the choices
     */
    public static String words() {
        return Arrays.stream(values()).map(LabelPolicy::word).collect(Collectors.joining(", "));
    }
}
