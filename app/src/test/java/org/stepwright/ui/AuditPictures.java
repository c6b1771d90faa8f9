package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.app.audit.AuditOptions;
import org.stepwright.app.audit.Auditing;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Progress;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Audits the bundled samples with planted faults and writes a picture of each state of the Audit
 * tab, light and dark, in two sizes.
 */
public final class AuditPictures {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final List<String> THEMES = List.of("light", "dark");
    private static final int SETTLE_MILLIS = 700;

    private final TestWindow window;
    private final Path out;

    private AuditPictures(TestWindow window, Path out) {
        this.window = window;
        this.out = out;
    }

    /**
     * @param args the folder for the pictures
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stepwright");
        Path file = work.resolve("refunds.stepwright");
        Path benchmark;
        try (Workspace workspace = Workspace.create(file)) {
            benchmark = AuditWork.addTo(workspace, work);
        }
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), file, "light", 1280, 800)) {
            AuditPictures pictures = new AuditPictures(window, out);
            pictures.open();
            pictures.all("start");
            pictures.press("audit-go");
            pictures.patient("audit-result");
            AuditOptions options =
                    AuditOptions.DEFAULT.withBenchmarks(List.of(benchmark)).withDeep(true);
            new Auditing(Clock.systemUTC())
                    .audit(window.shell().workspace(), options, Progress.NONE);
            window.show("home");
            pictures.open();
            pictures.kinds();
            pictures.fixes();
        } catch (RuntimeException | Error e) {
            System.err.println("The pictures could not be made: " + e);
            System.exit(1);
        }
        shortcuts(work, out);
        System.exit(0);
    }

    private static void shortcuts(Path work, Path out) throws IOException {
        Path file = work.resolve("sums.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            AuditWork.addShortcut(workspace);
            new Auditing(Clock.systemUTC()).audit(workspace, AuditOptions.DEFAULT, Progress.NONE);
        }
        try (TestWindow window = TestWindow.open(work.resolve("other"), file, "light", 1280, 800)) {
            AuditPictures pictures = new AuditPictures(window, out);
            pictures.open();
            pictures.press("audit-kind-shortcut");
            settle();
            pictures.all("shortcut");
        }
    }

    private void open() {
        window.fx(
                () -> {
                    window.shell().show("data", "audit");
                    return null;
                });
        settle();
    }

    private void kinds() throws IOException {
        for (String kind :
                List.of(
                        "exact-duplicate",
                        "near-duplicate",
                        "split-leak",
                        "benchmark-leak",
                        "label-conflict",
                        "junk-text",
                        "label-error",
                        "shortcut",
                        "annotator-outlier",
                        "rejected-row")) {
            if (window.fx(() -> window.node("audit-kind-" + kind)) == null) {
                System.out.println("no finding of " + kind);
                continue;
            }
            press("audit-kind-" + kind);
            settle();
            all(kind);
        }
    }

    private void fixes() throws IOException {
        press("audit-kind-exact-duplicate");
        settle();
        window.keys(KeyCode.A);
        settle();
        window.keys(KeyCode.A);
        settle();
        all("fixed");
        window.keys(KeyCode.SHIFT, KeyCode.A);
        window.until("it is asked", () -> window.node("overlay-yes") != null);
        all("all-asked");
        press("overlay-yes");
        settle();
        press("audit-page-aside");
        settle();
        all("aside");
        press("audit-page-effect");
        press("audit-effect-done");
        settle();
        all("effect-running");
        patient("audit-effect-verdict");
        System.out.println(
                window.fx(() -> ((Labeled) window.node("audit-effect-verdict")).getText()));
        all("effect");
        press("audit-again");
        settle();
        all("again");
    }

    private boolean shows(String id) {
        return window.fx(() -> window.node(id) != null && window.node(id).isVisible());
    }

    /** A machine that does other work too may take minutes. */
    private void patient(String id) {
        for (int k = 0; k < 300 && !shows(id); k++) {
            settle();
        }
    }

    private void press(String id) {
        window.fx(
                () -> {
                    ((ButtonBase) window.node(id)).fire();
                    return null;
                });
    }

    private static void settle() {
        // Rows are read in the background; a picture has no event to wait for.
        WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
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
                settle();
                WritableImage image = window.fx(() -> window.stage().getScene().snapshot(null));
                Path file =
                        out.resolve(
                                "audit-" + name + "-" + theme + "-" + size[0] + "x" + size[1]
                                        + ".png");
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            }
        }
        window.fx(
                () -> {
                    window.shell().theme("light");
                    window.size(1280, 800);
                    return null;
                });
        settle();
    }
}
