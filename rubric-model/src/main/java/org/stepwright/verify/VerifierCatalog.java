package org.stepwright.verify;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.work.WorkFailed;

/** The kinds of verifier that rubrics can name. Immutable and safe for many threads. */
public final class VerifierCatalog {
    private final Map<String, VerifierKind> kinds;

    private VerifierCatalog(Map<String, VerifierKind> kinds) {
        this.kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    }

    /**
     * @return the kinds that need nothing but the text
     */
    public static VerifierCatalog standard() {
        Map<String, VerifierKind> kinds = new TreeMap<>();
        StandardKinds.all().forEach(kind -> kinds.put(kind.name(), kind));
        return new VerifierCatalog(kinds);
    }

    /**
     * @param kind one more kind, in place of another of its name
     * @return a catalog with it
     */
    public VerifierCatalog with(VerifierKind kind) {
        Map<String, VerifierKind> more = new TreeMap<>(kinds);
        more.put(kind.name(), kind);
        return new VerifierCatalog(more);
    }

    /**
     * @return all kinds by name
     */
    public Collection<VerifierKind> kinds() {
        return kinds.values();
    }

    /**
     * @param name a name
     * @return the kind of that name, if there is one
     */
    public Optional<VerifierKind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /**
     * @param spec a verifier's name and options
     * @return the verifier
     * @throws WorkFailed when there is no verifier of that name or its options are not usable
     */
    public Verifier create(VerifierSpec spec) {
        return kind(spec.name())
                .orElseThrow(
                        () ->
                                new WorkFailed(
                                        "There is no verifier \""
                                                + spec.name()
                                                + "\"; choose one of "
                                                + String.join(", ", kinds.keySet())
                                                + "."))
                .create(spec);
    }

    /**
     * @param spec a verifier's name and options
     * @return why {@link #create} would fail, or empty
     */
    public Optional<String> problem(VerifierSpec spec) {
        try {
            create(spec);
            return Optional.empty();
        } catch (WorkFailed e) {
            return Optional.of(e.getMessage());
        }
    }
}
