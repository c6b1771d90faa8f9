package org.stepwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

class JunkRulesTest {
    private static final String FIRST = "First we add the two prices and get 14 dollars in all.";
    private static final String SECOND = "Then we take the voucher of 5 dollars off, which is 9.";
    private static final String LAST = "So the answer is 9 dollars.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "So we take the two numbers and multiply the first of",
                "Next we look at the remaining boxes in the",
                "The total is the sum of all five terms, which we write as (",
                "So the share of the area that is left over is $\\frac{1}{2}$ of the"
            })
    void aStepThatStopsInASentenceIsCutOff(String text) {
        assertThat(rules(FIRST, text, LAST)).containsExactly(JunkRule.CUT_OFF);
    }

    @Test
    void halfAWordIsSeenByWhatOtherWordsBeginWith() {
        JunkRules rules = new JunkRules();
        for (int i = 0; i < 40; i++) {
            rules.add(row("t" + i, "p" + i, FIRST, "Here we multiply both sides.", LAST));
        }
        rules.add(row("cut", "q", FIRST, SECOND, "Now it is time that we multi"));
        rules.add(row("rare", "r", FIRST, SECOND, "Now it is time for both sides"));

        assertThat(rules.hits()).extracting(JunkHit::traceId).containsExactly("cut");
        assertThat(rules.hits().get(0).message())
                .isEqualTo(
                        "The step stops in the middle of a sentence: “Now it is time that we"
                                + " multi”.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We let the number of apples in the second basket be a",
                "So f(x) = 3x + 2 where x is the number of hours, that is x = 5 and y = a",
                "    for i in range(len(numbers) -",
                "The price with the discount is 12 dollars",
                "We use the sign chart | x | + | - | + | 0 | and",
                "She ran 20 miles more than she used to"
            })
    void aFormulaCodeATableOrALooseStyleIsNoCut(String text) {
        assertThat(rules("First we add up", text, "Answer: 9")).isEmpty();
    }

    @Test
    void aSentenceLaidOutOverTwoStepsIsNoCut() {
        assertThat(
                        rules(
                                FIRST,
                                "Adding the two prices and the fee gives us the",
                                "sum of 19.",
                                LAST))
                .isEmpty();
    }

    @Test
    void whatIsOpenedAndNeverClosedIsSaidWithItsStep() {
        List<JunkHit> hits =
                hits(
                        row("t", "p", FIRST, "So we have \\[ x = 3 + 4.", LAST),
                        row("u", "q", "```python", "x = 1", "print(x)"),
                        row("v", "r", FIRST, "Hence $\\frac{1}{2} + x = 3.", LAST));

        assertThat(hits).extracting(JunkHit::rule).containsOnly(JunkRule.OPEN_BLOCK).hasSize(3);
        assertThat(hits).extracting(JunkHit::traceId).containsExactly("t", "u", "v");
        assertThat(hits).extracting(JunkHit::step).containsExactly(1, 0, 1);
    }

    @Test
    void blocksOverStepsAndMoneyAreClosed() {
        assertThat(rules("```python", "x = 1", "```", "It costs $5 and $6_000 more.", LAST))
                .isEmpty();
        assertThat(rules("She paid $10.00 for \\( x \\) and \\[ y \\].", "That is $4.", LAST))
                .isEmpty();
    }

    @Test
    void anAnswerWithoutAResultStandsOutAmongOthersToTheProblem() {
        JunkRules rules = new JunkRules();
        for (int i = 0; i < 5; i++) {
            rules.add(row("t" + i, "What is it?", FIRST, SECOND, "So it is \\boxed{9}."));
        }
        rules.add(row("none", "What is it?", FIRST, "Now we think.", "We go on thinking."));
        rules.add(row("other", "Something else", FIRST, "Now we think.", "We go on thinking."));
        rules.add(upToFirstError("broken off", "What is it?"));

        assertThat(rules.hits()).extracting(JunkHit::traceId).containsExactly("none");
        assertThat(rules.hits().get(0).step()).isEqualTo(AuditFinding.WHOLE_TRACE);
        assertThat(rules.hits().get(0).message())
                .isEqualTo("The answer states no result; 5 of 5 other answers to the problem do.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We count and count the number of the number of the number of the number of the"
                        + " number of the number of apples.",
                "hahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahaha",
                "我们继续计算我们继续计算我们继续计算我们继续计算我们继续计算我们继续计算我们继续计算我们继续计算我们继续计算我们继续计算" + "我们继续计算我们继续计算"
            })
    void wordsOverAndOverAreALoop(String text) {
        assertThat(rules(FIRST, text + ".", LAST)).contains(JunkRule.LOOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "So the decimal is"
                        + " 0.333333333333333333333333333333333333333333333333333333333333333.",
                "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 ="
                        + " 20.",
                "$\\frac{1}{2} \\cdot \\frac{1}{2} \\cdot \\frac{1}{2} \\cdot \\frac{1}{2} \\cdot"
                    + " \\frac{1}{2} \\cdot \\frac{1}{2} \\cdot \\frac{1}{2} \\cdot \\frac{1}{2}$.",
                "---------------------------------------------------------------------------- 4.",
                "| a | b |\n"
                        + "|---|---|\n"
                        + "|---|---|\n"
                        + "|---|---|\n"
                        + "|---|---|\n"
                        + "|---|---|\n"
                        + "|---|---|\n"
                        + "| 1 |."
            })
    void termsRulesAndDigitsAreNoLoop(String text) {
        assertThat(rules(FIRST, text, LAST)).isEmpty();
    }

    @Test
    void stepsThatComeAgainAreALoop() {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            steps.add("I search the database for the customer again.");
            steps.add("I look at order number " + i + " of the customer.");
        }
        steps.add(LAST);

        assertThat(hits(row("t", "p", steps.toArray(String[]::new))))
                .extracting(JunkHit::step)
                .containsExactlyInAnyOrder(2, 4, 6);
    }

    @Test
    void callsOfToolsMayComeAgainAndHoldEscapes() {
        Step call =
                new Step(
                        "write({\"text\":\"a\\nb\\nc &amp; d\"})",
                        StepKind.TOOL_CALL,
                        "",
                        List.of());
        Trace trace =
                new Trace(
                        "t",
                        "p",
                        List.of(call, call, call, call, Step.of(LAST)),
                        Outcome.UNKNOWN,
                        null,
                        Map.of());

        assertThat(hits(new AuditRow(new LabelledTrace(trace, List.of()), ""))).isEmpty();
    }

    @Test
    void aForeignStepStandsOutFromTheWorkspace() {
        JunkRules rules = new JunkRules();
        for (int i = 0; i < 40; i++) {
            rules.add(row("t" + i, "What does she pay in all for the books?", FIRST, SECOND, LAST));
        }
        rules.add(
                row(
                        "de",
                        "What does she pay in all for the books?",
                        "Zuerst rechnen wir die beiden Preise zusammen und ziehen dann den"
                                + " Gutschein von der Summe ab.",
                        LAST));
        rules.add(row("zh", "What does she pay?", "首先我们把两个价格加起来，然后减去优惠券的金额。", LAST));

        assertThat(rules.hits()).extracting(JunkHit::traceId).containsExactly("de", "zh");
        assertThat(rules.hits())
                .extracting(JunkHit::message)
                .containsExactly(
                        "The step is in German; most of the others are in English.",
                        "The step is in Chinese; most of the others are in English.");
    }

    @Test
    void aWorkspaceInAnotherLanguageIsItsOwnMeasure() {
        JunkRules rules = new JunkRules();
        for (int i = 0; i < 40; i++) {
            rules.add(
                    row(
                            "t" + i,
                            "小明一共买了多少个苹果，付了多少钱？",
                            "首先我们需要计算每个人分到的苹果数量，然后把它们加起来。",
                            "所以答案是 12。"));
        }

        assertThat(rules.hits()).isEmpty();
    }

    @Test
    void termsOfATradeAreNoOtherLanguage() {
        assertThat(
                        rules(
                                "75 miles per hour less 50 miles per hour is 25 miles per hour"
                                        + " faster per vehicle.",
                                "Finalize condition: imagined $s=b$ leads to improper baseline"
                                        + " perpetuation, symmetry presumed.",
                                LAST))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We donâ€™t know the price, so we ask.",
                "The cafÃ© sells 12 cups, so we add them.",
                "The price is 5\uFFFD a piece, so we add them.",
                "The price is\u0007 5 a piece, so we add them.",
                "First we add.\\nThen we take off.\\nThat is 9.",
                "If x &lt; 5 &amp; y &gt; 3 the price is 9.",
                "The caf\\u00e9 has cr\\u00e8me for 9 dollars."
            })
    void damageIsSeen(String text) {
        assertThat(rules(FIRST, text, LAST)).containsExactly(JunkRule.DAMAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The café sells crème brûlée; naïve façade, Ångström, señor, für Größe.",
                "Since $a \\neq b$ and $\\nu \\to \\infty$, \\nabla f = 0 and \\not= 3.",
                "NÃO, É… e «à» são letras.",
                "AT&T and R&D cost 5 & 6 dollars; f(x)&=3.",
                "Это стоит 5 рублей, ×2 = 10 ½ €.",
                "print('a\\n') and print(\"b\\n\") write two lines."
            })
    void lettersWithAccentsLatexAndCodeAreFine(String text) {
        assertThat(hits(row("t", "p", FIRST, text, LAST)))
                .extracting(JunkHit::rule)
                .doesNotContain(JunkRule.DAMAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "\u200B", "...", "TODO", "[placeholder]", "N/A", "Step 3:"})
    void aStepThatSaysNothingIsEmpty(String text) {
        assertThat(rules(FIRST, text, LAST)).containsExactly(JunkRule.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "x", "√2", "N/A", "∅", "null", "None", "是"})
    void aShortAnswerIsNotEmpty(String text) {
        assertThat(rules(FIRST, SECOND, text)).isEmpty();
    }

    @Test
    void whatIsFoundDoesNotHangOnTheOrder() {
        List<AuditRow> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(row("t" + i, "p" + i % 7, FIRST, i % 3 == 0 ? "..." : SECOND, LAST));
        }
        List<JunkHit> forth = hits(rows.toArray(AuditRow[]::new));
        java.util.Collections.reverse(rows);

        assertThat(hits(rows.toArray(AuditRow[]::new))).isEqualTo(forth).hasSize(10);
    }

    private static List<JunkRule> rules(String... steps) {
        return hits(row("t", "p", steps)).stream().map(JunkHit::rule).distinct().toList();
    }

    private static List<JunkHit> hits(AuditRow... rows) {
        JunkRules rules = new JunkRules();
        for (AuditRow row : rows) {
            rules.add(row);
        }
        assertThat(rules.findings()).hasSameSizeAs(rules.hits());
        return rules.hits();
    }

    private static AuditRow row(String id, String problem, String... steps) {
        return new AuditRow(
                new LabelledTrace(Trace.of(id, problem, List.of(steps)), List.of()), "");
    }

    private static AuditRow upToFirstError(String id, String problem) {
        Trace trace = Trace.of(id, problem, List.of(FIRST, "Now we think.", "We go on."));
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            labels.add(
                    StepLabel.verdict(
                            id,
                            i,
                            i == 2 ? Verdict.WRONG : Verdict.CORRECT,
                            "a",
                            Instant.EPOCH,
                            LabelSource.IMPORTED));
        }
        return new AuditRow(new LabelledTrace(trace, labels), "");
    }
}
