package org.stepwright.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks for files. The last folder is remembered. Call on the UI thread. */
public interface FilePicker {
    /**
     * @param title the window's title
     * @param patterns such as {@code *.json}; none for all files
     * @return the chosen files; empty when the user changed their mind
     */
    List<Path> open(String title, String... patterns);

    /**
     * @param title the window's title
     * @param name a suggested file name
     * @param patterns such as {@code *.json}
     * @return where to save; a file that is there already was confirmed by the user
     */
    Optional<Path> save(String title, String name, String... patterns);

    /**
     * @param title the window's title
     * @return the chosen folder
     */
    Optional<Path> folder(String title);
}
