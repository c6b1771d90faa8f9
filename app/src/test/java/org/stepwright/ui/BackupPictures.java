package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.stepwright.storage.BackupReason;
import org.stepwright.storage.BackupRules;
import org.stepwright.storage.Backups;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Progress;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the tab of backups: empty, with some, checked, and before going back. */
public final class BackupPictures {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};

    private BackupPictures() {}

    /**
     * @param args the folder for the pictures
     */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("stepwright");
        Path file = work.resolve("refunds.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            SampleWork.addTo(workspace, work);
        }
        try (TestWindow window =
                TestWindow.open(work.resolve("config"), file, "light", 1280, 800)) {
            shoot(window, out, "backups-none", () -> {});
            for (int day = 40; day >= 0; day--) {
                Clock then = Clock.offset(Clock.systemDefaultZone(), Duration.ofDays(-day));
                Backups backups = new Backups(file, BackupRules.DEFAULTS, then);
                backups.makeDaily(Progress.NONE);
                if (day == 9) {
                    backups.make(BackupReason.MERGE, Progress.NONE);
                    backups.make(BackupReason.MANUAL, Progress.NONE);
                }
            }
            shoot(
                    window,
                    out,
                    "backups-list",
                    () -> {
                        TableView<?> table = (TableView<?>) window.node("backup-table");
                        table.getSelectionModel().select(2);
                        ((Button) window.node("backup-check")).fire();
                    });
            shoot(
                    window,
                    out,
                    "backups-preview",
                    () -> ((Button) window.node("backup-restore")).fire());
        }
        System.exit(0);
    }

    private static void shoot(TestWindow window, Path out, String name, Runnable before)
            throws IOException {
        window.fx(
                () -> {
                    window.shell().show("home");
                    window.shell().show("data", "backups");
                    return null;
                });
        settle();
        window.fx(
                () -> {
                    before.run();
                    return null;
                });
        settle();
        for (int[] size : SIZES) {
            for (String theme : new String[] {"light", "dark"}) {
                window.fx(
                        () -> {
                            window.shell().theme(theme);
                            return null;
                        });
                window.size(size[0], size[1]);
                settle();
                WritableImage picture = window.fx(() -> window.stage().getScene().snapshot(null));
                ImageIO.write(
                        SwingFXUtils.fromFXImage(picture, null),
                        "png",
                        out.resolve(name + "-" + theme + "-" + size[0] + ".png").toFile());
            }
        }
    }

    private static void settle() {
        WaitForAsyncUtils.sleep(900, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
