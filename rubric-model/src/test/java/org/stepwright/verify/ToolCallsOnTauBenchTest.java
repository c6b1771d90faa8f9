package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.trace.ChatTrace;

/** Rules of the airline's policy on the 200 real runs, as the chat reader gives them. */
class ToolCallsOnTauBenchTest {
    private static final String CHANGES =
            "book_reservation, update_reservation_flights, update_reservation_baggages,"
                    + " update_reservation_passengers, cancel_reservation";

    private static Map<String, Map<String, String>> rules() {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        rules.put(
                "confirmed", Map.of("tool", CHANGES, "confirmed", "(?i)\\b(yes|confirm|proceed)"));
        rules.put(
                "looked up first",
                Map.of(
                        "tool",
                        CHANGES.replace("book_reservation, ", ""),
                        "requires",
                        "get_reservation_details"));
        rules.put(
                "known ids",
                Map.of(
                        "tool",
                        CHANGES,
                        "known",
                        "user_id, reservation_id, payment_id, payment_methods[].payment_id,"
                                + " flights[].flight_number"));
        rules.put(
                "may be cancelled",
                Map.of(
                        "tool",
                        "cancel_reservation",
                        "result",
                        "get_reservation_details.cabin == business or"
                                + " get_reservation_details.insurance == yes or"
                                + " get_reservation_details.created_at >= 2024-05-14T15:00:00 when"
                                + " reservation_id"));
        rules.put(
                "not basic economy",
                Map.of(
                        "tool",
                        "update_reservation_flights",
                        "result",
                        "get_reservation_details.cabin != basic_economy or"
                                + " get_reservation_details.cabin != $cabin when reservation_id"));
        return rules;
    }

    @Test
    void rulesAreDecidedOnRealRuns() throws IOException {
        JsonNode runs = TauBench.runs();
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (var rule : rules().entrySet()) {
            Verifier verifier = Checks.verifier("tool-calls", rule.getValue());
            int[] count = counts.computeIfAbsent(rule.getKey(), k -> new int[6]);
            for (JsonNode run : runs) {
                boolean passed = run.path("reward").asDouble() == 1;
                count(verifier, TauBench.chat(run), passed, count);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d held, %d failed; fails in %d of %d passed runs and %d of %d failed"
                            + " runs%n",
                    rule.getKey(),
                    count[0],
                    count[1],
                    count[2],
                    count[4],
                    count[3],
                    count[5]);
        }
        assertThat(counts).allSatisfy((name, c) -> assertThat(c[0]).as(name).isPositive());
        int[] cancelled = counts.get("may be cancelled");
        assertThat(cancelled[0] + cancelled[1]).as("cancellations decided").isGreaterThan(60);
        int[] confirmed = counts.get("confirmed");
        assertThat(confirmed[0] + confirmed[1]).as("changes decided").isEqualTo(242);
    }

    private static void count(Verifier verifier, ChatTrace chat, boolean passed, int[] count) {
        boolean failed = false;
        for (List<Finding> findings : Checks.each(verifier, chat.problem(), null, chat.steps())) {
            for (Finding finding : findings) {
                count[finding.holds() ? 0 : 1]++;
                failed |= !finding.holds();
                if (Boolean.getBoolean("stepwright.show") && !finding.holds()) {
                    System.out.println((passed ? "PASSED " : "failed ") + finding);
                }
            }
        }
        count[passed ? 2 : 3] += failed ? 1 : 0;
        count[passed ? 4 : 5]++;
    }
}
