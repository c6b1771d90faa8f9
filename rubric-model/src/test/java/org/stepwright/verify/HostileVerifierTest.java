package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/** Every kind of verifier over every hostile text, each within two seconds. */
class HostileVerifierTest {
    /** Steps of a long trace. */
    private static final int LONG = Integer.getInteger("stepwright.long-trace", 4_000);

    private static final Duration SOON = Duration.ofSeconds(2);

    /** What makes RE2/J work hardest: many states that stay alive. */
    private static final String SLOW_PATTERN = "(?:(?:a|.?){15}){25}(a+)+z";

    /** Recursion in the schema itself. */
    private static final String TREE =
            "{\"$ref\":\"#/$defs/n\",\"$defs\":{\"n\":{\"type\":[\"object\",\"array\",\"number\","
                + "\"string\"],\"additionalProperties\":{\"$ref\":\"#/$defs/n\"},\"items\":{\"$ref\":"
                + "\"#/$defs/n\"},\"pattern\":\"(a+)+$\"}}}";

    private static List<Map<String, String>> options(String kind) {
        return switch (kind) {
            case "regex" ->
                    List.of(
                            Map.of("pattern", "(a+)+$"),
                            Map.of("pattern", "(a|aa)*b"),
                            Map.of("pattern", SLOW_PATTERN));
            case "json-schema" -> List.of(Map.of("schema", TREE), Map.of("schema", "{}"));
            case "exact-answer" ->
                    List.of(
                            Map.of("normalise", "math", "where", "step", "answer", "42\n1/3"),
                            Map.of("normalise", "math"),
                            Map.of());
            case "facts" ->
                    List.of(
                            Map.of(),
                            Map.of("must-mention", "aaaa ".repeat(100) + "b", "when", "(a+)+$"),
                            Map.of("from", "context"));
            case "monotone" ->
                    List.of(
                            Map.of(),
                            Map.of("of", "totals"),
                            Map.of("of", "totals", "label", "a,1,(,=,aaaaaaaab"));
            case "citations" -> List.of(Map.of(), Map.of("style", "numbers", "from", "problem"));
            case "tool-calls" -> toolCalls();
            default -> List.of(Map.of());
        };
    }

