package org.stepwright.ui.home;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.storage.Run;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.WorkspaceCounts;
import org.stepwright.ui.kit.FxTasks;

/** Counts what is in the open workspace and knows the next thing to do. */
final class HomeViewModel {
    private static final String ANYONE = "";

    private final FxTasks tasks;
    private final Workspace workspace;
    private final ObjectProperty<HomeFacts> facts = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");

    /**
     * @param tasks background work
     * @param workspace the open workspace, or null
     */
    HomeViewModel(FxTasks tasks, Workspace workspace) {
        this.tasks = tasks;
        this.workspace = workspace;
    }

    /** What is there; null before the first count and without a workspace. */
    ObjectProperty<HomeFacts> facts() {
        return facts;
    }

    /** Why it could not be counted; empty when it could. */
    StringProperty trouble() {
        return trouble;
    }

    /**
     * Counts again, in the background.
     *
     * @param annotator who works here
     */
    void load(String annotator) {
        if (workspace == null) {
            return;
        }
        tasks.query(
                () -> count(annotator),
                found -> {
                    trouble.set("");
                    facts.set(found);
                },
                trouble::set);
    }

    private HomeFacts count(String annotator) {
        WorkspaceCounts counts = workspace.counts();
        TraceFilter labelled = new TraceFilter("", null, "", "", true);
        TraceFilter open = new TraceFilter("", TraceState.OPEN, "", "", null);
        long models =
                workspace.runs().list(Run.Kind.TRAIN).stream()
                        .filter(r -> r.status() == Run.Status.SUCCEEDED)
                        .count();
        return new HomeFacts(
                counts.traces(),
                counts.steps(),
                counts.labels(),
                workspace.traces().count(labelled, ANYONE),
                workspace.traces().count(open, annotator),
                counts.rubricVersions(),
                models,
                workspace.audits().last().isPresent());
    }
}
