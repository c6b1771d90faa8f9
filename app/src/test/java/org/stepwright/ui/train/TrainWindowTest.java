package org.stepwright.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.prm.eval.Mistake;
import org.stepwright.storage.Run;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.SampleWork;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.label.LabelProbe;

class TrainWindowTest {
    @TempDir Path folder;

    @Test
    void aRunIsStartedByKeysAndShowsItsTableAndMistakes() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            SampleWork.addTo(workspace, folder);
        }
        try (TestWindow window = TestWindow.open(folder, file, "light", 1280, 800)) {
            window.show("train");
            window.keys(KeyCode.N);
            window.until(
                    "the form is there, with a name",
                    () ->
                            window.node("train-name") instanceof TextField name
                                    && !name.getText().isBlank());
            window.fx(
                    () -> {
                        window.node("train-name").requestFocus();
                        return null;
                    });
            window.keys(KeyCode.ENTER);
            window.until("the results are there", () -> window.node("train-table") != null);
            assertThat(window.fx(() -> window.node("train-reliability"))).isNotNull();
            assertThat(window.fx(() -> window.node("train-worst"))).isInstanceOf(ListView.class);
            for (String list : List.of("train-runs", "train-worst")) {
                window.until(list + " says its rows", () -> !said(window, list).isEmpty());
                assertThat(window.fx(() -> said(window, list)))
                        .allSatisfy(words -> assertThat(words).isNotBlank());
            }
            assertThat(window.fx(() -> said(window, "train-runs")))
                    .singleElement()
                    .asString()
                    .contains("signals-1", "done");
            assertThat(runs(window))
                    .singleElement()
                    .satisfies(r -> assertThat(r.status()).isEqualTo(Run.Status.SUCCEEDED));
            aMistakeOpensItsTraceAtTheStep(window);
        }
    }

    private static void aMistakeOpensItsTraceAtTheStep(TestWindow window) {
        Mistake mistake =
                window.fx(
                        () -> {
                            ListView<?> list = (ListView<?>) window.node("train-worst");
                            int late = 0;
                            while (((Mistake) list.getItems().get(late)).step() == 0) {
                                late++;
                            }
                            list.getSelectionModel().select(late);
                            list.requestFocus();
                            return (Mistake) list.getItems().get(late);
                        });
        window.keys(KeyCode.ENTER);
        window.until("Label is shown", () -> window.shell().current().id().equals("label"));
        LabelProbe probe = new LabelProbe(window.fx(() -> window.shell().current()));
        window.until("its trace is open", () -> mistake.traceId().equals(probe.traceId()));
        assertThat(window.fx(probe::step)).isEqualTo(mistake.step());
    }

    @Test
    void aRunThatFailsSaysWhy() {
        Path file = folder.resolve("w.stepwright");
        Workspace.create(file).close();
        try (TestWindow window = TestWindow.open(folder, file, "dark", 1280, 800)) {
            window.show("train");
            window.until("the empty state is there", () -> window.node("train-first") != null);
            window.keys(KeyCode.N);
            window.until(
                    "the form is there, with a name",
                    () ->
                            window.node("train-name") instanceof TextField name
                                    && !name.getText().isBlank());
            window.fx(
                    () -> {
                        window.node("train-name").requestFocus();
                        return null;
                    });
            window.keys(KeyCode.ENTER);
            window.until(
                    "the run has failed",
                    () -> runs(window).stream().anyMatch(r -> r.status() == Run.Status.FAILED));
            window.until(
                    "the reason is shown",
                    () ->
                            window.stage().getScene().getRoot().lookup(".banner.tone-danger")
                                    != null);
        }
    }

    /** What a screen reader hears of the rows of a list. */
    private static List<String> said(TestWindow window, String list) {
        return window.node(list).lookupAll(".list-cell").stream()
                .filter(cell -> !((ListCell<?>) cell).isEmpty())
                .map(cell -> String.valueOf(cell.getAccessibleText()))
                .map(words -> words.equals("null") ? "" : words)
                .toList();
    }

    private static List<Run> runs(TestWindow window) {
        return window.shell().workspace().runs().list(Run.Kind.TRAIN);
    }
}
