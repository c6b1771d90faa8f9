package org.stepwright.verify;

import java.util.List;
import java.util.Optional;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.work.WorkFailed;

/** Makes verifiers from what rubrics say. */
public final class Verifiers {
    private Verifiers() {}

    /**
     * @param spec a verifier's name and options
     * @return the verifier
     * @throws WorkFailed when there is no verifier of that name or its options are not usable
     */
    public static Verifier create(VerifierSpec spec) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param spec a verifier's name and options
     * @return why {@link #create} would fail, or empty
     */
    public static Optional<String> problem(VerifierSpec spec) {
        try {
            create(spec);
            return Optional.empty();
        } catch (WorkFailed e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * @return the names of all verifiers, sorted
     */
    public static List<String> names() {
        return List.of("arithmetic", "json-schema", "numeric-answer", "regex");
    }
}
