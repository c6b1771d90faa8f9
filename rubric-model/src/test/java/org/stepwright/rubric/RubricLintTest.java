package org.stepwright.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.rubric.Rubrics.ANCHORED;
import static org.stepwright.rubric.Rubrics.criterion;
import static org.stepwright.rubric.Rubrics.rubric;
import static org.stepwright.rubric.Rubrics.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.Criterion.Judged;

class RubricLintTest {
    private static List<String> rules(Rubric rubric) {
        List<LintFinding> findings = RubricLint.check(rubric);
        assertThat(findings).allMatch(f -> !f.message().isBlank() && !f.message().contains("\n"));
        return findings.stream().map(f -> f.rule() + " @ " + f.where()).toList();
    }

    @Test
    void aSoundRubricHasNoFindings() {
        assertThat(rules(Rubrics.sound())).isEmpty();
    }

    @Test
    void nothingJudged() {
        assertThat(rules(rubric(List.of()))).containsExactly("no-criteria @ rubric");
        assertThat(
                        rules(
                                rubric(
                                        List.of(
                                                stage("s", true, List.of("x")),
                                                stage(
                                                        "t",
                                                        true,
                                                        List.of("y"),
                                                        criterion("c", ANCHORED, 1, false))))))
                .containsExactly("no-criteria @ stage s");
    }

    @Test
    void weights() {
        assertThat(rules(rubric(List.of(), criterion("c", ANCHORED, 0, false))))
                .containsExactly("zero-weights @ rubric", "zero-weight @ criterion c");
        assertThat(
                        rules(
                                rubric(
                                        List.of(),
                                        criterion("c", ANCHORED, 0, true),
                                        criterion("d", ANCHORED, 1, false))))
                .isEmpty();
        Criterion style = new Criterion("tone", "Tone", "", ANCHORED, 3, false, Judged.STYLE, null);
        assertThat(rules(rubric(List.of(), criterion("c", ANCHORED, 2, false), style)))
                .containsExactly("style-outweighs @ rubric");
    }

    @Test
    void scales() {
        Scale even =
                new Scale(Scale.Kind.LIKERT, 1, 4, List.of(new Scale.Level(1, "", "bad", "so")));
        Scale odd =
                new Scale(Scale.Kind.LIKERT, 1, 5, List.of(new Scale.Level(1, "", "bad", "so")));
        Scale noNeutral =
                new Scale(
                        Scale.Kind.TERNARY,
                        -1,
                        1,
                        List.of(
                                new Scale.Level(-1, "", "bad", "so"),
                                new Scale.Level(1, "", "good", "so")));
        assertThat(rules(rubric(List.of(), criterion("c", even, 1, false))))
                .containsExactly("no-neutral @ criterion c");
        assertThat(rules(rubric(List.of(), criterion("c", odd, 1, false)))).isEmpty();
        assertThat(rules(rubric(List.of(), criterion("c", noNeutral, 1, false))))
                .containsExactly("no-neutral @ criterion c");
        assertThat(rules(rubric(List.of(), criterion("c", Scale.ternary(), 1, false))))
                .containsExactly("missing-anchors @ criterion c");
    }

    @Test
    void gatesThatNeverClose() {
        Scale numeric = new Scale(Scale.Kind.NUMERIC, 0, 10, List.of());
        Scale high =
                new Scale(Scale.Kind.LIKERT, 1, 5, List.of(new Scale.Level(2, "", "poor", "so")));
        assertThat(rules(rubric(List.of(), criterion("c", numeric, 1, true))))
                .contains("gate-unreachable @ criterion c");
        assertThat(rules(rubric(List.of(), criterion("c", high, 1, true))))
                .containsExactly("gate-unreachable @ criterion c");
    }

    @Test
    void namesAndMatches() {
        Criterion c = new Criterion("c", "Right", "", ANCHORED, 1, false, Judged.VERIFIABLE, null);
        Criterion d =
                new Criterion("d", " RIGHT ", "", ANCHORED, 1, false, Judged.VERIFIABLE, null);
        assertThat(rules(rubric(List.of(stage("s", true, List.of(" "), c)), d)))
                .containsExactlyInAnyOrder(
                        "duplicate-title @ criterion c", "stage-without-match @ stage s");
    }

    @Test
    void verifiersAreAskedAbout() {
        List<LintFinding> findings =
                RubricLint.check(Rubrics.sound(), spec -> Optional.of("No " + spec.name() + "."));
        assertThat(findings)
                .containsExactly(new LintFinding("verifier", "criterion sum", "No arithmetic."));
        Criterion style =
                new Criterion(
                        "t",
                        "T",
                        "",
                        ANCHORED,
                        0.5,
                        false,
                        Judged.STYLE,
                        new VerifierSpec("regex", Map.of()));
        assertThat(rules(rubric(List.of(), style, criterion("c", ANCHORED, 2, false))))
                .containsExactly("style-with-verifier @ criterion t");
    }
}
