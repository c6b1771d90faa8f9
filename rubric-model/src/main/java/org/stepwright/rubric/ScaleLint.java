package org.stepwright.rubric;

import java.util.List;
import java.util.stream.Collectors;

/** Scales: whether levels say what a step at them looks like, have a middle, and close gates. */
final class ScaleLint {
    private final Findings findings;

    ScaleLint(Findings findings) {
        this.findings = findings;
    }

    void check() {
        for (Criterion criterion : findings.rubric().criteria()) {
            gate(criterion);
            anchors(criterion);
            neutral(criterion);
        }
    }

    private void gate(Criterion criterion) {
        if (criterion.gate() && !gateCanClose(criterion.scale())) {
            findings.add(
                    "gate-unreachable",
                    Findings.of(criterion),
                    "The gate closes only at the scale's lowest value, which no described level"
                            + " has.",
                    "Make it no gate",
                    List.of(
                            new CriterionEdit.Set(
                                    CriterionEdit.Fact.GATE, criterion, withoutGate(criterion))));
        }
    }

    private static Criterion withoutGate(Criterion c) {
        return new Criterion(
                c.id(),
                c.title(),
                c.guidance(),
                c.scale(),
                c.weight(),
                false,
                c.judged(),
                c.verifier());
    }

    private static boolean gateCanClose(Scale scale) {
        if (scale.levels().isEmpty()) {
            return scale.kind() != Scale.Kind.NUMERIC;
        }
        return scale.levels().get(0).value() == scale.min();
    }

    /** What a verifier decides needs no words for people. */
    private void anchors(Criterion criterion) {
        if (criterion.automatic().isPresent()) {
            return;
        }
        String where = Findings.of(criterion);
        List<Scale.Level> levels = criterion.scale().levels();
        List<Scale.Level> bare = levels.stream().filter(l -> l.anchor().isBlank()).toList();
        if (bare.size() == levels.size()) {
            findings.add(
                    "missing-anchors",
                    where,
                    "No level says what a step at it looks like; labellers will draw the lines"
                            + " differently.");
            return;
        }
        if (criterion.gate() && bare.contains(levels.get(0))) {
            findings.add(
                    "gate-undescribed",
                    where,
                    "The level at which the gate closes has no anchor; labellers will not agree on"
                            + " what makes the whole step wrong.");
        } else if (!bare.isEmpty()) {
            findings.add(
                    "missing-anchors",
                    where,
                    "Other levels say what a step at them looks like, but not "
                            + named(bare)
                            + ".");
        }
        examples(levels, where);
    }

    private void examples(List<Scale.Level> levels, String where) {
        List<Scale.Level> without =
                levels.stream()
                        .filter(l -> l.example().isBlank() && !l.anchor().isBlank())
                        .toList();
        if (!without.isEmpty()) {
            findings.add(
                    "missing-example",
                    where,
                    "There is no example of a step for "
                            + named(without)
                            + "; labellers learn the line from examples.");
        }
    }

    private static String named(List<Scale.Level> levels) {
        String names =
                levels.stream()
                        .map(
                                l ->
                                        Shown.number(l.value())
                                                + (l.name().isBlank() ? "" : " (" + l.name() + ")"))
                        .limit(5)
                        .collect(Collectors.joining(", "));
        return (levels.size() == 1 ? "level " : "levels ")
                + names
                + (levels.size() > 5 ? " and more" : "");
    }

    private void neutral(Criterion criterion) {
        Scale scale = criterion.scale();
        double middle = (scale.min() + scale.max()) / 2;
        boolean has =
                switch (scale.kind()) {
                    case BINARY, NUMERIC -> true;
                    case LIKERT -> middle == Math.rint(middle);
                    case TERNARY ->
                            scale.levels().isEmpty()
                                    || scale.levels().stream().anyMatch(l -> l.value() == middle);
                };
        if (!has) {
            findings.add(
                    "no-neutral",
                    Findings.of(criterion),
                    "The scale has no middle, so a step that is neither good nor bad is forced to a"
                            + " side.",
                    "Add the neutral level",
                    scale.kind() == Scale.Kind.TERNARY
                            ? List.of(
                                    new LevelEdit.Add(
                                            criterion.id(), new Scale.Level(0, "neutral", "", "")))
                            : List.of());
        }
    }
}
