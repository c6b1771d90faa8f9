package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stepwright.storage.format.RealDataTest.data;
import static org.stepwright.storage.format.RealDataTest.read;
import static org.stepwright.storage.format.RealDataTest.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Outcome;
import org.stepwright.work.Progress;

/** The counts of more public data sets, and of all of them in one workspace. */
class RealStepDataTest {
    /** Monte-Carlo estimates never pass for labels of people. */
    @Test
    void mathShepherdsLabelsAreRollouts() {
        List<LabelledTrace> rows = new ArrayList<>();
        read(data("format-samples/openr.samples_math-shepherd.jsonl"), rows);
        assertThat(rows.stream().flatMap(r -> r.labels().stream()))
                .hasSize(25)
                .allMatch(l -> l.source() == LabelSource.ROLLOUT);
    }

    @Test
    void bigBenchMistake() {
        int[] steps = {2497, 1617, 3508};
        int[] clean = {6, 40, 34};
        int[] right = {45, 43, 45};
        int file = 0;
        for (String task :
                List.of("logical_deduction", "tracking_shuffled_objects", "word_sorting")) {
            List<LabelledTrace> rows = new ArrayList<>();
            ReadReport report = read(data("bigbench-mistake/" + task + ".jsonl"), rows);
            assertThat(report.format()).isEqualTo("bigbench-mistake");
            assertThat(report.rejects()).isEmpty();
            assertThat(rows).hasSize(300);
            assertThat(rows.stream().mapToInt(r -> r.trace().steps().size()).sum())
                    .isEqualTo(steps[file]);
            assertThat(rows.stream().filter(r -> StepTargets.of(r).firstError().getAsInt() < 0))
                    .hasSize(clean[file]);
            assertThat(rows.stream().filter(r -> r.trace().outcome() == Outcome.RIGHT))
                    .hasSize(right[file]);
            file++;
        }
    }

    @Test
    void whoAndWhen() throws IOException {
        List<LabelledTrace> rows = new ArrayList<>();
        List<Path> files =
                FolderFiles.of(List.of(data("who-and-when/algorithm-generated")), null).files();
        for (Path file : files) {
            ReadReport report = read(file, rows);
            assertThat(report.format()).isEqualTo("who-and-when");
            assertThat(report.rejects()).isEmpty();
        }
        assertThat(rows).hasSize(126);
        assertThat(rows.stream().map(r -> r.trace().id()).distinct()).hasSize(126);
        assertThat(rows).allMatch(r -> r.trace().outcome() == Outcome.WRONG);
        assertThat(rows).allMatch(r -> StepTargets.of(r).firstError().getAsInt() >= 0);
        assertThat(rows.stream().mapToInt(r -> r.trace().steps().size()).sum()).isEqualTo(1099);
        // Three name another agent than the one who speaks at that step; both are kept.
        List<LabelledTrace> torn =
                rows.stream()
                        .filter(
                                r ->
                                        r.trace()
                                                .metadata()
                                                .containsKey("who-and-when.speaker_at_mistake"))
                        .toList();
        assertThat(torn).hasSize(3);
        assertThat(torn)
                .extracting(r -> r.trace().metadata().get("who-and-when.mistake_agent"))
                .containsExactlyInAnyOrder(
                        "Culinary_Awards_Expert", "Boggle_Board_Expert", "DataExtraction_Expert");
        LabelledTrace first = rows.get(0);
        StepLabel wrong = first.labels().get(first.labels().size() - 1);
        assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(wrong.comment()).isNotBlank();
    }

    @Test
    void qwenEvaluation() {
        List<LabelledTrace> rows = new ArrayList<>();
        ReadReport report = read(data("qwen-rm-maj-example/math_cot_100.jsonl"), rows);
        assertThat(report.format()).isEqualTo("qwen-eval");
        assertThat(report.rejects()).isEmpty();
        assertThat(rows).hasSize(100 * 8);
        assertThat(rows.stream().map(r -> r.trace().problem()).distinct()).hasSize(100);
        assertThat(rows).allMatch(r -> r.labels().isEmpty() && r.suggestions().size() == 1);
        assertThat(rows).allMatch(r -> r.trace().outcome() != Outcome.UNKNOWN);
        LabelledTrace first = rows.get(0);
        assertThat(first.trace().reference()).isEqualTo("420");
        assertThat(first.trace().metadata()).containsEntry("qwen-eval.pred_score", "3.546875");
        Suggestion score = first.suggestions().get(0);
        assertThat(score.step()).isEqualTo(first.trace().steps().size() - 1);
        assertThat(score.reward()).isCloseTo(1 / (1 + Math.exp(-3.546875)), within(1e-12));
        assertThat(score.source()).isEqualTo("agent:qwen-rm");
    }

    @Test
    void gradeSchoolMath() {
        List<LabelledTrace> rows = new ArrayList<>();
        ReadReport report = read(data("grade-school-math/train.jsonl"), rows);
        assertThat(report.format()).isEqualTo("gsm8k");
        assertThat(report.rejects()).isEmpty();
        assertThat(rows).hasSize(7473);
        assertThat(rows.get(0).trace().stepTexts())
                .containsExactly(
                        "Natalia sold 48/2 = 24 clips in May.",
                        "Natalia sold 48+24 = 72 clips altogether in April and May.");
        assertThat(rows.get(0).trace().reference()).isEqualTo("72");
        assertThat(rows)
                .allMatch(r -> r.trace().stepTexts().stream().noneMatch(s -> s.contains("<<")));
        assertThat(rows).allMatch(r -> r.labels().isEmpty());
    }

