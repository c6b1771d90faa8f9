package org.stepwright.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Collection;
import javafx.application.Application;
import javafx.scene.Scene;
import org.stepwright.settings.SettingsStore;
import org.stepwright.ui.kit.Appearance;

/** Light, dark, or whatever the system has. */
final class Themes implements Appearance {
    private static final String SHEETS = "/org/stepwright/assets/styles/";

    private final SettingsStore settings;
    private final SystemTheme system;
    private final Scene scene;

    /**
     * @param screens ids of screens; one that has a sheet {@code <id>.css} gets it
     */
    Themes(SettingsStore settings, SystemTheme system, Scene scene, Collection<String> screens) {
        this.settings = settings;
        this.system = system;
        this.scene = scene;
        add("stepwright");
        screens.forEach(this::add);
        show(theme());
    }

    private void add(String sheet) {
        URL url = Themes.class.getResource(SHEETS + sheet + ".css");
        if (url != null) {
            scene.getStylesheets().add(url.toExternalForm());
        }
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
