package org.stepwright.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.rubric.Rubrics.ANCHORED;
import static org.stepwright.rubric.Rubrics.criterion;
import static org.stepwright.rubric.Rubrics.rubric;
import static org.stepwright.rubric.Rubrics.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.Criterion.Judged;

/** Each rule on a rubric that it speaks about, and on one that is just past it. */
class LintRulesTest {
    private static final VerifierSpec SUMS = new VerifierSpec("arithmetic", Map.of());

    private static List<LintFinding> check(Rubric rubric, Set<String> seen) {
        return RubricLint.check(rubric, spec -> Optional.empty(), seen);
    }

    private static List<String> rules(Rubric rubric) {
        return rules(rubric, null);
    }

    private static List<String> rules(Rubric rubric, Set<String> seen) {
        List<LintFinding> findings = check(rubric, seen);
        assertThat(findings).allMatch(f -> f.message().endsWith(".") && f.message().length() < 220);
        return findings.stream().map(f -> f.rule() + " @ " + f.where()).toList();
    }

    private static Rubric fixed(Rubric rubric) {
        return check(rubric, null).get(0).fix().orElseThrow().applyTo(rubric);
    }

    private static Criterion named(String id, String title, String guidance) {
        return new Criterion(id, title, guidance, ANCHORED, 1, false, Judged.VERIFIABLE, null);
    }

    private static Criterion checked(String id, VerifierSpec verifier) {
        return new Criterion(
                id, "Title " + id, "", ANCHORED, 1, false, Judged.VERIFIABLE, verifier);
    }

    private static Scale.Level level(double value, String anchor, String example) {
        return new Scale.Level(value, "", anchor, example);
    }

    private static Scale ternary(Scale.Level... levels) {
        return new Scale(Scale.Kind.TERNARY, -1, 1, List.of(levels));
    }

    @Property(tries = 1000)
    @Domain(ArbitraryRubrics.class)
    void aFixFitsAndRemovesItsFinding(@ForAll Rubric rubric) {
        for (LintFinding finding : check(rubric, Set.of("a", "b"))) {
            if (finding.fix().isEmpty()) {
                continue;
            }
            Rubric mended = finding.fix().get().applyTo(rubric);
            assertThat(mended).isNotEqualTo(rubric);
            assertThat(check(mended, Set.of("a", "b")))
                    .as("%s", finding)
                    .noneMatch(
                            f ->
                                    f.rule().equals(finding.rule())
                                            && f.where().equals(finding.where()));
        }
    }

    @Test
    void weightsUnderTwoPercent() {
        Rubric little =
                rubric(
                        List.of(),
                        criterion("c", ANCHORED, 0.1, false),
                        criterion("d", ANCHORED, 2, false),
                        criterion("e", ANCHORED, 3, false));
        assertThat(rules(little)).containsExactly("little-weight @ criterion c");
        assertThat(rules(fixed(little))).isEmpty();
        // A gate counts whatever it weighs, and a tenth is enough.
        assertThat(
                        rules(
                                rubric(
                                        List.of(),
                                        criterion("c", ANCHORED, 0.1, true),
                                        criterion("d", ANCHORED, 2, false),
                                        criterion("e", ANCHORED, 3, false))))
                .isEmpty();
        assertThat(
                        rules(
                                rubric(
                                        List.of(),
                                        criterion("c", ANCHORED, 0.11, false),
                                        criterion("d", ANCHORED, 2, false),
                                        criterion("e", ANCHORED, 3, false))))
                .isEmpty();
    }

    @Test
    void oneWeightThatSwallowsTheOthers() {
        Rubric swallowed =
                rubric(
                        List.of(
                                stage(
                                        "s",
                                        true,
                                        List.of("x"),
                                        criterion("c", ANCHORED, 19, false))),
                        criterion("d", ANCHORED, 1, false),
                        criterion("e", ANCHORED, 1, false));
        assertThat(rules(swallowed)).containsExactly("weight-swallows @ criterion c");
        assertThat(rules(fixed(swallowed))).isEmpty();
        assertThat(rules(Parts.changeCriterion(swallowed, "c", c -> Parts.withWeight(c, 18))))
                .isEmpty();
    }

    @Test
    void zeroWeightsAreMended() {
        Rubric none = rubric(List.of(), criterion("c", ANCHORED, 0, true));
        assertThat(rules(none)).containsExactly("zero-weights @ rubric");
        assertThat(rules(fixed(none))).isEmpty();
        Rubric one =
                rubric(
                        List.of(),
                        criterion("c", ANCHORED, 0, false),
                        criterion("d", ANCHORED, 90, false));
        assertThat(rules(one)).contains("zero-weight @ criterion c");
        assertThat(fixed(one).everyStep().get(0).weight()).isEqualTo(10);
    }

