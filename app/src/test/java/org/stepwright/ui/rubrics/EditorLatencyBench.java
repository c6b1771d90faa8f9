package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;

/**
 * How long an edit of a 60-criterion, 15-stage rubric takes from the commit of what was typed to
 * the end of the layout of the pulse that shows it. Opt in with {@code -Pbench
 * -Dtest=EditorLatencyBench}.
 */
@Tag("bench")
class EditorLatencyBench {
    private static final int WARM_UP = 40;
    private static final int MEASURED = 300;

    @TempDir Path folder;
    private TestWindow window;

    @Test
    void commitsInTheWindow() throws Exception {
        run("15 stages of 4 criteria", BigRubric.of(15, 60), false);
        run("15 stages of 4 criteria, lint and preview open", BigRubric.of(15, 60), true);
        run("1 stage of 60 criteria, lint and preview open", BigRubric.of(1, 60), true);
    }

    private void run(String name, Rubric rubric, boolean panel) throws Exception {
        Path file = folder.resolve("w" + name.hashCode() + ".stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            workspace.rubrics().saveDraft(rubric);
        }
        long before = System.nanoTime();
        window = TestWindow.open(folder.resolve("c" + name.hashCode()), file, "light", 1280, 800);
        window.show("rubrics");
        window.until("the draft is open", () -> window.node("criterion-criterion-1") != null);
        System.out.printf("%s: window and rubric open in %d ms%n", name, millis(before));
        if (panel) {
            window.fx(
                    () -> {
                        window.node("rubrics-stages").requestFocus();
                        return null;
                    });
            window.keys(KeyCode.P);
            window.until("the panel is there", () -> window.node("rubrics-labeller") != null);
        }
        window.fx(
                () -> {
                    window.node("criterion-criterion-1").requestFocus();
                    return null;
                });
        window.keys(KeyCode.ENTER);
        window.until("it is open", () -> window.node("criterion-title") != null);
        List<Double> typed = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            int n = i;
            double took =
                    toTheEndOfLayout(
                            () -> {
                                var field = (TextInputControl) window.node("criterion-title");
                                field.requestFocus();
                                field.setText("Criterion number " + n);
                                TypedField.of(field).orElseThrow().commit();
                            });
            if (i >= WARM_UP) {
                typed.add(took);
            }
        }
        tell(name + ", commit of a name", typed);
        List<Double> undone = new ArrayList<>();
        for (int i = 0; i < MEASURED / 2; i++) {
            undone.add(toTheEndOfLayout(() -> window.keys(KeyCode.CONTROL, KeyCode.Z)));
        }
        tell(name + ", undo by keys", undone);
        if (rubric.stages().size() > 1) {
            List<Double> switched = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int stage = (i + 1) % 15;
                switched.add(
                        toTheEndOfLayout(
                                () ->
                                        ((ListView<?>) window.node("rubrics-stages"))
                                                .getSelectionModel()
                                                .select(stage)));
            }
            tell(name + ", another stage", switched);
        }
        window.close();
        assertThat(typed).hasSize(MEASURED);
    }

    /** Milliseconds from the action to the end of the next pulse's layout. */
    private double toTheEndOfLayout(Runnable action) throws Exception {
        CompletableFuture<Double> took = new CompletableFuture<>();
        window.fx(
                () -> {
                    Scene scene = window.stage().getScene();
                    long start = System.nanoTime();
                    Runnable[] after = new Runnable[1];
                    after[0] =
                            () -> {
                                scene.removePostLayoutPulseListener(after[0]);
                                took.complete((System.nanoTime() - start) / 1e6);
                            };
                    action.run();
                    scene.addPostLayoutPulseListener(after[0]);
                    javafx.application.Platform.requestNextPulse();
                    return null;
                });
        return took.get(30, TimeUnit.SECONDS);
    }

    private static long millis(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    private static void tell(String name, List<Double> millis) {
        Collections.sort(millis);
        System.out.printf(
                "%s: n=%d p50=%.1f ms p95=%.1f ms max=%.1f ms%n",
                name,
                millis.size(),
                millis.get(millis.size() / 2),
                millis.get((int) (millis.size() * 0.95)),
                millis.get(millis.size() - 1));
    }
}
