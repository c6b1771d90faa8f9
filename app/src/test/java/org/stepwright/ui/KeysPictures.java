package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.app.Templates;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.label.LabelProbe;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Pictures of what keys open while labelling, and of the keys under Settings; light and dark, in
 * two sizes.
 */
public final class KeysPictures {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final int SETTLE_MILLIS = 700;
    private static final String RUBRIC = "refund-decision";

    private KeysPictures() {}

    /**
     * @param args the folder for the pictures
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stepwright");
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), workspace(work), "light", 1280, 800)) {
            window.show("label");
            LabelProbe probe = window.fx(() -> new LabelProbe(window.shell().current()));
            window.until("a trace is open", () -> probe.traceId() != null && probe.step() == 0);
            window.keys(KeyCode.X);
            settle();
            shoot(window, out, "edit-steps");
            window.keys(KeyCode.ENTER);
            window.keys(KeyCode.DOWN);
            window.keys(KeyCode.M);
            shoot(window, out, "edit-steps-changed");
            window.keys(KeyCode.ESCAPE);
            window.keys(KeyCode.DIGIT1);
            window.keys(KeyCode.UP);
            window.keys(KeyCode.W);
            settle();
            shoot(window, out, "rewrite");
            window.fx(
                    () -> {
                        ((TextArea) window.node("rewrite-text"))
                                .setText("The invoice names 49.90 EUR, so the claim is covered.");
                        return null;
                    });
            window.keys(KeyCode.CONTROL, KeyCode.ENTER);
            shoot(window, out, "rewritten");
            window.keys(KeyCode.T);
            settle();
            window.keys(KeyCode.DIGIT2);
            shoot(window, out, "kinds");
            window.keys(KeyCode.ESCAPE);
            window.keys(KeyCode.G);
            settle();
            shoot(window, out, "reasons");
            window.keys(KeyCode.ESCAPE);
            window.keys(KeyCode.SHIFT, KeyCode.SLASH);
            settle();
            shoot(window, out, "overlay");
            window.keys(KeyCode.ESCAPE);
            settings(window, out);
        }
        System.exit(0);
    }

    private static void settings(TestWindow window, Path out) throws IOException {
        window.app()
                .settings()
                .update(
                        s ->
                                s.withRemembered(
                                        ActionKeys.REMEMBERED, "neutral=DIGIT3;spark=F4,F11"));
        window.show("settings");
        Node search = window.fx(() -> window.node("keys-search"));
        window.fx(
                () -> {
                    search.requestFocus();
                    return null;
                });
        window.keys(KeyCode.DOWN);
        settle();
        shoot(window, out, "settings-keys");
        window.fx(
                () -> {
                    ((TextField) search).setText("unsure");
                    search.requestFocus();
                    return null;
                });
        window.keys(KeyCode.DOWN);
        window.keys(KeyCode.ENTER);
        settle();
        window.keys(KeyCode.C);
        shoot(window, out, "settings-key-taken");
    }

    private static Path workspace(Path folder) {
        Path file = folder.resolve("refunds.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            SampleWork.addTo(workspace, folder);
            workspace.rubrics().saveDraft(new RubricYaml().read(new Templates().yaml(RUBRIC)));
            workspace.rubrics().publish(RUBRIC, "Bundled template");
        }
        return file;
    }

    private static void settle() {
        WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void shoot(TestWindow window, Path out, String name) throws IOException {
        for (String theme : List.of("dark", "light")) {
            for (int[] size : SIZES) {
                window.fx(
                        () -> {
                            window.shell().theme(theme);
                            window.size(size[0], size[1]);
                            return null;
                        });
                settle();
                WritableImage image = window.fx(() -> window.stage().getScene().snapshot(null));
                Path file = out.resolve(name + "-" + theme + "-" + size[0] + ".png");
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            }
        }
        window.fx(
                () -> {
                    window.size(SIZES[0][0], SIZES[0][1]);
                    return null;
                });
        settle();
    }
}
