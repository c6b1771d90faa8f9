package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** What each mode asks for and where it leads, without a view. */
class LabelModesTest {
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

    static Trace branched() {
        return new Trace(
                "b",
                "What is 2 * 3 + 1?",
                List.of(
                        step("2 * 3 = 6.", "2 + 3 = 5.", "3 * 3 = 9."),
                        step("6 + 1 = 7."),
                        step("So it is 7.", "So it is 8.")),
                Outcome.UNKNOWN,
                null,
                Map.of());
    }

    private static Step step(String text, String... alternatives) {
        return new Step(text, StepKind.TEXT, "", List.of(alternatives));
    }

    private Spot spot() {
        return f.model.session().cursor().spot();
    }

    private TraceState state(String id) {
        return f.workspace.labels().state(id, LabelFixture.ME);
    }

    // --- up to the first error

    @Test
    void aWrongStepEndsTheTrace() {
        f.addTraces(2);
        f.start();
        f.model.chooseMode(LabelMode.FIRST_ERROR);
        f.model.actions().verdict(Verdict.CORRECT);
        f.model.actions().verdict(Verdict.WRONG);
        assertThat(spot()).isEqualTo(Spot.of(1));
        assertThat(f.model.hint().get()).isEqualTo(Hint.COMPLETE);
        f.model.move(1);
        assertThat(spot()).as("nothing is beyond the first error").isEqualTo(Spot.of(1));
        f.model.submit();
        f.saved();
        assertThat(f.stored("t0")).isEqualTo(Map.of(0, Verdict.CORRECT, 1, Verdict.WRONG));
        assertThat(state("t0")).isEqualTo(TraceState.SUBMITTED);
        assertThat(f.openId()).isEqualTo("t1");
    }

    @Test
    void noStepIsLeftOutBeforeTheFirstError() {
        f.addTraces(2);
        f.start();
        f.model.chooseMode(LabelMode.FIRST_ERROR);
        f.model.moveTo(3);
        assertThat(spot()).isEqualTo(Spot.of(0));
        f.model.session().stand(Spot.of(2)); // as a search hit does
        f.model.actions().verdict(Verdict.CORRECT);
        assertThat(f.model.hint().get()).isEqualTo(Hint.IN_ORDER);
        assertThat(spot()).isEqualTo(Spot.of(0));
        f.model.submit();
        f.model.submit();
        f.saved();
        assertThat(state("t0")).isEqualTo(TraceState.OPEN);
        assertThat(f.stored("t0")).isEmpty();
    }

    @Test
    void aCompleteTraceGoesByItselfWhereThatIsSet() {
        f.addTraces(3);
        f.start();
        f.model.chooseMode(LabelMode.FIRST_ERROR);
        f.model.mode().submits(true);
        f.model.actions().verdict(Verdict.WRONG);
        f.saved();
        assertThat(f.openId()).isEqualTo("t1");
        for (int i = 0; i < 4; i++) {
            f.model.actions().verdict(Verdict.CORRECT);
        }
        f.saved();
        assertThat(f.openId()).isEqualTo("t2");
        assertThat(state("t1")).isEqualTo(TraceState.SUBMITTED);
    }

    // --- alternatives

    @Test
    void alternativesAreRatedInTurn() {
        f.workspace.traces().add(List.of(new LabelledTrace(branched(), List.of())));
        f.start();
        f.model.chooseMode(LabelMode.ALTERNATIVES);
        f.model.actions().verdict(Verdict.CORRECT);
        assertThat(spot()).isEqualTo(new Spot(0, 1));
        f.model.actions().verdict(Verdict.WRONG);
        assertThat(spot()).isEqualTo(new Spot(0, 2));
        f.model.actions().verdict(Verdict.NEUTRAL);
        assertThat(spot()).isEqualTo(Spot.of(1));
        f.model.move(-1);
        assertThat(spot()).isEqualTo(new Spot(0, 2));
        f.model.submit();
        assertThat(f.model.hint().get()).isEqualTo(Hint.INCOMPLETE);
        assertThat(spot()).isEqualTo(Spot.of(1));
        f.saved();
        assertThat(f.workspace.labels().of("b", LabelFixture.ME))
                .extracting(StepLabel::step, StepLabel::candidate, StepLabel::verdict)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(0, 0, Verdict.CORRECT),
                        org.assertj.core.groups.Tuple.tuple(0, 1, Verdict.WRONG),
                        org.assertj.core.groups.Tuple.tuple(0, 2, Verdict.NEUTRAL));
        assertThat(f.model.session().rows().get(0).alternatives())
                .extracting(AlternativeRow::verdict)
                .containsExactly(Verdict.WRONG, Verdict.NEUTRAL);
        f.model.undo();
        f.saved();
        assertThat(f.model.session().rows().get(0).alternatives().get(1).verdict()).isNull();
    }

    // --- sparks first

    @Test
    void sparksComeFirstAndStay() {
        f.addTraces(2);
        f.start();
        f.model.chooseMode(LabelMode.SPARKS_FIRST);
        assertThat(f.model.session().part().get()).isEqualTo(1);
        f.model.move(1);
        f.model.actions().toggleSpark();
        assertThat(spot()).isEqualTo(Spot.of(2));
        f.model.actions().verdict(Verdict.WRONG);
        assertThat(f.model.hint().get()).isEqualTo(Hint.SPARKS_ONLY);
        f.model.actions().firstError();
        f.model.submit();
        assertThat(f.model.session().part().get()).isEqualTo(2);
        assertThat(spot()).isEqualTo(Spot.of(0));
        f.saved();
        assertThat(f.stored("t0")).containsOnlyKeys(1).containsValue(null);
        for (int i = 0; i < 4; i++) {
            f.model.actions().verdict(Verdict.CORRECT);
        }
        f.model.submit();
        f.saved();
        assertThat(f.stored("t0").values()).containsOnly(Verdict.CORRECT).hasSize(4);
        assertThat(f.workspace.labels().of("t0", LabelFixture.ME))
                .filteredOn(StepLabel::spark)
                .extracting(StepLabel::step)
                .containsExactly(1);
        assertThat(f.openId()).isEqualTo("t1");
        assertThat(f.model.session().part().get()).isEqualTo(1);
    }

    // --- the mode itself

    @Test
    void theModeIsRememberedAndAnotherOneKeepsTheTrace() {
        f.addTraces(2);
        f.start();
        assertThat(f.model.mode().mode().get()).isEqualTo(LabelMode.FREE);
        f.model.actions().verdict(Verdict.CORRECT);
        f.model.chooseMode(LabelMode.FIRST_ERROR);
        assertThat(f.openId()).isEqualTo("t0");
        assertThat(f.shown()).containsExactly(Verdict.CORRECT, null, null, null);
        f.restart();
        assertThat(f.model.mode().mode().get()).isEqualTo(LabelMode.FIRST_ERROR);
    }
}
