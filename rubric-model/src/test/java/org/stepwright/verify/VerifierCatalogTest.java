package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.trace.Step;
import org.stepwright.work.WorkFailed;

class VerifierCatalogTest {
    private static Verifier verifier(String name, Map<String, String> options) {
        return VerifierCatalog.standard().create(new VerifierSpec(name, options));
    }

    private static List<Finding> check(Verifier verifier, String reference, String text) {
        return verifier.check(new Prefix("p", reference, List.of(Step.of(text))));
    }

    @Test
    void everyNameMakesAVerifierOfThatName() {
        Map<String, Map<String, String>> options =
                Map.of(
                        "regex",
                        Map.of("pattern", "a"),
                        "json-schema",
                        Map.of("schema", "{}"),
                        "tool-calls",
                        Map.of("at-most", "3"));
        for (VerifierKind kind : VerifierCatalog.standard().kinds()) {
            Map<String, String> given = options.getOrDefault(kind.name(), Map.of());
            assertThat(verifier(kind.name(), given).name()).isEqualTo(kind.name());
        }
    }

    @Test
    void unusableSpecsAreExplained() {
        assertThat(VerifierCatalog.standard().problem(new VerifierSpec("magic", Map.of())))
                .hasValueSatisfying(m -> assertThat(m).contains("arithmetic"));
        assertThat(
                        VerifierCatalog.standard()
                                .problem(new VerifierSpec("arithmetic", Map.of("a", "b"))))
                .isPresent();
        assertThat(VerifierCatalog.standard().problem(new VerifierSpec("regex", Map.of())))
                .isPresent();
        assertThat(
                        VerifierCatalog.standard()
                                .problem(new VerifierSpec("regex", Map.of("pattern", "("))))
                .isPresent();
        assertThat(
                        VerifierCatalog.standard()
                                .problem(
                                        new VerifierSpec(
                                                "regex", Map.of("pattern", "a", "mode", "maybe"))))
                .isPresent();
        assertThat(
                        VerifierCatalog.standard()
                                .problem(
                                        new VerifierSpec(
                                                "numeric-answer", Map.of("tolerance", "x"))))
                .isPresent();
        assertThat(
                        VerifierCatalog.standard()
                                .problem(new VerifierSpec("json-schema", Map.of("schema", "["))))
                .isPresent();
        assertThat(VerifierCatalog.standard().problem(new VerifierSpec("arithmetic", Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The answer is \\boxed{42}.|42",
                "so #### 1,200|1200",
                "The answer is $7.50.|7.5",
                "The answer is: -3|-3",
                "Thus **the answer is 12**.|12",
                "\\boxed{\\frac{1}{2}}|0.5",
                "\\boxed{\\$2{,}800 \\text{ dollars}}|worked out.\\n#### 2800",
                "The final answer comes to about 5 dollars|5",
                "So the answer is 3 × 6 = 18.|18",
                "Our answer for the whole week is therefore $18.|18",
                "**Answer**: 18|18",
                "The answer is 18. Check: 3 × 6 = 18, and 18 - 6 = 12.|18",
                "\\boxed{50\\%}|50"
            })
    void statedAnswersThatAreRight(String text, String reference) {
        assertThat(
                        check(
                                verifier("numeric-answer", Map.of()),
                                reference.replace("\\n", "\n"),
                                text))
                .extracting(Finding::holds)
                .containsExactly(true);
    }

    @Test
    void aWrongAnswerIsNamed() {
        assertThat(check(verifier("numeric-answer", Map.of()), "42", "The answer is 41."))
                .containsExactly(new Finding(false, "41", "The answer is 42, not 41."));
        assertThat(
                        check(
                                verifier("numeric-answer", Map.of("tolerance", "0.05")),
                                "42",
                                "The answer is 41."))
                .allMatch(Finding::holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There are 41 apples.",
                "We answer nothing.",
                "To answer this, we find the price of 3 apples: $6.",
                "To find the answer: 3 apples cost $6.",
                "To get the final answer is easy: multiply 3 by 6",
                "The answer depends on the price of 3 apples, which is $6.",
                "The answer is 3 × 6.",
                "The answer is 50% of 36.",
                "The answer is 6 more than 12.",
                "The answer is the sum of 12 and 6.",
                "The answer is not 6.",
                "We need one more step before the answer. There are 6 apples.",
                "\\boxed{x+1}",
                "The answer is (A)",
                ""
            })
    void onlyFinalNumbersAreDecided(String text) {
        assertThat(check(verifier("numeric-answer", Map.of()), "42", text)).isEmpty();
    }

    @Test
    void withoutANumericReferenceNothingIsDecided() {
        Verifier verifier = verifier("numeric-answer", Map.of());
        assertThat(check(verifier, null, "The answer is 41.")).isEmpty();
        assertThat(check(verifier, "red", "The answer is 41.")).isEmpty();
    }

    @Test
    void patternsMustOrMustNotMatch() {
        Verifier must = verifier("regex", Map.of("pattern", "order \\d+"));
        assertThat(check(must, null, "See order 12."))
                .containsExactly(new Finding(true, "order 12", "The step matches order \\d+."));
        assertThat(check(must, null, "See it.")).noneMatch(Finding::holds);
        Verifier mustNot =
                verifier("regex", Map.of("pattern", "(?i)guarantee", "mode", "must-not-match"));
        assertThat(check(mustNot, null, "We GUARANTEE it")).noneMatch(Finding::holds);
        assertThat(check(mustNot, null, "Fine.")).allMatch(Finding::holds);
    }

    @Test
    void hostilePatternsAreRefusedOrHarmless() {
        for (String pattern :
                List.of(
                        "((a{100}){100}){100}",
                        "(x{2}(a{40}){20}b{3}){30}",
                        "(a{400})(b{400})(c{400})",
                        "[[](?:(?:a{100}){100}){100}",
                        "[]](?:(?:a{100}){100}){100}",
                        "[\\]](?:(?:a{100}){100}){100}",
                        "\\Q[\\E(?:(?:a{100}){100}){100}",
                        "a".repeat(2000),
                        "(".repeat(900))) {
            assertThatThrownBy(() -> verifier("regex", Map.of("pattern", pattern)))
                    .isInstanceOf(WorkFailed.class);
        }
        Verifier verifier = verifier("regex", Map.of("pattern", "(a+)+$"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> check(verifier, null, "a".repeat(90_000) + "b"));
    }

    @Test
    void repeatsSideBySideAddUp() {
        String uuid = "[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}";
        String plain = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
        String id = "123e4567-e89b-12d3-a456-426614174000";
        for (String pattern :
                List.of(uuid, plain, "[[:xdigit:]]{8}-.{27}", "\\d{3}[]a-f0-9]{5}-")) {
            assertThat(check(verifier("regex", Map.of("pattern", pattern)), null, id))
                    .as(pattern)
                    .allMatch(Finding::holds)
                    .hasSize(1);
        }
    }
}
