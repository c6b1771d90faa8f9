package org.stepwright.ui.data.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.audit.Cleanup;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.AuditRun;
import org.stepwright.storage.FindingState;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.Progress;

class FindingsViewModelTest {
    private static final int MANY = 450;

    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private Workspace workspace;
    private FindingsViewModel findings;
    private FixesViewModel fixes;
    private int changed;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        List<LabelledTrace> rows = new ArrayList<>();
        List<AuditFinding> found = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            rows.add(new LabelledTrace(Trace.of("t" + i, "Problem " + i, List.of("a")), List.of()));
            found.add(
                    new AuditFinding(
                            FindingKind.NEAR_DUPLICATE,
                            "t" + i,
                            -1,
                            "t" + (i + 1) % MANY,
                            1 - i / 1000.0,
                            "Copy " + i + "."));
        }
        found.add(new AuditFinding(FindingKind.REJECTED_ROW, "", -1, "x:1", 1, "Not read."));
        workspace.traces().add(rows);
        workspace
                .audits()
                .replace(
                        new AuditRun(Instant.now(), "{}", "{\"traces\":450}"),
                        found.iterator(),
                        Progress.NONE);
        findings = new FindingsViewModel(hand.tasks(), workspace.audits());
        fixes =
                new FixesViewModel(
                        workspace,
                        new Cleanup(workspace, Clock.systemUTC()),
                        hand.tasks(),
                        () -> "ana",
                        findings,
                        () -> changed++,
                        Messages.of("data-audit"));
        findings.reload();
        hand.drain();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void settle() {
        hand.drain();
    }

    @Test
    void theFirstKindIsShownPageByPage() {
        assertThat(findings.kind().get()).isEqualTo(FindingKind.NEAR_DUPLICATE);
        assertThat(findings.rows()).hasSize(FindingsViewModel.PAGE);
        assertThat(findings.matching().get()).isEqualTo(MANY);
        assertThat(findings.current().get().finding().traceId()).isEqualTo("t0");
        findings.seen(10);
        settle();
        assertThat(findings.rows()).hasSize(FindingsViewModel.PAGE);
        findings.seen(FindingsViewModel.PAGE - 1);
        settle();
        findings.seen(2 * FindingsViewModel.PAGE - 1);
        settle();
        assertThat(findings.rows()).hasSize(MANY).doesNotHaveDuplicates();
        findings.stepKind(1);
        settle();
        assertThat(findings.rows()).hasSize(1);
        findings.stepKind(1);
        assertThat(findings.kind().get()).isEqualTo(FindingKind.REJECTED_ROW);
    }

    @Test
    void strengthAndWordsFilter() {
        findings.strength().set(0.9);
        findings.refilter();
        settle();
        assertThat(findings.matching().get()).isEqualTo(101);
        findings.text().set("Copy 77");
        findings.refilter();
        settle();
        assertThat(findings.rows()).hasSize(1);
    }

    @Test
    void afterAFixTheNextOpenFindingIsCurrentAndUndoBringsItBack() {
        fixes.setAside(List.of(findings.current().get()));
        settle();
        assertThat(workspace.aside().isAside("t0")).isTrue();
        assertThat(fixes.said().get()).contains("One trace with no label set aside");
        // The finding about t449 names t0 too; it is not on this page.
        assertThat(findings.rows().get(0).state()).isEqualTo(FindingState.ASIDE);
        assertThat(findings.current().get().finding().traceId()).isEqualTo("t1");
        assertThat(findings.kinds().get(0).open()).isEqualTo(MANY - 2);
        fixes.dismiss(List.of(findings.current().get()));
        settle();
        assertThat(findings.current().get().finding().traceId()).isEqualTo("t2");
        fixes.undo();
        settle();
        fixes.undo();
        settle();
        assertThat(workspace.aside().count()).isZero();
        assertThat(findings.kinds().get(0).open()).isEqualTo(MANY);
        assertThat(findings.rows()).allMatch(r -> r.state() == FindingState.OPEN);
        fixes.redo();
        settle();
        assertThat(workspace.aside().isAside("t0")).isTrue();
        assertThat(changed).isEqualTo(5);
    }

    @Test
    void allOfAKindAboveAStrengthIsOneUndo() {
        findings.strength().set(0.951);
        List<long[]> planned = new ArrayList<>();
        fixes.plan(findings.filter(), planned::add);
        settle();
        assertThat(planned.get(0)).containsExactly(50, 50, 0);
        fixes.setAllAside(findings.filter());
        settle();
        assertThat(workspace.aside().count()).isEqualTo(50);
        fixes.undo();
        settle();
        assertThat(workspace.aside().count()).isZero();
    }

    @Test
    void withNothingDoneHereUndoTakesBackWhatWasSetAsideLast() {
        fixes.undo();
        settle();
        assertThat(fixes.said().get()).isEqualTo("There is nothing to undo here.");
        workspace.aside().setAside(List.of("t3"), "before the restart", "ana");
        fixes.undo();
        settle();
        assertThat(workspace.aside().count()).isZero();
        fixes.redo();
        settle();
        assertThat(workspace.aside().isAside("t3")).isTrue();
    }
}
