package org.stepwright.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.SavedView;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.FxTasks;

/** What a workspace has to choose from for an export. Used from the UI thread. */
public final class ExportLists {
    private static final List<String> ALWAYS = List.of("none", "consensus");

    private final Workspace workspace;
    private final FxTasks tasks;
    private final ObservableList<String> rubrics = FXCollections.observableArrayList();
    private final ObservableList<String> views = FXCollections.observableArrayList();
    private final ObservableList<String> softSources = FXCollections.observableArrayList(ALWAYS);

    ExportLists(Workspace workspace, FxTasks tasks) {
        this.workspace = workspace;
        this.tasks = tasks;
    }

    /** Reads them anew. */
    void load(Consumer<String> failed) {
        tasks.query(this::versionKeys, rubrics::setAll, failed);
        tasks.query(
                () -> workspace.views().all().stream().map(SavedView::name).toList(),
                views::setAll,
                failed);
        tasks.query(this::sources, softSources::setAll, failed);
    }

    private List<String> versionKeys() {
        return workspace.rubrics().list().stream()
                .flatMap(head -> workspace.rubrics().versions(head.rubricId()).stream())
                .map(RubricVersion::key)
                .toList();
    }

    private List<String> sources() {
        List<String> sources = new ArrayList<>(ALWAYS);
        workspace.suggestions().sources().forEach(s -> sources.add("suggestions:" + s));
        workspace.scores().models().forEach(m -> sources.add("scores:" + m));
        return sources;
    }

    /**
     * @return keys of the published rubric versions
     */
    public ObservableList<String> rubrics() {
        return rubrics;
    }

    /**
     * @return names of the saved views
     */
    public ObservableList<String> views() {
        return views;
    }

    /**
     * @return sources of soft labels, as {@link org.stepwright.storage.export.SoftSource#parse}
     *     reads them
     */
    public ObservableList<String> softSources() {
        return softSources;
    }
}
