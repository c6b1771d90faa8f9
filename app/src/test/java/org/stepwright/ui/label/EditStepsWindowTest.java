package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.ui.TestWindow;
import org.testfx.util.WaitForAsyncUtils;

/** Steps are cut anew, rewritten, tagged and given up in the real window, by keys alone. */
class EditStepsWindowTest {
    @TempDir Path folder;
    private TestWindow window;
    private LabelProbe probe;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        Trace trace =
                Trace.of(
                        "t0",
                        "How many?",
                        List.of("Two by three is 6. And one is 8.", "So there are 8.", "Done."));
        try (Workspace w = Workspace.create(file)) {
            w.traces()
                    .add(
                            List.of(
                                    new LabelledTrace(trace, List.of()),
                                    new LabelledTrace(LabelFixture.trace(1), List.of())));
            w.rubrics().saveDraft(LabelFixture.rubric());
            w.rubrics().publish("sums", "first");
        }
        window = TestWindow.open(folder, file, "light", 1280, 800);
        window.show("label");
        probe = new LabelProbe(window.fx(() -> window.shell().current()));
        window.until("a trace is open", () -> "t0".equals(probe.traceId()) && probe.step() == 0);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aStepIsSplitLabelledAndPutTogetherAgain() {
        window.keys(KeyCode.DIGIT1);
        saved(1);
        window.keys(KeyCode.UP);
        window.keys(KeyCode.X);
        focused("edit-steps");
        assertThat(counts()).isEqualTo("3 steps, as before");
        window.keys(KeyCode.ENTER);
        assertThat(counts()).startsWith("3 steps before, 4 now");
        window.keys(KeyCode.ENTER);
        window.until("the trace has new steps", () -> probe.traceId().startsWith("t0~"));
        saved(2);
        String cut = window.fx(probe::traceId);
        assertThat(window.fx(() -> probe.step())).isZero();
        assertThat(stepText("step-1")).isEqualTo("And one is 8.");
        assertThat(labels(cut)).extracting(StepLabel::verdict).containsExactly(null, Verdict.WRONG);

        window.keys(KeyCode.DIGIT3);
        saved(3);
        assertThat(labels(cut))
                .extracting(StepLabel::verdict)
                .containsExactly(Verdict.CORRECT, Verdict.WRONG);
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        saved(2);
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("the old steps are back", () -> "t0".equals(probe.traceId()));
        saved(1);
        assertThat(labels("t0")).extracting(StepLabel::verdict).containsExactly(Verdict.WRONG);
        assertThat(stepText("step-1")).isEqualTo("So there are 8.");
    }

    @Test
    void aStepIsMergedWithTheNextByOneKey() {
        window.keys(KeyCode.DOWN);
        window.keys(KeyCode.M);
        window.until("the trace has new steps", () -> probe.traceId().startsWith("t0~"));
        saved(1);
        assertThat(window.fx(() -> probe.step())).isEqualTo(1);
        assertThat(stepText("step-1")).contains("So there are 8.", "Done.");
        window.keys(KeyCode.M);
        window.until("it is said", () -> said().contains("last step"));
    }

    @Test
    void escapeLeavesTheStepsAsTheyAre() {
        window.keys(KeyCode.X);
        focused("edit-steps");
        window.keys(KeyCode.ENTER);
        window.keys(KeyCode.ESCAPE);
        window.until("the form is gone", () -> window.node("edit-steps") == null);
        window.keys(KeyCode.DIGIT3);
        saved(1);
        assertThat(probe.traceId()).isEqualTo("t0");
        assertThat(labels("t0")).hasSize(1);
    }

    @Test
    void aWrongStepIsRewritten() {
        window.keys(KeyCode.DIGIT1);
        saved(1);
        window.keys(KeyCode.UP);
        window.keys(KeyCode.W);
        focused("rewrite-text");
        window.fx(
                () -> {
                    ((TextArea) window.node("rewrite-text")).setText("Two by three is 6.");
                    return null;
                });
        window.keys(KeyCode.ESCAPE);
        window.until("the form is gone", () -> window.node("rewrite-text") == null);
        window.keys(KeyCode.W);
        focused("rewrite-text");
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        saved(2);
        assertThat(labels("t0"))
                .singleElement()
                .satisfies(l -> assertThat(l.correction()).isEqualTo("Two by three is 6."))
                .satisfies(l -> assertThat(l.verdict()).isEqualTo(Verdict.WRONG));
        assertThat(instead()).isEqualTo("Two by three is 6.");
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        saved(1);
        window.until("it is no longer shown", () -> !insteadNode().isVisible());
    }

