package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.trace.ChatTrace;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/** How many facts of real messages occur in what the agent was told. */
class FactsOnTauBenchTest {
    @Test
    void mostFactsOfRealMessagesAreKnown() throws IOException {
        Verifier verifier = Checks.verifier("facts", Map.of());
        int messages = 0;
        int flagged = 0;
        int held = 0;
        List<String> unknown = new ArrayList<>();
        for (JsonNode run : TauBench.runs()) {
            ChatTrace chat = TauBench.chat(run);
            List<List<Finding>> all = Checks.each(verifier, chat.problem(), null, chat.steps());
            for (int i = 0; i < all.size(); i++) {
                Step step = chat.steps().get(i);
                if (step.kind() == StepKind.MESSAGE) {
                    List<Finding> missing = all.get(i).stream().filter(f -> !f.holds()).toList();
                    messages++;
                    flagged += missing.isEmpty() ? 0 : 1;
                    held += all.get(i).size() - missing.size();
                    missing.forEach(f -> unknown.add(f.evidence()));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "facts on tau-bench airline: %d of %d messages flagged, %d facts known, %d not%n",
                flagged,
                messages,
                held,
                unknown.size());
        if (Boolean.getBoolean("stepwright.show")) {
            unknown.forEach(fact -> System.out.println("unknown: " + fact));
        }
        assertThat((double) held / (held + unknown.size())).isGreaterThan(0.9);
    }
}
