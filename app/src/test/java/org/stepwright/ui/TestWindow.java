package org.stepwright.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.stepwright.app.AppContext;
import org.stepwright.error.Failures;
import org.stepwright.settings.KeyVault;
import org.stepwright.settings.Locations;
import org.stepwright.settings.SettingsStore;
import org.stepwright.settings.SystemSecrets;
import org.stepwright.task.ThreadTaskRunner;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.shell.ScreenList;
import org.stepwright.ui.shell.Shell;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The real window with settings of its own, for tests and tools. Works headless and on a display.
 */
public final class TestWindow implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final AppContext app;
    private final ExecutorService queries = Executors.newFixedThreadPool(2);
    private Stage stage;
    private Shell shell;
    private Robot robot;

    private TestWindow(Path config) {
        Failures failures = new Failures();
        SettingsStore settings = new SettingsStore(new Locations(config, config).settingsFile());
        settings.load();
        app =
                new AppContext(
                        failures,
                        new ThreadTaskRunner(failures::sentence),
                        settings,
                        new SystemSecrets(new MemoryVault(), name -> null));
    }

    /** Keys of this window only: a test must not write into the keyring of who runs it. */
    private static final class MemoryVault implements KeyVault {
        private final Map<String, String> keys = new ConcurrentHashMap<>();

        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(keys.get(name));
        }

        @Override
        public void put(String name, String key) {
            keys.put(name, key);
        }

        @Override
        public void remove(String name) {
            keys.remove(name);
        }
    }

    /**
     * Opens the window.
     *
     * @param config the folder of its settings
     * @param workspace a workspace to open, or null
     * @param theme light or dark
     * @param width of its content
     * @param height of its content
     */
    public static TestWindow open(
            Path config, Path workspace, String theme, double width, double height) {
        return open(config, workspace, theme, width, height, ScreenList.all());
    }

    /** As the other one, with screens of the test's own choice. */
    public static TestWindow open(
            Path config,
            Path workspace,
            String theme,
            double width,
            double height,
            List<ScreenFactory> screens) {
        startToolkit();
        TestWindow window = new TestWindow(config);
        window.app.settings().update(s -> s.withTheme(theme).withAnnotator("ana"));
        window.fx(
                () -> {
                    window.stage = new Stage();
                    window.shell = new Shell(window.app, window.stage, screens, window.queries);
                    window.robot = new Robot();
                    window.size(width, height);
                    window.stage.setX(0);
                    window.stage.setY(0);
                    window.stage.show();
                    window.stage.requestFocus();
                    window.shell.start(workspace);
                    return null;
                });
        if (workspace != null) {
            window.until(
                    "the workspace is open",
                    () -> window.shell.workspace() != null && window.node("home") != null);
        }
        window.layOut();
        return window;
    }

    private static void startToolkit() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            started.countDown();
        }
        try {
            if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The toolkit did not start.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.setImplicitExit(false);
    }

    /** Gives the window another size; call on the UI thread. */
    public void size(double width, double height) {
        stage.setWidth(width);
        stage.setHeight(height);
    }

    public Shell shell() {
        return shell;
    }

    public Stage stage() {
        return stage;
    }

    public AppContext app() {
        return app;
    }

    /** Runs something on the UI thread and waits for it. */
    public <T> T fx(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("The UI thread did not answer.", e);
        }
    }

    /**
     * Waits until something holds, looked at on the UI thread. It does not hold yet where it looks
     * at a node that is not there: what a scroll pane holds is found only after the next pulse.
     */
    public void until(String what, Callable<Boolean> holds) {
        AtomicReference<NullPointerException> missing = new AtomicReference<>();
        Callable<Boolean> look =
                () -> {
                    try {
                        boolean held = holds.call();
                        missing.set(null);
                        return held;
                    } catch (NullPointerException e) {
                        missing.set(e);
                        return false;
                    }
                };
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> fx(look));
        } catch (TimeoutException e) {
            Throwable cause = missing.get() == null ? e : missing.get();
            throw new AssertionError("Waited in vain until " + what + ".", cause);
        }
    }

    /** The node of an id, or null; call on the UI thread or through {@link #fx}. */
    public Node node(String id) {
        return stage.getScene().getRoot().lookup("#" + id);
    }

    /** Presses keys together and lets them go, as a person does. */
    public void keys(KeyCode... together) {
        fx(
                () -> {
                    for (KeyCode code : together) {
                        robot.keyPress(code);
                    }
                    for (int i = together.length - 1; i >= 0; i--) {
                        robot.keyRelease(together[i]);
                    }
                    return null;
                });
    }

    /** Shows a screen and waits until it is there. */
    public void show(String screen) {
        fx(
                () -> {
                    shell.show(screen);
                    return null;
                });
        until(screen + " is shown", () -> shell.current().id().equals(screen));
        layOut();
    }

    /** Does at once what the next pulse would, so that nodes in scroll panes are found. */
    private void layOut() {
        fx(
                () -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    return null;
                });
    }

    @Override
    public void close() {
        fx(
                () -> {
                    shell.close();
                    stage.hide();
                    return null;
                });
        shell.end();
        queries.shutdownNow();
        app.close();
    }
}
