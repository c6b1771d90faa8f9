package org.stepwright.ui.rubrics.versions;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.LabelMigrations;
import org.stepwright.ui.kit.FxTasks;

/** The version that labels were made under and the one that they go to. Use on the UI thread. */
final class VersionChoices {
    /** A version and how many labels are under it. */
    record Choice(RubricVersion version, long labels) {}

    private final Supplier<List<RubricVersion>> versions;
    private final LabelMigrations migrations;
    private final FxTasks tasks;
    private final Runnable changed;
    private final Consumer<String> trouble;

    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Choice> from = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice> to = new SimpleObjectProperty<>();
    private int wantedFrom;
    private int wantedTo;
    private boolean loading;

    /**
     * @param versions the published versions, in any order
     * @param migrations counts labels
     * @param tasks background work
     * @param changed called when others are chosen or their labels were counted anew
     * @param trouble takes what went wrong, one plain sentence
     */
    VersionChoices(
            Supplier<List<RubricVersion>> versions,
            LabelMigrations migrations,
            FxTasks tasks,
            Runnable changed,
            Consumer<String> trouble) {
        this.versions = versions;
        this.migrations = migrations;
        this.tasks = tasks;
        this.changed = changed;
        this.trouble = trouble;
        from.addListener((o, was, is) -> choose());
        to.addListener((o, was, is) -> choose());
    }

    /** Says which versions are to be chosen when they are next read; 0 for the usual ones. */
    void want(int older, int newer) {
        wantedFrom = older;
        wantedTo = newer;
    }

    /** Reads the versions and how many labels are under each. */
    void load() {
        List<RubricVersion> all = versions.get();
        tasks.query(() -> counted(all), this::show, trouble);
    }

    private List<Choice> counted(List<RubricVersion> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(RubricVersion::number).reversed())
                .map(v -> new Choice(v, migrations.labelsUnder(v.key())))
                .toList();
    }

    private void show(List<Choice> found) {
        loading = true; // one change for all that follows
        choices.setAll(found);
        Choice newer = number(wantedTo, found.isEmpty() ? null : found.get(0));
        Choice usual =
                found.stream()
                        .filter(c -> c != newer && c.labels() > 0)
                        .findFirst()
                        .orElse(found.size() > 1 ? found.get(1) : null);
        from.set(number(wantedFrom, usual));
        to.set(newer);
        loading = false;
        wantedFrom = 0;
        wantedTo = 0;
        changed.run();
    }

    private Choice number(int wanted, Choice usual) {
        return choices.stream()
                .filter(c -> c.version().number() == wanted)
                .findFirst()
                .orElse(usual);
    }

    private void choose() {
        if (!loading) {
            changed.run();
        }
    }

    /** The versions, the latest first. */
    ObservableList<Choice> choices() {
        return choices;
    }

    ObjectProperty<Choice> from() {
        return from;
    }

    ObjectProperty<Choice> to() {
        return to;
    }
}
