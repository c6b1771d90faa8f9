package org.stepwright.app;

import java.util.List;

/**
 * A way into the application: the command line or the window. Found through {@link
 * java.util.ServiceLoader}, so that this package knows neither and the command line runs without
 * touching JavaFX.
 */
public interface Launch {
    /** The name of the window. */
    String DESKTOP = "desktop";

    /** The name of the command line. */
    String COMMAND_LINE = "cli";

    /**
     * @return {@link #DESKTOP} or {@link #COMMAND_LINE}
     */
    String name();

    /**
     * Runs until the end; blocks.
     *
     * @param context the wired application; the caller closes it
     * @param args the arguments after the program's name
     * @return the exit code
     */
    int run(AppContext context, List<String> args);
}
