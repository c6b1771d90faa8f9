package org.stepwright.ui.data.safety;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Opens a folder in the file manager of the system. */
final class FolderView {
    private static final int PATIENCE_SECONDS = 3;

    private FolderView() {}

    /** Gives back whether a file manager took it; blocks a moment, so call off the UI thread. */
    static boolean open(Path folder) throws InterruptedException {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String opener = os.contains("win") ? "explorer" : os.contains("mac") ? "open" : "xdg-open";
        try {
            Process process =
                    new ProcessBuilder(opener, folder.toAbsolutePath().toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            // Explorer always says 1; one that goes on is at work.
            return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    || process.exitValue() == 0
                    || opener.equals("explorer");
        } catch (IOException e) {
            return false;
        }
    }
}
