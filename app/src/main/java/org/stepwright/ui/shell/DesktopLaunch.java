package org.stepwright.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.stepwright.app.AppContext;
import org.stepwright.app.Launch;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.WorkFailed;

/** Opens the window and waits until it is closed. */
public final class DesktopLaunch implements Launch {
    private static final int READERS = 2;
    private static final int PATIENCE_SECONDS = 5;
    private static final String ICONS = "/org/stepwright/assets/icons/";

    /** For the service loader. */
    public DesktopLaunch() {
        // nothing to wire before run
    }

    @Override
    public String name() {
        return DESKTOP;
    }

    /**
     * @param args one optional workspace to open
     */
    @Override
    public int run(AppContext context, List<String> args) {
        if (!hasDisplay()) {
            System.err.println(Messages.of("shell").text("nodisplay"));
            return 1;
        }
        Path workspace = args.isEmpty() ? null : Path.of(args.get(0));
        ExecutorService queries =
                Executors.newFixedThreadPool(
                        READERS,
                        work -> {
                            Thread thread = new Thread(work, "query");
                            thread.setDaemon(true);
                            return thread;
                        });
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<Runnable> afterwards = new AtomicReference<>(() -> {});
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        start(
                () -> {
                    try {
                        afterwards.set(open(context, queries, workspace, closed));
                    } catch (RuntimeException e) { // would be lost on the UI thread
                        failure.set(e);
                        closed.countDown();
                    }
                });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        afterwards.get().run();
        Platform.exit();
        end(queries);
        if (failure.get() != null) {
            System.err.println(context.failures().sentence(failure.get()));
            return 1;
        }
        return 0;
    }

    /** Starts JavaFX, which warns at each start that it is not loaded as modules. */
    private static void start(Runnable open) {
        Logger toolkit = Logger.getLogger("javafx");
        Level before = toolkit.getLevel();
        toolkit.setLevel(Level.SEVERE);
        try {
            Platform.startup(open);
        } finally {
            toolkit.setLevel(before);
        }
    }

    /** Lets what is being written, such as settings, be written. */
    private static void end(ExecutorService queries) {
        queries.shutdown();
        try {
            queries.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the window and gives what is left to do, off the UI thread, when it has closed. */
    private static Runnable open(
            AppContext context, ExecutorService queries, Path workspace, CountDownLatch closed) {
        Platform.setImplicitExit(false);
        Stage stage = new Stage();
        Shell shell = new Shell(context, stage, ScreenList.all(), queries);
        for (String icon : List.of("stepwright-256.png", "stepwright-512.png")) {
            stage.getIcons()
                    .add(new Image(DesktopLaunch.class.getResource(ICONS + icon).toExternalForm()));
        }
        WindowMemory memory = new WindowMemory(context.settings(), stage);
        memory.restore();
        stage.setOnHidden(
                e -> {
                    try {
                        shell.close();
                    } finally {
                        closed.countDown();
                    }
                });
        stage.setOnHiding(e -> memory.keep());
        stage.show();
        shell.start(workspace);
        return () -> {
            shell.end();
            try {
                memory.write();
            } catch (WorkFailed e) {
                context.failures().sentence(e); // nobody is left to tell, so only the log has it
            }
        };
    }

    private static boolean hasDisplay() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean monocle = "Monocle".equals(System.getProperty("glass.platform"));
        return monocle
                || !os.contains("linux")
                || set(System.getenv("DISPLAY"))
                || set(System.getenv("WAYLAND_DISPLAY"));
    }

    private static boolean set(String value) {
        return value != null && !value.isBlank();
    }
}
