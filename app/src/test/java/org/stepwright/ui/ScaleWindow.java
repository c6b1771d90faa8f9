package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.stepwright.storage.Workspace;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Browses a large workspace in the real window: opens it, goes through the queue, filters,
 * searches, labels, shows every screen; says how long things took and how much memory the process
 * had. Needs a screen (Xvfb does).
 */
public final class ScaleWindow {
    private static final int LABELS = 300;

    private ScaleWindow() {}

    /**
     * @param args the workspace; it is worked in
     */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        Path config = Files.createTempDirectory("stepwright");
        long start = System.nanoTime();
        try (TestWindow window = TestWindow.open(config, file, "light", 1280, 800)) {
            tell("window and workspace open", start);
            start = System.nanoTime();
            window.show("label");
            window.until("the queue is there", () -> !queue(window).getItems().isEmpty());
            tell("first page of the queue", start);
            for (int page = 0; page < 40; page++) {
                window.fx(
                        () -> {
                            ListView<?> list = queue(window);
                            list.scrollTo(list.getItems().size() - 1);
                            return null;
                        });
                WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
            }
            System.out.printf("scale: %d traces in the list%n", queue(window).getItems().size());
            tell("40 pages down", start);
            for (String where :
                    List.of("disagree:yes", "spark:yes", "text:ibx", "verdict:wrong", "")) {
                window.fx(
                        () -> {
                            ((TextField) window.node("queue-filter")).setText(where);
                            return null;
                        });
                WaitForAsyncUtils.sleep(1_500, TimeUnit.MILLISECONDS);
            }
            tell("five filters", start);
            start = System.nanoTime();
            window.fx(
                    () -> {
                        queue(window).requestFocus();
                        return null;
                    });
            long before = window.shell().workspace().counts().events();
            for (int i = 0; i < LABELS; i++) {
                window.keys(i % 12 == 11 ? KeyCode.ENTER : KeyCode.DIGIT1);
            }
            WaitForAsyncUtils.sleep(1_000, TimeUnit.MILLISECONDS);
            Workspace open = window.shell().workspace();
            System.out.printf("scale: %d label events%n", open.counts().events() - before);
            tell(LABELS + " keys", start);
            for (String screen : window.fx(() -> window.shell().reachable())) {
                start = System.nanoTime();
                window.show(screen);
                WaitForAsyncUtils.sleep(2_000, TimeUnit.MILLISECONDS);
                tell("2 s on the screen " + screen, start);
            }
            window.fx(
                    () -> {
                        window.shell().show("data", "backups");
                        return null;
                    });
            WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
            start = System.nanoTime();
            window.keys(KeyCode.CONTROL, KeyCode.ENTER);
            window.until(
                    "tasks have ended",
                    () -> window.app().tasks().tasks().stream().allMatch(t -> t.state().isFinal()));
            tell("a backup", start);
        }
        System.exit(0);
    }

    private static ListView<?> queue(TestWindow window) {
        return (ListView<?>) window.node("label-queue");
    }

    private static void tell(String what, long start) throws IOException {
        double seconds = (System.nanoTime() - start) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "scale: %-32s %6.2f s; heap %4d MB of %d; %s%n",
                what,
                seconds,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20,
                resident());
    }

    /** What the system says this process holds; Linux. */
    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM") || line.startsWith("VmRSS")) {
                words.append(line.replaceAll("\\s+", " ")).append(' ');
            }
        }
        return words.toString().strip();
    }
}
