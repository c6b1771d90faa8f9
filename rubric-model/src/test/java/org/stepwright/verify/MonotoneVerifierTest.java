package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.verify.Checks.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwright.trace.Step;
import org.stepwright.work.WorkFailed;

class MonotoneVerifierTest {
    private static List<Finding> check(Map<String, String> options, Step... steps) {
        return Checks.check(Checks.verifier("monotone", options), "p", null, steps);
    }

    private static String held(Map<String, String> options, Step... steps) {
        StringBuilder held = new StringBuilder();
        check(options, steps).forEach(f -> held.append(f.holds() ? '+' : '-'));
        return held.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "2024-01-02 then 2024-01-03|+",
                "2024-01-03 then 2024-01-02|-",
                "2024-01-03, Jan 3, 2024, 4 January 2024, 05.01.2024, 01/16/2024|++++",
                "2024-01-02T10:00 up to 2024-01-02T09:59|-",
                "2024-01-02T10:00 is on 2024-01-02|+",
                "May 20 and April 3|''",
                "2024-05-01 then 02/03/2024|''",
                "2024-13-45 then 2024-02-30|''",
                "December 31st, 2023 and the 1st of January 2024|+"
            })
    void datesRise(String text, String held) {
        assertThat(held(Map.of(), text(text))).isEqualTo(held);
    }

    @Test
    void theValueBeforeMayStandInAnEarlierStep() {
        Map<String, String> options = Map.of("direction", "strictly-falling");
        Step june = text("On 2024-06-01 we met.");
        Step none = text("Nothing happened.");
        assertThat(held(options, june, none, text("On 2024-05-01."))).isEqualTo("+");
        assertThat(check(options, june, none, text("On 1 June 2024.")))
                .containsExactly(
                        new Finding(
                                false,
                                "1 June 2024",
                                "1 June 2024 is the same as 2024-06-01, which was written before"
                                        + " it."));
        assertThat(held(options, june)).as("nothing to compare with").isEmpty();
        assertThat(held(options, june, none)).as("nothing to compare").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Running total: $1,200.50. Running total: $1,300|+",
                "running total is 40, then the running total is 39.5|-",
                "Running total = 12 + 30 = 42; running total: 42|+",
                "Running total: 12 + 30 = 42@Running total: 41|-",
                "Running total: -5, running total: -6|-",
                "The total is 9. The total is 8.|''"
            })
    void totalsRiseBehindTheirLabel(String text, String held) {
        assertThat(held(Map.of("of", "totals"), text(text.replace('@', '\n')))).isEqualTo(held);
    }

    @Test
    void labelsAreChosen() {
        Map<String, String> options =
                Map.of("of", "totals", "label", "balance (net), left", "direction", "falling");
        assertThat(held(options, text("Balance (net): 50"), text("So left: 30, then left: 35")))
                .isEqualTo("+-");
        assertThatThrownBy(() -> check(Map.of("direction", "sideways"), text("x")))
                .isInstanceOf(WorkFailed.class);
    }
}
