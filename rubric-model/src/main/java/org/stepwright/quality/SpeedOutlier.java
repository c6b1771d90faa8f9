package org.stepwright.quality;

/**
 * A trace that somebody labelled faster than it can be read.
 *
 * @param traceId the trace
 * @param annotator who
 * @param seconds what it took, a break counting as 90 s
 * @param characters the characters of its steps up to the last one that was labelled
 * @param deviations how many robust standard deviations it is below the annotator's usual pace, by
 *     the logarithm of seconds per 100 characters; negative; NaN when too little is known of them
 * @param belowFloor whether nobody reads that fast
 */
public record SpeedOutlier(
        String traceId,
        String annotator,
        double seconds,
        long characters,
        double deviations,
        boolean belowFloor) {
    /**
     * @return seconds for each 100 characters
     */
    public double secondsPer100() {
        return 100 * seconds / characters;
    }
}
