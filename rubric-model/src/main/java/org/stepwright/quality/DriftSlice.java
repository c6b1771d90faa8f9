package org.stepwright.quality;

import java.time.Instant;
import org.stepwright.tryout.Share;

/**
 * The labels of one stretch of time.
 *
 * @param name the week or the number of the block
 * @param from when its first trace was labelled
 * @param to when its last trace was labelled
 * @param traces how many traces
 * @param wrong how many of its labels are wrong
 * @param neutral how many are neutral
 * @param correct how many are correct
 * @param withOthers how many are what the others say, of those steps that others labelled
 */
public record DriftSlice(
        String name,
        Instant from,
        Instant to,
        int traces,
        Share wrong,
        Share neutral,
        Share correct,
        Share withOthers) {
    /**
     * @return how many labels
     */
    public int labels() {
        return wrong.whole();
    }
}
