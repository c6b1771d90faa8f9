package org.stepwright.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.storage.FindingCount;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Reject;
import org.stepwright.ui.AuditWork;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

class AuditingTest {
    private static final Path PRMBENCH = Path.of("../../shared/data/prmbench");

    @TempDir Path folder;
    private final Auditing auditing = new Auditing(Clock.systemUTC());
    private Workspace workspace;
    private Path benchmark;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        benchmark = AuditWork.addTo(workspace, folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static Set<String> traces(AuditResult result, FindingKind kind) {
        return result.findings().stream()
                .filter(f -> f.kind() == kind)
                .map(AuditFinding::traceId)
                .collect(Collectors.toSet());
    }

    @Test
    void plantedFaultsAreFoundAndKeptInTheWorkspace() {
        AuditOptions options = AuditOptions.DEFAULT.withBenchmarks(List.of(benchmark));
        AuditResult result = auditing.audit(workspace, options, Progress.NONE);

        assertThat(result.summary().traces())
                .isEqualTo(
                        600
                                + AuditWork.COPIES
                                + AuditWork.NEAR
                                + AuditWork.JUNK
                                + AuditWork.TURNED);
        // Of two equal traces the one with fewer labels is the copy, which may be either.
        assertThat(result.findings())
                .filteredOn(f -> f.kind() == FindingKind.EXACT_DUPLICATE)
                .hasSize(AuditWork.COPIES)
                .allMatch(f -> (f.traceId() + f.other()).contains("copy-"));
        Set<String> near =
                result.findings().stream()
                        .filter(f -> f.kind() == FindingKind.NEAR_DUPLICATE)
                        .flatMap(f -> Stream.of(f.traceId(), f.other()))
                        .filter(id -> id.startsWith("near-"))
                        .collect(Collectors.toSet());
        assertThat(near).hasSizeGreaterThanOrEqualTo(AuditWork.NEAR * 2 / 3);
        assertThat(traces(result, FindingKind.JUNK_TEXT))
                .filteredOn(id -> id.startsWith("junk-"))
                .hasSizeGreaterThanOrEqualTo(AuditWork.JUNK * 3 / 4);
        assertThat(traces(result, FindingKind.LABEL_CONFLICT)).isNotEmpty();
        assertThat(traces(result, FindingKind.SPLIT_LEAK))
                .containsExactlyInAnyOrder("copy-0", "copy-1", "copy-2", "copy-3");
        assertThat(traces(result, FindingKind.BENCHMARK_LEAK)).contains("refund-001-a");
        assertThat(result.findings())
                .filteredOn(f -> f.kind() == FindingKind.REJECTED_ROW)
                .hasSize(AuditWork.BROKEN)
                .allMatch(f -> f.other().startsWith("planted.jsonl:"));
        assertThat(result.findings())
                .filteredOn(f -> f.kind() == FindingKind.ANNOTATOR_OUTLIER)
                .extracting(AuditFinding::other)
                .containsOnly("di");

        AuditSummary kept = AuditJson.summary(workspace.audits().last().orElseThrow().summary());
        assertThat(kept).isEqualTo(result.summary());
        assertThat(AuditJson.options(workspace.audits().last().orElseThrow().options()))
                .isEqualTo(options);
        assertThat(workspace.audits().counts().stream().mapToLong(FindingCount::all).sum())
                .isEqualTo(result.findings().size());
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void whoWroteAnAnswerTellingItsLabelIsAShortcut() {
        try (Workspace sums = Workspace.create(folder.resolve("sums.stepwright"))) {
            AuditWork.addShortcut(sums);
            AuditResult result = auditing.audit(sums, AuditOptions.DEFAULT, Progress.NONE);
            assertThat(result.findings())
                    .filteredOn(f -> f.kind() == FindingKind.SHORTCUT)
                    .anyMatch(f -> f.message().contains("model that wrote the answer"));
            AuditSummary kept = AuditJson.summary(sums.audits().last().orElseThrow().summary());
            assertThat(kept.shortcuts()).isEqualTo(result.summary().shortcuts()).isNotEmpty();
        }
    }

    @Test
    void whatIsSetAsideIsNotLookedAt() {
        AuditOptions copies =
                AuditOptions.DEFAULT.withChecks(EnumSet.of(FindingKind.EXACT_DUPLICATE));
        List<String> ids =
                auditing.audit(workspace, copies, Progress.NONE).findings().stream()
                        .map(AuditFinding::traceId)
                        .toList();
        workspace.aside().setAside(ids, "copies", "ana");
        AuditResult again = auditing.audit(workspace, copies, Progress.NONE);
        assertThat(again.findings()).isEmpty();
        assertThat(again.summary().aside()).isEqualTo(AuditWork.COPIES);
        assertThat(again.summary().counts()).containsOnlyKeys(FindingKind.EXACT_DUPLICATE);
    }

    @Test
    void aDeepAuditNamesDoubtfulLabelsAndSaysHowMuchToBelieve() {
        AuditOptions deep =
                AuditOptions.DEFAULT.withChecks(EnumSet.of(FindingKind.LABEL_ERROR)).withDeep(true);
        AuditResult result = auditing.audit(workspace, deep, Progress.NONE);
        assertThat(result.findings()).isNotEmpty().allMatch(f -> f.step() >= 0);
        assertThat(result.summary().notes())
                .anyMatch(n -> n.contains("of 100") || n.contains("in 100"));
    }

    @Test
    void tooLittleToLearnFromIsSaidAndTheRestIsLookedAt() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("few.jsonl"),
                        """
                        {"id":"a","problem":"2 + 2?","steps":["2 + 2 = 4."],"labels":[true]}
                        {"id":"b","problem":"2 + 2?","steps":["2 + 2 = 4."],"labels":[false]}
                        """);
        List<Reject> rejects = new ArrayList<>();
        AuditResult result =
                auditing.audit(
                        List.of(file),
                        "auto",
                        AuditOptions.DEFAULT.withDeep(true),
                        Progress.NONE,
                        rejects::add);
        assertThat(rejects).isEmpty();
        assertThat(result.findings())
                .extracting(AuditFinding::kind)
                .contains(FindingKind.EXACT_DUPLICATE, FindingKind.LABEL_CONFLICT);
        assertThat(result.summary().notes()).anyMatch(n -> n.startsWith("Not looked for:"));
    }

