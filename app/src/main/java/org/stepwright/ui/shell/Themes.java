package org.stepwright.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import org.stepwright.settings.SettingsStore;
import org.stepwright.ui.kit.Appearance;

/** Light, dark, or whatever the system has. */
final class Themes implements Appearance {
    private static final String SHEET = "/org/stepwright/assets/styles/stepwright.css";

    private final SettingsStore settings;
    private final SystemTheme system;
    private final Scene scene;

    Themes(SettingsStore settings, SystemTheme system, Scene scene) {
        this.settings = settings;
        this.system = system;
        this.scene = scene;
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(Themes.class.getResource(SHEET), SHEET)
                                .toExternalForm());
        show(theme());
    }

    @Override
    public String theme() {
        return settings.current().theme();
    }

    @Override
    public void choose(String theme) {
        settings.update(s -> s.withTheme(theme));
        show(theme);
    }

    private void show(String theme) {
        boolean dark = theme.equals("dark") || theme.equals("system") && system.isDark();
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
