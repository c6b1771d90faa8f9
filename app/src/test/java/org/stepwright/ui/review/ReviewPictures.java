package org.stepwright.ui.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of Review over a real data set that four people labelled, some with more slips. */
public final class ReviewPictures {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final int SETTLE_MILLIS = 900;

    private ReviewPictures() {}

    /**
     * @param args the folder for the pictures, a labelled file
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stepwright");
        Path file = work.resolve("gsm8k.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            TeamWork.fill(
                    workspace,
                    Path.of(args[1]),
                    List.of("Anna", "Bruno", "Chidi"),
                    new int[] {6, 18, 40});
        }
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), file, "light", 1280, 800)) {
            decideSome(window);
            for (String theme : List.of("light", "dark")) {
                for (int[] size : SIZES) {
                    all(window, theme, size, out);
                }
            }
        }
        System.exit(0);
    }

    /** Decides two traces and a part of a third, so that the screen shows work under way. */
    private static void decideSome(TestWindow window) {
        window.show("review");
        ReviewProbe probe = new ReviewProbe(window.fx(() -> window.shell().current()));
        window.until("a trace is open", () -> probe.traceId() != null && probe.step() >= 0);
        for (int i = 0; i < 2; i++) {
            String id = window.fx(probe::traceId);
            window.keys(KeyCode.SHIFT, KeyCode.DIGIT1);
            window.keys(KeyCode.ENTER);
            window.until("the next trace is open", () -> !id.equals(probe.traceId()));
        }
        window.keys(KeyCode.A);
    }

    private static void all(TestWindow window, String theme, int[] size, Path out)
            throws IOException {
        window.fx(
                () -> {
                    window.shell().theme(theme);
                    window.size(size[0], size[1]);
                    return null;
                });
        window.show("review");
        for (ReviewView.Tab tab : ReviewView.Tab.values()) {
            window.fx(
                    () -> {
                        new ReviewProbe(window.shell().current()).show(tab);
                        return null;
                    });
            picture(window, tab.name(), theme, size, out);
        }
        if (size[0] < 1500) {
            window.fx(
                    () -> {
                        new ReviewProbe(window.shell().current()).show(ReviewView.Tab.DECIDE);
                        return null;
                    });
            window.keys(KeyCode.P);
            picture(window, "drawer", theme, size, out);
            window.keys(KeyCode.P);
        }
    }

    private static void picture(TestWindow window, String name, String theme, int[] size, Path out)
            throws IOException {
        // Pages load in the background; a picture has no event to wait for.
        WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = window.fx(() -> window.stage().getScene().snapshot(null));
        String words = name.toLowerCase(java.util.Locale.ROOT);
        Path file = out.resolve("review-" + words + "-" + theme + "-" + size[0] + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        System.out.println(file);
    }
}
