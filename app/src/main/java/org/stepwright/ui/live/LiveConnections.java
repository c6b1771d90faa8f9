package org.stepwright.ui.live;

import java.util.List;
import org.stepwright.app.AppContext;
import org.stepwright.prm.live.Connection;

/** The connections that Live offers: those of the settings. */
final class LiveConnections {
    private LiveConnections() {}

    static List<Connection> of(AppContext app) {
        return app.settings().current().connections();
    }
}
