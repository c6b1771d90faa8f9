package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.verify.Checks.call;
import static org.stepwright.verify.Checks.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.trace.Step;
import org.stepwright.work.WorkFailed;

class ToolCallsVerifierTest {
    private static final String PROBLEM = "Policy: confirm (yes).\n\nMy order is A17, says Zoë.";

    private static List<Finding> check(Map<String, String> options, Step... steps) {
        return Checks.check(Checks.verifier("tool-calls", options), PROBLEM, null, steps);
    }

    private static List<Boolean> held(Map<String, String> options, Step... steps) {
        return check(options, steps).stream().map(Finding::holds).toList();
    }

    @Test
    void namesOfToolsAreAllowedOrForbidden() {
        Map<String, String> allowed = Map.of("allowed", "find, cancel");
        assertThat(held(allowed, call("find({})"))).containsExactly(true);
        assertThat(check(allowed, call("drop({\"a\":1})")))
                .containsExactly(
                        new Finding(false, "drop", "drop is not one of the allowed tools."));
        assertThat(held(Map.of("forbidden", "drop"), call("drop({})"))).containsExactly(false);
        assertThat(held(Map.of("forbidden", "drop"), call("find({})"))).containsExactly(true);
        assertThat(held(allowed, message("", "drop({})"))).as("no call").isEmpty();
        Map<String, String> looks = Map.of("forbidden", "drop", "tool", "find");
        assertThat(held(looks, call("drop({})"))).as("another tool").isEmpty();
    }

    @Test
    void toolsAreRequiredBefore() {
        Map<String, String> options = Map.of("tool", "cancel", "requires", "find, user");
        assertThat(held(options, call("find({})"), call("user({})"), call("cancel({})")))
                .containsExactly(true);
        assertThat(check(options, call("find({})"), call("cancel({})")))
                .containsExactly(
                        new Finding(false, "cancel", "cancel was called before user was called."));
        assertThat(held(options, call("finder({})"), call("users({})"), call("cancel({})")))
                .containsExactly(false);
    }

    @Test
    void callsAreCountedUpToTheStep() {
        Map<String, String> options = Map.of("tool", "book, rebook", "at-most", "2");
        Step book = call("book({})");
        assertThat(held(options, book)).containsExactly(true);
        assertThat(held(options, book, call("find({})"), call("rebook({})"))).containsExactly(true);
        assertThat(held(options, book, book, call("rebook({})"))).containsExactly(false);
        assertThat(held(Map.of("at-most", "1"), book, call("find({})"))).containsExactly(false);
        assertThat(held(Map.of("at-most", "0"), book)).containsExactly(false);
    }

    @Test
    void aCallStandsAloneInItsTurn() {
        Map<String, String> options = Map.of("alone", "yes");
        Step said = message("user: Find it.", "One moment.");
        assertThat(held(options, call("find({})"))).containsExactly(true);
        assertThat(held(options, said, call("user: And?", "find({})"))).containsExactly(true);
        assertThat(check(options, said, call("find({})")))
                .containsExactly(
                        new Finding(
                                false, "find", "find was called in the same turn as a message."));
        assertThat(held(options, call("think({})"), call("find({})")))
                .as("a tool may answer with nothing")
                .isEmpty();
    }

