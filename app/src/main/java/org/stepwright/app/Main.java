package org.stepwright.app;

import java.util.List;
import java.util.ServiceLoader;
import org.stepwright.settings.Locations;

/** Where the program starts: no arguments open the window, any others are a command. */
public final class Main {
    private Main() {}

    /**
     * @param args the command line; empty for the window
     */
    public static void main(String[] args) {
        Locations locations = Locations.ofSystem();
        Logging.start(locations.log());
        int code;
        try (AppContext context = AppContext.create(locations)) {
            code =
                    launch(args.length == 0 ? Launch.DESKTOP : Launch.COMMAND_LINE)
                            .run(context, List.of(args));
        }
        System.exit(code);
    }

    private static Launch launch(String name) {
        return ServiceLoader.load(Launch.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This build has no " + name + "."));
    }
}
