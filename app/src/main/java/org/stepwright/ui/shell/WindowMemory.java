package org.stepwright.ui.shell;

import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.stepwright.settings.SettingsStore;

/** Size and place of the window from one run to the next. */
final class WindowMemory {
    private static final String KEY = "window";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final SettingsStore settings;
    private final Stage stage;
    private volatile String kept = "";

    WindowMemory(SettingsStore settings, Stage stage) {
        this.settings = settings;
        this.stage = stage;
    }

    void restore() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        // At 200 % a common screen is lower than that.
        stage.setMinWidth(Math.min(960, screen.getWidth()));
        stage.setMinHeight(Math.min(600, screen.getHeight()));
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        double[] v = parse(settings.current().remembered().getOrDefault(KEY, ""));
        if (v.length != 5) {
            return;
        }
        // A screen that was unplugged must not leave the window out of sight.
        if (!Screen.getScreensForRectangle(v[0], v[1], v[2], v[3]).isEmpty()) {
            stage.setX(v[0]);
            stage.setY(v[1]);
            stage.setWidth(Math.max(stage.getMinWidth(), v[2]));
            stage.setHeight(Math.max(stage.getMinHeight(), v[3]));
        }
        stage.setMaximized(v[4] == 1);
    }

    /** Notes where the window is, on the UI thread. */
    void keep() {
        if (stage.isFullScreen() || stage.isIconified()) {
            return;
        }
        kept =
                stage.getX()
                        + ","
                        + stage.getY()
                        + ","
                        + stage.getWidth()
                        + ","
                        + stage.getHeight()
                        + ","
                        + (stage.isMaximized() ? 1 : 0);
    }

    /**
     * Writes down what was noted, off the UI thread.
     *
     * @throws org.stepwright.work.WorkFailed when the settings cannot be written
     */
    void write() {
        if (!kept.isEmpty()) {
            settings.update(s -> s.withRemembered(KEY, kept));
        }
    }

    private static double[] parse(String text) {
        try {
            return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }
}
