package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;

/** The real window, driven by keys alone. */
class LabelWindowTest {
    @TempDir Path folder;
    private TestWindow window;
    private LabelProbe probe;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace w = Workspace.create(file)) {
            w.traces()
                    .add(
                            List.of(
                                    new LabelledTrace(LabelFixture.trace(0), List.of()),
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
    void tracesAreLabelledByKeysAlone() {
        window.keys(KeyCode.DIGIT3);
        window.until("step 2 is current", () -> probe.step() == 1);
        window.keys(KeyCode.J);
        window.keys(KeyCode.E);
        saved(2);
        assertThat(stored("t0"))
                .isEqualTo(Map.of(0, Verdict.CORRECT, 1, Verdict.CORRECT, 2, Verdict.WRONG));
        window.keys(KeyCode.ENTER);
        window.until("the next trace is open", () -> "t1".equals(probe.traceId()));
        for (int i = 0; i < 4; i++) {
            window.keys(KeyCode.DIGIT3);
        }
        window.keys(KeyCode.ENTER);
        saved(8);
        assertThat(stored("t1").values()).hasSize(4).containsOnly(Verdict.CORRECT);
        assertThat(state("t0")).isEqualTo(TraceState.SUBMITTED);
        assertThat(state("t1")).isEqualTo(TraceState.SUBMITTED);
        assertThat(text("label-saved")).startsWith("● saved ");
        assertThat(text("label-undo")).isEqualTo("undo 8");

        window.keys(KeyCode.CONTROL, KeyCode.Z);
        saved(7);
        assertThat(state("t1")).isEqualTo(TraceState.OPEN);
        window.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        saved(8);
        assertThat(state("t1")).isEqualTo(TraceState.SUBMITTED);
    }

    @Test
    void theRubricIsRatedInTheDrawerByKeys() {
        assertThat(window.fx(() -> window.node("label-rubric").isVisible())).isFalse();
        window.keys(KeyCode.RIGHT);
        window.until("the drawer is open", () -> window.node("label-rubric").isVisible());
        window.keys(KeyCode.D);
        saved(1);
        assertThat(label("t0").ratings())
                .singleElement()
                .satisfies(r -> assertThat(r.value()).isEqualTo(1));
        window.keys(KeyCode.S);
        saved(2);
        assertThat(label("t0").errorKinds()).containsExactly("logic");
        assertThat(label("t0").spark()).isFalse();
        window.keys(KeyCode.LEFT);
        window.keys(KeyCode.S);
        saved(3);
        assertThat(label("t0").spark()).isTrue();
    }

    @Test
    void aCommentIsTypedAndVerdictKeysDoNotFireInIt() {
        window.keys(KeyCode.C);
        window.until("the comment has the focus", () -> window.node("label-comment").isFocused());
        window.keys(KeyCode.DIGIT3);
        window.keys(KeyCode.E);
        window.keys(KeyCode.ENTER);
        saved(1);
        assertThat(label("t0").comment()).isEqualTo("3e");
        assertThat(label("t0").verdict()).isNull();
        window.keys(KeyCode.DIGIT2);
        saved(2);
        assertThat(label("t0").verdict()).isEqualTo(Verdict.NEUTRAL);
    }

    @Test
    void givingUpAsksForAReason() {
        window.keys(KeyCode.G);
        window.until(
                "the question has the focus",
                () ->
                        window.node("label-reason") != null
                                && window.node("label-reason").isFocused());
        window.keys(KeyCode.B);
        window.keys(KeyCode.ENTER);
        saved(1);
        assertThat(state("t0")).isEqualTo(TraceState.GAVE_UP);
        window.until("the next trace is open", () -> "t1".equals(probe.traceId()));
    }

    @Test
    void screenReadersHearTheStepAndItsVerdict() {
        Node card = window.fx(() -> window.node("step-0"));
        assertThat(card.getAccessibleText()).contains("Step 1 of 4", "no verdict");
        window.keys(KeyCode.DIGIT1);
        saved(1);
        assertThat(card.getAccessibleText()).contains("Verdict: wrong");
        window.until("the next step has the focus", () -> window.node("step-1").isFocused());
    }

    @Test
    void afterAChangeOfNameLabelsAreTheNewPersons() {
        window.keys(KeyCode.DIGIT1);
        saved(1);
        window.show("settings");
        window.fx(
                () -> {
                    ((TextField) window.node("annotator")).setText("ben");
                    return null;
                });
        window.show("label");
        window.until(
                "ben's own labels are shown",
                () -> "t0".equals(probe.traceId()) && probe.step() == 0 && probe.undoDepth() == 0);
        window.keys(KeyCode.DIGIT3);
        saved(1);
        assertThat(window.shell().workspace().labels().of("t0", "ben"))
                .singleElement()
                .satisfies(l -> assertThat(l.verdict()).isEqualTo(Verdict.CORRECT));
        assertThat(stored("t0")).isEqualTo(Map.of(0, Verdict.WRONG));
    }

    @Test
    void whatIsChosenHasASignAsWellAsAColour() {
        window.keys(KeyCode.RIGHT);
        window.keys(KeyCode.D);
        window.keys(KeyCode.S);
        saved(2);
        assertThat(chosen(".rating")).singleElement().asString().startsWith("✓ d ");
        ToggleButton kind =
                window.fx(
                        () ->
                                (ToggleButton)
                                        window.node("label-rubric").lookupAll(".chip").stream()
                                                .filter(n -> ((ToggleButton) n).isSelected())
                                                .findFirst()
                                                .orElseThrow());
        assertThat(window.fx(() -> kind.getGraphic().isVisible())).isTrue();
    }

    private List<String> chosen(String style) {
        return window.fx(
                () ->
                        window.node("label-rubric").lookupAll(style).stream()
                                .map(ToggleButton.class::cast)
                                .filter(ToggleButton::isSelected)
                                .map(ToggleButton::getText)
                                .toList());
    }

    @Test
    void aSaveLeavesTheRubricAsItIs() {
        window.keys(KeyCode.RIGHT);
        window.keys(KeyCode.LEFT);
        window.keys(KeyCode.S);
        Node card = window.fx(() -> window.node("criterion-clear"));
        saved(1);
        assertThat(window.fx(() -> window.node("criterion-clear"))).isSameAs(card);
    }

    @Test
    void aChangeOfTheStepDoesNotInterruptACommentThatIsTyped() {
        window.keys(KeyCode.C);
        window.until("the comment has the focus", () -> window.node("label-comment").isFocused());
        window.keys(KeyCode.H);
        window.keys(KeyCode.I);
        window.fx(
                () -> {
                    ((LabelScreen) window.shell().current()).model().actions().toggleSpark();
                    return null;
                });
        saved(1); // the mark alone
        assertThat(window.fx(() -> window.node("label-comment").isFocused())).isTrue();
        window.keys(KeyCode.ENTER);
        saved(2);
        assertThat(label("t0").comment()).isEqualTo("hi");
        assertThat(label("t0").spark()).isTrue();
    }

    @Test
    void onlyTheCurrentStepHasKeys() {
        assertThat(window.fx(() -> window.node("step-0").lookupAll(".step-key").size()))
                .isEqualTo(7);
        assertThat(window.fx(() -> window.node("step-1").lookupAll(".step-key").size())).isZero();
        window.keys(KeyCode.J);
        window.until(
                "the next step shows them",
                () -> window.node("step-1").lookupAll(".step-key").size() == 7);
    }

    @Test
    void spaceScrollsWithinALongStep() {
        window.fx(
                () -> {
                    window.size(1280, 400);
                    return null;
                });
        ScrollPane scroll = (ScrollPane) window.fx(() -> window.node("label-scroll"));
        window.until(
                "there is something to scroll",
                () ->
                        scroll.getContent().getLayoutBounds().getHeight()
                                > scroll.getViewportBounds().getHeight() + 40);
        window.fx(
                () -> {
                    scroll.setVvalue(0);
                    return null;
                });
        window.keys(KeyCode.SPACE);
        window.until("it scrolled down", () -> scroll.getVvalue() > 0);
        assertThat(probe.step()).isZero();
        window.keys(KeyCode.SHIFT, KeyCode.SPACE);
        window.until("it scrolled up", () -> scroll.getVvalue() == 0);
    }

    private void saved(int undoDepth) {
        window.until(
                "all is on disk, " + undoDepth + " deep",
                () -> probe.pending() == 0 && probe.undoDepth() == undoDepth);
    }

    private String text(String id) {
        return window.fx(() -> ((Label) window.node(id)).getText());
    }

    private StepLabel label(String trace) {
        return window.shell().workspace().labels().of(trace, "ana").get(0);
    }

    private TraceState state(String trace) {
        return window.shell().workspace().labels().state(trace, "ana");
    }

    private Map<Integer, Verdict> stored(String trace) {
        Map<Integer, Verdict> verdicts = new TreeMap<>();
        window.shell()
                .workspace()
                .labels()
                .of(trace, "ana")
                .forEach(l -> verdicts.put(l.step(), l.verdict()));
        return verdicts;
    }
}
