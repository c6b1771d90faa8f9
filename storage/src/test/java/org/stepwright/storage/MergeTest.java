package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.label.Verdict.CORRECT;
import static org.stepwright.label.Verdict.NEUTRAL;
import static org.stepwright.label.Verdict.WRONG;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.Preference;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.rubric.Rubric;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.MergeConflict.Kind;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;

/** Two machines: ours and the other, which began as a copy of it. */
class MergeTest {
    @TempDir Path dir;
    private Workspace ours;
    private Workspace other;

    @BeforeEach
    void twoMachines() {
        ours = Workspace.create(dir.resolve("ours"));
        ours.traces()
                .add(
                        List.of(
                                Samples.unlabelled("a", "0", "1", "2"),
                                Samples.unlabelled("b", "0", "1")));
        ours.backup(dir.resolve("other"));
        other = Workspace.open(dir.resolve("other"));
    }

    @AfterEach
    void wholeAtTheEnd() {
        assertThat(ours.check().problems()).isEmpty();
        ours.close();
        other.close();
    }

    private MergeReport merge() {
        return ours.merge(other.file(), Progress.NONE);
    }

    private static void put(Workspace workspace, StepLabel label) {
        workspace.labels().put(label).join();
    }

    private static Rubric rubric(String title) {
        return new Rubric("r", title, "", List.of(), List.of(), Aggregation.MIN, List.of("slip"));
    }

    @Test
    void newTracesComeWithTheirStepsAndAreFound() {
        ours.traces().add(List.of(Samples.unlabelled("mine", "x")));
        other.traces()
                .add(
                        List.of(
                                new org.stepwright.label.LabelledTrace(
                                        Samples.rich("rich"), List.of())));
        put(other, Samples.richLabel("rich", 1, 2, "bert"));

        MergeReport report = merge();

        assertThat(report.tracesAdded()).isEqualTo(1);
        assertThat(report.stepsAdded()).isEqualTo(3);
        assertThat(report.labelsChanged()).isEqualTo(1);
        assertThat(ours.traces().find("rich")).isEqualTo(other.traces().find("rich"));
        assertThat(ours.labels().all("rich")).isEqualTo(other.labels().all("rich"));
        assertThat(ours.traces().count(TraceFilter.parse("text:refund"), "")).isEqualTo(1);
    }

    @Test
    void theLaterOfTwoLabelsHoldsAndTheOtherStaysInTheHistory() {
        put(other, Samples.label("a", 0, WRONG, "anna"));
        put(ours, Samples.label("a", 0, CORRECT, "anna"));
        put(other, Samples.label("a", 1, WRONG, "anna"));
        ours.labels().finish("a", "anna", TraceState.GAVE_UP, "").join();
        other.labels().finish("a", "anna", TraceState.SUBMITTED, "").join();

        MergeReport report = merge();

        assertThat(report.conflicts())
                .containsExactly(
                        new MergeConflict(Kind.STATE, "a", -1, 0, "anna", "submitted", "gave up"),
                        new MergeConflict(Kind.LABEL, "a", 0, 0, "anna", "correct", "wrong"));
        assertThat(report.conflictsInAll()).isEqualTo(2);
        assertThat(report.labelsChanged()).isEqualTo(1);
        assertThat(ours.labels().of("a"))
                .extracting(StepLabel::verdict)
                .containsExactly(CORRECT, WRONG);
        assertThat(ours.labels().state("a", "anna")).isEqualTo(TraceState.SUBMITTED);
        long[] wrongs = {0};
        ours.history().moments(m -> wrongs[0] += m.verdict() == WRONG ? 1 : 0);
        assertThat(wrongs[0]).isEqualTo(2);
    }

    @Test
    void theSameLabelOnBothMachinesIsNoConflict() {
        put(other, Samples.label("a", 0, WRONG, "anna"));
        put(ours, Samples.label("a", 0, WRONG, "anna"));
        put(other, Samples.label("a", 1, WRONG, "bert"));

        assertThat(merge().conflicts()).isEmpty();
    }