    @Test
    void argumentsFitASchema() {
        Map<String, String> options =
                Map.of("tool", "pay", "arguments", "{\"required\":[\"amount\"]}");
        assertThat(held(options, call("pay({\"amount\":5})"))).containsExactly(true);
        assertThat(held(options, call("pay({})"))).containsExactly(false);
        assertThat(held(options, call("pay(five)"))).containsExactly(false);
        assertThat(held(options, call("find({})"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pay({\"ids\":[{\"id\":\"card_9\"},{\"id\":\"A17\"}]})|ids[].id|true",
                "pay({\"ids\":[{\"id\":\"card_8\"},{\"id\":\"A17\"}]})|ids[].id|false",
                "pay({\"id\":\"a17\"})|id|true",
                "pay({\"id\":\"A1\"})|id|false",
                "pay({\"tags\":[\"A17\",\"X99\"]})|tags|false",
                "pay({\"amount\":250})|amount|true",
                "pay({\"amount\":250.0})|amount|true",
                "pay({\"amount\":25})|amount|false",
                "pay({\"amount\":2.5})|amount|false",
                "pay({\"name\":\"Zoë\"})|name|true",
                "pay({\"name\":\"Renée \\\"R\\\" Roe\"})|name|true",
                "pay({\"from\":\"earlier-1\"})|from|true",
                "pay({\"by\":\"later-1\"})|by|false",
                "pay({\"a\":{\"b\":\"A17\"}})|a.b|true"
            })
    void valuesHaveToBeKnown(String text, String path, boolean holds) {
        Step[] steps = {
            message("", "Hello, later-1 is only what the agent says."),
            call("user: use card_9", "find({\"x\":\"earlier-1\"})"),
            call("find: {\"due\": 250.00, \"who\": \"Ren\\u00e9e \\\"R\\\" Roe\"}", text)
        };
        assertThat(held(Map.of("known", path), steps)).containsExactly(holds);
    }

    @Test
    void aMadeUpValueIsTheEvidence() {
        assertThat(check(Map.of("known", "id,to"), call("pay({\"id\":\"A17\",\"to\":\"B2\"})")))
                .extracting(Finding::holds, Finding::evidence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, "A17"),
                        org.assertj.core.groups.Tuple.tuple(false, "B2"));
        for (String undecided :
                List.of(
                        "pay({})",
                        "pay({\"id\":null})",
                        "pay({\"id\":\"\"})",
                        "pay({\"id\":true})",
                        "pay({\"id\":{\"a\":1}})",
                        "pay(nonsense)")) {
            assertThat(held(Map.of("known", "id"), call(undecided))).as(undecided).isEmpty();
        }
    }

    @Test
    void theUserConfirmsInTheLastMessage() {
        Map<String, String> options = Map.of("tool", "cancel", "confirmed", "(?i)\\byes\\b");
        Step ask = message("", "Shall I cancel A17 (yes/no)?");
        Step cancel = call("cancel({})");
        assertThat(held(options, ask, call("user: Yes, do.", "cancel({})"))).containsExactly(true);
        assertThat(held(options, ask, call("user: No.", "cancel({})"))).containsExactly(false);
        assertThat(held(options, ask, call("user: yes", "find({})"), cancel))
                .as("the latest context before")
                .containsExactly(true);
        assertThat(
                        held(
                                options,
                                ask,
                                call("user: no", "find({})"),
                                call("find: {\"refund\":\"yes\"}", "cancel({})")))
                .as("a tool's answer confirms nothing")
                .containsExactly(false);
        assertThat(
                        held(
                                options,
                                ask,
                                call("user: yes", "find({})"),
                                message("find: {}", "It costs 5."),
                                call("user: No way.\n\nStop it.", "cancel({})")))
                .containsExactly(false);
        assertThat(check(options, cancel))
                .as("the problem confirms nothing")
                .containsExactly(
                        new Finding(
                                false,
                                "cancel",
                                "cancel was called before the user could confirm it."));
        assertThat(held(options, ask, call("Yes: all of it", "cancel({})")))
                .as("a context that names no speaker")
                .containsExactly(true);
    }

    private static final String RULE = "order.status in (paid, \"on hold\") when id";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order.status == paid when id|true",
                "order.status == PAID when id|true",
                "order.status != paid when id|false",
                "order.status in (sent, paid) when id|true",
                "order.status not in (sent, paid) when id|false",
                "order.total <= 50 when id|true",
                "order.total > 50.00 when id|false",
                "order.total == 50.0 when id|true",
                "order.made >= 2024-05-14T15:00:00 when id|true",
                "order.made < 2024-05-14 when id|false",
                "order.items[].ok == true when id|false",
                "order.items[].n >= 1 when id|true",
                "order.status == sent or order.total == 50 when id|true",
                "order.status == sent or order.total == 51 when id|false",
                "order.owner == $by when id|true",
                "order.owner != $by when id|false",
                "order.status == paid|true"
            })
    void earlierAnswersAreCompared(String rule, boolean holds) {
        String answer =
                "{\"status\":\"paid\",\"total\":50,\"made\":\"2024-05-14T15:10:00\",\"owner\":\"Mia\","
                    + "\"items\":[{\"ok\":true,\"n\":1},{\"ok\":false,\"n\":2}]}";
        Step[] steps = {
            call("order({\"id\": \"A17\"})"),
            message("order: " + answer, "Found."),
            call("user: yes", "cancel({\"id\":\"A17\",\"by\":\"Mia\"})")
        };
        List<Finding> findings = check(Map.of("result", rule, "tool", "cancel"), steps);
        assertThat(findings).extracting(Finding::holds).containsExactly(holds);
        assertThat(findings.get(0).evidence()).isIn("A17", "cancel");
    }

    @Test
    void onlyTheLatestAnswerToTheSameArgumentCounts() {
        Map<String, String> options = Map.of("tool", "cancel", "result", RULE);
        Step cancel = call("order: {\"status\":\"sent\"}", "cancel({\"id\":\"A17\"})");
        assertThat(held(options, call("order({\"id\":\"A17\"})"), cancel)).containsExactly(false);
        assertThat(held(options, call("order({\"id\":\"B2\"})"), cancel)).isEmpty();
        assertThat(
                        held(
                                options,
                                call("order({\"id\":\"A17\"})"),
                                call("order: {\"status\":\"on hold\"}", "order({\"id\":\"B2\"})"),
                                cancel))
                .containsExactly(true);
        assertThat(
                        held(
                                options,
                                call("order({\"id\":\"A17\"})"),
                                call("order: {\"status\":\"paid\"}", "order({\"id\":\"A17\"})"),
                                call("order: Error: busy", "cancel({\"id\":\"A17\"})")))
                .as("an error is no answer")
                .containsExactly(true);
        assertThat(held(options, call("order({\"id\":\"A17\"})"), call("cancel({\"id\":\"A17\"})")))
                .as("not answered yet")
                .isEmpty();
    }

    @Test
    void answersInOneContextAreToldApart() {
        Map<String, String> options = Map.of("tool", "cancel", "result", RULE);
        Step[] steps = {
            call("user: both", "order({\"id\":\"B2\"})"),
            call("order({\"id\":\"A17\"})"),
            call("stock({\"id\":\"A17\"})"),
            call(
                    "order: {\"status\":\"sent\"}\n\nstock: {\"status\":\"none\"}\n\n"
                            + "order: {\"status\":\"paid\"}",
                    "cancel({\"id\":\"A17\"})")
        };
        assertThat(held(options, steps)).containsExactly(true);
        steps[3] = call(steps[3].context(), "cancel({\"id\":\"B2\"})");
        assertThat(held(options, steps)).containsExactly(false);
        steps[3] =
                call(
                        "tool: {\"status\":\"sent\"}\n\ntool: {\"status\":\"paid\"}",
                        "cancel({\"id\":\"A17\"})");
        assertThat(held(options, steps)).as("by their order").containsExactly(true);
        assertThat(
                        held(
                                options,
                                call("order({\"id\":\"A17\"})"),
                                call("{\"status\":\"paid\"}", "cancel({\"id\":\"A17\"})")))
                .as("a bare answer")
                .containsExactly(true);
    }

    @Test
    void everyRuleGivesItsFinding() {
        Map<String, String> options = new HashMap<>();
        options.put("allowed", "cancel");
        options.put("forbidden", "drop");
        options.put("requires", "order");
        options.put("at-most", "3");
        options.put("arguments", "{}");
        options.put("known", "id");
        options.put("confirmed", "ok");
        options.put("result", "order.x == 1 when id\norder.y == 2 when id");
        assertThat(
                        held(
                                options,
                                call("order({\"id\":\"A17\"})"),
                                message("order: {\"x\":1,\"y\":2}", "Sure?"),
                                call("user: ok", "cancel({\"id\":\"A17\"})")))
                .hasSize(9)
                .containsOnly(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tool=find",
                "at-most=many",
                "arguments=[",
                "arguments={\"$ref\":\"http://127.0.0.1:9/s\"}",
                "known=a..b",
                "known=a[0]",
                "confirmed=(",
                "result=order.status",
                "result=order.status == when id",
                "result=order.status in paid",
                "result=order.status == (a, b)",
                "result=order.status in (a",
                "result=status == paid",
                "result=a.b == 1 or",
                "alone=maybe",
                "alone=no"
            })
    void unusableOptionsAreExplained(String option) {
        String[] parts = option.split("=", 2);
        assertThatThrownBy(() -> Checks.verifier("tool-calls", Map.of(parts[0], parts[1])))
                .isInstanceOf(WorkFailed.class)
                .hasMessageEndingWith(".");
    }
}
