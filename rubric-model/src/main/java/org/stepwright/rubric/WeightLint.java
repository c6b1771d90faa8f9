package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stepwright.rubric.Criterion.Judged;

/** Weights: whether each rating moves the reward, and whether facts count for more than style. */
final class WeightLint {
    /** A share of a step's weight below this changes next to nothing. */
    private static final double LITTLE = 0.02;

    /** A share above this leaves next to nothing to the others. */
    private static final double NEARLY_ALL = 0.9;

    private final Findings findings;
    private final Rubric rubric;

    WeightLint(Findings findings) {
        this.findings = findings;
        this.rubric = findings.rubric();
    }

    void check() {
        List<Criterion> criteria = rubric.criteria();
        if (!criteria.isEmpty() && criteria.stream().allMatch(c -> c.weight() == 0)) {
            findings.add(
                    "zero-weights",
                    "rubric",
                    "All weights are 0, so no rating gives a reward.",
                    "Weight each 1",
                    criteria.stream().map(c -> weight(c, 1)).toList());
        }
        style(criteria);
        for (Criterion criterion : criteria) {
            share(criterion);
        }
    }

    private void style(List<Criterion> criteria) {
        double style = weight(criteria, Judged.STYLE);
        double verifiable = weight(criteria, Judged.VERIFIABLE);
        if (style > verifiable) {
            findings.add(
                    "style-outweighs",
                    "rubric",
                    "Style weighs "
                            + Shown.number(rounded(style))
                            + " and what can be verified "
                            + Shown.number(rounded(verifiable))
                            + ": reward for style over-optimises, so a model learns to please;"
                            + " verifiable checks do not.",
                    "Weigh style half as much as facts",
                    lighter(criteria, verifiable / style / 2));
        }
    }

    private static List<RubricEdit> lighter(List<Criterion> criteria, double factor) {
        if (!(factor > 0)) {
            // Nothing verifiable has a weight: half of it would be no weight at all.
            return List.of();
        }
        List<RubricEdit> edits = new ArrayList<>();
        for (Criterion criterion : criteria) {
            if (criterion.judged() == Judged.STYLE && criterion.weight() > 0) {
                double exact = criterion.weight() * factor;
                double two = Math.floor(exact * 100) / 100;
                edits.add(weight(criterion, two > 0 && Double.isFinite(two) ? two : exact));
            }
        }
        return edits;
    }

    private static double weight(List<Criterion> criteria, Judged judged) {
        return criteria.stream()
                .filter(c -> c.judged() == judged)
                .mapToDouble(Criterion::weight)
                .sum();
    }

    private void share(Criterion criterion) {
        List<Double> others = othersBeside(criterion);
        double fewest = others.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = others.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double weight = criterion.weight();
        String where = Findings.of(criterion);
        // A gate counts whatever it weighs.
        if (weight == 0 && !criterion.gate()) {
            findings.add(
                    "zero-weight",
                    where,
                    "Its weight is 0 and it is no gate, so its ratings change nothing.",
                    "Give it a weight",
                    heavier(criterion, fewest));
        } else if (!criterion.gate() && weight / (weight + fewest) < LITTLE) {
            findings.add(
                    "little-weight",
                    where,
                    "Its weight is under 2 % of what a step is judged by, so its ratings change"
                            + " next to nothing.",
                    "Give it a weight that counts",
                    heavier(criterion, fewest));
        } else if (most > 0 && weight / (weight + most) > NEARLY_ALL) {
            findings.add(
                    "weight-swallows",
                    where,
                    "Its weight is over 90 % of what a step is judged by, so the other ratings"
                            + " change next to nothing.",
                    "Weigh it as much as the others",
                    Double.isFinite(most) ? List.of(weight(criterion, most)) : List.of());
        }
    }

    /** A tenth of the whole and at least 1. */
    private static List<RubricEdit> heavier(Criterion criterion, double others) {
        double weight = Math.max(1, rounded(others / 9));
        return Double.isFinite(weight) ? List.of(weight(criterion, weight)) : List.of();
    }

    /** What the other criteria weigh that are judged together with this one, stage by stage. */
    private List<Double> othersBeside(Criterion criterion) {
        if (!rubric.everyStep().contains(criterion)) {
            Stage home =
                    rubric.stages().stream()
                            .filter(s -> s.criteria().contains(criterion))
                            .findFirst()
                            .orElseThrow();
            return List.of(others(criterion, home.criteria()));
        }
        return rubric.stages().isEmpty()
                ? List.of(others(criterion, List.of()))
                : rubric.stages().stream().map(s -> others(criterion, s.criteria())).toList();
    }

    private double others(Criterion criterion, List<Criterion> ofStage) {
        return Stream.concat(rubric.everyStep().stream(), ofStage.stream())
                .filter(c -> !c.equals(criterion))
                .mapToDouble(Criterion::weight)
                .sum();
    }

    private static RubricEdit weight(Criterion criterion, double weight) {
        return new CriterionEdit.Set(
                CriterionEdit.Fact.WEIGHT, criterion, Parts.withWeight(criterion, weight));
    }

    private static double rounded(double number) {
        double hundred = Math.round(number * 100) / 100.0;
        return Math.abs(number) < 1e12 ? hundred : number;
    }
}