    private static List<Map<String, String>> toolCalls() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("allowed", "find,pay");
        all.put("forbidden", "drop");
        all.put("requires", "find, never");
        all.put("at-most", "3");
        all.put("arguments", TREE);
        all.put("known", "id,ids[].id,a[][][],values");
        all.put("confirmed", "(a+)+$");
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            rules.append("find.a[].b == " + i + " or find.id != $values when id\n");
            rules.append("find.status not in (a, b, c) or find.never > 3\n");
        }
        all.put("result", rules.toString());
        return List.of(all, Map.of("known", "values"), Map.of("confirmed", SLOW_PATTERN));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("power of powers", "9**9**9 = 1 and 9^9^9 = 1 and \\boxed{9^{9^{9}}}");
        texts.put("factorials", "9!!!! = 1, 100000! = 1. The answer is 9!!!!");
        texts.put("tower", "10^(10^10) = 1. The answer is 10^(10^10) = 1e999999999");
        texts.put(
                "digits", "The answer is " + "9".repeat(1_000_000) + " = 1. \\boxed{1e999999999}");
        texts.put("decimals", "1." + "3".repeat(500_000) + " + 0." + "1".repeat(90_000) + " = 2");
        texts.put("parentheses", "(".repeat(100_000) + "1" + ")".repeat(100_000) + " = 1");
        texts.put("open", "\\boxed{".repeat(14_000) + "\\frac{".repeat(90_000));
        texts.put("backtracking", "a".repeat(99_999) + "!");
        texts.put("words", "aaaa ".repeat(19_000) + "c");
        texts.put("equalities", "1 + 1 = 3 ".repeat(9_900));
        texts.put("chain", "1 = 1 = ".repeat(12_000));
        texts.put("answers", "the answer is ".repeat(7_000));
        texts.put("quotes", "\"a b c d\" “".repeat(9_000));
        texts.put("open quotes", "“".repeat(99_000));
        texts.put("citations", "[1-999] (Aa et al., 2020; Bb & Cc, 2021) § 1.1.1 ".repeat(2_000));
        texts.put("names", "(" + "Aa, ".repeat(24_000) + "2020");
        texts.put("dates", "2024-01-01 May 1, 2024 01/02/2024 running total: 1 ".repeat(1_900));
        texts.put("ids", "AB-1-2-3_4 ".repeat(9_000));
        texts.put("hyphens", "A1-".repeat(33_000));
        texts.put("deep", call("find", "[".repeat(49_000) + "]".repeat(49_000)));
        texts.put(
                "deep objects", call("find", "{\"a\":".repeat(16_000) + "1" + "}".repeat(16_000)));
        texts.put("wide", call("find", "{\"ids\":[" + "{\"id\":1},".repeat(9_000) + "{}]}"));
        texts.put("huge number", call("find", "{\"id\":1e999999999,\"values\":[1e-999999999]}"));
        texts.put("long number", call("find", "{\"id\":" + "9".repeat(90_000) + "}"));
        texts.put("values", call("find", "{\"values\":[" + values() + "]}"));
        texts.put("duplicates", call("find", "{" + "\"id\":1,".repeat(12_000) + "\"id\":2}"));
        texts.put("no json", call("find", "{\"id\":\"\\u".repeat(9_000)));
        texts.put("controls", "\u0000\uD800\uDC00\uD800".repeat(20_000));
        texts.put("escapes", "\\\\n\\\"".repeat(20_000));
        texts.put("50 MB", "1 + 1 = 3 \"a\" [1] ".repeat(50_000_000 / 18));
        return texts;
    }

    private static String values() {
        StringBuilder values = new StringBuilder("0");
        for (int i = 0; i < 95; i++) {
            values.append(",\"" + "a ".repeat(400) + i + "\"");
        }
        return values.toString();
    }

    private static String call(String tool, String arguments) {
        return tool + "(" + arguments + ")";
    }

    private static final Map<String, String> TEXTS = texts();

    static Stream<Arguments> everything() {
        return VerifierCatalog.standard().kinds().stream()
                .flatMap(
                        kind ->
                                TEXTS.keySet().stream()
                                        .map(text -> Arguments.of(kind.name(), text)));
    }

    /** Code that runs for the first time is slow; that is not what is asked here. */
    @BeforeAll
    static void warmUp() {
        for (VerifierKind kind : VerifierCatalog.standard().kinds()) {
            for (Map<String, String> options : options(kind.name())) {
                kind.create(new VerifierSpec(kind.name(), options))
                        .check(prefix("find({\"id\":1})", "find({\"id\":1})", 3));
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everything")
    void endsSoon(String kind, String name) {
        String text = TEXTS.get(name);
        for (Map<String, String> options : options(kind)) {
            Verifier verifier =
                    assertTimeoutPreemptively(SOON, () -> Checks.verifier(kind, options));
            Prefix alone = new Prefix(text, text, List.of(step(text)));
            List<Finding> findings =
                    assertTimeoutPreemptively(SOON, () -> verifier.check(alone), kind + name);
            assertThat(findings).allMatch(finding -> text.contains(finding.evidence()));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everything")
    void endsSoonBehindManySteps(String kind, String name) {
        String text = TEXTS.get(name);
        for (Map<String, String> options : options(kind)) {
            Verifier verifier = Checks.verifier(kind, options);
            Prefix many = prefix(text, "find({\"id\":1,\"values\":[\"zz\"]})", 10_000);
            assertTimeoutPreemptively(SOON, () -> verifier.check(many), kind + name);
        }
    }

    /** A verifier runs at each step of a trace, so a long trace must not take the square. */
    @Test
    void aLongTraceIsCheckedStepByStep() {
        Set<String> slow = new TreeSet<>();
        for (VerifierKind kind : VerifierCatalog.standard().kinds()) {
            List<Step> steps = longTrace();
            Verifier verifier = Checks.verifier(kind.name(), options(kind.name()).get(0));
            long start = System.nanoTime();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> Checks.each(verifier, "Problem 1.", "42", steps),
                    kind.name());
            slow.add(kind.name() + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        System.out.println(LONG + " steps of a trace, each checked: " + slow);
        assertThat(slow).hasSize(VerifierCatalog.standard().kinds().size());
    }

    /** Calls with answers and messages full of facts, in turn; most of them are made up. */
    private static List<Step> longTrace() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < LONG / 2; i++) {
            String call = "find({\"id\":\"A" + i + "\",\"values\":[\"zz\"]})";
            steps.add(new Step(call, StepKind.TOOL_CALL, "user: go on", List.of()));
            String said =
                    "On 2024-01-01 we paid $99 of AB-1234, \"as he never said\" [1] (Smith, 2020),"
                            + " § 4.2. 3 × 4 = 12. Running total: 5. The answer is 7.";
            String answer = "find: {\"id\":" + i + ",\"a\":[{\"b\":7}]}";
            steps.add(new Step(said, StepKind.MESSAGE, answer, List.of()));
        }
        return steps;
    }

    private static Step step(String text) {
        boolean call = text.startsWith("find(");
        return new Step(text, call ? StepKind.TOOL_CALL : StepKind.MESSAGE, "", List.of());
    }

    /** Earlier steps in which calls are answered, then a call that follows the text. */
    private static Prefix prefix(String text, String call, int count) {
        String piece = text.length() > 100_000 ? text.substring(0, 100_000) : text;
        List<Step> steps =
                new ArrayList<>(
                        Collections.nCopies(
                                count,
                                new Step(
                                        call,
                                        StepKind.TOOL_CALL,
                                        "find: {\"id\":1,\"a\":[{\"b\":7}]}\n\nuser: a total",
                                        List.of())));
        steps.add(new Step(call, StepKind.TOOL_CALL, "user: " + piece, List.of()));
        steps.add(new Step(text, step(text).kind(), "find: " + piece, List.of()));
        return new Prefix(piece, piece, steps);
    }
}
