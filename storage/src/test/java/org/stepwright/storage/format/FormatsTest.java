package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.StepKind;

/** What each format means, row by row. */
class FormatsTest {
    private static List<Verdict> verdicts(LabelledTrace row) {
        List<Verdict> verdicts = new ArrayList<>();
        row.labels().stream()
                .filter(l -> l.candidate() == 0)
                .forEach(l -> verdicts.add(l.verdict()));
        return verdicts;
    }

    @Test
    void everyFormatIsToldFromItsFirstRow() {
        assertThat(LabelFiles.formats())
                .contains(
                        "chat",
                        "csv",
                        "generic",
                        "math-shepherd",
                        "mr-ben",
                        "prm800k",
                        "prmbench",
                        "processbench",
                        "trl");
        assertThat(told("{\"id\":\"1\",\"problem\":\"p\",\"steps\":[\"a\"],\"labels\":[true]}"))
                .isEqualTo("generic");
        assertThat(told("[{\"id\":\"1\",\"problem\":\"p\",\"steps\":[\"a\"],\"label\":-1}]"))
                .isEqualTo("processbench");
        assertThat(told("broken\n{\"prompt\":\"p\",\"completions\":[\"a\"],\"labels\":[true]}"))
                .isEqualTo("trl");
        assertThat(told("{\"input\":\"a\",\"label\":\"b\"}")).isEqualTo("math-shepherd");
        assertThat(
                        told(
                                "{\"q1\": ["
                                    + " {\"Model_Solution_Steps\":[],\"Model_Solution_First_Error_Step\":\"1\"}]}"))
                .isEqualTo("mr-ben");
        assertThat(told("{\"messages\":[]}")).isEqualTo("chat");
        assertThat(told("hello")).isEqualTo("none");
        assertThat(told("{\"problem\":\"\\\"steps\\\": prompt completions labels\"}"))
                .isEqualTo("none");
    }

    private static String told(String head) {
        for (String name :
                List.of(
                        "prmbench",
                        "mr-ben",
                        "prm800k",
                        "trl",
                        "math-shepherd",
                        "chat",
                        "processbench",
                        "generic")) {
            if (LabelFiles.format(name).sniff(head, "file")) {
                return name;
            }
        }
        return "none";
    }

