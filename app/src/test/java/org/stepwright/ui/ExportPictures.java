package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.SavedView;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.export.Balance;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the Export tab: before, with choices made, with a bad choice; light and dark. */
public final class ExportPictures {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final int SETTLE_MILLIS = 1500;

    private ExportPictures() {}

    /**
     * @param args the folder for the pictures
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stepwright");
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), workspace(work), "light", 1280, 800)) {
            window.show("data");
            window.keys(KeyCode.CONTROL, KeyCode.E);
            shoot(window, out, "export");
            window.fx(
                    () -> {
                        choose(window, "export-labels", LabelPolicy.UNANIMOUS);
                        choose(window, "export-balance", Balance.Unit.TRACES);
                        return null;
                    });
            shoot(window, out, "export-choices");
            window.fx(
                    () -> {
                        ((TextField) window.node("export-split")).setText("80/10");
                        return null;
                    });
            shoot(window, out, "export-bad");
        }
        System.exit(0);
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(TestWindow window, String id, T item) {
        ((ComboBox<T>) window.node(id)).setValue(item);
    }

    /** The samples, and a second person who differs on every seventh trace. */
    private static Path workspace(Path folder) throws IOException {
        Path file = folder.resolve("refunds.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            SampleWork.addTo(workspace, folder);
            List<LabelledTrace> rows = new ArrayList<>();
            workspace.traces().forEach(TraceFilter.ALL, rows::add);
            for (int i = 0; i < rows.size(); i += 7) {
                String id = rows.get(i).trace().id();
                workspace
                        .labels()
                        .put(
                                StepLabel.verdict(
                                        id,
                                        0,
                                        Verdict.WRONG,
                                        "ada",
                                        Instant.now(),
                                        LabelSource.HUMAN))
                        .join();
            }
            workspace
                    .views()
                    .save(new SavedView("With errors", "verdict:wrong", QueueOrder.IMPORTED));
        }
        return file;
    }

    private static void shoot(TestWindow window, Path out, String name) throws IOException {
        for (String theme : List.of("light", "dark")) {
            for (int[] size : SIZES) {
                window.fx(
                        () -> {
                            window.shell().theme(theme);
                            window.size(size[0], size[1]);
                            return null;
                        });
                WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
                WaitForAsyncUtils.waitForFxEvents();
                WritableImage image = window.fx(() -> window.stage().getScene().snapshot(null));
                Path file =
                        out.resolve(name + "-" + theme + "-" + size[0] + "x" + size[1] + ".png");
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            }
        }
    }
}
