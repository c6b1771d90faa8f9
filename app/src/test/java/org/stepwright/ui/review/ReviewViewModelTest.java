package org.stepwright.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;
import org.stepwright.ui.review.ReviewViewModel.Hint;

class ReviewViewModelTest {
    private static final String ME = ReviewFixture.ME;

    @TempDir Path folder;
    private ReviewFixture f;

    @BeforeEach
    void open() {
        f = new ReviewFixture(folder);
        TeamWork.add(f.workspace, 0, "ana", "ccw.", "bob", "cccc", "eva", "ccw.");
        TeamWork.add(f.workspace, 1, "ana", "cccc", "bob", "cccc");
        TeamWork.add(f.workspace, 2, "ana", "cw..", "bob", "ccnw");
        TeamWork.add(f.workspace, 3, "ana", "cw..");
    }

    @AfterEach
    void close() {
        f.close();
    }

    @Test
    void theListHoldsWherePeopleDiffer() {
        f.start();
        assertThat(f.listed()).containsExactly("t0", "t2");
        ReviewItem first = f.model.list().items().get(0);
        assertThat(first.differing()).isEqualTo(1);
        assertThat(first.firstErrors()).containsExactly(-1, 2);
        assertThat(first.people()).isEqualTo(3);
        assertThat(f.model.list().waiting().get()).isEqualTo(2);
    }

    @Test
    void whoGivesUpOrCallsTheProblemBadIsListedToo() {
        f.workspace.labels().finish("t1", "bob", TraceState.BAD_PROBLEM, "no question").join();
        f.workspace.labels().finish("t3", "eva", TraceState.GAVE_UP, "too long").join();
        f.start();
        // Where people differ comes first.
        assertThat(f.listed()).containsExactly("t0", "t2", "t3", "t1");
        assertThat(f.model.list().items().get(3).flagged()).isEqualTo(1);
        ReviewItem gaveUp = f.model.list().items().get(2);
        assertThat(gaveUp.gaveUp()).isEqualTo(1);
        assertThat(gaveUp.people()).isEqualTo(2);
    }

    @Test
    void nothingIsDecidedBeforeTheReviewerSaysSo() {
        f.start();
        assertThat(f.shown()).isEqualTo("....");
        assertThat(f.decided("t0")).isEqualTo("....");
        assertThat(f.model.opened().current().get()).isEqualTo(2); // where they differ
        f.model.decided();
        f.saved();
        assertThat(f.model.hint().get()).isEqualTo(Hint.NOTHING_DECIDED);
        assertThat(f.workspace.labels().state("t0", ME, LabelPass.DECISION))
                .isEqualTo(TraceState.OPEN);
    }

    @Test
    void aDecisionIsALabelOfTheReviewersOwnAndChangesNobodyElses() {
        f.workspace.labels().putAll(TeamWork.says(TeamWork.trace(0), ME, "nnnn")).join();
        f.start();
        f.model.takeAgreed();
        f.model.verdict(Verdict.WRONG);
        f.model.decided();
        f.saved();
        List<StepLabel> decisions = f.workspace.labels().of("t0", ME, LabelPass.DECISION);
        assertThat(decisions).extracting(StepLabel::source).containsOnly(LabelSource.ADJUDICATED);
        assertThat(f.own("t0", ME)).isEqualTo("nnnn");
        assertThat(f.own("t0", "ana")).isEqualTo("ccw.");
        assertThat(f.own("t0", "bob")).isEqualTo("cccc");
        assertThat(f.own("t0", "eva")).isEqualTo("ccw.");
    }

    @Test
    void agreedStepsAreTakenTheRestIsDecidedAndTheNextTraceOpens() {
        f.start();
        f.model.takeAgreed();
        assertThat(f.shown()).isEqualTo("cc..");
        assertThat(f.model.opened().current().get()).isEqualTo(2);
        f.model.verdict(Verdict.WRONG);
        f.model.decided();
        f.saved();
        f.until(() -> f.model.opened().id().equals("t2"));
        assertThat(f.decided("t0")).isEqualTo("ccw.");
        assertThat(f.workspace.labels().state("t0", ME, LabelPass.DECISION))
                .isEqualTo(TraceState.SUBMITTED);
        assertThat(f.workspace.labels().state("t0", ME)).isEqualTo(TraceState.OPEN);
        assertThat(f.model.list().waiting().get()).isEqualTo(1);
        f.model.list().show().set(ReviewListViewModel.Show.DECIDED);
        f.model.list().filter();
        assertThat(f.listed()).containsExactly("t0");
    }

    @Test
    void oneStepOnWhichOnlyOnePersonSaidSomethingIsNotAgreed() {
        f.start();
        f.model.open("t2");
        f.drain();
        f.model.takeAgreed();
        assertThat(f.shown()).isEqualTo("c...");
        f.model.takeAgreed();
        assertThat(f.model.hint().get()).isEqualTo(Hint.NONE_AGREED);
    }

