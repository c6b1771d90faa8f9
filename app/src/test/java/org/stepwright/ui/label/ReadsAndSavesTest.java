package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;

/** Reads and saves that end in another order than they began. */
class ReadsAndSavesTest {
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

    private StepLabel onSheet(int step) {
        return f.model.session().rows().get(step).label();
    }

    @Test
    void aLabelGivenRightAfterAnUndoStaysOnTheSheet() {
        f.addTraces(1);
        f.publishRubric();
        f.start();
        f.model.actions().verdict(Verdict.CORRECT);
        f.saved();
        f.queries = f.ui::answerLate;
        f.model.undo();
        f.model.moveTo(2);
        f.model.actions().rate("clear", 1);
        f.saved(); // the rating is on disk, but the undo's read began before
        List<Runnable> answers = f.ui.late();
        f.queries = Runnable::run;
        answers.forEach(Runnable::run);
        f.ui.drain();
        assertThat(onSheet(2).ratings()).containsExactly(new Rating("clear", 1));
        assertThat(onSheet(0)).isNull();
        f.model.moveTo(2);
        f.model.actions().toggleSpark();
        f.saved();
        assertThat(f.workspace.labels().of("t0", LabelFixture.ME))
                .singleElement()
                .satisfies(l -> assertThat(l.ratings()).hasSize(1))
                .satisfies(l -> assertThat(l.spark()).isTrue());
    }

    @Test
    void ofTwoUndosTheLaterShowsEvenIfItsAnswerComesFirst() {
        f.addTraces(1);
        f.start();
        f.model.actions().verdict(Verdict.CORRECT);
        f.model.actions().verdict(Verdict.CORRECT);
        f.saved();
        f.queries = f.ui::answerLate;
        f.model.undo();
        f.model.undo();
        f.saved();
        List<Runnable> answers = f.ui.late();
        f.queries = Runnable::run;
        assertThat(answers).hasSize(2);
        answers.get(1).run();
        answers.get(0).run();
        f.ui.drain();
        assertThat(f.shown()).containsOnlyNulls();
        assertThat(f.model.session().current().get()).isZero();
    }

    @Test
    void aTraceThatIsOpenedAgainShowsWhatIsNotSavedYet() {
        f.addTraces(3);
        f.start();
        Runnable makeRoom = f.fillDisk();
        f.model.actions().verdict(Verdict.WRONG);
        f.model.open("t1");
        f.ui.drain();
        f.model.open("t0");
        f.ui.drain();
        assertThat(f.shown()).containsExactly(Verdict.WRONG, null, null, null);
        assertThat(f.model.session().rows().get(0).pending()).isTrue();
        f.model.moveTo(0);
        f.model.actions().toggleSpark();
        makeRoom.run();
        f.model.saves().retry();
        f.saved();
        assertThat(f.stored("t0")).isEqualTo(Map.of(0, Verdict.WRONG));
        assertThat(f.model.session().rows().get(0).pending()).isFalse();
    }

    @Test
    void aSubmitThatIsNotSavedYetIsShownWhenTheTraceIsOpenedAgain() {
        f.addTraces(2);
        f.start();
        f.fillDisk();
        f.model.giveUp("");
        f.ui.drain();
        f.model.open("t0");
        f.ui.drain();
        assertThat(f.model.session().state().get()).isEqualTo(TraceState.GAVE_UP);
    }

    @Test
    void aTraceThatWasReadAheadIsReadAgainWhenItHasChangedSince() {
        f.addTraces(2);
        f.start();
        f.model.open("t1");
        f.ui.drain();
        Runnable makeRoom = f.fillDisk();
        f.model.actions().verdict(Verdict.CORRECT);
        f.queries = f.ui::answerLate;
        f.model.open("t0"); // was read ahead, so t1 is now read ahead, without its label
        makeRoom.run();
        f.model.saves().retry();
        f.saved();
        f.queries = Runnable::run;
        f.ui.late().forEach(Runnable::run);
        f.ui.drain();
        f.model.open("t1");
        f.ui.drain();
        assertThat(f.shown()).startsWith(Verdict.CORRECT);
    }

    @Test
    void aCommentGoesToTheTraceThatItWasTypedFor() {
        f.addTraces(2);
        f.start();
        f.model.open("t1");
        f.ui.drain();
        f.model.actions().comment("t0", 3, "Off by one.");
        f.ui.drain();
        f.saved();
        assertThat(f.workspace.labels().of("t1", LabelFixture.ME)).isEmpty();
        assertThat(f.workspace.labels().of("t0", LabelFixture.ME))
                .singleElement()
                .satisfies(l -> assertThat(l.comment()).isEqualTo("Off by one."))
                .satisfies(l -> assertThat(l.step()).isEqualTo(3));
    }

    @Test
    void aCommentTypedWhileATraceLoadsIsForThatTrace() {
        f.addTraces(2);
        f.start();
        Deque<Runnable> held = new ArrayDeque<>();
        f.model.session().forgetReadAhead();
        f.queries = held::add;
        f.model.giveUp("");
        f.model.actions().commentNext("Nice.");
        f.queries = Runnable::run;
        held.forEach(Runnable::run);
        f.ui.until(() -> f.openId().equals("t1"));
        f.saved();
        assertThat(f.openId()).isEqualTo("t1");
        assertThat(f.workspace.labels().of("t0", LabelFixture.ME)).isEmpty();
        assertThat(f.workspace.labels().of("t1", LabelFixture.ME))
                .singleElement()
                .satisfies(l -> assertThat(l.comment()).isEqualTo("Nice."));
    }

    @Test
    void whatWasTypedForATraceThatWasNotWaitedForGoesToNoOther() {
        f.addTraces(3);
        f.start();
        Deque<Runnable> held = new ArrayDeque<>();
        f.model.session().forgetReadAhead();
        f.queries = held::add;
        f.model.giveUp("");
        f.model.actions().verdict(Verdict.WRONG); // for t1
        f.model.open("t2");
        f.queries = Runnable::run;
        held.forEach(Runnable::run);
        f.ui.until(() -> f.openId().equals("t2"));
        f.saved();
        assertThat(f.openId()).isEqualTo("t2");
        assertThat(f.stored("t1")).isEmpty();
        assertThat(f.stored("t2")).isEmpty();
    }
}
