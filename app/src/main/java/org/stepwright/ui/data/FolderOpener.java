package org.stepwright.ui.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Opens a folder in the system's file manager through the system's own small tool. */
final class FolderOpener {
    private static final int SECONDS = 10;

    private FolderOpener() {}

    /** Blocks for a moment; call off the UI thread. Fails when the system has no such tool. */
    static boolean open(Path folder) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(System.getProperty("os.name", ""), folder))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        // A file manager that stays open is as good as one that answers.
        return !process.waitFor(SECONDS, TimeUnit.SECONDS) || answered(process, folder);
    }

    private static boolean answered(Process process, Path folder) throws IOException {
        // The Windows explorer always ends with 1.
        if (process.exitValue() != 0 && !isWindows(System.getProperty("os.name", ""))) {
            throw new IOException("No file manager for " + folder);
        }
        return true;
    }

    static List<String> command(String system, Path folder) {
        String path = folder.toAbsolutePath().toString();
        if (isWindows(system)) {
            return List.of("explorer.exe", path);
        }
        return system.toLowerCase(Locale.ROOT).startsWith("mac")
                ? List.of("open", path)
                : List.of("xdg-open", path);
    }

    private static boolean isWindows(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("win");
    }
}
