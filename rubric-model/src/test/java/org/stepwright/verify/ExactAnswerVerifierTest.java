package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.work.WorkFailed;

class ExactAnswerVerifierTest {
    private static List<Finding> check(Map<String, String> options, String reference, String text) {
        return Checks.check(
                Checks.verifier("exact-answer", options), "p", reference, Checks.text(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|The answer is Paris.|paris",
                "text|So the final answer is: **New  York**.|new york",
                "text|Thus \\boxed{\\text{Evelyn}}|Evelyn",
                "text|#### 1,200|1200",
                "text|Answer: “blue whale”|Blue whale!",
                "text|The answer is the café.|the café",
                "text|\\boxed{B}|worked out.@#### B",
                "math|\\boxed{\\dfrac{1}{2}}|\\frac{1}{2}",
                "math|\\boxed{\\frac{1}{2}}|0.5",
                "math|\\boxed{\\left( 3, \\frac{\\pi}{2} \\right)}|(3,\\frac{\\pi}{2})",
                "math|\\boxed{x = 5}|5",
                "math|\\boxed{1{,}234{,}567}|1234567",
                "math|\\boxed{12 \\text{ cm}}|12",
                "math|\\boxed{12}|12 cm",
                "math|\\boxed{12 \\text{ cm}^2}|12",
                "math|\\boxed{12}|12 m^2",
                "math|\\boxed{12}|12 km/h",
                "math|\\boxed{12}|12 m²",
                "math|\\boxed{90^\\circ}|90",
                "math|The answer is $18$.|18",
                "math|The answer is \\(2\\sqrt{3}\\).|2\\sqrt{3}",
                "math|\\boxed{18.00}|18",
                "math|\\boxed{\\$18}|18",
                "math|\\boxed{50\\%}|50",
                "exact|The answer is Paris|Paris"
            })
    void sameAnswers(String normalise, String text, String reference) {
        assertThat(check(Map.of("normalise", normalise), reference.replace('@', '\n'), text))
                .extracting(Finding::holds)
                .containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|The answer is London.|Paris|London",
                "text|The answer is Paris. No, the answer is Rome.|Paris|Rome",
                "text|\\boxed{A}|B|A",
                "math|\\boxed{12 \\text{ cm}}|12 kg|12 \\text{ cm}",
                "math|\\boxed{12x}|12|12x",
                "math|\\boxed{3x^2}|3|3x^2",
                "math|\\boxed{3xy}|3|3xy",
                "math|\\boxed{3xy^2}|3|3xy^2",
                "math|\\boxed{10^5}|10|10^5",
                "math|\\boxed{10}|10^5|10",
                "math|\\boxed{3/x}|3|3/x",
                "math|\\boxed{(1,200)}|1200|(1,200)",
                "math|\\boxed{\\frac{1}{3}}|\\frac{2}{3}|\\frac{1}{3}",
                "exact|\\boxed{paris}|Paris|paris"
            })
    void otherAnswers(String normalise, String text, String reference, String evidence) {
        assertThat(check(Map.of("normalise", normalise), reference, text))
                .extracting(Finding::holds, Finding::evidence)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(false, evidence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We look for the capital.",
                "To find the answer: Rome is old.",
                "The answer is 18 in all.",
                "The answer is the sum of both of these prices.",
                ""
            })
    void whatIsNoAnswerIsLeftAlone(String text) {
        assertThat(check(Map.of(), "18", text)).isEmpty();
        assertThat(check(Map.of(), null, "The answer is Paris.")).isEmpty();
    }

    @Test
    void severalAnswersMayBeAccepted() {
        Map<String, String> options = Map.of("answer", "approve\nrefund in full", "where", "step");
        assertThat(check(options, null, "Approve.")).allMatch(Finding::holds).hasSize(1);
        assertThat(check(options, null, "Refund in full")).allMatch(Finding::holds).hasSize(1);
        assertThat(check(options, "reject", "reject"))
                .containsExactly(
                        new Finding(
                                false,
                                "reject",
                                "The answer is \"approve\" or \"refund in full\", not"
                                        + " \"reject\"."));
    }

    @Test
    void choicesAreChecked() {
        assertThatThrownBy(() -> check(Map.of("normalise", "loosely"), null, "x"))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("text, math, exact");
    }
}