    @Test
    void styleIsBroughtToHalfOfFacts() {
        Criterion tone = new Criterion("t", "Tone", "", ANCHORED, 3, false, Judged.STYLE, null);
        Criterion wit = new Criterion("w", "Wit", "", ANCHORED, 1, false, Judged.STYLE, null);
        Rubric rubric = rubric(List.of(), criterion("c", ANCHORED, 2, false), tone, wit);
        assertThat(check(rubric, null).get(0).message()).contains("over-optimises");
        assertThat(rules(rubric)).containsExactly("style-outweighs @ rubric");
        assertThat(fixed(rubric).everyStep())
                .extracting(Criterion::weight)
                .containsExactly(2.0, 0.75, 0.25);
        assertThat(rules(fixed(rubric))).isEmpty();
        Rubric onlyStyle = rubric(List.of(), tone, wit);
        assertThat(check(onlyStyle, null).get(0).fix()).isEmpty();
        assertThat(rules(rubric(List.of(), criterion("c", ANCHORED, 3, false), tone))).isEmpty();
    }

    @Test
    void gatesThatNobodyCanClose() {
        Scale high = new Scale(Scale.Kind.LIKERT, 1, 5, List.of(level(2, "poor", "so")));
        Rubric unreachable = rubric(List.of(), criterion("c", high, 1, true));
        assertThat(rules(unreachable)).containsExactly("gate-unreachable @ criterion c");
        assertThat(rules(fixed(unreachable))).isEmpty();

        Stage wordless = stage("s", true, List.of(" "), criterion("d", ANCHORED, 1, true));
        assertThat(rules(rubric(List.of(wordless))))
                .containsExactly("stage-without-match @ stage s", "gate-unreachable @ criterion d");
        Stage open = stage("s", true, List.of(" "), criterion("d", ANCHORED, 1, false));
        assertThat(rules(rubric(List.of(open)))).containsExactly("stage-without-match @ stage s");
    }

    @Test
    void gatesWhoseLowestLevelSaysNothing() {
        Scale bare = ternary(level(-1, "", ""), level(0, "so-so", "b"), level(1, "good", "c"));
        assertThat(rules(rubric(List.of(), criterion("c", bare, 1, true))))
                .containsExactly("gate-undescribed @ criterion c");
        assertThat(rules(rubric(List.of(), criterion("c", bare, 1, false))))
                .containsExactly("missing-anchors @ criterion c");
    }

    @Test
    void levelsWithoutAnchorsOrExamples() {
        Scale some = ternary(level(-1, "bad", "a"), level(0, "", ""), level(1, "good", "c"));
        Rubric partly = rubric(List.of(), criterion("c", some, 1, false));
        assertThat(rules(partly)).containsExactly("missing-anchors @ criterion c");
        assertThat(check(partly, null).get(0).message()).contains("level 0");

        Scale noExample = ternary(level(-1, "bad", "a"), level(0, "so", ""), level(1, "good", "c"));
        assertThat(rules(rubric(List.of(), criterion("c", noExample, 1, false))))
                .containsExactly("missing-example @ criterion c");
        Criterion automatic =
                new Criterion("c", "C", "", noExample, 1, false, Judged.VERIFIABLE, SUMS);
        assertThat(rules(rubric(List.of(), automatic))).isEmpty();
        Scale whole = ternary(level(-1, "bad", "a"), level(0, "so", "b"), level(1, "good", "c"));
        assertThat(rules(rubric(List.of(), criterion("c", whole, 1, false)))).isEmpty();
    }

    @Test
    void scalesWithoutAMiddle() {
        Scale ends = ternary(level(-1, "bad", "a"), level(1, "good", "c"));
        Rubric rubric = rubric(List.of(), criterion("c", ends, 1, false));
        assertThat(rules(rubric)).containsExactly("no-neutral @ criterion c");
        assertThat(fixed(rubric).everyStep().get(0).scale().levels())
                .extracting(Scale.Level::value)
                .containsExactly(-1.0, 0.0, 1.0);
    }

    @Test
    void criteriaThatOverlap() {
        String guidance = "Compare every number, name, date with those that the case gives.";
        Criterion one = named("one", "Facts of the case", guidance);
        Criterion other =
                named(
                        "other",
                        "Figures",
                        "Compare every number, name, date with those the customer's case gives.");
        Rubric rubric = rubric(List.of(stage("s", true, List.of("x"), other)), one);
        assertThat(rules(rubric)).containsExactly("overlap @ criterion other");
        assertThat(fixed(rubric).criteria()).containsExactly(one);

        // Never judged in the same step, or about something else.
        assertThat(
                        rules(
                                rubric(
                                        List.of(
                                                stage("s", true, List.of("x"), one),
                                                stage("t", true, List.of("y"), other)))))
                .isEmpty();
        Criterion different =
                named("other", "Figures", "Compare every price with the price list of the shop.");
        assertThat(rules(rubric(List.of(), one, different))).isEmpty();
        assertThat(
                        rules(
                                rubric(
                                        List.of(),
                                        named("a", "Names the right clause", ""),
                                        named("b", "Names the clause right", ""))))
                .containsExactly("overlap @ criterion b");
    }

