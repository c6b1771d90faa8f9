package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Preference;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.GoldUse;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.ui.TestWindow;

/** Every mode in the real window, by keys. */
class ModesWindowTest {
    @TempDir Path folder;
    private TestWindow window;
    private LabelProbe probe;

    @BeforeEach
    void open() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace w = Workspace.create(file)) {
            Trace second =
                    Trace.of("t0-b", LabelFixture.trace(0).problem(), List.of("It is eight."));
            List<LabelledTrace> rows = new ArrayList<>();
            for (Trace trace :
                    List.of(
                            LabelFixture.trace(0),
                            LabelFixture.trace(1),
                            LabelModesTest.branched(),
                            second)) {
                rows.add(new LabelledTrace(trace, List.of()));
            }
            w.traces().add(rows);
            List<StepLabel> key = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                key.add(
                        StepLabel.verdict(
                                "t1",
                                i,
                                i == 2 ? Verdict.WRONG : Verdict.CORRECT,
                                "lead",
                                Instant.EPOCH,
                                LabelSource.ADJUDICATED));
            }
            w.labels().putAll(key).join();
            w.gold().add(List.of("t1"), GoldUse.GOLD, "lead");
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

    private Workspace workspace() {
        return window.fx(() -> window.shell().workspace());
    }

    private String text(String id) {
        return window.fx(() -> ((Label) window.node(id)).getText());
    }

    private void saved() {
        window.until("all is on disk", () -> probe.pending() == 0);
    }

    private Map<String, Verdict> stored(String trace) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (StepLabel label : workspace().labels().of(trace, "ana")) {
            verdicts.put(label.step() + "/" + label.candidate(), label.verdict());
        }
        return verdicts;
    }

    /** Chooses a mode as its menu does; the menu itself is opened by keys in another test. */
    private void mode(LabelMode mode) {
        window.fx(
                () -> {
                    item("label-mode", "mode-" + mode).fire();
                    return null;
                });
    }

    private MenuItem item(String menu, String id) {
        return ((MenuButton) window.node(menu))
                .getItems().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow();
    }

    private void open(String id) {
        window.fx(
                () -> {
                    window.shell().show("label", id);
                    return null;
                });
        window.until("it is open", () -> id.equals(probe.traceId()) && probe.step() >= 0);
    }

    @Test
    void theMenusOpenByTheirKeys() {
        window.keys(KeyCode.CONTROL, KeyCode.M);
        window.until("modes", () -> ((MenuButton) window.node("label-mode")).isShowing());
        assertThat(window.fx(() -> ((RadioMenuItem) item("label-mode", "mode-FREE")).isSelected()))
                .isTrue();
        window.keys(KeyCode.ESCAPE);
        window.until("closed", () -> !((MenuButton) window.node("label-mode")).isShowing());
        window.keys(KeyCode.Q);
        window.until("orders", () -> ((MenuButton) window.node("label-order")).isShowing());
        window.keys(KeyCode.ESCAPE);
        window.until("closed", () -> !((MenuButton) window.node("label-order")).isShowing());
        window.keys(KeyCode.V);
        window.until("views", () -> ((MenuButton) window.node("label-views")).isShowing());
    }

    @Test
    void anOrderIsMadeInTheBackgroundAndTheTraceStays() {
        window.fx(
                () -> {
                    item("label-order", "order-RANDOM").fire();
                    return null;
                });
        window.until(
                "it is made",
                () -> item("label-order", "order-made").getText().startsWith("Ranked "));
        assertThat(workspace().ranks().about(QueueOrder.RANDOM))
                .hasValueSatisfying(r -> assertThat(r.traces()).isEqualTo(4));
        assertThat(window.fx(probe::traceId)).isEqualTo("t0");
        assertThat(window.fx(() -> ((MenuButton) window.node("label-order")).getText()))
                .isEqualTo("Random");
    }

    @Test
    void upToTheFirstError() {
        mode(LabelMode.FIRST_ERROR);
        window.keys(KeyCode.END);
        assertThat(window.fx(probe::step)).as("no step is left out").isZero();
        window.keys(KeyCode.DIGIT3);
        window.until("step 2", () -> probe.step() == 1);
        window.keys(KeyCode.DIGIT1);
        window.until("told", () -> text("label-hint").equals("All is there. Enter submits."));
        window.keys(KeyCode.ENTER);
        window.until("the next one", () -> !"t0".equals(probe.traceId()));
        saved();
        assertThat(stored("t0")).isEqualTo(Map.of("0/0", Verdict.CORRECT, "1/0", Verdict.WRONG));
        assertThat(workspace().labels().state("t0", "ana")).isEqualTo(TraceState.SUBMITTED);
        assertThat(text("label-mode-status")).isEqualTo("First error");
    }

    @Test
    void alternativesInTurn() {
        mode(LabelMode.ALTERNATIVES);
        open("b");
        window.until("alternatives stand there", () -> window.node("alternative-2") != null);
        window.keys(KeyCode.DIGIT3);
        window.keys(KeyCode.DIGIT1);
        window.keys(KeyCode.DIGIT2);
        window.until("the next step", () -> probe.step() == 1);
        window.keys(KeyCode.K);
        window.until("back at the last alternative", () -> probe.step() == 0);
        window.keys(KeyCode.DIGIT1);
        window.until("the next step", () -> probe.step() == 1);
        saved();
        assertThat(stored("b"))
                .isEqualTo(
                        Map.of("0/0", Verdict.CORRECT, "0/1", Verdict.WRONG, "0/2", Verdict.WRONG));
    }

    @Test
    void sparksFirst() {
        mode(LabelMode.SPARKS_FIRST);
        window.until(
                "the status says which pass",
                () -> text("label-mode-status").equals("Sparks first · pass 1 of 2"));
        window.keys(KeyCode.RIGHT);
        window.keys(KeyCode.S);
        window.until("step 3", () -> probe.step() == 2);
        window.keys(KeyCode.DIGIT1);
        window.until("told", () -> text("label-hint").startsWith("Verdicts come next"));
        window.keys(KeyCode.ENTER);
        window.until(
                "the second pass",
                () -> text("label-mode-status").equals("Sparks first · pass 2 of 2"));
        assertThat(window.fx(probe::step)).isZero();
        window.keys(KeyCode.DIGIT3);
        window.keys(KeyCode.DIGIT3);
        window.keys(KeyCode.DIGIT1);
        window.keys(KeyCode.ENTER);
        window.until("the next one", () -> !"t0".equals(probe.traceId()));
        saved();
        assertThat(workspace().labels().of("t0", "ana"))
                .filteredOn(StepLabel::spark)
                .extracting(StepLabel::step)
                .containsExactly(1);
        assertThat(stored("t0")).containsEntry("2/0", Verdict.WRONG).hasSize(3);
        assertThat(workspace().sessions().all())
                .singleElement()
                .satisfies(s -> assertThat(s.mode()).isEqualTo(LabelMode.SPARKS_FIRST));
    }

    @Test
    void suggestionsAreTakenOrOverruled() {
        mode(LabelMode.SUGGESTIONS);
        window.keys(KeyCode.A);
        window.until("told", () -> text("label-hint").startsWith("Nothing is suggested"));
        window.keys(KeyCode.J);
        window.keys(KeyCode.A);
        window.until("step 3", () -> probe.step() == 2);
        window.keys(KeyCode.DIGIT3);
        saved();
        assertThat(stored("t0")).isEqualTo(Map.of("1/0", Verdict.CORRECT, "2/0", Verdict.CORRECT));
    }

    @Test
    void twoAnswersSideBySide() {
        mode(LabelMode.COMPARE);
        window.until("the answers stand there", () -> window.node("compare").isVisible());
        window.until("one is left", () -> text("compare-count").equals("0 compared · 1 left"));
        window.keys(KeyCode.DIGIT9);
        window.keys(KeyCode.C);
        window.until("why", () -> window.node("compare-reason").isFocused());
        window.fx(
                () -> {
                    ((TextField) window.node("compare-reason")).setText("clearer");
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("back", () -> !window.node("compare-reason").isFocused());
        window.keys(KeyCode.LEFT);
        window.until("done", () -> text("compare-count").equals("1 compared · 0 left"));
        saved();
        assertThat(workspace().labels().preferences())
                .singleElement()
                .satisfies(p -> assertThat(p.reason()).isEqualTo("clearer"))
                .satisfies(p -> assertThat(p.choice()).isNotEqualTo(Preference.Choice.TIE));
        assertThat(stored("t0")).as("no trace is labelled meanwhile").isEmpty();
        window.keys(KeyCode.CONTROL, KeyCode.Z);
        window.until("it is back", () -> text("compare-count").equals("0 compared · 1 left"));
        window.keys(KeyCode.EQUALS);
        window.until("done", () -> text("compare-count").equals("1 compared · 0 left"));
        saved();
        assertThat(workspace().labels().preferences())
                .singleElement()
                .satisfies(p -> assertThat(p.choice()).isEqualTo(Preference.Choice.TIE));
    }

    @Test
    void aKnownTraceIsToldOfAndEnterGoesOn() {
        open("t1");
        window.keys(KeyCode.DIGIT3);
        window.keys(KeyCode.E);
        window.keys(KeyCode.ENTER);
        window.until("feedback", () -> window.node("label-feedback").isVisible());
        assertThat(text("label-feedback-total")).contains("1 trace");
        window.keys(KeyCode.DIGIT1);
        window.keys(KeyCode.ENTER);
        window.until("the next one", () -> !"t1".equals(probe.traceId()));
        window.until("the steps are back", () -> !window.node("label-feedback").isVisible());
        saved();
        assertThat(stored("t1")).hasSize(2);
    }

    @Test
    void theDashboardOpensAndCloses() {
        window.keys(KeyCode.DIGIT3);
        window.until("step 2", () -> probe.step() == 1);
        window.keys(KeyCode.CONTROL, KeyCode.D);
        window.until("the dashboard", () -> window.node("sub-page") != null);
        window.keys(KeyCode.ESCAPE);
        window.until("the steps are back", () -> window.node("sub-page") == null);
        window.keys(KeyCode.DIGIT3);
        window.until("step 3", () -> probe.step() == 2);
    }
}
