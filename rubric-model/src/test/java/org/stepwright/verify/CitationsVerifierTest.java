package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwright.work.WorkFailed;

class CitationsVerifierTest {
    private static final String SOURCE =
            "Sources\n"
                    + "[1] Smith, A., Jones, B. (2020). On chairs.\n"
                    + "2. Müller 2019b, On tables.\n"
                    + "Document 3: Policy\n"
                    + "§ 4.2 Returns are taken back within thirty days of the purchase.\n"
                    + "Clause 7 applies.\n"
                    + "  8.1.2 Fees. \"Don’t pay late\" is a rule.\n";

    private static List<Finding> check(Map<String, String> options, String source, String text) {
        return Checks.check(Checks.verifier("citations", options), source, null, Checks.text(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "As shown [1].|+",
                "As shown [1, 3] and [2-3].|++++",
                "As shown [4].|-",
                "As shown (Smith et al., 2020).|+",
                "As shown (Smith & Jones, 2020; Müller, 2019b).|++",
                "As Smith (2020) shows.|+",
                "As Smith and Jones [2021] show.|-",
                "As shown (Brown, 2020).|-",
                "As shown [Smith 2020].|+",
                "See § 4.2 and clause 7.|++",
                "See section 8.1.2, not Article 9.|+-",
                "See §4.|-",
                "It says \"taken back within  thirty days of\".|+",
                "It says “taken back … of the purchase.”|+",
                "It says \"taken back within sixty days\".|-",
                "It says \"Don't pay late\" is a rule.|''",
                "It is a \"nice chair\".|''",
                "In the year (2020) it was so.|''"
            })
    void whatIsCitedHasToExist(String text, String held) {
        StringBuilder found = new StringBuilder();
        check(Map.of(), SOURCE, text).forEach(f -> found.append(f.holds() ? '+' : '-'));
        assertThat(found.toString()).isEqualTo(held);
    }

    @Test
    void evidenceIsTheCitation() {
        assertThat(check(Map.of(), SOURCE, "See Article 9 (Brown et al., 2020)."))
                .containsExactly(
                        new Finding(
                                false,
                                "Brown et al., 2020",
                                "Brown et al., 2020 is not in the source."),
                        new Finding(false, "Article 9", "Article 9 is not in the source."));
    }

    @Test
    void numbersInBracketsMayBeSomethingElse() {
        assertThat(check(Map.of(), "Solve it.", "x in [1, 2]")).isEmpty();
        assertThat(check(Map.of("style", "numbers"), "Solve it.", "As in [1].")).hasSize(1);
    }

    @Test
    void styleAndSourceAreChosen() {
        String text = "See [9], § 9, (Brown, 2020) and \"one two three four\".";
        for (String style : List.of("numbers", "author-year", "clauses", "quotes")) {
            assertThat(check(Map.of("style", style), SOURCE, text)).as(style).hasSize(1);
        }
        assertThat(check(Map.of(), SOURCE, text)).hasSize(4).noneMatch(Finding::holds);
        assertThat(check(Map.of("from", "context"), SOURCE, text)).as("no context").isEmpty();
        assertThatThrownBy(() -> check(Map.of("style", "footnotes"), SOURCE, text))
                .isInstanceOf(WorkFailed.class);
    }
}
