package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.label.LabelMode;
import org.stepwright.storage.ProjectSettings;
import org.stepwright.ui.label.LabelProbe;
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
     * @param args the folder for the pictures; then, for pictures of real data, one with {@code
     *     processbench/gsm8k.json} and {@code format-samples} of PRM800K. Without it they are of
     *     the bundled samples
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stepwright");
        Path file = work.resolve("labelling.stepwright");
        LabelPicturesWork.Ids ids =
                args.length > 1
                        ? LabelPicturesWork.real(file, Path.of(args[1]))
                        : LabelPicturesWork.samples(file, work);
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), file, "light", 1280, 800)) {
            window.show("label");
            new LabelPictures(window, out).run(ids, file);
        }
        System.exit(0);
    }

    private void run(LabelPicturesWork.Ids ids, Path file) throws IOException {
        window.until("a trace is open", () -> probe.step() >= 0);
        press(KeyCode.DIGIT3, KeyCode.S);
        all("free");
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
        open(ids.branched());
        press(KeyCode.DIGIT3, KeyCode.DIGIT1);
        all("alternatives");
        mode(LabelMode.COMPARE);
        window.until("two answers are there", () -> window.node("compare-preferTie") != null);
        all("compare");
        mode(LabelMode.FREE);
        open(ids.known());
        press(KeyCode.DIGIT3, KeyCode.DIGIT3, KeyCode.E, KeyCode.ENTER);
        window.until("feedback is told", () -> window.node("label-feedback").isVisible());
        all("feedback");
        press(KeyCode.ENTER);
        open(ids.known());
        all("submitted");
        menu("label-mode");
        menu("label-order");
        menu("label-views");
        window.keys(KeyCode.CONTROL, KeyCode.D);
        window.until("figures are there", () -> window.node("dashboard-days") != null);
        all("dashboard");
        window.keys(KeyCode.ESCAPE);
        suggestions();
        review();
    }

    /** A project that shows what models say, which none does at first. */
    private void suggestions() throws IOException {
        window.fx(
                () -> {
                    window.shell()
                            .workspace()
                            .project()
                            .save(
                                    ProjectSettings.DEFAULTS.withShownSources(
                                            Set.of("verifier", "model")));
                    return null;
                });
        window.show("home");
        window.show("label");
        mode(LabelMode.SUGGESTIONS);
        press(KeyCode.A);
        all("suggestions");
        mode(LabelMode.FREE);
    }

    private void review() throws IOException {
        window.show("review");
        window.until("a trace is open", () -> window.node("review-steps") != null);
        for (String tab : List.of("decide", "agreement", "people", "team")) {
            window.fx(
                    () -> {
                        ((ToggleButton) window.node("review-tab-" + tab)).fire();
                        return null;
                    });
            WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
            all("review-" + tab);
        }
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
        save(image, id.substring("label-".length()) + "-menu");
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
        Path file = out.resolve((name.startsWith("review-") ? "" : "label-") + name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        System.out.println(file);
    }
}
