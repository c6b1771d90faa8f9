package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricLint;
import org.stepwright.rubric.Scale;

class FindingsTest {
    private static final Rubric BIG = BigRubric.of(3, 12);

    @ParameterizedTest
    @CsvSource({
        "zero-weight, criterion criterion-1, criterion-weight",
        "gate-unreachable, criterion criterion-1, criterion-gate",
        "verifier, criterion criterion-1, criterion-verifier",
        "no-neutral, criterion criterion-1, criterion-scale",
        "style-with-verifier, criterion criterion-1, criterion-judged",
        "unheard-of, criterion criterion-1, criterion-title",
    })
    void aFindingLeadsToTheFieldThatMendsIt(String rule, String where, String field) {
        Findings.Spot spot = Findings.spot(BIG, new LintFinding(rule, where, "Why."));
        assertThat(spot.criterion()).isEqualTo("criterion-1");
        assertThat(spot.field()).isEqualTo(field);
    }

    @Test
    void missingWordsAreSaidAtEachLevelThatLacksThem() {
        Rubric rubric =
                CriteriaEdits.replace(
                        BIG,
                        "criterion-1",
                        c ->
                                CriterionEdits.withScale(
                                        c,
                                        ScaleEdits.withLevel(
                                                ScaleEdits.withLevel(
                                                        c.scale(),
                                                        1,
                                                        l ->
                                                                new Scale.Level(
                                                                        l.value(), "", "", "")),
                                                3,
                                                l ->
                                                        new Scale.Level(
                                                                l.value(), "", "described", ""))));
        Criterion criterion = CriteriaEdits.find(rubric, "criterion-1").orElseThrow();
        Map<String, String> notes =
                Findings.atFields(criterion, RubricLint.check(rubric), "no anchor", "no example");
        assertThat(notes)
                .containsKeys("level-anchor-1", "level-example-3")
                .doesNotContainKeys("level-anchor-0", "level-anchor-2", "level-example-0");
        assertThat(notes.get("level-anchor-1")).contains("level 2");
    }

    @Test
    void anIdThatBeginsLikeAnotherIsNotTakenForIt() {
        LintFinding ten = new LintFinding("zero-weight", "criterion criterion-10", "Why.");
        assertThat(Findings.spot(BIG, ten).criterion()).isEqualTo("criterion-10");
        assertThat(Findings.about(BIG.stages().get(0).criteria().get(1), List.of(ten))).isEmpty();
    }

    @Test
    void stagesAndTheRubricItselfArePlacesToo() {
        Findings.Spot stage =
                Findings.spot(BIG, new LintFinding("stage-without-match", "stage stage-2", "Why."));
        assertThat(stage).isEqualTo(new Findings.Spot(false, 2, "", "stage-match"));
        assertThat(Findings.spot(BIG, new LintFinding("zero-weights", "rubric", "Why.")).whole())
                .isTrue();
    }

    @Test
    void whatPeopleLeftThePanelAtIsReadAgain() {
        assertThat(PanelFold.State.of(new PanelFold.State(false, true).toString()))
                .isEqualTo(new PanelFold.State(false, true));
        assertThat(PanelFold.State.of("nonsense")).isEqualTo(PanelFold.State.FIRST);
    }
}
