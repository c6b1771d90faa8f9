package org.stepwright.ui.label;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.RubricHead;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.RubricChoice;

/** The rubric that is labelled under, and those that could be. Confined to the UI thread. */
final class RubricInUse {
    private final FxTasks tasks;
    private final RubricChoice choice;
    private final ObjectProperty<RubricVersion> version = new SimpleObjectProperty<>();
    private final ObservableList<RubricHead> published = FXCollections.observableArrayList();

    RubricInUse(FxTasks tasks, RubricChoice choice) {
        this.tasks = tasks;
        this.choice = choice;
    }

    /**
     * Reads which rubric is in use and which there are.
     *
     * @param loaded called once the one in use is known
     * @param failed gets a plain sentence
     */
    void load(Runnable loaded, Consumer<String> failed) {
        tasks.query(
                choice::current,
                found -> {
                    use(found.orElse(null));
                    loaded.run();
                },
                failed);
        tasks.query(choice::published, published::setAll, failed);
    }

    /**
     * Labels under another rubric from now on.
     *
     * @param rubricId a rubric with a published version; empty for none
     * @param failed gets a plain sentence
     */
    void choose(String rubricId, Consumer<String> failed) {
        tasks.query(
                () -> {
                    choice.choose(rubricId);
                    return choice.current();
                },
                found -> use(found.orElse(null)),
                failed);
    }

    private void use(RubricVersion next) {
        // Read anew each time, so that only its key tells whether it is another one.
        if (!Objects.equals(key(next), key())) {
            version.set(next);
        }
    }

    /** The version in use, or null. */
    ObjectProperty<RubricVersion> version() {
        return version;
    }

    /** Its key; empty without one. */
    String key() {
        return key(version.get());
    }

    private static String key(RubricVersion version) {
        return version == null ? "" : version.key();
    }

    /** Rubrics with a published version. */
    ObservableList<RubricHead> published() {
        return published;
    }
}
