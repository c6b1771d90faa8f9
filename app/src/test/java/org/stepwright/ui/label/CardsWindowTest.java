package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;
import org.stepwright.ui.TestWindow;

/** What stands in the middle of the label screen, in the real window. */
class CardsWindowTest {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    @TempDir Path folder;
    private TestWindow window;
    private LabelProbe probe;

    private void open(Trace... traces) {
        Path file = folder.resolve("w.stepwright");
        try (Workspace w = Workspace.create(file)) {
            List<LabelledTrace> rows = new ArrayList<>();
            for (Trace trace : traces) {
                rows.add(new LabelledTrace(trace, List.of()));
            }
            w.traces().add(rows);
        }
        window = TestWindow.open(folder, file, "light", 1280, 800);
        window.show("label");
        probe = new LabelProbe(window.fx(() -> window.shell().current()));
        window.until("a trace is open", () -> probe.traceId() != null && probe.step() == 0);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static Trace trace(String id, String reference, List<Step> steps) {
        Trace plain =
                Trace.of(id, "Long.\n" + "One more line.\n".repeat(30) + "Asked?", List.of("x"));
        return new Trace(
                plain.id(), plain.problem(), steps, plain.outcome(), reference, plain.metadata());
    }

    @Test
    void theReferenceShowsOnlyWhenAskedForAndAnewForEachProblem() {
        open(
                trace("a", "The answer is 42.", List.of(Step.of("one"))),
                trace("b", "The answer is 43.", List.of(Step.of("one"))));
        assertThat(visible("label-reference")).isFalse();
        assertThat(said()).noneMatch(s -> s.contains("42"));
        window.keys(KeyCode.R);
        window.until("it shows", () -> window.node("label-reference").isVisible());
        window.keys(KeyCode.PAGE_DOWN);
        window.until("the next is open", () -> probe.traceId().equals("b"));
        assertThat(visible("label-reference")).isFalse();
    }

    @Test
    void theProblemFoldsToOneLineAndALongOneToItsEnds() {
        open(trace("a", null, List.of(Step.of("one"))));
        assertThat(window.fx(() -> problemHeight())).isLessThan(300);
        window.keys(KeyCode.H);
        window.until("one line is left", () -> window.node("label-problem-line").isVisible());
        window.until("it is low", () -> problemHeight() < 90);
        window.keys(KeyCode.H);
        window.until("it is open", () -> !window.node("label-problem-line").isVisible());
    }

    private double problemHeight() {
        return window.node("label-problem").getLayoutBounds().getHeight();
    }

    @Test
    void toolCallsAndWhatCameBeforeStandAsSuch() {
        open(
                trace(
                        "a",
                        null,
                        List.of(
                                new Step(
                                        "get_order({\"id\": 7})",
                                        StepKind.TOOL_CALL,
                                        "user: Where is it?\n\nget_user: {\"name\": \"Mia\"}",
                                        List.of()))));
        Node card = window.fx(() -> window.node("step-0"));
        assertThat(window.fx(() -> labels(card, ".tool-name"))).containsExactly("get_order");
        assertThat(window.fx(() -> labels(card, ".said-by"))).containsExactly("user");
        assertThat(window.fx(() -> labels(card, ".said-tool"))).containsExactly("get_user");
    }

    @Test
    void theMinimapHasAMarkForEachStepAndAClickOpensIt() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            steps.add(Step.of("Step " + i + " says $x = " + i + "$."));
        }
        open(trace("a", null, steps));
        window.until("the marks are laid out", () -> top("minimap-299") > 300);
        Node map = window.fx(() -> window.node("label-minimap"));
        double before = window.fx(() -> top("minimap-150"));
        window.fx(
                () -> {
                    Bounds mark = window.node("minimap-150").getBoundsInParent();
                    press(map, mark.getCenterX(), mark.getCenterY());
                    return null;
                });
        window.until("step 151 is current", () -> probe.step() == 150);
        window.keys(KeyCode.DIGIT1);
        window.until(
                "its mark tells the verdict",
                () -> window.node("minimap-150").getStyleClass().contains("wrong"));
        assertThat(window.fx(() -> top("minimap-150"))).isEqualTo(before);
        window.until(
                "it is told in words",
                () -> map.getAccessibleText().contains("1 wrong, 299 without"));
        assertThat(window.fx(() -> window.node("minimap-299").getBoundsInParent().getMaxY()))
                .isLessThanOrEqualTo(window.fx(() -> map.getLayoutBounds().getHeight()));
    }

    private double top(String id) {
        return window.node(id).getBoundsInParent().getMinY();
    }

    private static void press(Node on, double localX, double localY) {
        double x = on.localToScene(localX, localY).getX();
        double y = on.localToScene(localX, localY).getY();
        on.fireEvent(
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    @Test
    void aHugeStepOpensByPiecesAndFoldsAgain() {
        open(
                trace(
                        "a",
                        null,
                        List.of(Step.of("word ".repeat(200_000)), Step.of("$".repeat(9_000)))));
        double folded = window.fx(() -> height("step-0"));
        window.keys(KeyCode.O);
        window.until("it is open", () -> height("step-0") > folded + 200);
        assertThat(window.fx(() -> labels(window.node("step-0"), ".fold-toggle")))
                .anyMatch(s -> s.contains("more of"));
        window.keys(KeyCode.O);
        window.until("it is folded", () -> height("step-0") < folded + 50);
    }

    private double height(String id) {
        return window.node(id).getLayoutBounds().getHeight();
    }

    @Test
    void textGrowsByKeysAndIsRemembered() {
        open(trace("a", null, List.of(Step.of("one"))));
        window.keys(KeyCode.CONTROL, KeyCode.EQUALS);
        window.keys(KeyCode.CONTROL, KeyCode.EQUALS);
        window.until("it is remembered", () -> "150".equals(remembered()));
        window.keys(KeyCode.CONTROL, KeyCode.MINUS);
        window.until("it is remembered", () -> "125".equals(remembered()));
        window.keys(KeyCode.CONTROL, KeyCode.DIGIT0);
        window.until("it is remembered", () -> "100".equals(remembered()));
    }

    private String remembered() {
        return window.app().settings().current().remembered().get("textSize");
    }

    @Test
    void theCurrentCardIsFramedAndSaysItself() {
        open(trace("a", null, List.of(Step.of("Now **this**."), Step.of("And that."))));
        assertThat(window.fx(() -> window.node("step-0").getPseudoClassStates())).contains(CURRENT);
        assertThat(window.fx(() -> window.node("step-0").getAccessibleText()))
                .contains("Step 1 of 2", "Now **this**.");
    }

    private boolean visible(String id) {
        return window.fx(() -> window.node(id).isVisible());
    }

    private List<String> said() {
        return window.fx(() -> labels(window.stage().getScene().getRoot(), ".label"));
    }

    private static List<String> labels(Node in, String selector) {
        return in.lookupAll(selector).stream()
                .filter(n -> n instanceof Labeled)
                .map(n -> ((Labeled) n).getText())
                .toList();
    }
}
