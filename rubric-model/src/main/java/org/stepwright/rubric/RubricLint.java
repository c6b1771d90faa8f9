package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a rubric for what makes labels unreliable. */
public final class RubricLint {
    private final List<LintFinding> findings = new ArrayList<>();
    private final Rubric rubric;

    private RubricLint(Rubric rubric) {
        this.rubric = rubric;
    }

    /**
     * @param rubric a rubric
     * @return findings, those about the whole rubric first; empty when nothing stands out
     */
    public static List<LintFinding> check(Rubric rubric) {
        return check(rubric, spec -> Optional.empty());
    }

    /**
     * @param rubric a rubric
     * @param verifierProblem says why a verifier cannot be made, if so; {@code Verifiers::problem}
     * @return findings, those about the whole rubric first; empty when nothing stands out
     */
    public static List<LintFinding> check(
            Rubric rubric, Function<VerifierSpec, Optional<String>> verifierProblem) {
        return check(rubric, verifierProblem, null);
    }

    /**
     * @param rubric a rubric
     * @param verifierProblem says why a verifier cannot be made, if so
     * @param stagesSeen ids of the stages that a step of the imported traces matched; null when
     *     nobody looked
     * @return findings, those about the whole rubric first; empty when nothing stands out
     */
    public static List<LintFinding> check(
            Rubric rubric,
            Function<VerifierSpec, Optional<String>> verifierProblem,
            Set<String> stagesSeen) {
        RubricLint lint = new RubricLint(rubric);
        lint.whole();
        rubric.stages().forEach(lint::stage);
        for (Criterion criterion : rubric.criteria()) {
            lint.criterion(criterion);
            criterion
                    .automatic()
                    .flatMap(verifierProblem)
                    .ifPresent(why -> lint.add("verifier", "criterion " + criterion.id(), why));
        }
        return List.copyOf(lint.findings);
    }

    private void add(String rule, String where, String message) {
        findings.add(new LintFinding(rule, where, message));
    }

    private void whole() {
        List<Criterion> criteria = rubric.criteria();
        if (criteria.isEmpty()) {
            add(
                    "no-criteria",
                    "rubric",
                    "Nothing is judged: add a criterion to a stage or to every step.");
            return;
        }
        if (weight(criteria, null) == 0) {
            add("zero-weights", "rubric", "All weights are 0, so no rating gives a reward.");
        }
        double style = weight(criteria, Criterion.Judged.STYLE);
        double verifiable = weight(criteria, Criterion.Judged.VERIFIABLE);
        if (style > verifiable) {
            add(
                    "style-outweighs",
                    "rubric",
                    "Style weighs more than what can be verified, so a model learns to please"
                            + " rather than to be right.");
        }
        duplicates(
                "stage ", rubric.stages().stream().map(s -> List.of(s.id(), s.title())).toList());
        duplicates("criterion ", criteria.stream().map(c -> List.of(c.id(), c.title())).toList());
    }

    private static double weight(List<Criterion> criteria, Criterion.Judged judged) {
        return criteria.stream()
                .filter(c -> judged == null || c.judged() == judged)
                .mapToDouble(Criterion::weight)
                .sum();
    }

    private void duplicates(String what, List<List<String>> idsAndTitles) {
        Set<String> seen = new HashSet<>();
        for (List<String> item : idsAndTitles) {
            if (!seen.add(item.get(1).strip().toLowerCase(Locale.ROOT))) {
                add(
                        "duplicate-title",
                        what + item.get(0),
                        "Another one is also called \""
                                + item.get(1)
                                + "\"; labellers cannot tell them apart.");
            }
        }
    }

    private void stage(Stage stage) {
        String where = "stage " + stage.id();
        if (stage.match().stream().allMatch(String::isBlank)) {
            add(
                    "stage-without-match",
                    where,
                    "It has no words or tool names to match, so no step is found to belong to it.");
        }
        if (stage.criteria().isEmpty() && rubric.everyStep().isEmpty()) {
            add("no-criteria", where, "Nothing is judged in its steps.");
        }
    }

    private void criterion(Criterion criterion) {
        String where = "criterion " + criterion.id();
        if (criterion.weight() == 0 && !criterion.gate()) {
            add(
                    "zero-weight",
                    where,
                    "Its weight is 0 and it is no gate, so its ratings change nothing.");
        }
        if (criterion.judged() == Criterion.Judged.STYLE && criterion.automatic().isPresent()) {
            add(
                    "style-with-verifier",
                    where,
                    "A verifier decides it, so it is no matter of style.");
        }
        if (criterion.gate() && !gateCanClose(criterion.scale())) {
            add(
                    "gate-unreachable",
                    where,
                    "The gate closes only at the scale's lowest value, which no described level"
                            + " has.");
        }
        scale(criterion, where);
    }

    private static boolean gateCanClose(Scale scale) {
        if (scale.levels().isEmpty()) {
            return scale.kind() != Scale.Kind.NUMERIC && scale.min() == Math.rint(scale.min());
        }
        return scale.levels().get(0).value() == scale.min();
    }

    private void scale(Criterion criterion, String where) {
        Scale scale = criterion.scale();
        boolean anchored = scale.levels().stream().anyMatch(level -> !level.anchor().isBlank());
        if (!anchored && criterion.automatic().isEmpty()) {
            add(
                    "missing-anchors",
                    where,
                    "No level says what a step at it looks like; labellers will draw the lines"
                            + " differently.");
        }
        if (!hasMiddle(scale)) {
            add(
                    "no-neutral",
                    where,
                    "The scale has no middle, so a step that is neither good nor bad is forced to a"
                            + " side.");
        }
    }

    private static boolean hasMiddle(Scale scale) {
        double middle = (scale.min() + scale.max()) / 2;
        return switch (scale.kind()) {
            case BINARY, NUMERIC -> true;
            case LIKERT -> middle == Math.rint(middle);
            case TERNARY ->
                    scale.levels().isEmpty()
                            || scale.levels().stream().anyMatch(l -> l.value() == middle);
        };
    }
}
