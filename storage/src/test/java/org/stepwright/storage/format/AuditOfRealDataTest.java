package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.AuditRow;
import org.stepwright.audit.ConflictStudy;
import org.stepwright.audit.DuplicateCounts;
import org.stepwright.audit.DuplicateOptions;
import org.stepwright.audit.DuplicateStudy;
import org.stepwright.audit.FileOverlap;
import org.stepwright.audit.FindingKind;
import org.stepwright.audit.LeakOptions;
import org.stepwright.audit.LeakStudy;
import org.stepwright.label.LabelledTrace;
import org.stepwright.work.Progress;

/** What is there twice in public data sets, as counted by the studies. */
class AuditOfRealDataTest {
    private final DuplicateStudy duplicates = new DuplicateStudy(DuplicateOptions.DEFAULT);
    private final ConflictStudy conflicts = new ConflictStudy();
    private final LeakStudy leaks = new LeakStudy(LeakOptions.DEFAULT);

    private static List<Path> files(String name) throws IOException {
        Path path = Path.of(System.getProperty("stepwright.shared", "none"), "data", name);
        assumeTrue(Files.exists(path), "The data are not here: " + path);
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(f -> f.toString().matches(".*\\.jsonl?")).sorted().toList();
        }
    }

    private interface Rows {
        void accept(String file, long line, LabelledTrace row);
    }

    private static void read(String name, Rows rows) throws IOException {
        for (Path file : files(name)) {
            RowSink sink =
                    new RowSink() {
                        @Override
                        public void accept(long line, LabelledTrace row) {
                            rows.accept(file.getFileName().toString(), line, row);
                        }

                        @Override
                        public void reject(long line, String reason) {
                            // counted by the tests of the readers
                        }
                    };
            LabelFiles.read(file, LabelFiles.AUTO, sink, Progress.NONE);
        }
    }

    private void add(String file, long line, LabelledTrace row) {
        AuditRow audited = new AuditRow(row, file);
        duplicates.add(audited);
        conflicts.add(audited);
        leaks.add(audited);
    }

    private static Map<String, Long> counts(List<AuditFinding> findings) {
        Map<String, Long> counts = new TreeMap<>();
        findings.forEach(f -> counts.merge(f.kind().toString(), 1L, Long::sum));
        return counts;
    }

    private Map<String, Long> all(String title) {
        List<AuditFinding> all = new ArrayList<>(duplicates.findings());
        all.addAll(conflicts.findings());
        all.addAll(leaks.findings());
        System.out.println(title + ": " + duplicates.counts() + " " + counts(all));
        return counts(all);
    }

    @Test
    void prmBench() throws IOException {
        read("prmbench", this::add);
        Map<String, Long> found = all("PRMBench");
        DuplicateCounts counts = duplicates.counts();
        assertThat(counts.traces()).isEqualTo(6499);
        assertThat(found.get("EXACT_DUPLICATE")).isEqualTo(counts.traces() - counts.different());
        assertThat(found.get("EXACT_DUPLICATE")).isBetween(380L, 400L);
        assertThat(found.get("NEAR_DUPLICATE")).isBetween(500L, 650L);
        assertThat(found.get("LABEL_CONFLICT")).isBetween(250L, 350L);
        // one problem of PRM800K's training half stands in its test half too
        assertThat(found.get("SPLIT_LEAK")).isEqualTo(1);
        assertThat(leaks.overlaps())
                .filteredOn(o -> o.second().equals("subset400.target_data.jsonl"))
                .filteredOn(o -> o.first().equals("prm800k_test_p1_4o_confidence.jsonl"))
                .singleElement()
                .satisfies(
                        o -> {
                            assertThat(o.problems()).isEqualTo(50);
                            assertThat(o.traces()).isEqualTo(45);
                        });
        long shared = leaks.overlaps().stream().mapToLong(FileOverlap::problems).max().orElse(0);
        System.out.println("most problems that two files share: " + shared);
    }

    @Test
    void processBenchIsNotInTheTrainingHalfOfGsm8k() throws IOException {
        read("processbench/gsm8k.json", leaks::benchmark);
        read("grade-school-math", this::add);
        assertThat(all("GSM8K train against ProcessBench")).doesNotContainKey("BENCHMARK_LEAK");
        assertThat(duplicates.counts().traces()).isEqualTo(7473);
    }

    @Test
    void samplesOfPrm800kAreInPrmBench() throws IOException {
        read("prmbench", leaks::benchmark);
        read("format-samples", this::add);
        all("Samples of formats against PRMBench");
        Map<String, Long> byFormat = new TreeMap<>();
        leaks.findings().stream()
                .filter(f -> f.kind() == FindingKind.BENCHMARK_LEAK)
                .forEach(f -> byFormat.merge(f.traceId().replaceAll("-[^-]*$", ""), 1L, Long::sum));
        System.out.println(byFormat);
        assertThat(leaks.findings())
                .filteredOn(f -> f.traceId().startsWith("prm800k-"))
                .extracting(AuditFinding::other)
                .contains("prm_test_p12_multi_solutions.jsonl:2", "subset400.target_data.jsonl:2");
    }

    @Test
    void severalAnswersToOneTaskAreNoDuplicates() throws IOException {
        read("tau-bench", this::add);
        assertThat(all("tau-bench")).isEmpty();
        assertThat(duplicates.counts().traces()).isEqualTo(200);
        assertThat(duplicates.counts().problems()).isLessThan(200);
    }

    @Test
    void otherDataSets() throws IOException {
        Map<String, Map<String, Long>> found = new TreeMap<>();
        List<String> names =
                List.of(
                        "processbench",
                        "mr-ben",
                        "bigbench-mistake",
                        "who-and-when",
                        "qwen-rm-maj-example");
        for (String name : names) {
            AuditOfRealDataTest one = new AuditOfRealDataTest();
            read(name, one::add);
            found.put(name, one.all(name));
        }
        assertThat(found.get("processbench")).isEmpty();
        assertThat(found.get("who-and-when")).isEmpty();
        // eight answers to each problem, some of them word for word the same
        assertThat(found.get("qwen-rm-maj-example").get("EXACT_DUPLICATE")).isEqualTo(86);
    }
}
