package org.stepwright.ui.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whether the desktop is set to dark. Asks the system's own small tools; unknown means light. */
final class SystemTheme {
    private static final int PATIENCE_MILLIS = 800;
    private static final int LARGEST = 4096;

    /** Asked again each time, as people switch at dusk. */
    boolean isDark() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return says(List.of("defaults", "read", "-g", "AppleInterfaceStyle"), "dark");
        }
        if (os.startsWith("windows")) {
            return says(
                    List.of(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes"
                                    + "\\Personalize",
                            "/v",
                            "AppsUseLightTheme"),
                    "0x0");
        }
        return says(
                List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"), "dark");
    }

    private static boolean says(List<String> command, String word) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return false;
            }
            byte[] answer = process.getInputStream().readNBytes(LARGEST);
            return new String(answer, StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .contains(word);
        } catch (IOException e) {
            return false; // no such tool here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
