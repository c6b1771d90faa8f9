package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.verify.Checks.message;
import static org.stepwright.verify.Checks.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.trace.Step;
import org.stepwright.work.WorkFailed;

class FactsVerifierTest {
    private static final String PROBLEM =
            "Invoice INV-2024-017 of 2024-05-20 (certificate_7504069) is $1,250.50 for 14 chairs,"
                    + " 19% tax. It says “net thirty days”.";

    private static List<Finding> check(Map<String, String> options, Step... steps) {
        return Checks.check(Checks.verifier("facts", options), PROBLEM, "Pay 1488.10.", steps);
    }

    private static List<String> unknown(Map<String, String> options, Step... steps) {
        return check(options, steps).stream()
                .filter(finding -> !finding.holds())
                .map(Finding::evidence)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The invoice INV-2024-017 is 1250.50 dollars.",
                "Number 2024 of that invoice, certificate 7504069.",
                "It dates from May 20, 2024, or 20 May.",
                "It dates from 20.05.2024 and 05/20/2024.",
                "It is for 14 chairs with 19% tax and says \"Net  thirty days.\"",
                "Step 12: we pay 1488.10.",
                "12. We pay.\n13) We do.",
                "We take 3 of the 10 chairs on the 21st at 14:30.",
                "14 × 19 = 266, so 266 is left.",
                "19% of 1250.50 = 237.595 ≈ 237.60.",
                "\\(\\frac{1250.50}{14} = \\$89.32\\)",
                "A 14-year-old mid-2024 chair with x_12 legs at 10am."
            })
    void whatIsInTheSourceOrWorkedOut(String text) {
        assertThat(unknown(Map.of(), text(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is $1,520.50.|1,520.50",
                "It is for 15 chairs.|15",
                "It is certificate 504069.|504069",
                "It costs $9.|9",
                "There is 8% tax.|8",
                "It is INV-2024-018.|INV-2024-018",
                "It is for user_17b.|user_17b",
                "It dates from May 21, 2024.|May 21, 2024",
                "It dates from 2023-05-20.|2023-05-20",
                "It says \"net forty days\".|net forty days",
                "Total = 57|57",
                "14 chairs are here. The rest = 57|57"
            })
    void whatIsMadeUp(String text, String evidence) {
        assertThat(unknown(Map.of(), text(text))).containsExactly(evidence);
    }

    @Test
    void earlierCalculationsAndContextsCount() {
        Step first = text("14 × 25 = 350");
        Step second = message("lookup: {\"stock\": 77, \"sku\": \"AB-9931\"}", "We have 77.");
        assertThat(unknown(Map.of(), first, second, text("Of 350, AB-9931 has 77."))).isEmpty();
        assertThat(unknown(Map.of(), first, text("We said 360."))).containsExactly("360");
        assertThat(unknown(Map.of("from", "problem"), first, second)).containsExactly("77");
        assertThat(unknown(Map.of("from", "reference"), text("Pay 1488.10 for 14.")))
                .containsExactly("14");
        assertThat(check(Map.of("from", "context"), text("We have 99.")))
                .as("no context yet")
                .isEmpty();
    }

    @Test
    void onlyTheChosenKindsAreLookedFor() {
        Step step = text("On 2020-01-01, 99 of ZZ-1234 \"never seen\".");
        assertThat(unknown(Map.of("kinds", "dates"), step)).containsExactly("2020-01-01");
        assertThat(unknown(Map.of("kinds", "ids, numbers"), step)).containsExactly("99", "ZZ-1234");
        assertThat(unknown(Map.of("kinds", "quotes"), step)).containsExactly("never seen");
    }

    @Test
    void factsHaveToBeNamed() {
        Map<String, String> options =
                Map.of(
                        "must-mention",
                        "net thirty days | net 30\nINV-2024-017",
                        "when",
                        "(?i)\\bdecision\\b",
                        "from",
                        "nothing");
        assertThat(check(options, text("Hello."))).isEmpty();
        assertThat(check(options, text("Decision: pay inv-2024-017 net 30, or 99.")))
                .containsExactly(
                        new Finding(true, "net 30", "The step names net 30."),
                        new Finding(true, "inv-2024-017", "The step names INV-2024-017."));
        assertThat(check(options, text("Decision: pay INV-2024-0171, net thirty\ndays.")))
                .extracting(Finding::holds)
                .containsExactly(true, false);
    }

    @Test
    void unusableOptionsAreExplained() {
        for (Map<String, String> options :
                List.of(
                        Map.of("kinds", "colours"),
                        Map.of("from", "nothing"),
                        Map.of("from", "elsewhere"),
                        Map.of("when", "("),
                        Map.of("must-mention", "|"))) {
            assertThatThrownBy(() -> Checks.verifier("facts", options))
                    .as(options.toString())
                    .isInstanceOf(WorkFailed.class);
        }
    }
}
