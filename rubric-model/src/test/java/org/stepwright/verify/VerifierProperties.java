package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/** What is true of every kind of verifier over any trace. */
class VerifierProperties {
    private static final Set<String> FOUND = new HashSet<>();

    private static List<Verifier> verifiers() {
        Map<String, List<Map<String, String>>> options = new HashMap<>();
        options.put("regex", List.of(Map.of("pattern", "pay|\\d")));
        options.put("json-schema", List.of(Map.of("schema", "{\"required\":[\"id\"]}")));
        options.put("monotone", List.of(Map.of(), Map.of("of", "totals", "direction", "falling")));
        options.put("facts", List.of(Map.of(), Map.of("must-mention", "A17 | 42")));
        options.put("exact-answer", List.of(Map.of(), Map.of("normalise", "math")));
        options.put(
                "tool-calls",
                List.of(
                        Map.of(
                                "allowed",
                                "find, pay",
                                "requires",
                                "find",
                                "at-most",
                                "2",
                                "known",
                                "id",
                                "confirmed",
                                "(?i)yes",
                                "arguments",
                                "{\"required\":[\"id\"]}",
                                "result",
                                "find.status == paid when id")));
        List<Verifier> verifiers = new ArrayList<>();
        for (VerifierKind kind : VerifierCatalog.standard().kinds()) {
            for (Map<String, String> given : options.getOrDefault(kind.name(), List.of(Map.of()))) {
                verifiers.add(Checks.verifier(kind.name(), given));
            }
        }
        return verifiers;
    }

    @Property(tries = 300)
    void laterStepsChangeNothing(@ForAll("traces") List<Step> steps) {
        for (Verifier verifier : verifiers()) {
            List<List<Finding>> whole = Checks.each(verifier, "Pay A17, 42.", "42", steps);
            for (int end = steps.size(); end >= 1; end--) {
                List<Step> shorter = List.copyOf(steps.subList(0, end));
                assertThat(Checks.each(verifier, "Pay A17, 42.", "42", shorter))
                        .as(verifier.name())
                        .isEqualTo(whole.subList(0, end));
            }
        }
    }

    @Property(tries = 500)
    void evidenceIsWordForWordInTheStep(@ForAll("traces") List<Step> steps) {
        for (Verifier verifier : verifiers()) {
            List<List<Finding>> all = Checks.each(verifier, "Pay A17, 42.", "42", steps);
            for (int i = 0; i < steps.size(); i++) {
                String text = steps.get(i).text();
                for (Finding finding : all.get(i)) {
                    FOUND.add(verifier.name() + finding.holds());
                    assertThat(text).as(verifier.name()).contains(finding.evidence());
                    assertThat(finding.message()).endsWithIgnoringCase(end(verifier, finding));
                }
            }
        }
    }

    /** Messages are sentences; an equality is one without a full stop. */
    private static String end(Verifier verifier, Finding finding) {
        return verifier.name().equals("arithmetic") ? finding.message() : ".";
    }

    /** Each kind both held and failed, or the properties above looked at nothing. */
    @AfterContainer
    static void everyKindFoundSomething() {
        for (VerifierKind kind : VerifierCatalog.standard().kinds()) {
            assertThat(FOUND).contains(kind.name() + true, kind.name() + false);
        }
    }

    @Provide
    Arbitrary<List<Step>> traces() {
        Arbitrary<String> said =
                Arbitraries.of(
                                "The answer is 42. ",
                                "\\boxed{41} ",
                                "1 + 1 = 2 ",
                                "2 * 2 = 5 ",
                                "A17-99 ",
                                "(Smith, 2020) ",
                                "\"pay a17 right now\" ",
                                "“Pay A17, 42.” ",
                                "§ 4.2 ",
                                "2024-01-02 ",
                                "May 3, 2023 ",
                                "running total: 4 ",
                                "Running total: 7 ",
                                "\n",
                                "=",
                                "\"",
                                "{",
                                "é½𝟛",
                                "99 ",
                                "[1] ")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(8)
                        .map(parts -> String.join("", parts));
        Arbitrary<String> calls =
                Arbitraries.of(
                        "find({\"id\":\"A17\"})",
                        "find({\"id\":\"B2\"})",
                        "pay({\"id\":\"A17\"})",
                        "pay({\"id\":\"B2\"})",
                        "pay({\"id\":7.50})",
                        "drop({})",
                        "drop(",
                        "pay({\"id\":)");
        Arbitrary<String> contexts =
                Arbitraries.of(
                        "",
                        "",
                        "user: Yes, pay B2.",
                        "user: no",
                        "find: {\"status\":\"paid\"}",
                        "find: {\"status\":\"open\"}\n\nfind: {\"status\":\"paid\"}",
                        "find: Error\n\nuser: yes\n\n[1] Smith 2020, § 4.2");
        Arbitrary<Step> messages =
                Combinators.combine(said, contexts)
                        .as((t, c) -> new Step(t, StepKind.MESSAGE, c, List.of()));
        Arbitrary<Step> toolCalls =
                Combinators.combine(calls, contexts)
                        .as((t, c) -> new Step(t, StepKind.TOOL_CALL, c, List.of()));
        return Arbitraries.oneOf(messages, toolCalls).list().ofMinSize(1).ofMaxSize(6);
    }
}
