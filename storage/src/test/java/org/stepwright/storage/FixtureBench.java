package org.stepwright.storage;

import static org.stepwright.label.Verdict.CORRECT;
import static org.stepwright.label.Verdict.NEUTRAL;
import static org.stepwright.label.Verdict.WRONG;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Preference;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Criterion.Judged;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * Writes {@code target/workspace-vN.sqlite.gz}, a file of the schema of today with something in
 * every table. Run it just before the schema changes and keep what it writes among the test
 * resources: {@link OlderVersionsTest} then updates what this version really wrote.
 *
 * <p>{@code mvn test -pl storage -am -Pbench -Dtest=FixtureBench}
 */
@Tag("bench")
class FixtureBench {
    private static final Act ACT = new Act("s1", 1_200, "verifier:arithmetic");

    private static final Scale FIVE = new Scale(Scale.Kind.LIKERT, 1, 5, List.of());

    @TempDir Path dir;
    private Workspace workspace;

    @Test
    void write() throws Exception {
        Path file = dir.resolve("w");
        try (Workspace made = Workspace.create(file)) {
            workspace = made;
            rubrics();
            traces();
            anna();
            bert();
            machines();
            team();
            carryOver();
            SearchIndex.catchUp(made.database());
            SlicePlaces.catchUp(made.database());
        }
        Path kept =
                Path.of("target")
                        .resolve("workspace-v" + Migrations.CURRENT.latest() + ".sqlite.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(kept))) {
            Files.copy(file, out);
        }
    }

    private void rubrics() {
        publish("first", criterion("facts", Scale.ternary()), criterion("tone", FIVE));
    }

    private void publish(String note, Criterion... criteria) {
        workspace
                .rubrics()
                .saveDraft(
                        new Rubric(
                                "refunds",
                                "Refunds",
                                "",
                                List.of(),
                                List.of(criteria),
                                Aggregation.MIN,
                                List.of()));
        workspace.rubrics().publish("refunds", note);
    }

    private static Criterion criterion(String id, Scale scale) {
        return new Criterion(id, "The " + id, "", scale, 1, false, Judged.VERIFIABLE, null);
    }

    private void traces() {
        workspace
                .traces()
                .add(
                        List.of(
                                new LabelledTrace(Samples.rich("a"), List.of()),
                                Samples.labelled("b", "file", CORRECT, WRONG, null),
                                Samples.unlabelled("c", "0", "1"),
                                Samples.unlabelled("d", "0"),
                                Samples.unlabelled("e", "0 1", "2"),
                                Samples.labelled("g", "import:generic", CORRECT, CORRECT)));
    }

    private static StepLabel label(String trace, int step, Verdict verdict, String who) {
        return Samples.label(trace, step, verdict, who);
    }

    private void put(StepLabel label) {
        workspace.labels().put(label, ACT).join();
    }

    private void anna() {
        LabelStore labels = workspace.labels();
        put(rich(0, 0, "anna"));
        put(rich(1, 2, "anna"));
        put(label("a", 2, NEUTRAL, "anna"));
        labels.clear("a", 2, 0, "anna").join();
        labels.undo("anna").join();
        labels.finish("a", "anna", TraceState.SUBMITTED, "").join();
        labels.putAll(
                        List.of(
                                label("b", 0, CORRECT, "anna"),
                                label("b", 1, CORRECT, "anna"),
                                label("b", 2, WRONG, "anna")),
                        ACT)
                .join();
        labels.undo("anna").join();
        labels.redo("anna").join();
        labels.finish("b", "anna", TraceState.GAVE_UP, "no policy").join();
        labels.prefer(
                        Preference.of("c", "d", Preference.Choice.TIE, "alike", "anna", Samples.AT),
                        ACT)
                .join();
        labels.revise("e", cutOfE(), List.of(label("e~1", 0, CORRECT, "anna")), "anna", ACT).join();
    }

    private static Trace cutOfE() {
        Trace e = Samples.trace("e", "0", "1", "2");
        return new Trace("e~1", e.problem(), e.steps(), e.outcome(), e.reference(), e.metadata());
    }

    private static StepLabel rich(int step, int candidate, String who) {
        StepLabel rich = Samples.richLabel("a", step, candidate, who);
        return new StepLabel(
                rich.traceId(),
                step,
                candidate,
                WRONG,
                List.of(new Rating("facts", -1), new Rating("tone", 4)),
                rich.errorKinds(),
                true,
                true,
                rich.comment(),
                who,
                rich.at(),
                "refunds@1",
                LabelSource.HUMAN);
    }

    private void bert() {
        LabelStore labels = workspace.labels();
        put(rich(0, 0, "bert"));
        put(label("b", 1, WRONG, "bert"));
        put(StepLabel.verdict("b", 1, CORRECT, "bert", Samples.AT, LabelSource.ADJUDICATED));
        labels.finish("b", "bert", LabelPass.DECISION, TraceState.SUBMITTED, "", ACT).join();
        labels.clear("b", 1, 0, "file").join();
        put(label("c", 0, WRONG, "bert"));
        put(label("d", 0, WRONG, "bert"));
        labels.undo("bert").join();
    }

    private void machines() {
        workspace
                .suggestions()
                .replace(
                        "a",
                        "verifier:arithmetic",
                        List.of(
                                new Suggestion(
                                        "a", 0, "verifier:arithmetic", 0.25, "2+2=5", Samples.AT)));
        workspace
                .runs()
                .save(
                        new Run(
                                "r1",
                                Run.Kind.EVAL,
                                "n",
                                Samples.AT,
                                Samples.AT,
                                Run.Status.SUCCEEDED,
                                "signals",
                                "",
                                "{\"a\":1}",
                                "",
                                "m.prm"));
        workspace
                .scores()
                .save(
                        "r1",
                        new TraceScore(
                                "a",
                                List.of(0.5, 0.25, 1.0),
                                0.25,
                                Aggregation.MIN,
                                1,
                                "m",
                                "refunds@1"),
                        Samples.AT);
        workspace
                .ranks()
                .replace(
                        QueueOrder.UNCERTAIN,
                        "m",
                        List.of(new Ranked("b", false), new Ranked("a", true)),
                        Progress.NONE);
    }

    private void team() {
        workspace
                .sessions()
                .begin(
                        new LabelSession(
                                "s1",
                                "anna",
                                LabelMode.FREE,
                                QueueOrder.IMPORTED,
                                List.of("verifier"),
                                Samples.AT,
                                null))
                .join();
        workspace.sessions().end("s1", Samples.AT.plusSeconds(60)).join();
        workspace.views().save(new SavedView("mine", "state:open", QueueOrder.RANDOM));
        workspace.project().save(workspace.project().current().withOverlap(2));
        workspace.gold().add(List.of("b"), GoldUse.GOLD, "boss");
        workspace.remarks().add(new Remark("u1", "a", 0, "boss", "Look again.", Samples.AT));
    }

    private void carryOver() {
        publish(
                "second",
                criterion("facts", Scale.ternary()),
                criterion("tone", new Scale(Scale.Kind.LIKERT, 0, 10, List.of())),
                criterion("reason", FIVE));
        var versions = workspace.rubrics().versions("refunds");
        workspace
                .migrations()
                .carryOver(
                        MigrationPlan.propose(versions.get(0), versions.get(1)),
                        "boss",
                        Progress.NONE);
    }
}
