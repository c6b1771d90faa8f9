package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Opens the real window with a workspace, goes to every screen and writes a picture of each, light
 * and dark, in two sizes. New screens are found by themselves.
 */
public final class Screenshots {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final List<String> THEMES = List.of("light", "dark");
    private static final int SETTLE_MILLIS = 1200;

    private Screenshots() {}

    /**
     * @param args a workspace and the folder for the pictures
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[1]));
        Path config = Files.createTempDirectory("screenshots");
        try (TestWindow window =
                TestWindow.open(config, Path.of(args[0]).toAbsolutePath(), "light", 1280, 800)) {
            for (String theme : THEMES) {
                for (int[] size : SIZES) {
                    all(window, theme, size, out);
                }
            }
        }
        System.exit(0);
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
