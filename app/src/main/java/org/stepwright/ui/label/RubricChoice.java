package org.stepwright.ui.label;

import java.util.List;
import java.util.Optional;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.settings.SettingsStore;
import org.stepwright.storage.RubricHead;
import org.stepwright.storage.Workspace;

/** Which rubric a workspace is labelled under: the latest published version of a remembered id. */
final class RubricChoice {
    private static final String KEY = "rubric:";

    private final Workspace workspace;
    private final SettingsStore settings;

    RubricChoice(Workspace workspace, SettingsStore settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    /** Rubrics with a published version. Reads the workspace. */
    List<RubricHead> published() {
        return workspace.rubrics().list().stream().filter(h -> h.latestVersion() > 0).toList();
    }

    /**
     * The rubric in use: the remembered one; the only one when nothing was chosen yet. Reads the
     * workspace.
     */
    Optional<RubricVersion> current() {
        List<RubricHead> heads = published();
        String remembered = settings.current().remembered().get(key());
        if (remembered == null && heads.size() == 1) {
            remembered = heads.get(0).rubricId();
        }
        String wanted = remembered;
        return heads.stream()
                .filter(h -> h.rubricId().equals(wanted))
                .findFirst()
                .flatMap(h -> workspace.rubrics().version(h.rubricId() + "@" + h.latestVersion()));
    }

    /** Remembers a rubric; empty for none. */
    void choose(String rubricId) {
        settings.update(s -> s.withRemembered(key(), rubricId));
    }

    private String key() {
        return KEY + workspace.file().toAbsolutePath().normalize();
    }
}
