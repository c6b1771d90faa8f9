package org.stepwright.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.Changes;
import org.stepwright.ui.kit.Screen;

/** What lives as long as a workspace is open: its screens. Without a workspace there is one too. */
final class OpenWorkspace {
    private final Workspace workspace;
    private final Changes changes = new Changes();
    private final Map<String, Screen> screens = new LinkedHashMap<>();

    OpenWorkspace(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The workspace, or null. */
    Workspace workspace() {
        return workspace;
    }

    Changes changes() {
        return changes;
    }

    Map<String, Screen> screens() {
        return screens;
    }

    void close() {
        screens.values().forEach(Screen::closed);
        screens.clear();
    }
}
