package org.stepwright.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.stepwright.settings.Locations;

/**
 * Where the program starts: no arguments or a workspace alone open the window, any others are a
 * command.
 */
public final class Main {
    // What JavaFX throws when the display or a library of the system is missing.
    private static final String NO_WINDOW =
            "The window cannot open: check that DISPLAY names a display that runs and that the"
                + " packages libgtk-3-0, libgl1 and libxtst6 are installed, or use the commands;"
                + " stepwright demo needs no display.";

    private static final String WORKSPACE = ".stepwright";

    private Main() {}

    /**
     * @param args the command line; empty or one workspace's file for the window
     */
    public static void main(String[] args) {
        Locations locations = Locations.ofSystem();
        Logging.start(locations.log());
        String name = way(List.of(args));
        int code;
        try (AppContext context = AppContext.create(locations)) {
            code = run(name, context, List.of(args));
        }
        System.exit(code);
    }

    /** The name of the way in that a command line asks for. */
    static String way(List<String> args) {
        boolean window = args.isEmpty() || args.size() == 1 && isWorkspace(args.get(0));
        return window ? Launch.DESKTOP : Launch.COMMAND_LINE;
    }

    private static boolean isWorkspace(String argument) {
        try {
            return argument.endsWith(WORKSPACE) && Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false; // the command line will say what it does not know
        }
    }

    /** The last place that can keep a stack trace away from a person. */
    private static int run(String name, AppContext context, List<String> args) {
        try {
            return launch(name).run(context, args);
        } catch (UnsupportedOperationException | LinkageError e) {
            if (!name.equals(Launch.DESKTOP)) {
                throw e;
            }
            System.err.println(NO_WINDOW);
        } catch (RuntimeException e) {
            System.err.println(context.failures().sentence(e));
        }
        return 1;
    }

    private static Launch launch(String name) {
        return ServiceLoader.load(Launch.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This build has no " + name + "."));
    }
}
