package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.app.Samples;
import org.stepwright.app.Templates;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.ui.label.LabelProbe;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Opens the real window, does a little of the work of each screen by keys, and writes a picture of
 * each, light and dark, in two sizes. New screens are found by themselves. Without a workspace it
 * makes one of the bundled samples.
 */
public final class Screenshots {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final List<String> THEMES = List.of("light", "dark");
    private static final int SETTLE_MILLIS = 1200;
    private static final String RUBRIC = "refund-decision";

    private Screenshots() {}

    /**
     * @param args the folder for the pictures and, if need be, a workspace; it is worked in
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stepwright");
        boolean samples = args.length < 2;
        Path workspace = samples ? samples(work) : Path.of(args[1]).toAbsolutePath();
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), workspace, "light", 1280, 800)) {
            label(window);
            live(window);
            if (samples) {
                Path file = Samples.copy(Samples.LABELLED, work);
                window.fx(
                        () -> {
                            window.shell().show("data", file.toString());
                            return null;
                        });
            }
            for (String theme : THEMES) {
                for (int[] size : SIZES) {
                    all(window, theme, size, out);
                }
            }
        }
        System.exit(0);
    }

    private static Path samples(Path folder) throws IOException {
        Path file = folder.resolve("refunds.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            SampleWork.addTo(workspace, folder);
            workspace.rubrics().saveDraft(new RubricYaml().read(new Templates().yaml(RUBRIC)));
            workspace.rubrics().publish(RUBRIC, "Bundled template");
            SampleWork.train(workspace, folder);
        }
        return file;
    }

    /** Labels two traces and a part of a third, so that the screen shows work under way. */
    private static void label(TestWindow window) {
        window.show("label");
        LabelProbe probe = window.fx(() -> new LabelProbe(window.shell().current()));
        window.until("a trace is open", () -> probe.traceId() != null);
        for (int trace = 0; trace < 2; trace++) {
            String id = window.fx(probe::traceId);
            window.keys(KeyCode.DIGIT3);
            window.keys(KeyCode.E);
            window.keys(KeyCode.ENTER);
            window.until("the next trace is open", () -> !id.equals(probe.traceId()));
        }
        window.keys(KeyCode.DIGIT3);
        window.keys(KeyCode.DIGIT3);
        window.keys(KeyCode.S);
    }

    private static void live(TestWindow window) {
        window.show("live");
        window.until(
                "a recorded prompt stands there",
                () -> !((TextArea) window.node("live-prompt")).getText().isBlank());
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the answer is scored", () -> !window.node("live-queue").isDisabled());
    }

    private static void all(TestWindow window, String theme, int[] size, Path out)
            throws IOException {
        window.fx(
                () -> {
                    window.shell().theme(theme);
                    window.size(size[0], size[1]);
                    return null;
                });
        for (String screen : window.fx(() -> window.shell().reachable())) {
            window.show(screen);
            // Screens load in the background; a picture has no event to wait for.
            WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
            WritableImage image = window.fx(() -> window.stage().getScene().snapshot(null));
            Path file = out.resolve(screen + "-" + theme + "-" + size[0] + "x" + size[1] + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            System.out.println(file);
        }
    }
}
