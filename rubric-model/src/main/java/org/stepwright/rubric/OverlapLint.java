package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Criteria that are judged in the same steps and ask for the same thing. */
final class OverlapLint {
    /** From this share of equal words on, two titles say the same. */
    private static final double SAME_TITLE = 0.75;

    /** From this share of equal words on, two guidances say the same. */
    private static final double SAME_GUIDANCE = 0.6;

    /** Guidance shorter than this says too little to compare. */
    private static final int FEWEST_WORDS = 5;

    /** Every pair is compared; no rubric that people label with comes near this. */
    private static final int MOST_CRITERIA = 500;

    /** A criterion, the stage that it is judged in (null for every step) and its words. */
    private record Judged(
            Criterion criterion, String home, Set<String> title, Set<String> guidance) {
        static Judged of(Criterion criterion, String home) {
            return new Judged(
                    criterion, home, Words.of(criterion.title()), Words.of(criterion.guidance()));
        }
    }

    private final Findings findings;

    OverlapLint(Findings findings) {
        this.findings = findings;
    }

    void check() {
        List<Judged> seen = new ArrayList<>();
        for (Judged judged : all(findings.rubric())) {
            for (Judged other : seen) {
                if (report(judged, other)) {
                    break;
                }
            }
            if (seen.size() < MOST_CRITERIA) {
                seen.add(judged);
            }
        }
    }

    private static List<Judged> all(Rubric rubric) {
        List<Judged> all = new ArrayList<>();
        rubric.everyStep().forEach(c -> all.add(Judged.of(c, null)));
        for (Stage stage : rubric.stages()) {
            stage.criteria().forEach(c -> all.add(Judged.of(c, stage.id())));
        }
        return all;
    }

    private boolean report(Judged judged, Judged other) {
        Criterion criterion = judged.criterion;
        boolean together =
                judged.home == null || other.home == null || judged.home.equals(other.home);
        boolean sameTitle =
                Words.plain(criterion.title()).equals(Words.plain(other.criterion.title()));
        List<RubricEdit> removal = List.of(new CriterionEdit.Remove(criterion));
        if (sameTitle) {
            findings.add(
                    "duplicate-title",
                    Findings.of(criterion),
                    "Another criterion is also called \""
                            + criterion.title()
                            + "\"; labellers cannot tell them apart.",
                    "Remove this one",
                    together ? removal : List.of());
        } else if (together && overlap(judged, other)) {
            findings.add(
                    "overlap",
                    Findings.of(criterion),
                    "It asks for the same as \""
                            + other.criterion.title()
                            + "\" in the same steps, so one slip is counted twice.",
                    "Remove this one",
                    removal);
        }
        return sameTitle || together && overlap(judged, other);
    }

    private static boolean overlap(Judged one, Judged other) {
        VerifierSpec verifier = one.criterion.verifier();
        VerifierSpec otherVerifier = other.criterion.verifier();
        if (verifier != null && otherVerifier != null) {
            return verifier.equals(otherVerifier);
        }
        return one.title.size() > 1
                        && other.title.size() > 1
                        && Words.alike(one.title, other.title) >= SAME_TITLE
                || one.guidance.size() >= FEWEST_WORDS
                        && other.guidance.size() >= FEWEST_WORDS
                        && Words.alike(one.guidance, other.guidance) >= SAME_GUIDANCE;
    }
}
