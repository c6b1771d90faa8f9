package org.stepwright.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.prm.train.Trainer;
import org.stepwright.storage.AuditRun;
import org.stepwright.storage.FilterKey;
import org.stepwright.storage.FindingFilter;
import org.stepwright.storage.FindingState;
import org.stepwright.storage.StoredFinding;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

class CleanupTest {
    @TempDir Path folder;
    private Workspace workspace;
    private Cleanup cleanup;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        cleanup = new Cleanup(workspace, Clock.systemUTC());
        for (String id : List.of("one", "two", "three")) {
            Trace trace = Trace.of(id, "What is 1 + 1?", List.of("1 + 1", "= 2"));
            workspace.traces().add(List.of(new LabelledTrace(trace, List.of())));
        }
        label("one", 1, Verdict.CORRECT, "ana");
        label("one", 1, Verdict.CORRECT, "bo");
        label("two", 1, Verdict.WRONG, "ana");
        save(
                new AuditFinding(FindingKind.EXACT_DUPLICATE, "two", -1, "one", 1, "A copy."),
                new AuditFinding(FindingKind.LABEL_CONFLICT, "two", 1, "one", 1, "They differ."),
                new AuditFinding(FindingKind.LABEL_ERROR, "one", 1, "WRONG", 0.9, "Doubtful."),
                new AuditFinding(FindingKind.REJECTED_ROW, "", -1, "x:1", 1, "Not read."));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void label(String trace, int step, Verdict verdict, String who) {
        workspace
                .labels()
                .put(StepLabel.verdict(trace, step, verdict, who, Instant.now(), LabelSource.HUMAN))
                .join();
    }

    private void save(AuditFinding... findings) {
        workspace
                .audits()
                .replace(
                        new AuditRun(Instant.now(), "{}", "{\"traces\":3}"),
                        List.of(findings).iterator(),
                        Progress.NONE);
    }

    private StoredFinding finding(FindingKind kind) {
        return workspace.audits().page(FindingFilter.ALL.withKind(kind), 0, 1).get(0);
    }

    private FindingState state(FindingKind kind) {
        return finding(kind).state();
    }

    @Test
    void aCopyIsSetAsideUndoneAndDoneAgain() {
        StoredFinding copy = finding(FindingKind.EXACT_DUPLICATE);
        Done done = cleanup.setAside(List.of(copy, copy), "ana").orElseThrow();
        assertThat(workspace.aside().isAside("two")).isTrue();
        assertThat(workspace.aside().isAside("one")).isFalse();
        assertThat(workspace.aside().page(0, 9).get(0).reason()).startsWith("Audit: ");
        assertThat(state(FindingKind.EXACT_DUPLICATE)).isEqualTo(FindingState.ASIDE);
        assertThat(cleanup.setAside(List.of(copy), "ana")).isEmpty();
        Done undone = cleanup.undo(done).orElseThrow();
        assertThat(state(FindingKind.EXACT_DUPLICATE)).isEqualTo(FindingState.OPEN);
        cleanup.undo(undone).orElseThrow();
        assertThat(workspace.aside().isAside("two")).isTrue();
    }

    @Test
    void whatWasSetAsideLastIsUndoneAfterARestartByWhoDidIt() {
        cleanup.setOtherAside(finding(FindingKind.EXACT_DUPLICATE), "ana");
        assertThat(workspace.aside().isAside("one")).isTrue();
        workspace.close();
        workspace = Workspace.open(folder.resolve("w.stepwright"));
        cleanup = new Cleanup(workspace, Clock.systemUTC());
        assertThat(cleanup.last("bo")).isEmpty();
        cleanup.undo(cleanup.last("ana").orElseThrow());
        assertThat(workspace.aside().count()).isZero();
        assertThat(cleanup.last("ana")).isEmpty();
    }

