package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.GoldUse;
import org.stepwright.storage.LabelSession;
import org.stepwright.storage.ProjectSettings;
import org.stepwright.storage.Ranked;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.TraceSummary;
import org.stepwright.work.Progress;

/** Sittings, suggestions, orders, views and known traces, without a view. */
class WorkPlanTest {
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

    private List<LabelMoment> moments() {
        List<LabelMoment> moments = new ArrayList<>();
        f.workspace.history().moments(moments::add);
        return moments;
    }

    private void project(ProjectSettings settings) {
        f.workspace.project().save(settings);
    }

    private void says(String annotator, String trace, LabelSource source, Verdict... verdicts) {
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            labels.add(StepLabel.verdict(trace, i, verdicts[i], annotator, Instant.now(), source));
        }
        f.workspace.labels().putAll(labels).join();
    }

    private void label(Verdict... verdicts) {
        for (Verdict verdict : verdicts) {
            f.model.actions().verdict(verdict);
        }
        f.model.submit();
        f.saved();
    }

    private static Verdict[] all(Verdict verdict) {
        return new Verdict[] {verdict, verdict, verdict, verdict};
    }

    // --- sittings

    @Test
    void whatIsDoneNamesItsSittingAndHowLongItTook() {
        long[] now = {0};
        f.nanos = () -> now[0];
        f.addTraces(1);
        f.start();
        assertThat(f.workspace.sessions().all()).as("nothing is done yet").isEmpty();
        now[0] += 1_500_000_000L;
        f.model.actions().verdict(Verdict.CORRECT);
        now[0] += 250_000_000L;
        f.model.actions().verdict(Verdict.WRONG);
        f.model.chooseMode(LabelMode.FIRST_ERROR);
        f.model.actions().toggleUnsure();
        f.saved();
        f.model.leave();
        f.ui.until(() -> f.workspace.sessions().all().stream().allMatch(s -> s.endedAt() != null));
        List<LabelSession> sittings = f.workspace.sessions().all();
        assertThat(sittings)
                .extracting(LabelSession::mode)
                .containsExactly(LabelMode.FREE, LabelMode.FIRST_ERROR);
        assertThat(sittings.get(0).order()).isEqualTo(QueueOrder.IMPORTED);
        assertThat(sittings.get(0).shown()).containsExactly("verifier");
        assertThat(moments()).extracting(LabelMoment::millis).startsWith(1500L, 250L);
        assertThat(moments())
                .extracting(LabelMoment::mode)
                .containsExactly(LabelMode.FREE, LabelMode.FREE, LabelMode.FIRST_ERROR);
    }

    // --- suggestions

    private void score(String trace, int firstError, double... rewards) {
        List<Double> steps = new ArrayList<>();
        for (double reward : rewards) {
            steps.add(reward);
        }
        f.workspace
                .scores()
                .save(
                        "run",
                        new TraceScore(
                                trace, steps, 0.82, Aggregation.MIN, firstError, "frozen", ""),
                        Instant.now());
    }

    @Test
    void aSuggestionBecomesALabelByTheKeyOnly() {
        f.addTraces(2);
        f.start();
        f.model.chooseMode(LabelMode.SUGGESTIONS);
        f.model.actions().accept();
        assertThat(f.model.hint().get()).isEqualTo(Hint.NO_SUGGESTION);
        assertThat(f.shown()).containsOnlyNulls();
        f.model.moveTo(2);
        assertThat(f.model.session().rows().get(2).suggestion()).isPresent();
        f.model.actions().accept();
        f.model.moveTo(1);
        f.model.actions().verdict(Verdict.WRONG); // overrules what holds
        f.saved();
        assertThat(f.shown()).containsExactly(null, Verdict.WRONG, Verdict.WRONG, null);
        assertThat(moments())
                .extracting(LabelMoment::accepted)
                .containsExactly("verifier:arithmetic", "");
    }

    @Test
    void scoresAreHiddenUntilTheTraceIsSubmitted() {
        f.addTraces(2);
        score("t0", 2, 0.9, 0.8, 0.2, 0.9);
        f.start();
        f.model.chooseMode(LabelMode.SUGGESTIONS);
        assertThat(f.model.session().rows())
                .allSatisfy(r -> assertThat(r.facts().scores()).isEmpty());
        assertThat(f.model.said().scores()).isEmpty();
        assertThat(f.model.session().hidesScores().get()).isTrue();
        f.model.actions().accept();
        assertThat(f.model.hint().get()).isEqualTo(Hint.NO_SUGGESTION);
        label(all(Verdict.CORRECT));
        f.model.open("t0");
        f.ui.until(() -> f.openId().equals("t0"));
        f.ui.drain();
        assertThat(f.model.session().rows())
                .allSatisfy(r -> assertThat(r.facts().scores()).hasSize(1));
        assertThat(f.model.said().scores()).singleElement();
        assertThat(f.model.session().hidesScores().get()).isFalse();
    }

    @Test
    void aProjectMayShowScoresFromTheStart() {
        f.addTraces(1);
        score("t0", 2, 0.9, 0.8, 0.2, 0.9);
        project(ProjectSettings.DEFAULTS.withShownSources(Set.of("model")));
        f.start();
        f.model.chooseMode(LabelMode.SUGGESTIONS);
        assertThat(f.model.session().rows())
                .as("verifiers are not among what is shown")
                .allSatisfy(r -> assertThat(r.facts().checks()).isEmpty());
        f.model.actions().accept();
        f.model.actions().accept();
        f.model.actions().accept();
        f.model.actions().accept();
        f.saved();
        assertThat(f.shown())
                .as("what comes after its first error a model does not judge")
                .containsExactly(Verdict.CORRECT, Verdict.CORRECT, Verdict.WRONG, null);
        assertThat(f.model.hint().get()).isEqualTo(Hint.NO_SUGGESTION);
        assertThat(f.workspace.sessions().all().get(0).shown()).containsExactly("model");
    }

    // --- order

    private OrderInUse order() {
        return f.model.plan().order();
    }

    private void ranks(String... ids) {
        f.ranker =
                (order, progress) ->
                        f.workspace
                                .ranks()
                                .replace(
                                        order,
                                        "frozen",
                                        java.util.Arrays.stream(ids)
                                                .map(id -> new Ranked(id, false))
                                                .toList(),
                                        Progress.NONE);
    }

    @Test
    void aNewOrderIsMadeWhenItIsChosenAndNothingJumps() {
        f.addTraces(4);
        f.start();
        ranks("t3", "t1", "t0", "t2");
        order().choose(QueueOrder.UNCERTAIN);
        f.ui.until(() -> order().ranking().get() != null);
        f.ui.drain();
        assertThat(order().ranking().get().basis()).isEqualTo("frozen");
        assertThat(f.openId()).as("the present trace stays").isEqualTo("t0");
        f.model.giveUp("");
        f.saved();
        f.ui.until(() -> !f.openId().equals("t0"));
        assertThat(f.openId()).isEqualTo("t3");
        ranks("t2", "t3", "t1", "t0");
        List<TraceSummary> before = List.copyOf(f.model.queue().items());
        order().rankAgain();
        f.ui.until(() -> order().running().get() == null);
        f.ui.drain();
        assertThat(f.openId()).isEqualTo("t3");
        assertThat(f.model.queue().items())
                .as("the list in sight stays, too")
                .extracting(TraceSummary::id)
                .containsExactlyElementsOf(before.stream().map(TraceSummary::id).toList());
        f.model.giveUp("");
        f.saved();
        f.ui.until(() -> !f.openId().equals("t3"));
        assertThat(f.openId()).isEqualTo("t2");
    }

    @Test
    void theOrderIsRememberedAndAFailureIsTold() {
        f.addTraces(2);
        f.start();
        f.ranker =
                (order, progress) -> {
                    throw new org.stepwright.work.WorkFailed("There are no scores yet.");
                };
        order().choose(QueueOrder.LEARNING);
        f.ui.until(() -> !order().trouble().get().isEmpty());
        assertThat(order().trouble().get()).isEqualTo("There are no scores yet.");
        assertThat(f.openId()).isEqualTo("t0");
        f.restart();
        assertThat(order().order().get()).isEqualTo(QueueOrder.LEARNING);
    }

    // --- views and overlap

    @Test
    void aViewKeepsFilterAndOrder() {
        f.addTraces(5);
        ranks("t1", "t0");
        f.start();
        order().choose(QueueOrder.RANDOM);
        f.ui.until(() -> order().ranking().get() != null);
        f.model.queue().text().set("id:t3");
        f.model.plan().views().save("threes");
        f.ui.until(() -> !f.model.plan().views().views().isEmpty());
        order().choose(QueueOrder.IMPORTED);
        f.model.queue().text().set("");
        f.model.queue().show().set(QueueShow.ALL);
        f.model.plan().views().choose(f.model.plan().views().views().get(0));
        f.ui.until(() -> f.model.queue().items().size() == 1);
        assertThat(f.model.queue().items()).extracting(TraceSummary::id).containsExactly("t3");
        assertThat(f.model.queue().show().get()).isEqualTo(QueueShow.OPEN);
        assertThat(order().order().get()).isEqualTo(QueueOrder.RANDOM);
        f.model.plan().views().delete("threes");
        f.ui.until(() -> f.model.plan().views().views().isEmpty());
        f.model.plan().views().save(" ");
        f.ui.until(() -> !f.model.plan().views().trouble().get().isEmpty());
    }

    @Test
    void aTraceThatEnoughOthersFinishedIsNotServed() {
        f.addTraces(3);
        says("ben", "t1", LabelSource.HUMAN, all(Verdict.CORRECT));
        f.workspace.labels().finish("t1", "ben", TraceState.SUBMITTED, "").join();
        f.start();
        assertThat(f.openId()).isEqualTo("t0");
        f.model.queue().show().set(QueueShow.ALL);
        f.model.filter();
        f.ui.drain();
        label(all(Verdict.CORRECT));
        f.ui.until(() -> !f.openId().equals("t0"));
        assertThat(f.openId()).isEqualTo("t2");
    }

    // --- known traces

    @Test
    void aKnownTraceComesAmongTheOthersAndIsToldOfAfterwards() {
        f.addTraces(6);
        says(
                "key",
                "t4",
                LabelSource.ADJUDICATED,
                Verdict.CORRECT,
                Verdict.WRONG,
                Verdict.WRONG,
                Verdict.WRONG);
        f.workspace.gold().add(List.of("t4"), GoldUse.GOLD, "key");
        project(ProjectSettings.DEFAULTS.withGoldShare(0.5));
        f.start();
        assertThat(f.openId()).isEqualTo("t0");
        label(all(Verdict.CORRECT));
        f.ui.until(() -> f.openId().equals("t4"));
        assertThat(f.model.after().feedback().get()).isNull();
        label(Verdict.CORRECT, Verdict.CORRECT, Verdict.WRONG);
        f.ui.until(f.model.after()::telling);
        Feedback told = f.model.after().feedback().get();
        assertThat(told.mine()).startsWith(Verdict.CORRECT, Verdict.CORRECT, Verdict.WRONG);
        assertThat(told.right(0)).contains(true);
        assertThat(told.right(1)).contains(false);
        assertThat(told.totals()).isEqualTo(new Feedback.Totals(1, 0, 3, 2));
        long depth = f.model.undoDepth().get();
        f.model.actions().verdict(Verdict.NEUTRAL);
        f.saved();
        assertThat(f.model.undoDepth().get()).as("nothing is labelled meanwhile").isEqualTo(depth);
        f.model.submit();
        f.ui.until(() -> !f.openId().equals("t4"));
        assertThat(f.openId()).as("the queue goes on where it was").isEqualTo("t1");
        assertThat(f.model.after().telling()).isFalse();
    }

    @Test
    void aNewAnnotatorIsScreenedFirstAndHearsTheResultAtTheEnd() {
        f.addTraces(5);
        for (String id : List.of("t3", "t4")) {
            says("key", id, LabelSource.ADJUDICATED, all(Verdict.CORRECT));
        }
        f.workspace.gold().add(List.of("t3", "t4"), GoldUse.SCREENING, "key");
        project(ProjectSettings.DEFAULTS.withScreening(2));
        f.start();
        String first = f.openId();
        assertThat(first).isIn("t3", "t4");
        label(all(Verdict.CORRECT));
        f.ui.until(() -> !f.openId().equals(first));
        assertThat(f.openId()).isIn("t3", "t4");
        assertThat(f.model.after().telling()).isFalse();
        label(Verdict.CORRECT, Verdict.CORRECT, Verdict.CORRECT, Verdict.WRONG);
        f.ui.until(f.model.after()::telling);
        assertThat(f.model.after().feedback().get().screening()).isTrue();
        assertThat(f.model.after().feedback().get().totals())
                .isEqualTo(new Feedback.Totals(2, 1, 8, 7));
        f.model.submit();
        f.ui.until(() -> f.openId().equals("t0"));
    }

    @Test
    void aRepeatShowsNothingOfTheFirstTimeAndLeavesItAlone() {
        f.addTraces(3);
        f.start();
        label(all(Verdict.WRONG));
        f.ui.until(() -> f.openId().equals("t1"));
        project(ProjectSettings.DEFAULTS.withRepeatShare(0.5).withRepeatAfterDays(0));
        f.model.load();
        f.ui.drain();
        f.model.giveUp("");
        f.saved();
        f.ui.until(() -> !f.openId().equals("t1"));
        assertThat(f.openId()).isEqualTo("t0");
        assertThat(f.shown()).containsOnlyNulls();
        assertThat(f.model.session().state().get()).isEqualTo(TraceState.OPEN);
        label(all(Verdict.CORRECT));
        f.ui.until(() -> f.openId().equals("t2"));
        assertThat(f.stored("t0").values()).containsOnly(Verdict.WRONG);
        assertThat(f.workspace.labels().of("t0", LabelFixture.ME, LabelPass.REPEAT))
                .extracting(StepLabel::verdict)
                .containsOnly(Verdict.CORRECT);
        f.model.undo();
        f.saved();
        f.ui.until(() -> f.openId().equals("t0"));
        f.ui.drain();
        assertThat(f.shown())
                .as("undo comes back to the repeat, not to the first labels")
                .containsOnly(Verdict.CORRECT);
        assertThat(f.model.session().sheet().pass()).isEqualTo(LabelPass.REPEAT);
    }
}
