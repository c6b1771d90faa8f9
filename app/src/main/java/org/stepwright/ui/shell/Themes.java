package org.stepwright.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Collection;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.Scene;
import org.stepwright.settings.Settings;
import org.stepwright.ui.kit.Appearance;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.SettingsWriter;

/** Light, dark, or whatever the system has. */
final class Themes implements Appearance {
    private static final String SHEETS = "/org/stepwright/assets/styles/";

    private final SettingsWriter settings;
    private final TextSize textSize;
    private final FxTasks tasks;
    private final Callable<Boolean> systemIsDark;
    private final Scene scene;
    private String chosen;
    private boolean systemWasDark;

    /**
     * @param now the settings to begin with
     * @param settings remembers the next one
     * @param tasks asks the system
     * @param systemIsDark whether the system is set to dark; asked off the UI thread
     * @param screens ids of screens; one that has a sheet {@code <id>.css} gets it
     */
    Themes(
            Settings now,
            SettingsWriter settings,
            FxTasks tasks,
            Callable<Boolean> systemIsDark,
            Scene scene,
            Collection<String> screens) {
        chosen = now.theme();
        this.settings = settings;
        this.tasks = tasks;
        this.systemIsDark = systemIsDark;
        this.scene = scene;
        add("stepwright");
        screens.forEach(this::add);
        textSize = new TextSize(now, settings, scene.getStylesheets());
        show();
    }

    private void add(String sheet) {
        URL url = Themes.class.getResource(SHEETS + sheet + ".css");
        if (url != null) {
            scene.getStylesheets().add(url.toExternalForm());
        }
    }

    @Override
    public ReadOnlyIntegerProperty textSize() {
        return textSize.percent();
    }

    @Override
    public void chooseTextSize(int percent) {
        textSize.choose(percent);
    }

    /** The next larger text, or the next smaller one. */
    void stepTextSize(int direction) {
        textSize.step(direction);
    }

    @Override
    public String theme() {
        return chosen;
    }

    @Override
    public void choose(String theme) {
        chosen = theme;
        settings.update(s -> s.withTheme(theme));
        show();
    }

    private void show() {
        boolean system = chosen.equals("system");
        show(system ? systemWasDark : chosen.equals("dark"));
        if (system) {
            // Asks a program of the system, which may take its time.
            tasks.query(
                    systemIsDark,
                    dark -> {
                        systemWasDark = dark;
                        if (chosen.equals("system")) {
                            show(dark);
                        }
                    },
                    why -> {
                        // unknown means as it was
                    });
        }
    }

    private void show(boolean dark) {
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scene.getRoot().getStyleClass().remove("dark");
        if (dark) {
            scene.getRoot().getStyleClass().add("dark");
        }
    }
}
