package org.stepwright.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.settings.SettingsStore;
import org.stepwright.storage.RubricHead;
import org.stepwright.storage.Workspace;

/** Which rubric a workspace is labelled under: the latest published version of a remembered id. */
public final class RubricChoice {
    private static final String KEY = "rubric:";

    private final Workspace workspace;
    private final SettingsStore settings;

    /**
     * @param workspace the open workspace
     * @param settings where the choice is remembered
     */
    public RubricChoice(Workspace workspace, SettingsStore settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    /**
     * @return rubrics with a published version; reads the workspace
     */
    public List<RubricHead> published() {
        return workspace.rubrics().list().stream().filter(h -> h.latestVersion() > 0).toList();
    }

    /**
     * @return the latest version of the remembered rubric; of the only one when nothing was chosen
     *     yet; reads the workspace
     */
    public Optional<RubricVersion> current() {
        List<RubricHead> heads = published();
        String remembered = settings.current().remembered().get(key(workspace.file()));
        if (remembered == null && heads.size() == 1) {
            remembered = heads.get(0).rubricId();
        }
        String wanted = remembered;
        return heads.stream()
                .filter(h -> h.rubricId().equals(wanted))
                .findFirst()
                .flatMap(h -> workspace.rubrics().version(h.rubricId() + "@" + h.latestVersion()));
    }

    /**
     * @param rubricId the rubric to remember; empty for none
     */
    public void choose(String rubricId) {
        remember(settings, workspace.file(), rubricId);
    }

    /**
     * Remembers the rubric of a workspace that need not be open.
     *
     * @param settings where the choice is remembered
     * @param workspace the workspace's file
     * @param rubricId the rubric
     */
    public static void remember(SettingsStore settings, Path workspace, String rubricId) {
        settings.update(s -> s.withRemembered(key(workspace), rubricId));
    }

    private static String key(Path workspace) {
        return KEY + workspace.toAbsolutePath().normalize();
    }
}