    @Test
    void aChangeOfWhatTheOtherKnewIsNoConflict() {
        put(ours, Samples.label("a", 0, WRONG, "anna"));
        other.merge(ours.file(), Progress.NONE);
        put(other, Samples.label("a", 0, CORRECT, "anna"));

        assertThat(merge().conflicts()).isEmpty();
        assertThat(ours.labels().of("a")).extracting(StepLabel::verdict).containsExactly(CORRECT);
    }

    @Test
    void whatIsDoneAfterAMergeCountsAsLaterThanAFastClock() throws Exception {
        put(other, Samples.label("a", 0, WRONG, "anna"));
        String far = Stamps.write(Instant.now().plusSeconds(86_400));
        forge("UPDATE label_batch SET written_at = '" + far + "' WHERE action = 'DO'");
        merge();

        put(ours, Samples.label("a", 0, CORRECT, "anna"));
        other.merge(ours.file(), Progress.NONE);

        assertThat(other.labels().of("a")).extracting(StepLabel::verdict).containsExactly(CORRECT);
    }

    @Test
    void preferencesFindTheirTracesUnderOtherNumbers() {
        ours.traces().add(List.of(Samples.unlabelled("pad", "x")));
        other.traces().add(List.of(Samples.unlabelled("y", "x"), Samples.unlabelled("z", "x")));
        Preference preference =
                Preference.of("z", "y", Preference.Choice.FIRST, "short", "bert", Samples.AT);
        other.labels().prefer(preference, Act.NONE).join();

        MergeReport report = merge();

        assertThat(report.preferences()).isEqualTo(1);
        assertThat(ours.labels().preferences())
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.first()).isEqualTo("y");
                            assertThat(p.second()).isEqualTo("z");
                            assertThat(p.choice()).isEqualTo(Preference.Choice.SECOND);
                        });
    }

    @Test
    void anIdWithAnotherTraceIsLeftOutWithItsLabelsAndListed() {
        ours.traces().add(List.of(Samples.unlabelled("same", "here")));
        other.traces().add(List.of(Samples.unlabelled("same", "there")));
        put(other, Samples.label("same", 0, WRONG, "bert"));
        put(other, Samples.label("b", 0, WRONG, "bert"));

        MergeReport report = merge();

        assertThat(report.tracesAdded()).isZero();
        assertThat(report.conflicts())
                .singleElement()
                .satisfies(
                        c -> {
                            assertThat(c.kind()).isEqualTo(Kind.TRACE);
                            assertThat(c.traceId()).isEqualTo("same");
                            assertThat(c.setAside()).contains("1 label");
                        });
        assertThat(ours.labels().of("same")).isEmpty();
        assertThat(ours.labels().of("b")).hasSize(1);
    }

    @Test
    void rubricVersionsComeAndDraftsOnlyWhereThereIsNone() {
        other.rubrics().saveDraft(rubric("One"));
        other.rubrics().publish("r", "first");
        assertThat(merge().rubricVersionsAdded()).isEqualTo(1);
        assertThat(ours.rubrics().versions("r")).isEqualTo(other.rubrics().versions("r"));
        assertThat(ours.rubrics().draft("r")).contains(rubric("One"));

        ours.rubrics().saveDraft(rubric("Mine"));
        other.rubrics().saveDraft(rubric("Theirs"));
        other.rubrics().publish("r", "second");
        assertThat(merge().rubricVersionsAdded()).isEqualTo(1);
        assertThat(ours.rubrics().draft("r")).contains(rubric("Mine"));
    }

    @Test
    void oneVersionWithTwoMeaningsRefusesTheMerge() {
        for (Workspace workspace : List.of(ours, other)) {
            workspace.rubrics().saveDraft(rubric(workspace == ours ? "Mine" : "Theirs"));
            workspace.rubrics().publish("r", "");
        }
        put(other, Samples.label("a", 0, WRONG, "bert"));
        List<String> before = MergeView.everything(ours);

        assertThatThrownBy(this::merge)
                .hasMessageContaining("r@1")
                .hasMessageContaining("nothing was merged");
        assertThat(MergeView.everything(ours)).isEqualTo(before);
    }

    @Test
    void everythingElseComesAndOursStays() throws Exception {
        LabelSession session =
                new LabelSession(
                        "s1",
                        "bert",
                        LabelMode.FREE,
                        QueueOrder.RANDOM,
                        List.of(),
                        Samples.AT,
                        Samples.AT.plusSeconds(1));
        other.sessions().begin(session).join();
        for (Workspace workspace : List.of(ours, other)) {
            String who = workspace == ours ? "verifier" : "model";
            workspace
                    .suggestions()
                    .replace(
                            "a",
                            "both",
                            List.of(new Suggestion("a", 0, "both", 0.5, who, Samples.AT)));
        }
        Suggestion theirs = new Suggestion("b", 1, "theirs", 0.5, "2+2=5", Samples.AT);
        other.suggestions().replace("b", "theirs", List.of(theirs));
        TraceScore score =
                new TraceScore("a", List.of(0.5, 1.0), 0.5, Aggregation.MIN, -1, "m", "");
        other.scores().save("run", score, Samples.AT);
        Run run =
                new Run(
                        "run",
                        Run.Kind.EVAL,
                        "n",
                        Samples.AT,
                        null,
                        Run.Status.FAILED,
                        "",
                        "",
                        "",
                        "",
                        "");
        other.runs().save(run);
        WorkspaceTest.sqlite(
                other.file(),
                "INSERT INTO remark VALUES ('u1', 2, -1, 'bert', 'why?', '2026-01-01T00:00:00Z')");
        WorkspaceTest.sqlite(
                other.file(),
                "INSERT INTO gold VALUES (2, 'GOLD', 'bert', '2026-01-01T00:00:00Z')");
        for (Workspace workspace : List.of(ours, other)) {
            WorkspaceTest.sqlite(
                    workspace.file(),
                    "INSERT INTO saved_view VALUES ('v', '"
                            + workspace.file().getFileName()
                            + "', 'RANDOM'), ('"
                            + workspace.file().getFileName()
                            + "', '', 'IMPORTED')");
            WorkspaceTest.sqlite(
                    workspace.file(),
                    "INSERT INTO project_setting VALUES ('overlap', '"
                            + workspace.file().getFileName()
                            + "')");
        }

        MergeReport report = merge();

        assertThat(report.remarks()).isEqualTo(1);
        assertThat(report.gold()).isEqualTo(1);
        assertThat(ours.sessions().all()).containsExactly(session);
        assertThat(ours.suggestions().of("b")).containsExactly(theirs);
        assertThat(ours.suggestions().of("a"))
                .extracting(Suggestion::message)
                .containsExactly("verifier");
        assertThat(ours.scores().of("run")).containsExactly(score);
        assertThat(ours.runs().find("run")).contains(run);
        assertThat(MergeView.lines(ours, "SELECT name || filter FROM saved_view"))
                .containsExactly("other", "ours", "vours");
        assertThat(MergeView.lines(ours, "SELECT value FROM project_setting"))
                .containsExactly("ours");
        assertThat(MergeView.lines(ours, "SELECT text FROM remark")).containsExactly("why?");
        MergeReport again = merge();
        assertThat(again.remarks() + again.gold()).isZero();
    }

    private static Trace cut(String id, String... steps) {
        return new Trace(
                id,
                "How much is a?",
                Stream.of(steps).map(Step::of).toList(),
                Outcome.UNKNOWN,
                null,
                Map.of());
    }

    @Test
    void labelsOnATraceThatTheOtherCutAnewAreListed() {
        put(other, Samples.label("a", 0, WRONG, "anna"));
        other.labels()
                .revise(
                        "a",
                        cut("a~1", "0 1", "2"),
                        List.of(Samples.label("a~1", 0, WRONG, "anna")),
                        "anna",
                        Act.NONE)
                .join();
        put(ours, Samples.label("a", 2, WRONG, "bert"));

        MergeReport report = merge();
        MergeReport back = other.merge(ours.file(), Progress.NONE);

        MergeConflict hidden = new MergeConflict(Kind.HIDDEN, "a", -1, 0, "bert", "a~1", "1 label");
        assertThat(report.conflicts()).containsExactly(hidden);
        assertThat(back.conflicts()).containsExactly(hidden);
        assertThat(ours.traces().labelled("a~1").orElseThrow().labels()).hasSize(1);
        assertThat(ours.labels().of("a", "bert")).as("kept with the old steps").hasSize(1);
        assertThat(ours.labels().newest("a")).isEqualTo("a~1");
        other.labels().undo("anna").join();
        assertThat(other.labels().newest("a")).isEqualTo("a");
        assertThat(other.labels().of("a")).hasSize(2);
        ours.merge(other.file(), Progress.NONE);
        assertThat(MergeView.everything(ours)).isEqualTo(MergeView.everything(other));
    }

    @Test
    void ofTwoCutsTheLaterHolds() {
        other.labels().revise("a", cut("a~1", "0 1", "2"), List.of(), "bert", Act.NONE).join();
        ours.labels().revise("a", cut("a~2", "0", "1 2"), List.of(), "anna", Act.NONE).join();

        assertThat(merge().conflicts())
                .containsExactly(new MergeConflict(Kind.CUT, "a", -1, 0, "", "a~2", "a~1"));
        other.merge(ours.file(), Progress.NONE);
        assertThat(other.labels().newest("a")).isEqualTo("a~2");
        assertThat(MergeView.everything(ours)).isEqualTo(MergeView.everything(other));
    }

    @Test
    void repeatsAndDecisionsHaveKeysOfTheirOwn() {
        other.labels()
                .finish("a", "anna", LabelPass.DECISION, TraceState.SUBMITTED, "", Act.NONE)
                .join();
        put(ours, Samples.label("a", 0, NEUTRAL, "anna"));
        for (LabelSource source : List.of(LabelSource.ADJUDICATED, LabelSource.REPEAT)) {
            put(other, StepLabel.verdict("a", 0, WRONG, "anna", Samples.AT, source));
        }

        assertThat(merge().conflicts()).isEmpty();
        assertThat(ours.labels().all("a")).hasSize(3);
        assertThat(ours.labels().state("a", "anna", LabelPass.DECISION))
                .isEqualTo(TraceState.SUBMITTED);
        assertThat(ours.labels().state("a", "anna")).isEqualTo(TraceState.OPEN);
    }

    @Test
    void labelsGivenDuringAMergeAreSavedAfterIt() {
        put(other, Samples.label("b", 0, WRONG, "bert"));
        CompletableFuture<?>[] during = new CompletableFuture<?>[1];
        Progress typing =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        if (during[0] == null && message.contains("holds now")) {
                            during[0] = ours.labels().put(Samples.label("a", 0, WRONG, "anna"));
                        }
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                };

        ours.merge(other.file(), typing);
        during[0].join();

        assertThat(ours.labels().of("a")).hasSize(1);
        assertThat(ours.labels().of("b")).hasSize(1);
    }

    @Test
    void stoppedAtAnyTimeItChangesNothingAndCanBeDoneAgain() {
        put(other, Samples.label("b", 0, WRONG, "bert"));
        other.traces().add(List.of(Samples.unlabelled("new", "x")));
        List<String> before = MergeView.everything(ours);
        int reports = stopAfter(Integer.MAX_VALUE, dir.resolve("other"), copyOfOurs());
        assertThat(reports).isGreaterThan(3);
        for (int i = 0; i < reports; i++) {
            int stop = i;
            assertThatThrownBy(() -> stopAfter(stop, other.file(), ours))
                    .isInstanceOf(Cancelled.class);
            assertThat(MergeView.everything(ours)).isEqualTo(before);
        }
        put(ours, Samples.label("a", 0, WRONG, "anna"));
        assertThat(merge().tracesAdded()).isEqualTo(1);
    }

    private Workspace copyOfOurs() {
        ours.backup(dir.resolve("copy"));
        return Workspace.open(dir.resolve("copy"));
    }

    /** Merges, stops after that many reports; gives back how many there were. */
    private static int stopAfter(int most, Path from, Workspace into) {
        int[] reports = {0};
        into.merge(
                from,
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        reports[0]++;
                    }

                    @Override
                    public boolean isCancelled() {
                        return reports[0] > most;
                    }
                });
        return reports[0];
    }

    /** Changes the other file behind its back, also what never changes. */
    private void forge(String sql) throws Exception {
        WorkspaceTest.sqlite(other.file(), "DROP TRIGGER IF EXISTS label_batch_never_changes");
        WorkspaceTest.sqlite(other.file(), "DROP TRIGGER IF EXISTS label_event_never_changes");
        WorkspaceTest.sqlite(other.file(), sql);
    }
}
