package org.stepwright.ui.label;

import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.score.TraceScore;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.FxTasks;

/**
 * What models said about the open trace as a whole, where that may be seen. Confined to the UI
 * thread; reads run in the background.
 */
final class MachineSaid {
    private final FxTasks tasks;
    private final MachineScores reader;
    private final TraceSession session;
    private final Supplier<Showing> showing;
    private final ObservableList<TraceScore> scores = FXCollections.observableArrayList();
    private int asked;

    MachineSaid(
            FxTasks tasks, MachineScores reader, TraceSession session, Supplier<Showing> showing) {
        this.tasks = tasks;
        this.reader = reader;
        this.session = session;
        this.showing = showing;
        session.trace().addListener((o, was, is) -> look());
        session.state().addListener((o, was, is) -> look());
    }

    /** Looks anew: another trace, another state or another policy. */
    void look() {
        int mine = ++asked;
        scores.clear();
        Trace trace = session.trace().get();
        if (trace == null || !showing.get().shows("model", session.state().get())) {
            return;
        }
        tasks.query(
                () -> reader.of(trace.id()),
                found -> {
                    if (mine == asked && showing.get().shows("model", session.state().get())) {
                        scores.setAll(List.copyOf(found));
                    }
                },
                why -> {
                    // the steps' scores are read with the trace, which tells the same
                });
    }

    /** Each model's latest score; empty while it may not be seen. */
    ObservableList<TraceScore> scores() {
        return scores;
    }
}
