package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.GoldUse;
import org.stepwright.storage.ProjectSettings;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Importer;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.ui.label.LabelProbe;
import org.stepwright.work.Progress;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Labels a little in every mode by keys and writes a picture of each, light and dark, in two sizes.
 */
public final class LabelPictures {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final List<String> THEMES = List.of("light", "dark");
    private static final int SETTLE_MILLIS = 900;

    private final TestWindow window;
    private final LabelProbe probe;
    private final Path out;

    private LabelPictures(TestWindow window, Path out) {
        this.window = window;
        this.out = out;
        this.probe = window.fx(() -> new LabelProbe(window.shell().current()));
    }

    /**
     * @param args the folder for the pictures, and one with {@code processbench/gsm8k.json} and
     *     {@code format-samples} of PRM800K
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path data = Path.of(args[1]);
        Path work = Files.createTempDirectory("stepwright");
        Path file = work.resolve("labelling.stepwright");
        String branched = fill(file, data);
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), file, "light", 1280, 800)) {
            window.show("label");
            new LabelPictures(window, out).run(branched);
        }
        System.exit(0);
    }

    /** Real traces, a second answer to one of their problems, scores, and one trace with a key. */
    private static String fill(Path file, Path data) throws IOException {
        try (Workspace w = Workspace.create(file)) {
            Importer importer = new Importer(w);
            importer.run(
                    List.of(data.resolve("processbench/gsm8k.json")),
                    "processbench",
                    Progress.NONE);
            importer.run(
                    List.of(
                            data.resolve(
                                    "format-samples/prm800k.prm800k-phase1-train-example.json")),
                    "prm800k",
                    Progress.NONE);
            List<Trace> traces = new ArrayList<>();
            w.traces().forEach(TraceFilter.ALL, row -> traces.add(row.trace()));
            Trace first = traces.get(0);
            List<Step> fewer = first.steps().subList(0, first.steps().size() - 1);
            w.traces()
                    .add(
                            List.of(
                                    new LabelledTrace(
                                            new Trace(
                                                    first.id() + "-b",
                                                    first.problem(),
                                                    fewer,
                                                    first.outcome(),
                                                    first.reference(),
                                                    first.metadata()),
                                            List.of())));
            for (Trace trace : traces.subList(0, 6)) {
                List<Double> rewards = java.util.Collections.nCopies(trace.steps().size(), 0.82);
                w.scores()
                        .save(
                                "run",
                                new TraceScore(
                                        trace.id(),
                                        rewards,
                                        0.82,
                                        Aggregation.MIN,
                                        -1,
                                        "frozen-3",
                                        ""),
                                Instant.now());
            }
            Trace known = traces.get(3);
            List<StepLabel> key = new ArrayList<>();
            for (int i = 0; i < known.steps().size(); i++) {
                key.add(
                        StepLabel.verdict(
                                known.id(),
                                i,
                                i == 1 ? Verdict.WRONG : Verdict.CORRECT,
                                "lead",
                                Instant.now(),
                                LabelSource.ADJUDICATED));
            }
            w.labels().putAll(key).join();
            w.gold().add(List.of(known.id()), GoldUse.GOLD, "lead");
            w.project()
                    .save(
                            ProjectSettings.DEFAULTS
                                    .withGoldShare(0)
                                    .withShownSources(Set.of("verifier", "model")));
            return traces.stream()
                            .filter(
                                    t ->
                                            t.steps().stream()
                                                    .anyMatch(s -> !s.alternatives().isEmpty()))
                            .findFirst()
                            .orElseThrow()
                            .id()
                    + "\n"
                    + known.id();
        }
    }

    private void run(String ids) throws IOException {
        window.until("a trace is open", () -> probe.step() >= 0);
        String branched = ids.substring(0, ids.indexOf('\n'));
        String known = ids.substring(ids.indexOf('\n') + 1);
        press(KeyCode.DIGIT3, KeyCode.S);
        all("free");
        mode(LabelMode.SUGGESTIONS);
        press(KeyCode.A);
        all("suggestions");
        press(KeyCode.PAGE_DOWN);
        mode(LabelMode.SPARKS_FIRST);
        press(KeyCode.RIGHT, KeyCode.S);
        all("sparks-1");
        press(KeyCode.ENTER, KeyCode.DIGIT3);
        all("sparks-2");
        press(KeyCode.PAGE_DOWN);
        mode(LabelMode.FIRST_ERROR);
        press(KeyCode.DIGIT3, KeyCode.DIGIT1);
        all("first-error");
        mode(LabelMode.ALTERNATIVES);
        open(branched);
        press(KeyCode.DIGIT3, KeyCode.DIGIT1);
        all("alternatives");
        mode(LabelMode.COMPARE);
        window.until("two answers are there", () -> window.node("compare-preferTie") != null);
        all("compare");
        mode(LabelMode.FREE);
        open(known);
        press(KeyCode.DIGIT3, KeyCode.DIGIT3, KeyCode.E, KeyCode.ENTER);
        window.until("feedback is told", () -> window.node("label-feedback").isVisible());
        all("feedback");
        press(KeyCode.ENTER);
        open(known);
        all("submitted");
        menu("label-mode");
        menu("label-order");
        menu("label-views");
    }

    private void mode(LabelMode mode) {
        window.fx(
                () -> {
                    MenuButton button = (MenuButton) window.node("label-mode");
                    button.getItems().stream()
                            .filter(i -> ("mode-" + mode).equals(i.getId()))
                            .map(RadioMenuItem.class::cast)
                            .forEach(RadioMenuItem::fire);
                    return null;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void open(String id) {
        window.fx(
                () -> {
                    window.shell().show("label", id);
                    return null;
                });
        window.until("the trace is open", () -> id.equals(probe.traceId()) && probe.step() >= 0);
    }

    private void press(KeyCode... codes) {
        for (KeyCode code : codes) {
            window.keys(code);
            WaitForAsyncUtils.waitForFxEvents();
        }
        window.until("all is on disk", () -> probe.pending() == 0);
    }

    private void all(String name) throws IOException {
        for (String theme : THEMES) {
            for (int[] size : SIZES) {
                window.fx(
                        () -> {
                            window.shell().theme(theme);
                            window.size(size[0], size[1]);
                            return null;
                        });
                write(name + "-" + theme + "-" + size[0] + "x" + size[1]);
            }
        }
        window.fx(
                () -> {
                    window.shell().theme("light");
                    window.size(1280, 800);
                    return null;
                });
    }

    private void menu(String id) throws IOException {
        window.fx(
                () -> {
                    ((MenuButton) window.node(id)).show();
                    return null;
                });
        WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        WritableImage image =
                window.fx(
                        () ->
                                javafx.stage.Window.getWindows().stream()
                                        .filter(javafx.stage.PopupWindow.class::isInstance)
                                        .findFirst()
                                        .map(popup -> popup.getScene().snapshot(null))
                                        .orElseThrow());
        save(image, id);
        window.fx(
                () -> {
                    ((MenuButton) window.node(id)).hide();
                    return null;
                });
    }

    private void write(String name) throws IOException {
        // Screens load in the background; a picture has no event to wait for.
        WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        save(window.fx(() -> window.stage().getScene().snapshot(null)), name);
    }

    private void save(WritableImage image, String name) throws IOException {
        Path file = out.resolve("label-" + name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        System.out.println(file);
    }
}
