package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ComboBox;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.stepwright.storage.Workspace;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the page for the columns of unknown files, light and dark, in two sizes. */
public final class MappingPictures {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final int SETTLE_MILLIS = 1200;

    private MappingPictures() {}

    /**
     * @param args the folder for the pictures
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stepwright");
        Path workspace = work.resolve("support.stepwright");
        Workspace.create(workspace).close();
        Path nested = Files.writeString(work.resolve("support cases.jsonl"), nested());
        Path table = Files.writeString(work.resolve("claims.csv"), table());
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), workspace, "light", 1280, 800)) {
            open(window, nested);
            shoot(window, out, "mapping-jsonl");
            open(window, table);
            window.fx(
                    () -> {
                        ((ComboBox<?>) window.node("mapping-steps")).show();
                        return null;
                    });
            shoot(window, out, "mapping-csv");
            window.fx(
                    () -> {
                        ((ComboBox<?>) window.node("mapping-steps")).hide();
                        ((ComboBox<?>) window.node("mapping-problem"))
                                .getSelectionModel()
                                .select(0);
                        return null;
                    });
            shoot(window, out, "mapping-missing");
            window.fx(
                    () -> {
                        ((javafx.scene.control.Button) window.node("page-back")).fire();
                        return null;
                    });
            shoot(window, out, "import-unknown");
        }
        System.exit(0);
    }

    private static void open(TestWindow window, Path file) {
        window.fx(
                () -> {
                    window.shell().show("data", file.toString());
                    return null;
                });
        window.until("the page is open", () -> window.node("mapping-page") != null);
        settle();
    }

    private static String nested() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            rows.append(
                    String.format(
                            Locale.ROOT,
                            "{\"case\":{\"request\":\"Customer asks for a refund of order %d,"
                                + " bought %d days ago, because the parcel came"
                                + " late.\",\"run\":{\"steps\":[{\"content\":\"lookup_order(id=%d)\",\"rating\":1},{\"content\":\"The"
                                + " order was delivered on day %d, so the 30-day limit for refunds"
                                + " holds.\",\"rating\":%d},{\"content\":\"Pay the full amount back"
                                + " without asking for the"
                                + " goods.\",\"rating\":-1}]}},\"meta\":{\"model\":\"clerk-%d\",\"team\":\"north\"},\"uid\":\"case-%04d\"}%n",
                            7000 + i,
                            i * 2 + 3,
                            7000 + i,
                            i + 1,
                            i % 3 - 1,
                            i % 2 + 1,
                            i));
        }
        return rows + "{\"case\":{\"request\":\"No steps here.\"}}\n";
    }

    private static String table() {
        StringBuilder rows = new StringBuilder("claim_id;task;position;content;good;reviewer\n");
        for (int i = 0; i < 12; i++) {
            for (int step = 0; step < 4; step++) {
                rows.append(
                        String.format(
                                Locale.ROOT,
                                "C-%03d;Decide the claim about a broken window;%d;Step number %d"
                                        + " looks at the policy and the photographs.;%s;ann%n",
                                i,
                                step,
                                step + 1,
                                step == 3 ? "no" : "yes"));
            }
        }
        return rows.toString();
    }

    private static void shoot(TestWindow window, Path out, String name) throws IOException {
        for (String theme : new String[] {"light", "dark"}) {
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
                        out.resolve(name + "-" + theme + "-" + size[0] + "x" + size[1] + ".png");
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            }
        }
    }

    private static void settle() {
        WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