    @Test
    void theMajorityDecidesAConflictOnBothTracesAsOneUndo() {
        StoredFinding conflict = finding(FindingKind.LABEL_CONFLICT);
        assertThat(cleanup.suggested(conflict.finding())).contains(Verdict.CORRECT);
        Done done = cleanup.decide(List.of(conflict), "ana").orElseThrow();
        assertThat(target("two")).isEqualTo(Verdict.CORRECT);
        assertThat(state(FindingKind.LABEL_CONFLICT)).isEqualTo(FindingState.DECIDED);
        // What people said stays beside the decision.
        assertThat(workspace.labels().of("two", "ana"))
                .extracting(StepLabel::verdict)
                .containsExactly(Verdict.WRONG);
        Done undone = cleanup.undo(done).orElseThrow();
        assertThat(target("two")).isEqualTo(Verdict.WRONG);
        assertThat(state(FindingKind.LABEL_CONFLICT)).isEqualTo(FindingState.OPEN);
        cleanup.undo(undone).orElseThrow();
        assertThat(target("two")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void aReviewersDecisionOutweighsAnyNumberOfLabels() {
        label("two", 1, Verdict.WRONG, "cy");
        label("two", 1, Verdict.WRONG, "di");
        workspace
                .labels()
                .put(
                        StepLabel.verdict(
                                "two",
                                1,
                                Verdict.CORRECT,
                                "boss",
                                java.time.Instant.EPOCH,
                                LabelSource.ADJUDICATED))
                .join();
        assertThat(cleanup.suggested(finding(FindingKind.LABEL_CONFLICT).finding()))
                .contains(Verdict.CORRECT);
    }

    @Test
    void nothingToSetAsideIsNothing() {
        assertThat(cleanup.setAside(List.of(), "ana")).isEmpty();
    }

    @Test
    void whatWasDismissedComesBackAfterARestart() {
        StoredFinding found = finding(FindingKind.EXACT_DUPLICATE);
        cleanup.dismiss(List.of(found), "ana");
        workspace.close();
        workspace = Workspace.open(folder.resolve("w.stepwright"));
        cleanup = new Cleanup(workspace, Clock.systemUTC());
        cleanup.undo(cleanup.last("ana").orElseThrow());
        assertThat(state(FindingKind.EXACT_DUPLICATE)).isEqualTo(FindingState.OPEN);
    }

    @Test
    void anUndoThatCanNeverHappenDoesNotWait() {
        Done done = cleanup.decide(List.of(finding(FindingKind.LABEL_ERROR)), "ana").orElseThrow();
        label("three", 0, Verdict.NEUTRAL, "ana");
        assertThat(cleanup.undo(done)).isEmpty();
        assertThat(cleanup.isWaiting(done)).isTrue();
        workspace.labels().undo("ana").join();
        workspace.labels().undo("ana").join();
        label("three", 0, Verdict.WRONG, "ana");
        assertThat(cleanup.undo(done)).isEmpty();
        assertThat(cleanup.isWaiting(done)).isFalse();
    }

    @Test
    void decisionsCountForTheEffectWhateverTheNextAuditFinds() {
        cleanup.decide(List.of(finding(FindingKind.LABEL_ERROR)), "ana");
        List<String> steps = new java.util.ArrayList<>();
        workspace.audits().decidedSteps((id, step) -> steps.add(id + " " + step));
        assertThat(steps).containsExactly("one 1");
    }

    private Verdict target(String id) {
        return StepTargets.of(workspace.traces().labelled(id).orElseThrow()).verdicts().get(1);
    }

    @Test
    void anUndoNeverTakesBackWhatSomebodyLabelledSince() {
        Done done = cleanup.decide(List.of(finding(FindingKind.LABEL_ERROR)), "ana").orElseThrow();
        assertThat(target("one")).isEqualTo(Verdict.WRONG);
        label("three", 0, Verdict.NEUTRAL, "ana");
        assertThat(cleanup.undo(done)).isEmpty();
        assertThat(workspace.labels().of("three", "ana")).hasSize(1);
        workspace.labels().undo("ana").join();
        assertThat(cleanup.undo(done)).isPresent();
        assertThat(target("one")).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void aTraceIsSentToReviewWhereItIsListed() {
        Done done = cleanup.review(finding(FindingKind.LABEL_ERROR), "ana").orElseThrow();
        assertThat(state(FindingKind.LABEL_ERROR)).isEqualTo(FindingState.REVIEW);
        assertThat(
                        workspace
                                .traces()
                                .count(
                                        TraceFilter.ALL.withState(
                                                org.stepwright.storage.TraceState.GAVE_UP),
                                        ""))
                .isEqualTo(1);
        cleanup.undo(done).orElseThrow();
        assertThat(state(FindingKind.LABEL_ERROR)).isEqualTo(FindingState.OPEN);
    }

    @Test
    void whatWasDismissedStaysSoUntilItIsUndone() {
        Done done =
                cleanup.dismiss(List.of(finding(FindingKind.REJECTED_ROW)), "ana").orElseThrow();
        assertThat(state(FindingKind.REJECTED_ROW)).isEqualTo(FindingState.DISMISSED);
        Done undone = cleanup.undo(done).orElseThrow();
        assertThat(state(FindingKind.REJECTED_ROW)).isEqualTo(FindingState.OPEN);
        cleanup.undo(undone).orElseThrow();
        assertThat(state(FindingKind.REJECTED_ROW)).isEqualTo(FindingState.DISMISSED);
        assertThat(cleanup.setAside(List.of(finding(FindingKind.REJECTED_ROW)), "ana")).isEmpty();
    }

    @Test
    void theEffectComparesTheSameHeldOutProblemsBeforeAndAfter() {
        CleanupEffect effect = new CleanupEffect(workspace, new Trainer());
        EffectOptions twice =
                new EffectOptions(List.of(1L, 2L), 0.25, EffectOptions.DEFAULT.neutral());
        assertThatThrownBy(() -> effect.ofWhatWasDone(twice, Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("no effect to measure");
        List<LabelledTrace> rows = new ArrayList<>();
        List<AuditFinding> copies = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            rows.add(row("t" + i, i, i % 2 == 0));
            if (i % 3 == 0) {
                rows.add(row("c" + i, i, i % 2 != 0));
                copies.add(
                        new AuditFinding(
                                FindingKind.EXACT_DUPLICATE, "c" + i, -1, "t" + i, 1, "A copy."));
            }
        }
        workspace.traces().add(rows);
        save(copies.toArray(AuditFinding[]::new));
        FindingFilter all = FindingFilter.ALL.withKind(FindingKind.EXACT_DUPLICATE);

        EffectReport planned = effect.ofSettingAside(all, twice, Progress.NONE);
        assertThat(planned.planned()).isTrue();
        assertThat(planned.asideTraces()).isEqualTo(40);
        assertThat(planned.tracesBefore() - planned.tracesAfter()).isEqualTo(40);
        assertThat(planned.heldOut()).isGreaterThan(planned.heldOutClean());
        assertThat(planned.asBefore()).containsOnlyKeys("f1", "auroc", "brier");
        assertThat(workspace.aside().count()).isZero();

        cleanup.setAside(workspace.audits().page(all, 0, 100), "ana");
        EffectReport done = effect.ofWhatWasDone(twice, Progress.NONE);
        assertThat(done.planned()).isFalse();
        // The same clean-up, planned or done, is the same measurement.
        assertThat(done.asBefore()).isEqualTo(planned.asBefore());
        assertThat(done.asAfter()).isEqualTo(planned.asAfter());
        assertThat(workspace.traces().count(TraceFilter.ALL.with(FilterKey.ASIDE, "yes"), ""))
                .isEqualTo(40);
    }

    private static LabelledTrace row(String id, int n, boolean right) {
        String problem = n + " apples and " + (n * n + 3) + " pears and " + (7 * n) + " plums?";
        String sum = n + " + " + (n * n + 3) + " = " + (n * n + n + 3 + (n % 2 == 0 ? 0 : 1));
        Trace trace = Trace.of(id, problem, List.of("We add them.", sum, "That is all of them."));
        List<StepLabel> labels = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            Verdict verdict = s == 1 && !right ? Verdict.WRONG : Verdict.CORRECT;
            labels.add(StepLabel.verdict(id, s, verdict, "ana", Instant.EPOCH, LabelSource.HUMAN));
        }
        return new LabelledTrace(trace, labels);
    }
}
