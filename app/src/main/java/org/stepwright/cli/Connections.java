package org.stepwright.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.stepwright.app.AppContext;
import org.stepwright.prm.live.Connection;
import org.stepwright.work.WorkFailed;

/** Finds the connection that a command names. */
final class Connections {
    static final String HELP =
            "A connection from the settings, or recorded:FILE to replay a recording.";

    private static final String RECORDED = "recorded:";

    private Connections() {}

    /**
     * @param app knows the settings
     * @param name a connection's name, or {@code recorded:FILE}
     * @return the connection
     * @throws WorkFailed when there is none of that name
     */
    static Connection find(AppContext app, String name) {
        if (name.startsWith(RECORDED)) {
            return Connection.recorded("recorded", name.substring(RECORDED.length()));
        }
        return app.settings()
                .current()
                .connection(name)
                .orElseThrow(
                        () ->
                                new WorkFailed(
                                        "There is no connection named "
                                                + name
                                                + "; add it under Settings in the window, or use"
                                                + " recorded:FILE."));
    }

    /** What is missing when a command names no connection, and how to come by one. */
    static String missing(AppContext app) {
        List<Connection> all = app.settings().current().connections();
        if (all.isEmpty()) {
            return "This needs a live model and no connection is set up yet; add one under Settings"
                    + " in the window, or under \"connections\" in "
                    + app.settings().folder().resolve("settings.json")
                    + ", and name it with --connection.";
        }
        return "This needs a live model; name one of your connections with --connection: "
                + all.stream().map(Connection::name).collect(Collectors.joining(", "))
                + ".";
    }
}
