package org.stepwright.quality;

/** How much there is to read. */
@FunctionalInterface
public interface TextLength {
    /**
     * @param traceId a trace
     * @param step a step of it, from 0
     * @return the characters of its steps up to and including this one; at most 0 when unknown
     */
    long upTo(String traceId, int step);
}
