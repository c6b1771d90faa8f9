package org.stepwright.ui.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stepwright.settings.Settings;
import org.stepwright.settings.SettingsStore;

/** Remembers what was chosen for the last export, for all workspaces of this user. */
final class ExportMemory {
    private static final String PREFIX = "export.";

    private final SettingsStore settings;

    /**
     * @param settings where it is remembered; null to remember nothing
     */
    ExportMemory(SettingsStore settings) {
        this.settings = settings;
    }

    Map<String, String> recall() {
        Map<String, String> own = new LinkedHashMap<>();
        if (settings != null) {
            settings.current()
                    .remembered()
                    .forEach(
                            (name, value) -> {
                                if (name.startsWith(PREFIX)) {
                                    own.put(name.substring(PREFIX.length()), value);
                                }
                            });
        }
        return own;
    }

    void remember(Map<String, String> chosen) {
        if (settings != null) {
            settings.update(before -> with(before, chosen));
        }
    }

    private static Settings with(Settings before, Map<String, String> chosen) {
        Settings after = before;
        for (Map.Entry<String, String> one : chosen.entrySet()) {
            after = after.withRemembered(PREFIX + one.getKey(), one.getValue());
        }
        return after;
    }
}
