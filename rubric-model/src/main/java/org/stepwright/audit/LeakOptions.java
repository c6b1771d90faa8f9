package org.stepwright.audit;

import java.util.Objects;

/**
 * How leaks are looked for.
 *
 * @param splitOf tells the part of a row
 * @param words words in a run that a problem and a benchmark share, at least 1
 * @param contained the share of a benchmark problem's runs that another text must hold to count as
 *     a leak, in (0, 1]
 */
public record LeakOptions(SplitOf splitOf, int words, double contained) {
    /**
     * Runs of 13 words, as in the contamination study of GPT-3 (Brown et al., 2020, appendix C);
     * half of a problem's runs, as one alone is often a turn of phrase.
     */
    public static final LeakOptions DEFAULT = new LeakOptions(SplitOf.STATED, 13, 0.5);

    /** Validates. */
    public LeakOptions {
        Objects.requireNonNull(splitOf, "splitOf");
        if (words < 1 || !(contained > 0 && contained <= 1)) {
            throw new IllegalArgumentException("Runs have a word, and a share lies in (0, 1].");
        }
    }

    /**
     * @param newSplitOf tells the part of a row
     * @return these options with it
     */
    public LeakOptions withSplit(SplitOf newSplitOf) {
        return new LeakOptions(newSplitOf, words, contained);
    }
}
