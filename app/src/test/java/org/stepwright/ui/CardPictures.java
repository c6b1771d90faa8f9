package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Importer;
import org.stepwright.ui.label.LabelProbe;
import org.stepwright.work.Progress;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the label screen with traces of several kinds of files, light and dark, by size. */
public final class CardPictures {
    private static final int SETTLE_MILLIS = 1500;

    private CardPictures() {}

    /**
     * @param args the folder for the pictures, what to make ({@code light-1280x800-100}, …, several
     *     with commas), and files to import; of each file one trace is pictured
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stepwright");
        Path file = work.resolve("cards.stepwright");
        List<String> firsts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Workspace workspace = Workspace.create(file)) {
            for (String from : Arrays.copyOfRange(args, 2, args.length)) {
                int before = (int) workspace.traces().count(TraceFilter.ALL, "ana");
                new Importer(workspace).run(List.of(Path.of(from)), "auto", Progress.NONE);
                firsts.add(workspace.traces().page(TraceFilter.ALL, "ana", before, 1).get(0).id());
                names.add(Path.of(from).getFileName().toString().replaceAll("\\..*", ""));
            }
        }
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), file, "light", 1280, 800)) {
            window.show("label");
            for (int i = 0; i < firsts.size(); i++) {
                trace(window, firsts.get(i), names.get(i), args[1].split(","), out);
            }
        }
        System.exit(0);
    }

    private static void trace(TestWindow window, String id, String name, String[] looks, Path out)
            throws IOException {
        window.fx(
                () -> {
                    window.shell().show("label", id);
                    return null;
                });
        LabelProbe probe = window.fx(() -> new LabelProbe(window.shell().current()));
        window.until("the trace is open", () -> id.equals(probe.traceId()));
        settle();
        for (KeyCode key : List.of(KeyCode.DIGIT3, KeyCode.S, KeyCode.DIGIT3, KeyCode.DIGIT2)) {
            window.keys(key);
        }
        for (String look : looks) {
            String[] parts = look.split("-");
            String[] size = parts[1].split("x");
            window.fx(
                    () -> {
                        window.shell().theme(parts[0]);
                        window.shell().textSize(Integer.parseInt(parts[2]));
                        window.size(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
                        return null;
                    });
            settle();
            WritableImage image = window.fx(() -> window.stage().getScene().snapshot(null));
            Path file = out.resolve(name + "-" + look + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            System.out.println(file);
        }
    }

    private static void settle() {
        // What is typeset in the background has no event to wait for.
        WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