    @Test
    void openRAndVersaPrm() {
        List<LabelledTrace> openr = new ArrayList<>();
        assertThat(read(data("format-samples/openr.prm_test.json"), openr).format())
                .isEqualTo("openr");
        // The sample holds one row three times.
        assertThat(openr).hasSize(3);
        assertThat(StepTargets.of(openr.get(0)).verdicts())
                .containsExactly(Verdict.CORRECT, Verdict.CORRECT, Verdict.CORRECT, Verdict.WRONG);
        List<LabelledTrace> versa = new ArrayList<>();
        ReadReport report =
                read(data("format-samples/versaprm.prm800k_phase2_eval_small.json"), versa);
        assertThat(report.format()).isEqualTo("versaprm");
        assertThat(report.rejects()).isEmpty();
        assertThat(versa).hasSize(11);
        // 73 steps and 33 texts that were offered for the step behind the last.
        assertThat(versa.stream().mapToInt(r -> r.labels().size()).sum()).isEqualTo(73 + 33);
        assertThat(versa.get(0).trace().steps()).hasSize(5);
        assertThat(versa.get(0).trace().steps().get(4).alternatives()).hasSize(4);
        assertThat(versa.get(2).labels().get(0).verdict()).isEqualTo(Verdict.NEUTRAL);
    }

    @Test
    void versaPrmGivesBackEveryFieldOfTheSample() throws IOException {
        Path file = data("format-samples/versaprm.prm800k_phase2_eval_small.json");
        List<LabelledTrace> rows = new ArrayList<>();
        read(file, rows);
        List<JsonNode> written = new ArrayList<>();
        Json.MAPPER
                .readTree(write("versaprm", rows))
                .forEach(
                        row -> {
                            ObjectNode own = (ObjectNode) row;
                            own.remove(List.of("id", "label_source", "split"));
                            written.add(own);
                        });
        List<JsonNode> original = new ArrayList<>();
        Json.MAPPER.readTree(Files.readString(file)).forEach(original::add);
        assertThat(written).isEqualTo(original);
    }

    /** The counts were checked with a few lines of Python that walk the same trees. */
    @Test
    void mathAps() {
        List<LabelledTrace> tree = new ArrayList<>();
        ReadReport report = read(data("format-samples/openr.samples_math-aps-tree.jsonl"), tree);
        assertThat(report.format()).isEqualTo("math-aps");
        assertThat(report.rejects()).isEmpty();
        assertThat(tree).hasSize(158);
        assertThat(tree.stream().mapToInt(r -> r.trace().steps().size()).sum()).isEqualTo(366);
        List<LabelledTrace> list = new ArrayList<>();
        assertThat(read(data("format-samples/openr.samples_math-aps.jsonl"), list).rejects())
                .isEmpty();
        assertThat(list).hasSize(124);
        assertThat(list.stream().mapToInt(r -> r.trace().steps().size()).sum()).isEqualTo(290);
        for (LabelledTrace row : list) {
            assertThat(row.labels()).isEmpty();
            assertThat(row.suggestions()).hasSameSizeAs(row.trace().steps());
            assertThat(row.suggestions()).allMatch(s -> s.source().equals("rollout:math-aps"));
        }
        assertThat(list.get(0).trace().reference()).isEqualTo("64");
        assertThat(list.get(0).trace().metadata()).containsEntry("math-aps.question_value", "0.75");
    }

    /** All folders at once, as {@code import DIR} takes them. */
    @Test
    void everyRowOfEveryFolderGoesIntoOneWorkspace(@TempDir Path dir) {
        Path all = data("README.md").resolveSibling("");
        ImportReport report;
        try (Workspace workspace = Workspace.create(dir.resolve("w.stepwright"))) {
            report = new Importer(workspace).run(List.of(all), LabelFiles.AUTO, Progress.NONE);
            assertThat(workspace.counts().traces()).isEqualTo(report.tracesAdded());
            assertThat(report.tracesAdded()).isEqualTo(18055);
            Map<String, Integer> suggestions = new TreeMap<>();
            workspace
                    .traces()
                    .forEachWithSuggestions(
                            TraceFilter.ALL,
                            row ->
                                    row.suggestions()
                                            .forEach(
                                                    one ->
                                                            suggestions.merge(
                                                                    one.source(),
                                                                    1,
                                                                    Integer::sum)));
            assertThat(suggestions).containsEntry("agent:qwen-rm", 800);
            assertThat(suggestions.get("rollout:math-aps")).isGreaterThanOrEqualTo(366);
        }
        // What comes twice: PRMBench's subset, a PRM800K row and Math-APS as a tree and as a list.
        assertThat(report.tracesAdded() + report.tracesKnown()).isEqualTo(18517);
        Map<String, Long> rejects =
                report.rejects().stream()
                        .collect(
                                Collectors.groupingBy(
                                        r -> r.file().getParent().getFileName().toString(),
                                        Collectors.counting()));
        assertThat(rejects)
                .containsEntry("prmbench", 100L + 11)
                .containsEntry("mr-ben", 18L)
                .doesNotContainKeys(
                        "processbench",
                        "bigbench-mistake",
                        "algorithm-generated",
                        "qwen-rm-maj-example",
                        "grade-school-math");
        assertThat(report.notes()).singleElement().asString().contains("LICENSE");
    }
}