    @Test
    void kindsOfErrorAreChosenByKeysAndTyped() {
        window.keys(KeyCode.T);
        focused("kinds-list");
        window.keys(KeyCode.DIGIT2);
        window.keys(KeyCode.SLASH);
        focused("kinds-own");
        window.keys(KeyCode.S);
        window.keys(KeyCode.U);
        window.keys(KeyCode.M);
        window.keys(KeyCode.ENTER);
        focused("kinds-list");
        window.keys(KeyCode.ENTER);
        saved(2);
        assertThat(labels("t0").get(0).errorKinds()).containsExactly("logic", "sum");
        window.keys(KeyCode.DOWN);
        window.keys(KeyCode.T);
        focused("kinds-list");
        window.keys(KeyCode.DIGIT3); // one's own kind is on offer from now on
        window.keys(KeyCode.ENTER);
        saved(3);
        assertThat(labels("t0").get(1).errorKinds()).containsExactly("sum");
    }

    @Test
    void aUsualReasonIsOneDigit() {
        window.keys(KeyCode.G);
        focused("label-reason");
        window.keys(KeyCode.DIGIT2);
        saved(1);
        assertThat(state("t0")).isEqualTo(TraceState.GAVE_UP);
        window.until("the next trace is open", () -> "t1".equals(probe.traceId()));
        window.keys(KeyCode.B);
        focused("label-reason");
        window.keys(KeyCode.O);
        window.keys(KeyCode.K);
        assertThat(typed()).isEqualTo("ok");
        window.keys(KeyCode.DIGIT1); // no choice any more: somebody types
        assertThat(typed()).isEqualTo("ok1");
        window.keys(KeyCode.ENTER);
        saved(2);
        assertThat(state("t1")).isEqualTo(TraceState.BAD_PROBLEM);
        window.until(
                "it is remembered",
                () ->
                        "ok1"
                                .equals(
                                        window.app()
                                                .settings()
                                                .current()
                                                .remembered()
                                                .get("label.reasons.badProblem")));
    }

    private String typed() {
        WaitForAsyncUtils.waitForFxEvents();
        return window.fx(
                () ->
                        window.node("label-reason") instanceof TextField field
                                ? field.getText()
                                : "no field; the keyboard is at "
                                        + window.stage().getScene().getFocusOwner());
    }

    private void focused(String id) {
        window.until(
                id + " has the keyboard",
                () -> window.node(id) != null && window.node(id).isFocused());
    }

    private void saved(int undoDepth) {
        window.until(
                "all is on disk, " + undoDepth + " deep",
                () -> probe.pending() == 0 && probe.undoDepth() == undoDepth);
    }

    private String counts() {
        return window.fx(() -> ((Label) window.node("edit-steps-counts")).getText());
    }

    private String stepText(String card) {
        return window.fx(
                () -> {
                    StringBuilder all = new StringBuilder();
                    for (Node text : window.node(card).lookupAll(".step-text Text")) {
                        all.append(((Text) text).getText());
                    }
                    return all.toString();
                });
    }

    private Node insteadNode() {
        return window.node("step-0").lookup(".step-instead");
    }

    private String instead() {
        return window.fx(
                () -> {
                    StringBuilder all = new StringBuilder();
                    insteadNode()
                            .lookupAll("Text")
                            .forEach(
                                    t -> {
                                        if (!(t.getParent() instanceof Label)) {
                                            all.append(((Text) t).getText());
                                        }
                                    });
                    return all.toString();
                });
    }

    private String said() {
        StringBuilder all = new StringBuilder();
        window.stage()
                .getScene()
                .getRoot()
                .lookupAll(".banner .label")
                .forEach(n -> all.append(((Label) n).getText()));
        return all.toString();
    }

    private List<StepLabel> labels(String trace) {
        return window.shell().workspace().labels().of(trace, "ana");
    }

    private TraceState state(String trace) {
        return window.shell().workspace().labels().state(trace, "ana");
    }
}
