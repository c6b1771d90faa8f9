package org.stepwright.storage.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.Run;
import org.stepwright.storage.SavedView;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.RowSink;
import org.stepwright.trace.SplitRatios;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** What the choices of an export do: label policy, soft labels, balance, views, kit. */
class ExportChoicesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SplitRatios ALL_TRAIN = new SplitRatios(1, 0, 0);

    @TempDir Path dir;
    private Workspace workspace;

    @BeforeEach
    void create() {
        workspace = Workspace.create(dir.resolve("w.stepwright"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static StepLabel said(String trace, int step, Verdict verdict, String who) {
        return StepLabel.verdict(trace, step, verdict, who, Instant.EPOCH, LabelSource.HUMAN);
    }

    private static LabelledTrace row(String id, String problem, StepLabel... labels) {
        Trace trace = Trace.of(id, problem, List.of("Add the two.", "Then halve it.", "So 4."));
        return new LabelledTrace(trace, List.of(labels));
    }

    /** Two people agree on the first step, differ on the second and agree on the third. */
    private static LabelledTrace disputed(String id) {
        return row(
                id,
                "How many are there, " + id + "?",
                said(id, 0, Verdict.CORRECT, "anna"),
                said(id, 0, Verdict.CORRECT, "bert"),
                said(id, 1, Verdict.CORRECT, "anna"),
                said(id, 1, Verdict.WRONG, "bert"),
                said(id, 2, Verdict.WRONG, "anna"),
                said(id, 2, Verdict.WRONG, "bert"));
    }

    private ExportOptions options(String format, String out) {
        return ExportOptions.of(format, dir.resolve(out)).withSplit(ALL_TRAIN);
    }

    private ExportReport export(ExportOptions options) {
        return new Exporter(workspace).run(options, Progress.NONE);
    }

    private List<JsonNode> rows(String out) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(dir.resolve(out).resolve("train.jsonl"))) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private String card(String out) throws IOException {
        return Files.readString(dir.resolve(out).resolve("README.md"));
    }

    private static final class Collected implements RowSink {
        private final List<LabelledTrace> rows = new ArrayList<>();

        @Override
        public void accept(long line, LabelledTrace row) {
            rows.add(row);
        }

        @Override
        public void reject(long line, String reason) {
            throw new AssertionError(line + ": " + reason);
        }
    }

    @Test
    void noFormatSaysAnythingOfAStepOnWhichPeopleDiffer() {
        workspace.traces().add(List.of(disputed("t0")));
        for (String format : LabelFiles.writableFormats()) {
            ExportOptions options = options(format, format).withLabels(LabelPolicy.UNANIMOUS);
            ExportReport report;
            try {
                report = export(options);
            } catch (WorkFailed e) {
                assertThat(e).as(format).hasMessageContaining("No trace could be written");
                continue;
            }
            Collected read = new Collected();
            Path file =
                    report.files().stream()
                            .filter(f -> f.getFileName().toString().startsWith("train."))
                            .findFirst()
                            .orElseThrow();
            LabelFiles.read(file, format, read, Progress.NONE);
            assertThat(read.rows).as(format).isNotEmpty();
            for (LabelledTrace row : read.rows) {
                List<Verdict> verdicts = StepTargets.of(row).verdicts();
                assertThat(verdicts.get(0)).as(format).isEqualTo(Verdict.CORRECT);
                assertThat(verdicts.size() > 1 ? verdicts.get(1) : null).as(format).isNull();
            }
        }
    }

    @Test
    void thePolicyIsInTheRowsTheCardAndTheReport() throws IOException {
        workspace.traces().add(List.of(disputed("t0"), disputed("t1")));
        ExportReport report = export(options("trl", "strict").withLabels(LabelPolicy.UNANIMOUS));
        assertThat(report.effects().masked()).isEqualTo(2);
        assertThat(report.effects().changed()).isZero();
        assertThat(report.warnings()).contains("2 steps on which people differ are masked.");
        assertThat(rows("strict"))
                .allSatisfy(
                        r -> {
                            assertThat(r.get("labels").toString()).isEqualTo("[true]");
                            assertThat(r.get("label_policy").asText()).isEqualTo("unanimous");
                        });
        assertThat(card("strict"))
                .contains("- Label policy: unanimous: what all annotators said")
                .contains("- name: label_policy");
        export(options("trl", "usual"));
        assertThat(rows("usual"))
                .allSatisfy(
                        r -> {
                            assertThat(r.get("labels").toString()).isEqualTo("[true,false,false]");
                            assertThat(r.has("label_policy")).isFalse();
                        });
        assertThat(card("usual"))
                .contains("- Label policy: majority")
                .doesNotContain("name: label_policy");
    }

    @Test
    void weighedVotesOverruleTwoWhoGuess() throws IOException {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = "t" + i;
            Verdict is = i % 2 == 0 ? Verdict.CORRECT : Verdict.WRONG;
            Verdict not = i % 2 == 0 ? Verdict.WRONG : Verdict.CORRECT;
            rows.add(
                    row(
                            id,
                            "p" + i,
                            said(id, 0, is, "anna"),
                            said(id, 0, is, "bert"),
                            said(id, 0, i % 3 == 0 ? is : not, "carl"),
                            said(id, 0, i % 5 < 2 ? is : not, "dora"),
                            said(id, 0, i % 7 < 3 ? is : not, "emil")));
        }
        workspace.traces().add(rows);
        ExportReport report = export(options("trl", "ds").withLabels(LabelPolicy.DAWID_SKENE));
        assertThat(report.effects().changed()).isPositive();
        for (JsonNode row : rows("ds")) {
            int i = Integer.parseInt(row.get("id").asText().substring(1));
            assertThat(row.get("labels").get(0).asBoolean()).as("t" + i).isEqualTo(i % 2 == 0);
        }
        assertThat(card("ds")).contains("dawid-skene").contains("with another verdict than");
    }

    @Test
    void oneVoiceAStepCannotBeWeighedAndThatIsSaid() {
        workspace.traces().add(List.of(row("t", "p", said("t", 0, Verdict.WRONG, "anna"))));
        assertThat(export(options("trl", "one").withLabels(LabelPolicy.DAWID_SKENE)).warnings())
                .anyMatch(w -> w.startsWith("No step was labelled by two people"));
    }

    private static Suggestion rollout(String trace, int step, double reward) {
        return new Suggestion(trace, step, "rollout:math-aps", reward, "", Instant.EPOCH);
    }

    private void addSuggested() {
        StepLabel decision =
                StepLabel.verdict(
                        "t", 0, Verdict.WRONG, "rita", Instant.EPOCH, LabelSource.ADJUDICATED);
        workspace
                .traces()
                .add(
                        List.of(
                                row("t", "p", decision, said("t", 1, Verdict.CORRECT, "anna")),
                                row("bare", "q", said("bare", 0, Verdict.CORRECT, "anna"))));
        workspace
                .suggestions()
                .replace(
                        "t",
                        "rollout:math-aps",
                        List.of(
                                rollout("t", 0, 0.9),
                                rollout("t", 1, 0.25),
                                rollout("t", 2, 0.75)));
    }

    @Test
    void suggestionsBecomeSoftLabelsButADecisionStands() throws IOException {
        addSuggested();
        ExportOptions options =
                options("generic", "soft")
                        .withSoft(SoftSource.parse("suggestions:rollout:math-aps"));
        ExportReport report = export(options);
        JsonNode row = rows("soft").get(0);
        assertThat(row.get("soft_labels").toString()).isEqualTo("[0.0,0.25,0.75]");
        assertThat(row.get("soft_source").asText()).isEqualTo("suggestions:rollout:math-aps");
        assertThat(report.traces()).as("the trace without a reward is left out").isEqualTo(1);
        assertThat(report.effects().softSteps()).isEqualTo(3);
        assertThat(report.effects().skippedTraces()).isEqualTo(1);
        assertThat(card("soft"))
                .contains("from suggestions:rollout:math-aps, on 3 steps, with a mean of 0.333");
    }

    @Test
    void hardenedSuggestionsAreMachineLabelsInTheRow() throws IOException {
        addSuggested();
        ExportOptions options =
                options("trl", "hard")
                        .withSoft(SoftSource.parse("suggestions:rollout:math-aps").hardened(0.5));
        export(options);
        JsonNode row = rows("hard").get(0);
        assertThat(row.get("labels").toString()).isEqualTo("[false,false,true]");
        assertThat(row.get("label_source").asText()).isEqualTo("adjudicated+rollout");
        assertThat(card("hard"))
                .contains("made hard: a step counts as correct from a reward of 0.5");
        assertThat(workspace.traces().labelled("t").orElseThrow().labels())
                .as("nothing is stored")
                .hasSize(2);
    }

    @Test
    void aModelsScoresAndTheVotesAreSoftSourcesToo() throws IOException {
        workspace.traces().add(List.of(disputed("t0")));
        workspace
                .runs()
                .save(
                        new Run(
                                "r",
                                Run.Kind.EVAL,
                                "r",
                                Instant.EPOCH,
                                Instant.EPOCH,
                                Run.Status.SUCCEEDED,
                                "",
                                "",
                                "",
                                "",
                                ""));
        workspace
                .scores()
                .save(
                        "r",
                        new TraceScore(
                                "t0", List.of(0.5, 0.25, 1.0), 0.25, Aggregation.MIN, 1, "m", ""),
                        Instant.EPOCH);
        export(options("generic", "scores").withSoft(SoftSource.parse("scores:m")));
        assertThat(rows("scores").get(0).get("soft_labels").toString()).isEqualTo("[0.5,0.25,1.0]");
        export(options("generic", "votes").withSoft(SoftSource.CONSENSUS));
        assertThat(rows("votes").get(0).get("soft_labels").toString()).isEqualTo("[1.0,0.5,0.0]");
        export(
                options("generic", "masked")
                        .withSoft(SoftSource.CONSENSUS)
                        .withLabels(LabelPolicy.UNANIMOUS));
        assertThat(rows("masked").get(0).get("soft_labels").toString()).isEqualTo("[1.0,null,0.0]");
    }

    @Test
    void hardFormatsRefuseSoftLabelsWithASentence() {
        workspace.traces().add(List.of(disputed("t0")));
        assertThatThrownBy(() -> export(options("trl", "x").withSoft(SoftSource.CONSENSUS)))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("The format trl holds hard labels only; choose ")
                .hasMessageContaining("generic");
        assertThat(dir.resolve("x")).doesNotExist();
        assertThatThrownBy(() -> export(options("generic", "x").withKit(true)))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("no training kit for the format generic");
    }

    /** Thirty problems with three answers each; one answer in ten has an error. */
    private static List<LabelledTrace> lopsided() {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            String id = "t" + i;
            String problem = "Question number " + (char) ('a' + i / 3 % 26) + i / 3 + " of many";
            rows.add(
                    row(
                            id,
                            problem,
                            said(id, 0, Verdict.CORRECT, "anna"),
                            said(id, 1, Verdict.CORRECT, "anna"),
                            said(id, 2, i % 10 == 0 ? Verdict.WRONG : Verdict.CORRECT, "anna")));
        }
        return rows;
    }

    @Test
    void onlyTheTrainingPartIsBalancedAndProblemsGoLast() throws IOException {
        workspace.traces().add(lopsided());
        SplitRatios split = SplitRatios.parse("60/20/20");
        ExportOptions usual = options("generic", "all").withSplit(split);
        Map<String, Long> before = export(usual).splits();
        ExportOptions balanced =
                options("generic", "even").withSplit(split).withBalance(Balance.parse("traces:2"));
        ExportReport report = export(balanced);
        assertThat(report.splits().get("validation")).isEqualTo(before.get("validation"));
        assertThat(report.splits().get("test")).isEqualTo(before.get("test"));
        long wrong = 0;
        long right = 0;
        Set<String> problems = new TreeSet<>();
        for (JsonNode row : rows("even")) {
            boolean error = row.get("labels").toString().contains("false");
            wrong += error ? 1 : 0;
            right += error ? 0 : 1;
            if (!error) {
                problems.add(row.get("problem").asText());
            }
        }
        assertThat(right).isEqualTo(2 * wrong);
        assertThat(problems).as("no problem twice while others are gone").hasSize((int) right);
        assertThat(report.effects().leftOut())
                .isEqualTo(before.get("train") - report.splits().get("train"));
        assertThat(card("even"))
                .contains("Of the training part alone, " + report.effects().leftOut() + " traces");
        ExportReport steps = export(balanced.withBalance(Balance.parse("steps:1")));
        assertThat(steps.warnings()).anyMatch(w -> w.contains("could not be balanced to steps:1"));
    }

    @Test
    void theSameTracesInAnotherOrderAreTheSameRows() throws IOException {
        List<LabelledTrace> rows = lopsided();
        workspace.traces().add(rows);
        ExportOptions options =
                options("generic", "one")
                        .withSplit(SplitRatios.parse("60/20/20"))
                        .withBalance(Balance.parse("traces:1.5"));
        export(options);
        List<LabelledTrace> turned = new ArrayList<>(rows);
        java.util.Collections.reverse(turned);
        try (Workspace other = Workspace.create(dir.resolve("other.stepwright"))) {
            other.traces().add(turned);
            new Exporter(other)
                    .run(
                            ExportOptions.of("generic", dir.resolve("two"))
                                    .withSplit(options.split())
                                    .withBalance(options.balance()),
                            Progress.NONE);
        }
        for (String file : List.of("train.jsonl", "validation.jsonl", "test.jsonl")) {
            assertThat(new TreeSet<>(Files.readAllLines(dir.resolve("two").resolve(file))))
                    .isEqualTo(new TreeSet<>(Files.readAllLines(dir.resolve("one").resolve(file))));
        }
    }

    @Test
    void aSavedViewIsObeyed() throws IOException {
        workspace.traces().add(lopsided());
        workspace.views().save(new SavedView("With errors", "verdict:wrong", QueueOrder.IMPORTED));
        ExportReport report =
                export(
                        options("generic", "view")
                                .withWhere(TraceFilter.parse("view:\"With errors\"")));
        assertThat(report.traces()).isEqualTo(9);
        assertThat(card("view")).contains("the filter ` view:\"With errors\" ` says");
    }

    @Test
    void aPreviewSaysWhatTheExportThenDoes() {
        workspace.traces().add(lopsided());
        workspace.traces().add(List.of(disputed("d0"), row("bare", "nothing")));
        ExportOptions options =
                options("trl", "seen")
                        .withSplit(SplitRatios.parse("60/20/20"))
                        .withLabels(LabelPolicy.UNANIMOUS)
                        .withBalance(Balance.parse("traces:2"));
        ExportPreview preview = new Exporter(workspace).preview(options, Progress.NONE);
        assertThat(dir.resolve("seen")).doesNotExist();
        ExportReport report = export(options);
        assertThat(preview.traces()).isEqualTo(report.traces());
        assertThat(preview.splits()).isEqualTo(report.splits());
        assertThat(preview.effects()).isEqualTo(report.effects());
        assertThat(preview.losses()).isNotEmpty();
        assertThat(report.warnings()).containsAll(preview.warnings());
    }

    @Test
    void theKitComesWithTrlAndHoldsNothingOfTheUsers() throws IOException {
        workspace.traces().add(List.of(disputed("t0")));
        ExportReport report = export(options("trl", "kit").withLicence("cc-by-4.0"));
        Path kit = dir.resolve("kit/kit/trl");
        assertThat(report.files()).contains(kit.resolve("train_prm.py"), kit.resolve("README.md"));
        for (String name :
                List.of("train_prm.py", "config.yaml", "requirements.txt", "README.md")) {
            String text = Files.readString(kit.resolve(name));
            assertThat(text).isNotBlank().doesNotContain("\r", "cc-by-4.0", dir.toString());
        }
        assertThat(Files.readString(kit.resolve("requirements.txt"))).contains("trl==");
        export(options("trl", "kit").withKit(false));
        assertThat(dir.resolve("kit/kit")).as("an export replaces its own kit").doesNotExist();
        export(options("trl", "kit"));
        Files.writeString(kit.resolve("config.yaml"), "mine: true\n");
        assertThatThrownBy(() -> export(options("trl", "kit")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("kit/trl/config.yaml");
    }

    @Test
    void agreementHasAnIntervalWhereThereAreTracesEnough() throws IOException {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(disputed("t" + i));
        }
        workspace.traces().add(rows);
        export(options("generic", "agreed"));
        assertThat(card("agreed"))
                .containsPattern("alpha, nominal: -?0\\.\\d{3} \\[-?0\\.\\d{3}, -?0\\.\\d{3}\\]")
                .contains("Only 12 traces: too few");
    }

    @Test
    void badChoicesAreSentences() {
        for (String bad : List.of("loud", "suggestions:", "scores: ", "suggestions")) {
            assertThatThrownBy(() -> SoftSource.parse(bad)).isInstanceOf(WorkFailed.class);
        }
        for (String bad : List.of("traces:0.5", "steps:x", "rows:2", "traces:NaN", "traces:1e9")) {
            assertThatThrownBy(() -> Balance.parse(bad)).isInstanceOf(WorkFailed.class);
        }
        assertThatThrownBy(() -> SoftSource.CONSENSUS.hardened(0)).isInstanceOf(WorkFailed.class);
        assertThatThrownBy(() -> SoftSource.NONE.hardened(0.5)).isInstanceOf(WorkFailed.class);
        for (String good : List.of("none", "consensus", "suggestions:a b:c", "scores:m")) {
            assertThat(SoftSource.parse(good).text()).isEqualTo(good);
        }
        assertThat(Balance.parse("STEPS:1.5").text()).isEqualTo("steps:1.5");
        assertThat(Balance.parse("traces").ratio()).isCloseTo(1, within(0.0));
        assertThat(Balance.parse("none").text()).isEqualTo("none");
    }
}
