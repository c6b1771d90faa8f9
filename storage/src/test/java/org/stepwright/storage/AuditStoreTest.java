package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;

class AuditStoreTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @TempDir Path folder;
    private Workspace workspace;
    private AuditStore audits;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("a.stepwright"));
        audits = workspace.audits();
        for (String id : List.of("one", "two", "three")) {
            Trace trace = Trace.of(id, "What is " + id + "?", List.of("first", "second"));
            workspace.traces().add(List.of(new LabelledTrace(trace, List.of())));
        }
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static AuditFinding copy(String id, String of, double strength) {
        return new AuditFinding(
                FindingKind.NEAR_DUPLICATE, id, -1, of, strength, id + " is nearly " + of + ".");
    }

    private static AuditFinding wrong(String id, int step) {
        return new AuditFinding(
                FindingKind.LABEL_ERROR, id, step, "", 0.9, "The label of 100% is not believed.");
    }

    private void save(AuditFinding... findings) {
        audits.replace(
                new AuditRun(NOW, "{\"deep\":true}", "{\"traces\":3}"),
                List.of(findings).iterator(),
                Progress.NONE);
    }

    private List<StoredFinding> all() {
        return audits.page(FindingFilter.ALL, 0, 100);
    }

    private FindingState state(int row) {
        return all().get(row).state();
    }

    @Test
    void beforeTheFirstAuditThereIsNothing() {
        assertThat(audits.last()).isEmpty();
        assertThat(audits.counts()).isEmpty();
        assertThat(all()).isEmpty();
        assertThat(audits.lastDismissed("ana")).isEmpty();
    }

    @Test
    void theLastAuditIsThereWithItsFindingsInOrder() {
        save(copy("two", "one", 0.8), copy("three", "one", 0.95), wrong("one", 1));
        assertThat(audits.last()).contains(new AuditRun(NOW, "{\"deep\":true}", "{\"traces\":3}"));
        assertThat(all())
                .extracting(f -> f.finding().traceId())
                .containsExactly("two", "three", "one");
        FindingFilter copies = FindingFilter.ALL.withKind(FindingKind.NEAR_DUPLICATE);
        assertThat(audits.page(copies, 0, 1))
                .extracting(f -> f.finding().traceId())
                .containsExactly("three");
        assertThat(audits.page(copies, 1, 9))
                .extracting(f -> f.finding().traceId())
                .containsExactly("two");
        assertThat(audits.count(copies.withStrength(0.9))).isEqualTo(1);
        assertThat(audits.counts())
                .containsExactly(
                        new FindingCount(FindingKind.NEAR_DUPLICATE, 2, 2),
                        new FindingCount(FindingKind.LABEL_ERROR, 1, 1));
    }

    @Test
    void wordsAreFoundAsTheyAreWritten() {
        save(copy("two", "one", 0.8), wrong("one", 1));
        assertThat(audits.count(new FindingFilter(null, 0, "NEARLY", false))).isEqualTo(1);
        assertThat(audits.count(new FindingFilter(null, 0, "100%", false))).isEqualTo(1);
        assertThat(audits.count(new FindingFilter(null, 0, "1%l", false))).isZero();
        assertThat(audits.count(new FindingFilter(null, 0, "o_e", false))).isZero();
        assertThat(audits.count(new FindingFilter(null, 0, "' OR 1 = 1 --", false))).isZero();
    }

    @Test
    void aNewAuditTakesThePlaceOfTheOldOneAndWhatWasDismissedStaysSo() {
        save(copy("two", "one", 0.8), copy("three", "one", 0.9));
        String mark = all().get(0).mark();
        assertThat(audits.dismiss(List.of(mark), "ana")).containsExactly(mark);
        assertThat(audits.dismiss(List.of(mark), "bo")).isEmpty();
        // Found again with other figures, in another place.
        save(wrong("one", 0), copy("two", "one", 0.7));
        assertThat(all()).hasSize(2);
        assertThat(state(0)).isEqualTo(FindingState.OPEN);
        assertThat(state(1)).isEqualTo(FindingState.DISMISSED);
        assertThat(audits.count(FindingFilter.ALL.withOpenOnly(true))).isEqualTo(1);
        assertThat(audits.lastDismissed("ana")).containsExactly(mark);
        audits.reopen(List.of(mark));
        assertThat(state(1)).isEqualTo(FindingState.OPEN);
        assertThat(rows("SELECT count(*) FROM audit_run")).isEqualTo(1);
        assertThat(rows("SELECT count(*) FROM audit_finding")).isEqualTo(2);
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void whatBecameOfAFindingIsReadOffTheData() {
        save(copy("two", "one", 0.8), wrong("two", 1), wrong("three", 0));
        String uid = workspace.aside().setAside(List.of("one"), "a copy", "ana");
        assertThat(state(0)).isEqualTo(FindingState.ASIDE);
        assertThat(audits.find(List.of(1L, 0L, 7L)))
                .extracting(StoredFinding::state)
                .containsExactly(FindingState.OPEN, FindingState.ASIDE);
        workspace.aside().undo(uid, "ana");
        assertThat(state(0)).isEqualTo(FindingState.OPEN);

        StepLabel said =
                StepLabel.verdict("two", 1, Verdict.WRONG, "ana", NOW, LabelSource.ADJUDICATED);
        workspace.labels().put(said).join();
        assertThat(state(1)).isEqualTo(FindingState.DECIDED);
        workspace.labels().undo("ana").join();
        assertThat(state(1)).isEqualTo(FindingState.OPEN);

        workspace
                .labels()
                .finish("three", "ana", LabelPass.LABEL, TraceState.GAVE_UP, "?", Act.NONE)
                .join();
        assertThat(state(2)).isEqualTo(FindingState.REVIEW);
        assertThat(audits.counts().get(1))
                .isEqualTo(new FindingCount(FindingKind.LABEL_ERROR, 1, 2));
    }

    @Test
    void oneThatWasStoppedLeavesTheOldOne() {
        save(copy("two", "one", 0.8));
        List<AuditFinding> many = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            many.add(copy("t" + i, "one", 0.5));
        }
        int[] told = {0};
        Progress impatient =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        told[0]++;
                    }

                    @Override
                    public boolean isCancelled() {
                        return told[0] >= 2;
                    }
                };
        AuditRun run = new AuditRun(NOW, "{}", "{}");
        assertThatThrownBy(() -> audits.replace(run, many.iterator(), impatient))
                .isInstanceOf(Cancelled.class);
        assertThat(all()).hasSize(1);
        assertThat(rows("SELECT count(*) FROM audit_finding")).isEqualTo(1);
        audits.replace(run, many.iterator(), Progress.NONE);
        assertThat(audits.count(FindingFilter.ALL)).isEqualTo(1_200);
        assertThat(audits.page(FindingFilter.ALL, 1_199, 5))
                .singleElement()
                .satisfies(f -> assertThat(f.finding().traceId()).isEqualTo("t1199"));
    }

    @Test
    void aFailureLeavesTheOldOne() {
        save(copy("two", "one", 0.8));
        Iterator<AuditFinding> broken =
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public AuditFinding next() {
                        throw new IllegalStateException("broken");
                    }
                };
        AuditRun run = new AuditRun(NOW, "{}", "{}");
        assertThatThrownBy(() -> audits.replace(run, broken, Progress.NONE))
                .isInstanceOf(IllegalStateException.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void findingsOfNoTraceAreToldApartByTheirSentence() {
        AuditFinding length =
                new AuditFinding(FindingKind.SHORTCUT, "", -1, "", 0.7, "Length tells it.");
        AuditFinding place =
                new AuditFinding(FindingKind.SHORTCUT, "", -1, "", 0.6, "Place tells it.");
        save(length, place);
        audits.dismiss(List.of(all().get(0).mark()), "ana");
        assertThat(state(0)).isEqualTo(FindingState.DISMISSED);
        assertThat(state(1)).isEqualTo(FindingState.OPEN);
        assertThat(Map.of(0, all().get(0).finding(), 1, all().get(1).finding()))
                .isEqualTo(Map.of(0, length, 1, place));
    }

    private long rows(String sql) {
        return workspace
                .database()
                .read(
                        db -> {
                            try (var row = db.prepare(sql).executeQuery()) {
                                return row.getLong(1);
                            }
                        });
    }
}