    @Test
    void processBenchLeavesStepsBehindTheErrorUnlabelled() {
        LabelledTrace row =
                Reading.of(
                                "processbench",
                                "[{\"id\":\"1\",\"generator\":\"g\",\"problem\":\"p\",\"steps\":[\"a\",\"b\",\"c\"],\"final_answer_correct\":false,\"label\":1}]")
                        .only();
        assertThat(verdicts(row)).containsExactly(Verdict.CORRECT, Verdict.WRONG);
        assertThat(row.trace().outcome()).isEqualTo(Outcome.WRONG);
        assertThat(row.trace().generator()).hasValue("g");
        assertThat(row.labels().get(0).annotator()).isEqualTo("import:processbench");
        assertThat(row.labels().get(0).at()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void genericReadsEveryKindOfLabel() {
        LabelledTrace row =
                Reading.of(
                                "generic",
                                "{\"id\":7,\"problem\":\"p\",\"steps\":[\"a\",\"b\",\"c\",\"d\",{\"text\":\"e\",\"kind\":\"tool_call\",\"context\":\"x\"}],\"labels\":[true,false,null,\"neutral\",\"correct\"],\"sparks\":[2],\"outcome\":\"right\",\"reference\":5,\"annotator\":\"ann\",\"synthetic\":true,\"error_kind\":\"sum\",\"metadata\":{\"n\":1}}")
                        .only();
        assertThat(row.trace().id()).isEqualTo("7");
        assertThat(verdicts(row))
                .containsExactly(
                        Verdict.CORRECT, Verdict.WRONG, null, Verdict.NEUTRAL, Verdict.CORRECT);
        assertThat(row.labels().get(2).spark()).isTrue();
        assertThat(row.labels())
                .allMatch(l -> l.source() == LabelSource.SYNTHETIC && l.annotator().equals("ann"));
        assertThat(row.trace().steps().get(4).kind()).isEqualTo(StepKind.TOOL_CALL);
        assertThat(row.trace().reference()).isEqualTo("5");
        assertThat(row.trace().metadata())
                .containsEntry("error_kind", "sum")
                .containsEntry("n", "1")
                .containsEntry("source", "generic");
    }

    @Test
    void genericSaysWhatPointsPastTheLastStep() {
        String row = "{\"id\":\"1\",\"problem\":\"p\",\"steps\":[\"a\"],%s}";
        assertThat(
                        Reading.of(
                                        "generic",
                                        String.format(java.util.Locale.ROOT, row, "\"sparks\":[1]"))
                                .rejects)
                .containsExactly("1: spark 1 points past the last step (there are 1)");
        assertThat(
                        Reading.of(
                                        "generic",
                                        String.format(
                                                java.util.Locale.ROOT,
                                                row,
                                                "\"step_labels\":[{\"step\":3,\"annotator\":\"a\"}]"))
                                .rejects)
                .containsExactly("1: label of step 3 points outside the steps (there are 1)");
        assertThat(
                        Reading.of(
                                        "generic",
                                        String.format(
                                                java.util.Locale.ROOT,
                                                row,
                                                "\"outcome\":\"RIGHT\""))
                                .rejects)
                .containsExactly("1: outcome \"RIGHT\" is none of unknown, right, wrong");
    }

    @Test
    void genericReadsEmptyLists() {
        String row =
                "{\"id\":\"1\",\"problem\":\"p\",\"steps\":[{\"text\":\"a\",\"alternatives\":[]}],"
                        + "\"step_labels\":[{\"step\":0,\"verdict\":\"wrong\",\"error_kinds\":[],"
                        + "\"annotator\":\"ann\"}]}";
        LabelledTrace read = Reading.of("generic", row).only();
        assertThat(read.trace().steps().get(0).alternatives()).isEmpty();
        assertThat(read.labels().get(0).errorKinds()).isEmpty();
    }

    @Test
    void trlTakesPlainBooleansOnly() {
        String row = "{\"prompt\":\"p\",\"completions\":[\"a\",\"b\"],\"labels\":[true,%s]}\n";
        Reading reading =
                Reading.of(
                        "trl",
                        String.join(
                                "",
                                row.replace("%s", "0.7"),
                                row.replace("%s", "1"),
                                row.replace("%s", "null"),
                                row.replace("%s", "false"),
                                row.replace("%s", "true")));
        assertThat(reading.rejects)
                .containsExactly(
                        "1: label 2 is 0.7, not true or false",
                        "2: label 2 is 1, not true or false",
                        "3: label 2 is null, not true or false");
        assertThat(verdicts(reading.rows.get(0))).containsExactly(Verdict.CORRECT, Verdict.WRONG);
        // The same texts with other labels are another row, under a number of its own.
        assertThat(reading.ids().get(1)).isEqualTo(reading.ids().get(0) + "-2");
        assertThat(verdicts(reading.rows.get(1))).containsExactly(Verdict.CORRECT, Verdict.CORRECT);
    }

    @Test
    void mathShepherdTellsTagsFromLettersOfAStep() {
        String input = "Чьи руки? Step 1: Это руки. ки\\nStep 2: ки ки";
        String label = "Чьи руки? Step 1: Это руки. +\\nStep 2: ки -";
        LabelledTrace row =
                Reading.of(
                                "math-shepherd",
                                "{\"input\":\""
                                        + input
                                        + "\",\"label\":\""
                                        + label
                                        + "\",\"task\":\"GSM8K\"}")
                        .only();
        assertThat(row.trace().problem()).isEqualTo("Чьи руки?");
        assertThat(row.trace().stepTexts()).containsExactly("Step 1: Это руки.", "Step 2: ки");
        assertThat(verdicts(row)).containsExactly(Verdict.CORRECT, Verdict.WRONG);
        String bad = "{\"input\":\"%s\",\"label\":\"%s\"}\n";
        Reading rejected =
                Reading.of(
                        "math-shepherd",
                        bad.replaceFirst("%s", "q Step 1: a ки").replaceFirst("%s", "q Step 1: b +")
                                + bad.replaceFirst("%s", "q Step 1: a ки")
                                        .replaceFirst("%s", "q Step 1: a ?")
                                + bad.replaceFirst("%s", "q a ки").replaceFirst("%s", "q a +")
                                + bad.replaceFirst("%s", "q Step 1: a ки b")
                                        .replaceFirst("%s", "q Step 1: a + b")
                                + bad.replaceFirst("%s", "q").replaceFirst("%s", "q"));
        assertThat(rejected.rejects)
                .containsExactly(
                        "1: input and label differ from character 11 on",
                        "2: step 1 is marked '?', not + or -",
                        "3: there is no \"Step 1:\" that would show where the problem ends",
                        "4: there is text behind the last tag",
                        "5: there is no tag behind a step");
    }

    @Test
    void prmbenchCountsFromOneAndLabelsEveryStep() {
        String row =
                "{\"idx\":\"i\",\"question\":\"q\",\"modified_question\":\"m\",\"modified_process\":[\"a\",\"b\",\"c\"],\"error_steps\":%s,\"classification\":\"circular\"}\n";
        Reading reading =
                Reading.of(
                        "prmbench",
                        row.replace("%s", "[2]")
                                + row.replace("%s", "[4]")
                                + row.replace("%s", "[0]")
                                + row.replace("%s", "[]"));
        assertThat(verdicts(reading.rows.get(0)))
                .containsExactly(Verdict.CORRECT, Verdict.WRONG, Verdict.CORRECT);
        assertThat(reading.rows.get(0).trace().problem()).isEqualTo("m");
        assertThat(reading.rejects)
                .containsExactly(
                        "2: error step 4 points past the last step (there are 3)",
                        "3: error step 0 is before the first step, which is 1");
        assertThat(reading.ids()).containsExactly("i-circular", "i-circular-4");
    }

    @Test
    void mrBenKeepsReasonAndLine() {
        String row =
                "{\"Question\":\"q\",\"Options\":\"A:"
                    + " 1\",\"Sampled_Model\":\"%m\",\"Model_Solution_Steps\":[\"a\",\"\",\"b\",\"c\"],\"Model_Solution_Correctness\":\"incorrect\",\"Model_Solution_First_Error_Step\":\"%e\",\"Model_Solution_Error_Reason\":[\"because\"]}";
        String file =
                "{\n \"u1\": [\n"
                        + row.replace("%m", "A").replace("%e", "2")
                        + ",\n"
                        + row.replace("%m", "B").replace("%e", "9")
                        + "\n ],\n \"u2\": ["
                        + row.replace("%m", "A").replace("%e", "N/A")
                        + "]\n}";
        Reading reading = Reading.of("mr-ben", file);
        assertThat(reading.ids()).containsExactly("u1-A", "u2-A");
        assertThat(reading.lines).containsExactly(3L, 6L);
        assertThat(reading.rejects)
                .containsExactly("4: first error step 9 points past the last step (there are 3)");
        assertThat(reading.rows.get(0).trace().problem()).isEqualTo("q\nA: 1");
        assertThat(verdicts(reading.rows.get(0))).containsExactly(Verdict.CORRECT, Verdict.WRONG);
        assertThat(reading.rows.get(0).labels().get(1).comment()).isEqualTo("because");
        assertThat(StepTargets.of(reading.rows.get(1)).firstError()).hasValue(-1);
    }

    @Test
    void prm800kFollowsThePathOfTheLabeller() {
        String row =
                "{\"labeler\":\"L\",\"timestamp\":\"2022-11-22T16:51:29.980606\",\"question\":{\"problem\":\"p\",\"ground_truth_answer\":\"5\"},"
                    + "\"label\":{\"steps\":["
                    + "{\"completions\":[{\"text\":\"a0\",\"rating\":-1},{\"text\":\"a1\",\"rating\":1}],\"human_completion\":null,\"chosen_completion\":1},"
                    + "{\"completions\":[{\"text\":\"b0\",\"rating\":-1}],\"human_completion\":{\"text\":\"mine\"},\"chosen_completion\":null},"
                    + "{\"completions\":[{\"text\":\"c0\",\"rating\":0},{\"text\":\"c1\",\"rating\":null}],\"human_completion\":null,\"chosen_completion\":null},"
                    + "{\"completions\":null,\"human_completion\":null,\"chosen_completion\":null}],"
                    + "\"total_time\":1,\"finish_reason\":\"found_error\"}}";
        LabelledTrace read = Reading.of("prm800k", row).only();
        assertThat(read.trace().stepTexts()).containsExactly("a1", "mine", "c0");
        assertThat(read.trace().steps().get(0).alternatives()).containsExactly("a0");
        assertThat(read.trace().steps().get(2).alternatives()).containsExactly("c1");
        assertThat(verdicts(read))
                .containsExactly(Verdict.CORRECT, Verdict.CORRECT, Verdict.NEUTRAL);
        List<StepLabel> others = read.labels().stream().filter(l -> l.candidate() == 1).toList();
        assertThat(others)
                .extracting(StepLabel::verdict)
                .containsExactly(Verdict.WRONG, Verdict.WRONG);
        assertThat(read.labels()).allMatch(l -> l.annotator().equals("L"));
        assertThat(read.labels().get(0).at())
                .isEqualTo(Instant.parse("2022-11-22T16:51:29.980606Z"));
        assertThat(
                        Reading.of(
                                        "prm800k",
                                        row.replace(
                                                "\"chosen_completion\":1",
                                                "\"chosen_completion\":2"))
                                .rejects)
                .containsExactly(
                        "1: chosen_completion 2 of step 1 points past its last completion (there"
                                + " are 2)");
        assertThat(Reading.of("prm800k", row.replace("\"rating\":0", "\"rating\":0.5")).rejects)
                .containsExactly("1: a rating of step 3 is 0.5, not -1, 0, 1 or null");
    }

    @Test
    void chatsMakeAStepOfEachMessageAndToolCall() {
        String row =
                "{\"task_id\":3,\"trial\":1,\"reward\":1.0,\"traj\":[{\"role\":\"system\",\"content\":\"policy\"},{\"role\":\"user\",\"content\":\"hi\"},"
                    + "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"x\",\"function\":{\"name\":\"find\",\"arguments\":\"{}\"}}]},"
                    + "{\"role\":\"tool\",\"name\":\"find\",\"content\":\"found\"},{\"role\":\"assistant\",\"content\":\"done\"}]}";
        LabelledTrace read = Reading.of("chat", "[" + row + "]").only();
        assertThat(read.trace().id()).matches("3-1-[0-9a-f]{20}");
        String retail = row.replace("policy", "another policy");
        assertThat(Reading.of("chat", "[" + row + "," + retail + "]").ids())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("3-1-"));
        assertThat(Reading.of("chat", "[" + row + "]").ids()).containsExactly(read.trace().id());
        assertThat(read.trace().outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(read.trace().steps()).hasSize(2);
        assertThat(read.trace().steps().get(0).kind()).isEqualTo(StepKind.TOOL_CALL);
        assertThat(read.labels()).isEmpty();
        assertThat(
                        Reading.of(
                                        "chat",
                                        "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}")
                                .rejects)
                .containsExactly("1: there are no steps");
    }
}
