package org.stepwright.ui.label;

import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.stepwright.storage.GoldTrace;
import org.stepwright.storage.ProjectSettings;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.FxTasks;

/** How this project is labelled, as last read. Confined to the UI thread. */
final class ProjectInUse {
    private record Read(ProjectSettings settings, Set<String> gold) {}

    private final FxTasks tasks;
    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<ProjectSettings> settings =
            new ReadOnlyObjectWrapper<>(ProjectSettings.DEFAULTS);
    private Set<String> gold = Set.of();

    ProjectInUse(FxTasks tasks, Workspace workspace) {
        this.tasks = tasks;
        this.workspace = workspace;
    }

    /**
     * Reads it anew.
     *
     * @param done called when it is there, or could not be read and stays as it was
     */
    void load(Runnable done) {
        tasks.query(
                () ->
                        new Read(
                                workspace.project().current(),
                                workspace.gold().all().stream()
                                        .map(GoldTrace::traceId)
                                        .collect(Collectors.toUnmodifiableSet())),
                read -> {
                    gold = read.gold();
                    settings.set(read.settings());
                    done.run();
                },
                why -> done.run());
    }

    ReadOnlyObjectProperty<ProjectSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** Whether the right labels of a trace are known, which its labeller must not be told. */
    boolean isGold(String traceId) {
        return gold.contains(traceId);
    }

    /** Whether traces can come out of turn: known ones, or own ones once more. */
    boolean servesOutOfTurn() {
        return !gold.isEmpty() || settings.get().repeatShare() > 0;
    }

    /** What machines say that may be seen. */
    Showing showing() {
        return new Showing(settings.get().shownSources(), settings.get().shownAfterSubmit(), false);
    }
}