    @Test
    void aStoppedAuditLeavesTheLastOneAndABadBenchmarkIsOneSentence() {
        AuditOptions copies =
                AuditOptions.DEFAULT.withChecks(EnumSet.of(FindingKind.EXACT_DUPLICATE));
        auditing.audit(workspace, copies, Progress.NONE);
        var before = workspace.audits().last();
        Progress stopped =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        // nobody listens
                    }

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        assertThatThrownBy(() -> auditing.audit(workspace, AuditOptions.DEFAULT, stopped))
                .isInstanceOf(Cancelled.class);
        AuditOptions missing = AuditOptions.DEFAULT.withBenchmarks(List.of(folder.resolve("no")));
        assertThatThrownBy(() -> auditing.audit(workspace, missing, Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("is not there");
        assertThat(workspace.audits().last()).isEqualTo(before);
    }

    @Test
    void prmBenchHasAHundredRowsOutOfRangeAndKnownOverlaps() throws IOException {
        boolean there = Files.isDirectory(PRMBENCH);
        if (!there) {
            System.out.println("Skipped: " + PRMBENCH.toAbsolutePath() + " is not there.");
        }
        assumeTrue(there);
        List<Path> files;
        try (Stream<Path> all = Files.list(PRMBENCH)) {
            files =
                    all.filter(f -> f.getFileName().toString().startsWith("prm"))
                            .filter(f -> f.getFileName().toString().endsWith(".jsonl"))
                            .sorted()
                            .toList();
        }
        AuditOptions options =
                AuditOptions.DEFAULT.withChecks(
                        EnumSet.of(
                                FindingKind.EXACT_DUPLICATE,
                                FindingKind.SPLIT_LEAK,
                                FindingKind.LABEL_CONFLICT,
                                FindingKind.REJECTED_ROW));
        List<Reject> rejects = new ArrayList<>();
        AuditResult result = auditing.audit(files, "auto", options, Progress.NONE, rejects::add);
        assertThat(rejects).hasSize(100).allMatch(r -> r.reason().contains("points past"));
        assertThat(result.summary().counts().get(FindingKind.REJECTED_ROW)).isEqualTo(100);
        assertThat(result.summary().traces() + 100).isEqualTo(6_216);
        assertThat(result.summary().overlaps()).isNotEmpty();
        assertThat(result.summary().kept().problems())
                .isGreaterThan(result.summary().kept().groups());
        System.out.println(
                "PRMBench: " + result.summary().counts() + " " + result.summary().kept());
    }
}
