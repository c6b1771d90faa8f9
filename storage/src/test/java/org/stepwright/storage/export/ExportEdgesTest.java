package org.stepwright.storage.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.RowSink;
import org.stepwright.trace.SplitRatios;
import org.stepwright.trace.Trace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Where choices of an export meet each other, and where an export ends before its end. */
class ExportEdgesTest {
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

    private void add(String id, Verdict... verdicts) {
        List<String> steps = new ArrayList<>();
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            steps.add("Step " + i + " of " + id);
            labels.add(
                    StepLabel.verdict(
                            id, i, verdicts[i], "anna", Instant.EPOCH, LabelSource.HUMAN));
        }
        Trace trace = Trace.of(id, "The problem of " + id, steps);
        workspace.traces().add(List.of(new LabelledTrace(trace, labels)));
    }

    private ExportOptions options(String format) {
        return ExportOptions.of(format, dir.resolve("out")).withSplit(new SplitRatios(1, 0, 0));
    }

    private ExportReport export(ExportOptions options) {
        return new Exporter(workspace).run(options, Progress.NONE);
    }

    private List<LabelledTrace> read(Path file) {
        List<LabelledTrace> rows = new ArrayList<>();
        LabelFiles.read(
                file,
                LabelFiles.AUTO,
                new RowSink() {
                    @Override
                    public void accept(long line, LabelledTrace row) {
                        rows.add(row);
                    }

                    @Override
                    public void reject(long line, String reason) {
                        throw new AssertionError(reason);
                    }
                },
                Progress.NONE);
        return rows;
    }

    @Test
    void parquetFilesHoldWhatRowsSayOfTheirPolicy() {
        add("one", Verdict.CORRECT, Verdict.WRONG);
        for (LabelPolicy policy : LabelPolicy.values()) {
            export(options("trl").withContainer(Container.PARQUET).withLabels(policy));
            assertThat(read(dir.resolve("out/train.parquet"))).hasSize(1);
        }
    }

    @Test
    void balancingByStepsNeverTakesAClassAway() {
        add("wrong", Verdict.WRONG, Verdict.WRONG);
        add("right", Verdict.CORRECT, Verdict.CORRECT, Verdict.CORRECT);
        ExportReport report = export(options("generic").withBalance(Balance.parse("steps:1")));
        assertThat(report.traces()).isEqualTo(2);
        assertThat(report.warnings())
                .anyMatch(w -> w.contains("no further trace could go"))
                .noneMatch(w -> w.contains("one class only"));
    }

    @Test
    void balancingByStepsStopsBeforeTheOtherClassIsTheLarger() throws IOException {
        for (int i = 0; i < 5; i++) {
            add("wrong" + i, Verdict.WRONG, Verdict.WRONG);
        }
        for (int i = 0; i < 4; i++) {
            add("right" + i, Verdict.CORRECT, Verdict.CORRECT, Verdict.CORRECT);
        }
        // 10 wrong and 12 correct: without one trace of three 9 would be left.
        assertThat(export(options("generic").withBalance(Balance.parse("steps:1"))).traces())
                .isEqualTo(9);
    }

    @Test
    void rewardsOfAMachineHaveNoClassesToBalance() {
        add("one", Verdict.CORRECT);
        ExportOptions soft =
                options("openrlhf")
                        .withSoft(SoftSource.parse("suggestions:rollout:x"))
                        .withBalance(Balance.parse("traces:1"));
        assertThatThrownBy(() -> export(soft))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("no classes to balance");
    }

    @Test
    void aNameOfASourceIsNoMarkup() throws IOException {
        add("one", Verdict.CORRECT);
        String name = "m<img src=x>\n# Heading";
        Trace trace = Trace.of("two", "Another problem", List.of("A step"));
        Suggestion said = new Suggestion("two", 0, name, 0.5, "", Instant.EPOCH);
        workspace.traces().add(List.of(new LabelledTrace(trace, List.of(), List.of(said))));
        export(options("generic").withSoft(SoftSource.parse("suggestions:" + name)));
        String card = Files.readString(dir.resolve("out/README.md"));
        assertThat(card).contains("no step has a reward").doesNotContain("<img");
        assertThat(card.lines()).noneMatch(line -> line.startsWith("# Heading"));
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndNothingOfItIsRead() throws IOException {
        add("one", Verdict.CORRECT);
        Path out = Files.createDirectory(dir.resolve("out"));
        Files.writeString(out.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> export(options("generic")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("letter.txt");
        assertThat(out.resolve("letter.txt")).hasContent("dear");
    }

    @Test
    void aCancelledParquetExportLeavesNothingBehind() throws IOException {
        for (int i = 0; i < 50; i++) {
            add("t" + i, Verdict.CORRECT, Verdict.WRONG);
        }
        Set<Path> before = temporary();
        Progress stop =
                new Progress() {
                    private boolean writing;

                    @Override
                    public void report(long done, long total, String message) {
                        writing |= message.startsWith("Writing");
                    }

                    @Override
                    public boolean isCancelled() {
                        return writing;
                    }
                };
        ExportOptions parquet = options("trl").withContainer(Container.PARQUET);
        assertThatThrownBy(() -> new Exporter(workspace).run(parquet, stop))
                .isInstanceOf(Cancelled.class);
        assertThat(dir.resolve("out")).doesNotExist();
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).noneMatch(f -> f.toString().contains("-work-"));
        }
        assertThat(temporary()).isEqualTo(before);
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new TreeSet<>(
                    files.filter(f -> f.getFileName().toString().startsWith("stepwright-parquet"))
                            .toList());
        }
    }
}
