package org.stepwright.ui.label.dashboard;

import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.ui.kit.FxTasks;

/** The dashboard without a view. Confined to the UI thread; reads run in the background. */
final class DashboardViewModel {
    private final FxTasks tasks;
    private final Callable<Figures> reader;
    private final ObjectProperty<Figures> figures = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final BooleanProperty reading = new SimpleBooleanProperty();
    private int generation;

    DashboardViewModel(FxTasks tasks, Callable<Figures> reader) {
        this.tasks = tasks;
        this.reader = reader;
    }

    /** Reads anew; what was read before stays in sight meanwhile. */
    void load() {
        int mine = ++generation;
        reading.set(true);
        tasks.query(
                reader,
                read -> {
                    if (mine == generation) {
                        reading.set(false);
                        trouble.set("");
                        figures.set(read);
                    }
                },
                why -> {
                    if (mine == generation) {
                        reading.set(false);
                        trouble.set(why);
                    }
                });
    }

    /** What was read last; null before. */
    ObjectProperty<Figures> figures() {
        return figures;
    }

    /** Why it could not be read; empty while all is well. */
    StringProperty trouble() {
        return trouble;
    }

    BooleanProperty reading() {
        return reading;
    }
}
