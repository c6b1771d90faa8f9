package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;

class LabelViewModelTest {
    @TempDir Path folder;
    private LabelFixture f;

    @BeforeEach
    void open() {
        f = new LabelFixture(folder);
    }

    @AfterEach
    void close() {
        f.close();
    }

    @Test
    void opensTheFirstTraceAtItsFirstStep() {
        f.addTraces(3);
        f.start();
        assertThat(f.openId()).isEqualTo("t0");
        assertThat(f.model.session().current().get()).isZero();
        assertThat(f.model.session().rows()).hasSize(4);
        assertThat(f.model.queue().total().get()).isEqualTo(3);
        assertThat(f.model.queue().open().get()).isEqualTo(3);
    }

    @Test
    void anEmptyWorkspaceOpensNothing() {
        f.start(Runnable::run);
        f.ui.drain();
        assertThat(f.model.session().trace().get()).isNull();
        f.model.actions().verdict(Verdict.CORRECT);
        f.model.submit();
        assertThat(f.model.saves().pending().get()).isZero();
    }

    @Test
    void aVerdictMovesOnAndIsOnDiskOnceSaved() {
        f.addTraces(1);
        f.start();
        f.model.actions().verdict(Verdict.CORRECT);
        assertThat(f.model.session().current().get()).isEqualTo(1);
        assertThat(f.model.session().rows().get(0).pending()).isTrue();
        assertThat(f.model.saves().savedAt().get()).isNull();
        f.saved();
        assertThat(f.model.session().rows().get(0).pending()).isFalse();
        assertThat(f.model.saves().savedAt().get()).isNotNull();
        assertThat(f.stored("t0")).isEqualTo(Map.of(0, Verdict.CORRECT));
        StepLabel label = f.workspace.labels().of("t0", LabelFixture.ME).get(0);
        assertThat(label.source()).isEqualTo(LabelSource.HUMAN);
    }

    @Test
    void firstErrorMakesEarlierUnlabelledStepsCorrectAndIsOneUndoStep() {
        f.addTraces(1);
        f.start();
        f.model.actions().verdict(Verdict.NEUTRAL);
        f.model.moveTo(2);
        f.model.actions().firstError();
        f.saved();
        assertThat(f.stored("t0"))
                .isEqualTo(Map.of(0, Verdict.NEUTRAL, 1, Verdict.CORRECT, 2, Verdict.WRONG));
        assertThat(f.model.session().rows().get(3).faded()).isTrue();
        f.model.undo();
        f.saved();
        f.ui.drain();
        assertThat(f.stored("t0")).isEqualTo(Map.of(0, Verdict.NEUTRAL));
        assertThat(f.shown()).containsExactly(Verdict.NEUTRAL, null, null, null);
        f.model.redo();
        f.saved();
        assertThat(f.shown())
                .containsExactly(Verdict.NEUTRAL, Verdict.CORRECT, Verdict.WRONG, null);
    }

    @Test
    void submittingGoesToTheNextTraceAndUndoComesBack() {
        f.addTraces(2);
        f.start();
        f.model.moveTo(2);
        f.model.actions().firstError();
        f.model.submit();
        f.saved();
        assertThat(f.openId()).isEqualTo("t1");
        assertThat(f.workspace.labels().state("t0", LabelFixture.ME))
                .isEqualTo(TraceState.SUBMITTED);
        assertThat(f.model.queue().items().get(0).firstError()).isEqualTo(2);
        assertThat(f.model.queue().open().get()).isEqualTo(1);
        f.model.undo();
        f.saved();
        assertThat(f.openId()).isEqualTo("t0");
        assertThat(f.model.session().state().get()).isEqualTo(TraceState.OPEN);
        assertThat(f.model.queue().open().get()).isEqualTo(2);
    }

    @Test
    void undoReachesBackOverARestart() {
        f.addTraces(2);
        f.start();
        f.model.actions().verdict(Verdict.CORRECT);
        f.model.open("t1");
        f.ui.until(() -> f.openId().equals("t1"));
        f.model.actions().verdict(Verdict.WRONG);
        f.restart();
        assertThat(f.model.undoDepth().get()).isEqualTo(2);
        f.model.undo();
        f.model.undo();
        f.saved();
        assertThat(f.model.undoDepth().get()).isZero();
        assertThat(f.stored("t0")).isEmpty();
        assertThat(f.stored("t1")).isEmpty();
        f.model.undo();
        f.saved();
        assertThat(f.model.hint().get()).isEqualTo(Hint.NOTHING_TO_UNDO);
    }

    @Test
    void submittingWithAVerdictMissingAsksOnce() {
        f.addTraces(2);
        f.start();
        f.model.actions().verdict(Verdict.CORRECT);
        f.model.moveTo(3);
        f.model.submit();
        assertThat(f.model.hint().get()).isEqualTo(Hint.INCOMPLETE);
        assertThat(f.model.session().current().get()).isEqualTo(1);
        f.model.submit();
        f.saved();
        assertThat(f.openId()).isEqualTo("t1");
        assertThat(f.workspace.labels().state("t0", LabelFixture.ME))
                .isEqualTo(TraceState.SUBMITTED);
    }

