package org.stepwright.trace;

import java.util.List;
import java.util.Objects;

/**
 * Cuts a streamed text into steps as it arrives. However the text is cut into chunks, the steps are
 * the same. Not safe for use by several threads at once.
 */
public final class StepStream {
    private final SplitRule rule;

    /**
     * @param rule where to cut
     */
    public StepStream(SplitRule rule) {
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    /**
     * @param chunk the next piece of text, maybe empty
     * @return the steps that are complete now
     * @throws IllegalStateException after {@link #finish()}
     */
    public List<Step> feed(String chunk) {
        throw new UnsupportedOperationException(rule + chunk);
    }

    /**
     * Says that the text has ended, also when it broke off.
     *
     * @return the steps that were still open
     * @throws IllegalStateException when called twice
     */
    public List<Step> finish() {
        throw new UnsupportedOperationException(rule.toString());
    }
}
