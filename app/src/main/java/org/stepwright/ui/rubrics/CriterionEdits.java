package org.stepwright.ui.rubrics;

import java.util.Map;
import java.util.TreeMap;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.VerifierSpec;

/** Changes of a criterion, each of which gives a new one. */
final class CriterionEdits {
    private CriterionEdits() {}

    static Criterion withId(Criterion c, String id) {
        return new Criterion(
                id,
                c.title(),
                c.guidance(),
                c.scale(),
                c.weight(),
                c.gate(),
                c.judged(),
                c.verifier());
    }

    static Criterion withTitle(Criterion c, String title) {
        return new Criterion(
                c.id(),
                title,
                c.guidance(),
                c.scale(),
                c.weight(),
                c.gate(),
                c.judged(),
                c.verifier());
    }

    static Criterion withGuidance(Criterion c, String guidance) {
        return new Criterion(
                c.id(),
                c.title(),
                guidance,
                c.scale(),
                c.weight(),
                c.gate(),
                c.judged(),
                c.verifier());
    }

    static Criterion withScale(Criterion c, Scale scale) {
        return new Criterion(
                c.id(),
                c.title(),
                c.guidance(),
                scale,
                c.weight(),
                c.gate(),
                c.judged(),
                c.verifier());
    }

    static Criterion withWeight(Criterion c, double weight) {
        return new Criterion(
                c.id(),
                c.title(),
                c.guidance(),
                c.scale(),
                weight,
                c.gate(),
                c.judged(),
                c.verifier());
    }

    static Criterion withGate(Criterion c, boolean gate) {
        return new Criterion(
                c.id(),
                c.title(),
                c.guidance(),
                c.scale(),
                c.weight(),
                gate,
                c.judged(),
                c.verifier());
    }

    static Criterion withJudged(Criterion c, Criterion.Judged judged) {
        return new Criterion(
                c.id(),
                c.title(),
                c.guidance(),
                c.scale(),
                c.weight(),
                c.gate(),
                judged,
                c.verifier());
    }

    static Criterion withVerifier(Criterion c, VerifierSpec verifier) {
        return new Criterion(
                c.id(),
                c.title(),
                c.guidance(),
                c.scale(),
                c.weight(),
                c.gate(),
                c.judged(),
                verifier);
    }

    /** Chooses a verifier by name, empty for none; the same one keeps its options. */
    static Criterion withVerifierNamed(Criterion c, String name) {
        boolean same = c.automatic().filter(v -> v.name().equals(name)).isPresent();
        VerifierSpec other = name.isEmpty() ? null : new VerifierSpec(name, Map.of());
        return same ? c : withVerifier(c, other);
    }

    /** Sets one option of a verifier; an empty value leaves it to the verifier's own default. */
    static VerifierSpec withOption(VerifierSpec spec, String option, String value) {
        Map<String, String> options = new TreeMap<>(spec.options());
        if (value.isEmpty()) {
            options.remove(option);
        } else {
            options.put(option, value);
        }
        return new VerifierSpec(spec.name(), options);
    }
}