    @Test
    void verifiersThatLookTwice() {
        assertThat(rules(rubric(List.of(), checked("a", SUMS), checked("b", SUMS))))
                .containsExactly("overlap @ criterion b");
        assertThat(
                        rules(
                                rubric(
                                        List.of(),
                                        checked("a", new VerifierSpec("regex", Map.of("p", "x"))),
                                        checked("b", new VerifierSpec("regex", Map.of("p", "y"))))))
                .isEmpty();
    }

    @Test
    void twinsAreRemoved() {
        Rubric twins = rubric(List.of(), named("a", "Right", ""), named("b", " RIGHT", ""));
        assertThat(rules(twins)).containsExactly("duplicate-title @ criterion b");
        assertThat(fixed(twins).everyStep()).extracting(Criterion::id).containsExactly("a");
        // Judged in different stages both may be needed: a person has to rename one.
        Rubric apart =
                rubric(
                        List.of(
                                stage("s", true, List.of("x"), named("a", "Right", "")),
                                stage("t", true, List.of("y"), named("b", "Right", ""))));
        assertThat(check(apart, null)).singleElement().matches(f -> f.fix().isEmpty());
    }

    @Test
    void askingTwoThings() {
        for (String title : List.of("Polite and correct", "Works carefully, and quickly")) {
            assertThat(rules(rubric(List.of(), named("c", title, ""))))
                    .as(title)
                    .containsExactly("two-things @ criterion c");
        }
        for (String guidance :
                List.of(
                        "Is the sum right? Is the unit right?",
                        "Check the sum as well as the tone.",
                        "Look at the dates and also at the names.",
                        "Fees and/or taxes count.")) {
            assertThat(rules(rubric(List.of(), named("c", "Sums", guidance))))
                    .as(guidance)
                    .containsExactly("two-things @ criterion c");
        }
    }

    @Test
    void askingOneThing() {
        for (String title :
                List.of(
                        "Tool and arguments are right",
                        "Terms and conditions apply",
                        "Reports truly, and hands over only when it must",
                        "Correct in fees and taxes",
                        "Monthly and weekly totals agree")) {
            assertThat(rules(rubric(List.of(), named("c", title, "")))).as(title).isEmpty();
        }
        for (String guidance :
                List.of(
                        "Would the customer understand it?",
                        "Dates and ids count to the letter.",
                        "A question such as \"Shall I? Or not?\" is no answer.",
                        "A question such as \u201cShall I? Or not?\u201d is no answer.",
                        "Read it as well as you can, and as well as possible.")) {
            assertThat(rules(rubric(List.of(), named("c", "Sums", guidance))))
                    .as(guidance)
                    .isEmpty();
        }
    }

    @Test
    void stagesThatNothingMatched() {
        Rubric rubric = Rubrics.sound();
        assertThat(rules(rubric, Set.of("read"))).containsExactly("stage-not-seen @ stage decide");
        assertThat(rules(rubric, Set.of("read", "decide"))).isEmpty();
        assertThat(rules(rubric, null)).isEmpty();
    }

    @Test
    void stagesInTheShadowOfTheOneBefore() {
        Criterion c = criterion("c", ANCHORED, 1, true);
        Stage refund = stage("refund", true, List.of("Refund", "fee"));
        Rubric rubric =
                rubric(
                        List.of(refund, stage("s", true, List.of("the refund is", "fee"), c)),
                        criterion("d", ANCHORED, 1, false));
        assertThat(rules(rubric))
                .containsExactly("stage-shadowed @ stage s", "gate-unreachable @ criterion c");
        // It stands before it, takes one step only, or another stage between lets it be reached.
        Stage once = stage("refund", false, List.of("Refund", "fee"));
        Stage own = stage("s", true, List.of("the refund is", "fee", "tax"), c);
        Stage same = stage("s", true, List.of("the refund is", "fee"), c);
        Stage between = stage("t", true, List.of("between"));
        Stage tool = stage("s", true, List.of("refund_order"), c);
        for (List<Stage> stages :
                List.of(
                        List.of(same, refund),
                        List.of(once, same),
                        List.of(refund, own),
                        List.of(refund, between, same),
                        List.of(refund, tool))) {
            assertThat(rules(rubric(stages, criterion("d", ANCHORED, 1, false))))
                    .as("%s", stages)
                    .isEmpty();
        }
    }

    @Test
    void styleThatAVerifierDecides() {
        Criterion style =
                new Criterion(
                        "t",
                        "T",
                        "",
                        ANCHORED,
                        1,
                        false,
                        Judged.STYLE,
                        new VerifierSpec("regex", Map.of()));
        Rubric rubric = rubric(List.of(), criterion("c", ANCHORED, 2, false), style);
        assertThat(rules(rubric)).containsExactly("style-with-verifier @ criterion t");
        assertThat(rules(fixed(rubric))).isEmpty();
    }
}
