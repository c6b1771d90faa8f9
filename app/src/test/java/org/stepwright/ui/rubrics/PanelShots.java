package org.stepwright.ui.rubrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.PageHost;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.rubrics.gallery.GalleryView;
import org.stepwright.ui.rubrics.versions.DiffView;
import org.stepwright.ui.shell.ScreenList;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the pages of the Rubrics screen, light and dark, in two sizes. */
public final class PanelShots {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};

    private PanelShots() {}

    /**
     * @param args the folder for the pictures, a workspace with traces, the id of a rubric in it
     *     that has a draft and a version
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        AtomicReference<PageHost> host = new AtomicReference<>();
        List<ScreenFactory> screens = new ArrayList<>(ScreenList.all());
        screens.set(1, PageHost.factory(host));
        Path config = Files.createTempDirectory("stepwright");
        try (TestWindow window =
                TestWindow.open(config, Path.of(args[1]), "light", 1280, 800, screens)) {
            window.show("rubrics");
            Workspace workspace = window.shell().workspace();
            List<RubricVersion> versions = workspace.rubrics().versions(args[2]);
            Rubric draft = workspace.rubrics().draft(args[2]).orElseThrow();
            shoot(
                    window,
                    host,
                    out,
                    "diff",
                    c -> new DiffView(c, () -> versions, () -> draft),
                    KeyCode.F7);
            shoot(window, host, out, "gallery", c -> new GalleryView(c, r -> {}));
        }
        System.exit(0);
    }

    private static void shoot(
            TestWindow window,
            AtomicReference<PageHost> host,
            Path out,
            String name,
            Function<ScreenContext, SubPage> page,
            KeyCode... keys)
            throws IOException {
        window.fx(() -> host.get().open(page));
        WaitForAsyncUtils.sleep(1500, TimeUnit.MILLISECONDS);
        for (KeyCode key : keys) {
            window.keys(key);
            WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        }
        for (String theme : List.of("light", "dark")) {
            for (int[] size : SIZES) {
                window.fx(
                        () -> {
                            window.shell().theme(theme);
                            window.size(size[0], size[1]);
                            return null;
                        });
                WaitForAsyncUtils.sleep(700, TimeUnit.MILLISECONDS);
                WritableImage image = window.fx(() -> window.stage().getScene().snapshot(null));
                Path file = out.resolve(name + "-" + theme + "-" + size[0] + ".png");
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            }
        }
        window.fx(
                () -> {
                    host.get().pages().back();
                    return null;
                });
    }
}
