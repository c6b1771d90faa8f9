package org.stepwright.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.work.WorkFailed;

/** Makes verifiers from what rubrics say. */
public final class Verifiers {
    private static final List<String> NAMES =
            List.of("arithmetic", "json-schema", "numeric-answer", "regex");

    private Verifiers() {}

    /**
     * @param spec a verifier's name and options
     * @return the verifier
     * @throws WorkFailed when there is no verifier of that name or its options are not usable
     */
    public static Verifier create(VerifierSpec spec) {
        return switch (spec.name()) {
            case "arithmetic" -> {
                allow(spec, Set.of());
                yield new ArithmeticVerifier();
            }
            case "numeric-answer" -> {
                allow(spec, Set.of("tolerance"));
                yield NumericAnswerVerifier.of(spec.options());
            }
            case "regex" -> {
                allow(spec, Set.of("pattern", "mode"));
                yield RegexVerifier.of(spec.options());
            }
            case "json-schema" -> {
                allow(spec, Set.of("schema", "tool"));
                yield JsonSchemaVerifier.of(spec.options());
            }
            default ->
                    throw new WorkFailed(
                            "There is no verifier \""
                                    + spec.name()
                                    + "\"; choose one of "
                                    + String.join(", ", NAMES)
                                    + ".");
        };
    }

    private static void allow(VerifierSpec spec, Set<String> options) {
        for (String option : spec.options().keySet()) {
            if (!options.contains(option)) {
                throw new WorkFailed(
                        "The verifier "
                                + spec.name()
                                + " has no option \""
                                + option
                                + "\"; remove it from the rubric.");
            }
        }
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
        return NAMES;
    }
}
