package org.stepwright.verify;

import java.util.List;

/**
 * An automatic check of a step. Immutable and safe for use by many threads; ends in bounded time
 * and memory on any input.
 */
public interface Verifier {
    /**
     * @return its name, as rubrics give it, such as {@code arithmetic}
     */
    String name();

    /**
     * @param prefix the problem and the steps so far
     * @return the facts it could check in the last step; empty when it found nothing that it can
     *     decide
     */
    List<Finding> check(Prefix prefix);
}