    @Test
    void givingUpAndBadProblemsAreRemembered() {
        f.addTraces(3);
        f.start();
        f.model.giveUp("too long");
        f.model.badProblem("");
        f.saved();
        assertThat(f.workspace.labels().state("t0", LabelFixture.ME)).isEqualTo(TraceState.GAVE_UP);
        assertThat(f.workspace.labels().state("t1", LabelFixture.ME))
                .isEqualTo(TraceState.BAD_PROBLEM);
        assertThat(f.openId()).isEqualTo("t2");
    }

    @Test
    void theLastTraceSaysThatTheQueueIsDone() {
        f.addTraces(1);
        f.start();
        f.model.giveUp("");
        f.saved();
        assertThat(f.model.hint().get()).isEqualTo(Hint.QUEUE_DONE);
        assertThat(f.model.queue().open().get()).isZero();
    }

    @Test
    void whatIsTypedWhileATraceLoadsBelongsToThatTrace() {
        f.addTraces(2);
        Deque<Runnable> held = new ArrayDeque<>();
        f.start(held::addLast);
        while (f.model.session().current().get() < 0) {
            held.removeFirst().run();
            f.ui.drain();
        }
        held.clear(); // what would have been read ahead
        f.model.giveUp("");
        f.model.actions().verdict(Verdict.CORRECT);
        f.model.actions().verdict(Verdict.WRONG);
        assertThat(f.openId()).isEqualTo("t0");
        while (!held.isEmpty()) {
            held.removeFirst().run();
            f.ui.drain();
        }
        f.saved();
        assertThat(f.openId()).isEqualTo("t1");
        assertThat(f.stored("t0")).isEmpty();
        assertThat(f.stored("t1")).isEqualTo(Map.of(0, Verdict.CORRECT, 1, Verdict.WRONG));
    }

    @Test
    void verifiersSuggestAndNeverLabel() {
        f.addTraces(1);
        f.start();
        assertThat(f.model.session().rows().get(1).facts().checks())
                .singleElement()
                .satisfies(s -> assertThat(s.reward()).isEqualTo(1));
        assertThat(f.model.session().rows().get(2).facts().checks())
                .singleElement()
                .satisfies(s -> assertThat(s.reward()).isZero());
        assertThat(f.workspace.suggestions().of("t0")).hasSize(2);
        assertThat(f.workspace.labels().of("t0")).isEmpty();
        assertThat(f.shown()).containsOnlyNulls();
    }

    @Test
    void ratingsKindsSparksAndCommentsAreOneLabel() {
        f.addTraces(1);
        f.publishRubric();
        f.start();
        assertThat(f.model.rubric().version().get().key()).isEqualTo("sums@1");
        assertThat(f.model.session().rows().get(3).facts().stage())
                .hasValueSatisfying(s -> assertThat(s.id()).isEqualTo("answer"));
        f.model.actions().rate("clear", 1);
        f.model.actions().toggleErrorKind("logic");
        f.model.actions().toggleSpark();
        f.model.actions().toggleUnsure();
        f.model.actions().comment("t0", 0, "Nice.");
        f.model.actions().comment("t0", 0, "Nice.");
        f.saved();
        assertThat(f.model.undoDepth().get()).isEqualTo(5);
        StepLabel label = f.workspace.labels().of("t0", LabelFixture.ME).get(0);
        assertThat(label.verdict()).isNull();
        assertThat(label.ratings()).containsExactly(new Rating("clear", 1));
        assertThat(label.errorKinds()).containsExactly("logic");
        assertThat(label.spark()).isTrue();
        assertThat(label.unsure()).isTrue();
        assertThat(label.comment()).isEqualTo("Nice.");
        assertThat(label.rubricVersion()).isEqualTo("sums@1");
        f.model.actions().rate("clear", 1);
        f.saved();
        assertThat(f.workspace.labels().of("t0", LabelFixture.ME).get(0).ratings()).isEmpty();
    }

    @Test
    void takingTheVerdictAwayLeavesNothing() {
        f.addTraces(1);
        f.start();
        f.model.actions().verdict(Verdict.WRONG);
        f.model.moveTo(0);
        f.model.actions().clearVerdict();
        f.saved();
        assertThat(f.stored("t0")).isEmpty();
        f.model.undo();
        f.saved();
        assertThat(f.stored("t0")).isEqualTo(Map.of(0, Verdict.WRONG));
    }

    @Test
    void anotherAnnotatorsLabelsAreNotShown() {
        f.addTraces(1);
        f.workspace
                .labels()
                .put(
                        StepLabel.verdict(
                                "t0",
                                0,
                                Verdict.WRONG,
                                "ben",
                                java.time.Instant.EPOCH,
                                LabelSource.HUMAN))
                .join();
        f.start();
        assertThat(f.shown()).containsOnlyNulls();
    }
}
