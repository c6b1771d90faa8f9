package org.stepwright.verify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.work.WorkFailed;

/**
 * A kind of verifier that rubrics can name.
 *
 * @param name its name in a rubric: lower-case letters and hyphens
 * @param summary what it checks, one sentence for people
 * @param options its options in the order in which people fill them in
 * @param maker makes the verifier from options by name; throws {@link WorkFailed} when they are not
 *     usable. Only options of the list are passed on
 */
public record VerifierKind(
        String name,
        String summary,
        List<OptionSpec> options,
        Function<Map<String, String>, Verifier> maker) {
    /** Validates. */
    public VerifierKind {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(maker, "maker");
        options = List.copyOf(options);
    }

    /**
     * @param spec a verifier of this name
     * @return the verifier
     * @throws WorkFailed when it has an option that there is not, or its options are not usable
     */
    public Verifier create(VerifierSpec spec) {
        for (String given : spec.options().keySet()) {
            if (options.stream().noneMatch(option -> option.name().equals(given))) {
                throw new WorkFailed(
                        "The verifier "
                                + name
                                + " has no option \""
                                + given
                                + "\"; remove it from the rubric.");
            }
        }
        return maker.apply(spec.options());
    }
}
