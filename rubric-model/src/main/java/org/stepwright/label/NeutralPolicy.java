package org.stepwright.label;

import java.util.OptionalDouble;

/**
 * What a neutral verdict becomes where a format or a loss knows only wrong and correct. A decision
 * that is recorded.
 */
public enum NeutralPolicy {
    /** Neutral counts as wrong (TRL's own PRM800K converter). */
    WRONG,
    /** Neutral counts as correct (Qwen's PRM800K models). */
    CORRECT,
    /** Neutral steps are left out. */
    DROP;

    /**
     * @param verdict a step's verdict
     * @return the step's target reward, 0 or 1, or empty when the step is left out
     */
    public OptionalDouble target(Verdict verdict) {
        return switch (verdict) {
            case WRONG -> OptionalDouble.of(0);
            case CORRECT -> OptionalDouble.of(1);
            case NEUTRAL ->
                    switch (this) {
                        case WRONG -> OptionalDouble.of(0);
                        case CORRECT -> OptionalDouble.of(1);
                        case DROP -> OptionalDouble.empty();
                    };
        };
    }
}
