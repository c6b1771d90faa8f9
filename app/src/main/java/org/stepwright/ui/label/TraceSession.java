package org.stepwright.ui.label;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.TraceSummary;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.FxTasks;

/**
 * The open trace: reads it, checks its steps, has the next one ready, and keeps what is typed while
 * one is still loading, so that fast fingers lose nothing. Confined to the UI thread; reads run in
 * the background.
 */
final class TraceSession {
    private record Prefetched(LoadedTrace trace, List<StepFacts> facts) {}

    private final FxTasks tasks;
    private final TraceReader reader;
    private final QueueViewModel queue;
    private final Supplier<RubricVersion> rubric;
    private final String annotator;
    private final Deque<Runnable> typedAhead = new ArrayDeque<>();
    private final ObjectProperty<Trace> trace = new SimpleObjectProperty<>();
    private final ObjectProperty<TraceState> state = new SimpleObjectProperty<>(TraceState.OPEN);
    private final ObservableList<StepRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty current = new SimpleIntegerProperty(-1);
    private final StringProperty trouble = new SimpleStringProperty("");

    private TraceSheet sheet;
    private Prefetched prefetched;
    private boolean loading;
    private int opened;
    private int edits;

    /**
     * @param rubric the rubric in use, or null
     */
    TraceSession(
            FxTasks tasks,
            TraceReader reader,
            QueueViewModel queue,
            Supplier<RubricVersion> rubric,
            String annotator) {
        this.tasks = tasks;
        this.reader = reader;
        this.queue = queue;
        this.rubric = rubric;
        this.annotator = annotator;
    }

    // --- opening

    /**
     * Opens a trace.
     *
     * @param id the trace
     * @param step where to stand; -1 for the first step that needs a verdict
     */
    void open(String id, int step) {
        int mine = ++opened;
        Prefetched ready = prefetched;
        prefetched = null;
        if (ready != null && ready.trace().trace().id().equals(id)) {
            present(ready.trace(), ready.facts(), step);
            prefetchNext(mine);
            return;
        }
        loading = true;
        tasks.query(
                () -> reader.read(id, annotator),
                loaded -> {
                    if (mine == opened) {
                        present(loaded, null, step);
                        check();
                        prefetchNext(mine);
                    }
                },
                why -> {
                    if (mine == opened) {
                        loading = false;
                        typedAhead.clear();
                        trouble.set(why);
                    }
                });
    }

    private void present(LoadedTrace loaded, List<StepFacts> facts, int step) {
        loading = false;
        trouble.set("");
        sheet = new TraceSheet(loaded);
        if (facts != null) {
            sheet.facts(facts);
        }
        trace.set(loaded.trace());
        state.set(sheet.state());
        // No step is current while the rows of another trace come in.
        current.set(-1);
        rows.setAll(sheet.rows());
        int missing = sheet.firstMissing();
        int start = step >= 0 ? step : missing >= 0 ? missing : Math.max(0, sheet.firstWrong());
        current.set(Math.min(start, sheet.size() - 1));
        while (!loading && !typedAhead.isEmpty()) {
            typedAhead.removeFirst().run();
        }
    }

    /** Tells stages and runs the verifiers of the rubric in use over the open trace. */
    void check() {
        if (sheet == null) {
            return;
        }
        TraceSheet checked = sheet;
        RubricVersion version = rubric.get();
        tasks.query(
                () -> reader.facts(checked.trace(), version),
                facts -> {
                    if (checked == sheet && version == rubric.get()) {
                        sheet.facts(facts);
                        refresh();
                    }
                },
                trouble::set);
    }

    private void prefetchNext(int mine) {
        String next = queue.nextOpen(trace.get().id());
        if (next == null) {
            queue.more(() -> {});
            return;
        }
        RubricVersion version = rubric.get();
        tasks.query(
                () -> {
                    LoadedTrace loaded = reader.read(next, annotator);
                    return new Prefetched(loaded, reader.facts(loaded.trace(), version));
                },
                found -> {
                    if (mine == opened && version == rubric.get()) {
                        prefetched = found;
                    }
                },
                why -> prefetched = null);
    }

    /** What was read ahead is no longer true. */
    void forgetPrefetched() {
        prefetched = null;
    }

    /** Runs an action on the open trace, or on the one that is loading when it is there. */
    void whenOpen(Runnable action) {
        if (loading) {
            typedAhead.addLast(() -> whenOpen(action));
        } else if (sheet != null) {
            action.run();
        }
    }

    /**
     * Opens the next unfinished trace of the queue; what is typed meanwhile is for that one.
     *
     * @param none called when there is none
     */
    void openNext(Runnable none) {
        String id = trace.get().id();
        String next = queue.nextOpen(id);
        if (next != null) {
            open(next, -1);
            return;
        }
        loading = true;
        int mine = opened;
        queue.more(
                () -> {
                    if (mine != opened) {
                        return;
                    }
                    loading = false;
                    String later = queue.nextOpen(id);
                    if (later != null) {
                        open(later, -1);
                    } else {
                        typedAhead.clear();
                        none.run();
                    }
                });
    }

    // --- the sheet

    /** The open trace's labels; null before one is open. */
    TraceSheet sheet() {
        return sheet;
    }

    boolean isOpen(String id) {
        return sheet != null && sheet.trace().id().equals(id);
    }

    boolean idle() {
        return sheet == null && !loading;
    }

    /** Something was labelled: labels read before now may be older than the sheet. */
    void edited() {
        edits++;
    }

    /**
     * Reads the open trace's labels again; once more when something was typed meanwhile.
     *
     * @param step where to stand then; -1 to stay
     */
    void reread(String id, int step) {
        int before = edits;
        tasks.query(
                () -> reader.read(id, annotator),
                loaded -> {
                    if (before != edits) {
                        reread(id, step);
                    } else if (isOpen(id)) {
                        sheet.reload(loaded);
                        refresh();
                        if (step >= 0) {
                            current.set(Math.min(step, sheet.size() - 1));
                        }
                    }
                },
                trouble::set);
    }

    /** Shows the sheet as it now is, rows that changed only, here and in the queue. */
    void refresh() {
        state.set(sheet.state());
        for (int i = 0; i < sheet.size(); i++) {
            StepRow row = sheet.row(i);
            if (!row.equals(rows.get(i))) {
                rows.set(i, row);
            }
        }
        queue.update(
                sheet.trace().id(),
                s ->
                        new TraceSummary(
                                s.id(),
                                s.problem(),
                                s.steps(),
                                sheet.verdicts(),
                                sheet.state(),
                                sheet.firstError(),
                                s.source(),
                                s.generator()));
    }

    ObjectProperty<Trace> trace() {
        return trace;
    }

    ObjectProperty<TraceState> state() {
        return state;
    }

    ObservableList<StepRow> rows() {
        return rows;
    }

    IntegerProperty current() {
        return current;
    }

    StringProperty trouble() {
        return trouble;
    }
}
