package org.stepwright.rubric;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which automatic verifier decides a criterion.
 *
 * @param name the verifier's name, such as {@code arithmetic}
 * @param options its options by name, sorted
 */
public record VerifierSpec(String name, Map<String, String> options) {
    /** Validates. */
    public VerifierSpec {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("A verifier has a name.");
        }
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }
}
