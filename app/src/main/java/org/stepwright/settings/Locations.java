package org.stepwright.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Where this user's settings and log lie.
 *
 * @param config the folder of the settings
 * @param log the folder of the log
 */
public record Locations(Path config, Path log) {
    /** System property that puts both under one folder. */
    public static final String OVERRIDE = "stepwright.config";

    /**
     * @return the folders that the system's habits and the environment give
     */
    public static Locations ofSystem() {
        String override = System.getProperty(OVERRIDE, "");
        if (!override.isBlank()) {
            Path folder = Path.of(override).toAbsolutePath();
            return new Locations(folder, folder.resolve("log"));
        }
        return of(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                System::getenv);
    }

    /**
     * @param os the system's name, as {@code os.name} gives it
     * @param home the user's home
     * @param env environment variables by name; null when not set
     * @return the folders
     */
    static Locations of(String os, Path home, UnaryOperator<String> env) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path config =
                    set(env.apply("APPDATA"), home.resolve("AppData/Roaming"))
                            .resolve("Stepwright");
            Path log =
                    set(env.apply("LOCALAPPDATA"), home.resolve("AppData/Local"))
                            .resolve("Stepwright/log");
            return new Locations(config, log);
        }
        if (system.startsWith("mac")) {
            return new Locations(
                    home.resolve("Library/Application Support/Stepwright"),
                    home.resolve("Library/Logs/Stepwright"));
        }
        return new Locations(
                set(env.apply("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("stepwright"),
                set(env.apply("XDG_STATE_HOME"), home.resolve(".local/state"))
                        .resolve("stepwright"));
    }

    /** The freedesktop rules say that a relative path in these variables is to be ignored. */
    private static Path set(String value, Path otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? path : otherwise;
        } catch (java.nio.file.InvalidPathException e) {
            return otherwise;
        }
    }

    /**
     * @return the file of the settings
     */
    public Path settingsFile() {
        return config.resolve("settings.json");
    }
}