    @Test
    void aWholeAnswerIsTakenAsOneStepOfUndo() {
        f.start();
        int ana = column("ana");
        int bob = column("bob");
        f.model.take(bob);
        assertThat(f.shown()).isEqualTo("cccc");
        f.model.take(ana);
        f.saved();
        assertThat(f.decided("t0")).isEqualTo("ccw.");
        f.model.undo();
        f.saved();
        assertThat(f.shown()).isEqualTo("cccc");
        assertThat(f.decided("t0")).isEqualTo("cccc");
        f.model.undo();
        f.saved();
        assertThat(f.shown()).isEqualTo("....");
        f.model.undo();
        f.saved();
        assertThat(f.model.hint().get()).isEqualTo(Hint.NOTHING_TO_UNDO);
        f.model.redo();
        f.saved();
        assertThat(f.decided("t0")).isEqualTo("cccc");
        f.model.take(7);
        assertThat(f.model.hint().get()).isEqualTo(Hint.NO_COLUMN);
    }

    private int column(String name) {
        for (int i = 0; i < f.model.opened().columns().size(); i++) {
            if (f.model.opened().columns().get(i).voice().name().equals(name)) {
                return i;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void aFirstErrorMakesOpenStepsBeforeItCorrectAndLeavesLaterOnesAlone() {
        f.start();
        f.model.opened().moveTo(1);
        f.model.verdict(Verdict.NEUTRAL);
        f.model.opened().moveTo(2);
        f.model.firstError();
        f.saved();
        assertThat(f.decided("t0")).isEqualTo("cnw.");
    }

    @Test
    void aStepBeforeTheFirstErrorThatIsLeftOpenIsToldOnce() {
        f.start();
        f.model.opened().moveTo(2);
        f.model.verdict(Verdict.WRONG);
        f.model.decided();
        assertThat(f.model.hint().get()).isEqualTo(Hint.INCOMPLETE);
        assertThat(f.model.opened().current().get()).isZero();
        f.model.decided();
        f.saved();
        assertThat(f.workspace.labels().state("t0", ME, LabelPass.DECISION))
                .isEqualTo(TraceState.SUBMITTED);
    }

    @Test
    void aDecisionIsTakenAwayAndComesBack() {
        f.start();
        f.model.verdict(Verdict.WRONG);
        f.model.comment(2, "7, not 8");
        f.model.opened().moveTo(2);
        f.model.clear();
        f.saved();
        assertThat(f.decided("t0")).isEqualTo("....");
        f.model.undo();
        f.saved();
        assertThat(f.decided("t0")).isEqualTo("..w.");
        assertThat(f.model.opened().rows().get(2).decision().comment()).isEqualTo("7, not 8");
    }

    @Test
    void aBadProblemIsADecision() {
        f.start();
        f.model.badProblem();
        f.saved();
        assertThat(f.workspace.labels().state("t0", ME, LabelPass.DECISION))
                .isEqualTo(TraceState.BAD_PROBLEM);
        f.model.undo();
        f.saved();
        f.until(() -> f.model.opened().id().equals("t0"));
        assertThat(f.model.opened().state().get()).isEqualTo(TraceState.OPEN);
        assertThat(f.model.list().waiting().get()).isEqualTo(2);
    }

    @Test
    void undoOfALabelOfOnesOwnSaysSo() {
        f.workspace.labels().putAll(TeamWork.says(TeamWork.trace(0), ME, "n...")).join();
        f.start();
        f.model.undo();
        f.saved();
        assertThat(f.model.hint().get()).isEqualTo(Hint.NO_DECISION);
    }

    @Test
    void namesAreHiddenUntilTheyAreAskedFor() {
        f.start();
        assertThat(f.model.namesShown().get()).isFalse();
        TreeSet<String> called = new TreeSet<>();
        for (String name : List.of("ana", "bob", "eva")) {
            called.add(f.model.called(name));
        }
        assertThat(called).containsExactly("A", "B", "C");
        f.model.toggleNames();
        assertThat(f.model.called("ana")).isEqualTo("ana");
        f.model.toggleNames();
        assertThat(f.model.called("ana")).isNotEqualTo("ana");
    }

    @Test
    void aLetterDoesNotGiveAPersonAwayOverTraces() {
        TreeSet<String> letters = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            ReviewTrace trace =
                    new ReviewTrace(
                            TeamWork.trace(i),
                            List.of(
                                    Voice.of("ana", 4, List.of(), TraceState.OPEN),
                                    Voice.of("bob", 4, List.of(), TraceState.OPEN)),
                            List.of());
            assertThat(Column.of(trace, true)).isEqualTo(Column.of(trace, true));
            Column.of(trace, true).stream()
                    .filter(c -> c.voice().name().equals("ana"))
                    .forEach(c -> letters.add(c.letter()));
            assertThat(Column.of(trace, false).get(0).voice().name()).isEqualTo("ana");
        }
        assertThat(letters).containsExactly("A", "B");
    }

    @Test
    void aDecisionCountsFirstForTraining() {
        f.start();
        f.model.take(column("bob"));
        f.model.decided();
        f.saved();
        StepTargets targets = StepTargets.of(f.workspace.traces().labelled("t0").orElseThrow());
        assertThat(targets.verdicts()).containsOnly(Verdict.CORRECT);
    }
}
