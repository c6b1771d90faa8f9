package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.label.Verdict.CORRECT;
import static org.stepwright.label.Verdict.WRONG;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Preference;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Labels, repeats, decisions, preferences and new cuts of one trace, side by side. */
class PassesTest {
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir Path dir;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(dir.resolve("w"));
        workspace.traces().add(List.of(Samples.unlabelled("a", "0"), Samples.unlabelled("b", "0")));
    }

    @AfterEach
    void wholeAtTheEnd() {
        assertThat(workspace.check().problems()).isEmpty();
        workspace.close();
    }

    private static StepLabel label(String trace, int step, Verdict verdict, LabelSource source) {
        return StepLabel.verdict(trace, step, verdict, "anna", AT, source);
    }

    @Test
    void aDecisionOverwritesNobodysLabel() {
        workspace.labels().put(label("a", 0, WRONG, LabelSource.HUMAN)).join();
        workspace.labels().put(label("a", 0, CORRECT, LabelSource.ADJUDICATED)).join();
        workspace.labels().put(label("a", 0, WRONG, LabelSource.REPEAT)).join();

        assertThat(workspace.labels().of("a", "anna"))
                .containsExactly(label("a", 0, WRONG, LabelSource.HUMAN));
        assertThat(workspace.labels().of("a"))
                .extracting(StepLabel::source)
                .containsExactlyInAnyOrder(LabelSource.HUMAN, LabelSource.ADJUDICATED);
        assertThat(workspace.labels().repeats("a")).hasSize(1);
        assertThat(workspace.labels().all("a")).hasSize(3);

        workspace.labels().undo("anna").join();
        workspace.labels().undo("anna").join();

        assertThat(workspace.labels().all("a"))
                .containsExactly(label("a", 0, WRONG, LabelSource.HUMAN));
    }

    @Test
    void eachPassHasAStateOfItsOwn() {
        workspace
                .labels()
                .finish("a", "anna", LabelPass.DECISION, TraceState.SUBMITTED, "", Act.NONE)
                .join();

        assertThat(workspace.labels().state("a", "anna")).isEqualTo(TraceState.OPEN);
        assertThat(workspace.labels().state("a", "anna", LabelPass.DECISION))
                .isEqualTo(TraceState.SUBMITTED);
        assertThat(workspace.traces().count(TraceFilter.parse("state:submitted"), "anna")).isZero();
    }

    @Test
    void correctionsAreKept() {
        StepLabel plain = label("a", 0, WRONG, LabelSource.HUMAN);
        StepLabel corrected =
                new StepLabel(
                        "a",
                        0,
                        0,
                        WRONG,
                        List.of(),
                        List.of(),
                        false,
                        false,
                        "",
                        "anna",
                        AT,
                        "",
                        LabelSource.HUMAN,
                        "2 + 2 = 4");
        workspace.labels().put(plain).join();
        workspace.labels().put(corrected).join();
        assertThat(workspace.labels().of("a", "anna")).containsExactly(corrected);

        workspace.labels().undo("anna").join();

        assertThat(workspace.labels().of("a", "anna")).containsExactly(plain);
    }

    @Test
    void aPreferenceIsOnePerPairAndCanBeUndone() {
        Preference first = Preference.of("b", "a", Preference.Choice.FIRST, "clear", "anna", AT);
        workspace.labels().prefer(first, Act.NONE).join();
        assertThat(workspace.labels().preferences("b"))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.first()).isEqualTo("a");
                            assertThat(p.choice()).isEqualTo(Preference.Choice.SECOND);
                            assertThat(p.reason()).isEqualTo("clear");
                        });

        workspace
                .labels()
                .prefer(Preference.of("a", "b", Preference.Choice.TIE, "", "anna", AT), Act.NONE)
                .join();
        assertThat(workspace.labels().preferences())
                .extracting(Preference::choice)
                .containsExactly(Preference.Choice.TIE);
        workspace.labels().clearPreference("a", "b", "anna", Act.NONE).join();
        assertThat(workspace.labels().preferences()).isEmpty();

        workspace.labels().undo("anna").join();
        workspace.labels().undo("anna").join();
        assertThat(workspace.labels().preferences())
                .extracting(Preference::choice)
                .containsExactly(Preference.Choice.SECOND);
        workspace.labels().undo("anna").join();
        assertThat(workspace.labels().preferences()).isEmpty();
    }

    @Test
    void aNewCutReplacesTheTraceUntilItIsUndone() {
        workspace.labels().put(label("a", 0, WRONG, LabelSource.HUMAN)).join();
        workspace.labels().finish("a", "bert", TraceState.SUBMITTED, "").join();
        Trace old = workspace.traces().find("a").orElseThrow();
        List<Step> steps = new ArrayList<>(old.steps());
        steps.add(0, Step.of("first part"));
        Trace cut = new Trace("a~1", old.problem(), steps, Outcome.UNKNOWN, null, Map.of());
        List<StepLabel> followed = List.of(label("a~1", 1, WRONG, LabelSource.HUMAN));

        workspace.labels().revise("a", cut, followed, "anna", Act.NONE).join();

        assertThat(ids()).containsExactly("b", "a~1");
        assertThat(workspace.labels().newest("a")).isEqualTo("a~1");
        assertThat(workspace.labels().of("a~1")).containsExactlyElementsOf(followed);
        assertThat(workspace.labels().state("a~1", "bert")).isEqualTo(TraceState.SUBMITTED);
        assertThatThrownBy(
                        () ->
                                workspace
                                        .labels()
                                        .revise("a", cut, followed, "anna", Act.NONE)
                                        .join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("cut anew");

        Optional<Undone> undone = workspace.labels().undo("anna").join();
        assertThat(undone.orElseThrow().traceId()).isEqualTo("a");
        assertThat(ids()).containsExactly("a", "b");
        assertThat(workspace.labels().of("a~1")).isEmpty();
        assertThat(workspace.labels().of("a"))
                .containsExactly(label("a", 0, WRONG, LabelSource.HUMAN));

        assertThat(workspace.labels().redo("anna").join().orElseThrow().traceId()).isEqualTo("a~1");
        assertThat(ids()).containsExactly("b", "a~1");
        assertThat(workspace.labels().of("a~1")).containsExactlyElementsOf(followed);
    }

    @Test
    void aCutThatOthersHaveLabelledSinceStays() {
        workspace.labels().put(label("a", 0, WRONG, LabelSource.HUMAN)).join();
        Trace old = workspace.traces().find("a").orElseThrow();
        List<Step> steps = new ArrayList<>(old.steps());
        steps.add(0, Step.of("first part"));
        Trace cut = new Trace("a~1", old.problem(), steps, Outcome.UNKNOWN, null, Map.of());
        List<StepLabel> followed = List.of(label("a~1", 1, WRONG, LabelSource.HUMAN));
        workspace.labels().revise("a", cut, followed, "anna", Act.NONE).join();
        StepLabel theirs = StepLabel.verdict("a~1", 0, CORRECT, "bert", AT, LabelSource.HUMAN);
        workspace.labels().put(theirs).join();

        Undone undone = workspace.labels().undo("anna").join().orElseThrow();

        assertThat(undone.kept()).isTrue();
        assertThat(undone.traceId()).isEqualTo("a~1");
        assertThat(ids()).containsExactly("b", "a~1");
        assertThat(workspace.labels().of("a~1")).contains(theirs).containsAll(followed);
        // What was done before can still be taken back, and done again.
        assertThat(workspace.labels().undoDepth("anna")).isEqualTo(1);
        assertThat(workspace.labels().redo("anna").join().orElseThrow().kept()).isFalse();
        assertThat(ids()).containsExactly("b", "a~1");
        workspace.labels().undo("bert").join();
        workspace.labels().undo("anna").join();
        assertThat(ids()).containsExactly("b", "a~1");
    }

    @Test
    void aCutIsNotMadeAgainOverWhatOthersSaidOfTheOldSteps() {
        Trace old = workspace.traces().find("a").orElseThrow();
        List<Step> steps = new ArrayList<>(old.steps());
        steps.add(0, Step.of("first part"));
        Trace cut = new Trace("a~1", old.problem(), steps, Outcome.UNKNOWN, null, Map.of());
        workspace.labels().revise("a", cut, List.of(), "anna", Act.NONE).join();
        workspace.labels().undo("anna").join();
        workspace
                .labels()
                .put(StepLabel.verdict("a", 0, CORRECT, "bert", AT, LabelSource.HUMAN))
                .join();

        assertThat(workspace.labels().redo("anna").join().orElseThrow().kept()).isTrue();

        assertThat(ids()).containsExactly("a", "b");
        assertThat(workspace.labels().of("a")).hasSize(1);
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        workspace.traces().forEach(TraceFilter.ALL, t -> ids.add(t.trace().id()));
        assertThat(workspace.traces().count(TraceFilter.ALL, "anna")).isEqualTo(ids.size());
        return ids;
    }

    @Test
    void theHistoryKnowsTheSession() {
        LabelSession session =
                new LabelSession(
                        "s1",
                        "anna",
                        LabelMode.SPARKS_FIRST,
                        QueueOrder.RANDOM,
                        List.of("verifier"),
                        AT,
                        null);
        workspace.sessions().begin(session).join();
        workspace
                .labels()
                .put(
                        label("a", 0, WRONG, LabelSource.HUMAN),
                        new Act("s1", 1200, "verifier:arithmetic"))
                .join();
        workspace.sessions().end("s1", AT.plusSeconds(60)).join();
        workspace.labels().undo("anna").join();

        assertThat(workspace.sessions().all())
                .singleElement()
                .satisfies(s -> assertThat(s.endedAt()).isEqualTo(AT.plusSeconds(60)));
        List<LabelMoment> moments = new ArrayList<>();
        workspace.history().moments(moments::add);
        assertThat(moments).hasSize(2);
        assertThat(moments.get(0).mode()).isEqualTo(LabelMode.SPARKS_FIRST);
        assertThat(moments.get(0).millis()).isEqualTo(1200);
        assertThat(moments.get(0).accepted()).isEqualTo("verifier:arithmetic");
        assertThat(moments.get(1).undo()).isTrue();
        assertThat(moments.get(1).at()).isAfter(moments.get(0).at());
        List<LabelMoment> nobody = new ArrayList<>();
        workspace.history().moments("bert", Instant.EPOCH, nobody::add);
        assertThat(nobody).isEmpty();
    }

    @Test
    void repeatsAreInNoExport() {
        workspace.labels().put(label("a", 0, WRONG, LabelSource.REPEAT)).join();
        List<LabelledTrace> seen = new ArrayList<>();
        workspace.traces().forEach(TraceFilter.ALL, seen::add);
        assertThat(seen).allMatch(t -> t.labels().isEmpty());
    }
}
