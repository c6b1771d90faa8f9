package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.TraceStore;
import org.stepwright.storage.TraceSummary;
import org.stepwright.ui.kit.FxTasks;

/**
 * The queue: traces under a filter, page by page. A trace that is finished stays where it is with
 * its new mark, so that nothing jumps; it goes when the filter is next applied. Confined to the UI
 * thread; reads run in the background.
 */
final class QueueViewModel {
    /** Which traces are in the queue. */
    enum Show {
        /** Not finished by this annotator. */
        OPEN(TraceState.OPEN),
        /** All. */
        ALL(null),
        /** Submitted by this annotator. */
        SUBMITTED(TraceState.SUBMITTED),
        /** With a step that waits to be rated under a newer version of the rubric. */
        REVISIT(null);

        private final TraceState state;

        Show(TraceState state) {
            this.state = state;
        }
    }

    /** Rows fetched at once. */
    static final int PAGE = 200;

    private final FxTasks tasks;
    private final TraceStore traces;
    private final String annotator;
    private final ObservableList<TraceSummary> items = FXCollections.observableArrayList();
    private final Set<String> known = new HashSet<>();
    private final Set<String> departed = new HashSet<>();
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.OPEN);
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final LongProperty total = new SimpleLongProperty();
    private final LongProperty open = new SimpleLongProperty();
    private int generation;
    private boolean loading;
    private boolean atEnd;
    private final List<Runnable> afterPage = new ArrayList<>();

    QueueViewModel(FxTasks tasks, TraceStore traces, String annotator) {
        this.tasks = tasks;
        this.traces = traces;
        this.annotator = annotator;
    }

    ObservableList<TraceSummary> items() {
        return items;
    }

    /** Which traces are shown; call {@link #reload} after a change. */
    ObjectProperty<Show> show() {
        return show;
    }

    /** What they contain; call {@link #reload} after a change. */
    StringProperty text() {
        return text;
    }

    StringProperty trouble() {
        return trouble;
    }

    /** Traces in the workspace. */
    LongProperty total() {
        return total;
    }

    /** Those that this annotator has not finished. */
    LongProperty open() {
        return open;
    }

    /**
     * Fetches the first page anew and counts.
     *
     * @param loaded called when the first page is there
     */
    void reload(Runnable loaded) {
        generation++;
        loading = false;
        atEnd = false;
        departed.clear();
        afterPage.add(loaded);
        fetch(0, true);
        recount();
    }

    /** Counts anew. */
    void recount() {
        int mine = generation;
        TraceFilter unfinished = new TraceFilter("", TraceState.OPEN, "", "", null);
        tasks.query(
                () ->
                        new long[] {
                            traces.count(TraceFilter.ALL, annotator),
                            traces.count(unfinished, annotator)
                        },
                counts -> {
                    if (mine == generation) {
                        total.set(counts[0]);
                        open.set(counts[1]);
                    }
                },
                trouble::set);
    }

    /**
     * Fetches the next page when the row is near the end.
     *
     * @param row a row that comes into sight
     */
    void seen(int row) {
        if (row >= items.size() - PAGE / 4) {
            more(() -> {});
        }
    }

    /**
     * Fetches the next page.
     *
     * @param loaded called when it is there or could not be had; at once when there is none
     */
    void more(Runnable loaded) {
        if (atEnd) {
            loaded.run();
            return;
        }
        afterPage.add(loaded);
        if (!loading) {
            // Rows that no longer match the filter are not counted by the offset.
            fetch(items.size() - departed.size(), false);
        }
    }

    private void fetch(int offset, boolean fresh) {
        int mine = generation;
        loading = true;
        Boolean revisit = show.get() == Show.REVISIT ? true : null;
        TraceFilter filter =
                TraceFilter.ALL
                        .withText(text.get())
                        .withState(show.get().state)
                        .withRevisit(revisit);
        tasks.query(
                () -> traces.page(filter, annotator, offset, PAGE),
                page -> {
                    if (mine == generation) {
                        loading = false;
                        trouble.set("");
                        atEnd = page.size() < PAGE;
                        take(page, fresh);
                        arrived();
                    }
                },
                why -> {
                    if (mine == generation) {
                        loading = false;
                        trouble.set(why);
                        arrived();
                    }
                });
    }

    private void arrived() {
        List<Runnable> waiting = List.copyOf(afterPage);
        afterPage.clear();
        waiting.forEach(Runnable::run);
    }

    private void take(List<TraceSummary> page, boolean fresh) {
        if (fresh) {
            known.clear();
            page.forEach(s -> known.add(s.id()));
            items.setAll(page);
        } else {
            items.addAll(page.stream().filter(s -> known.add(s.id())).toList());
        }
    }

    /** The row of a trace, or -1. */
    int indexOf(String id) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Changes a row in place.
     *
     * @param id the trace
     * @param change from the old row to the new one
     */
    void update(String id, UnaryOperator<TraceSummary> change) {
        int row = indexOf(id);
        if (row < 0) {
            return;
        }
        TraceSummary was = items.get(row);
        TraceSummary is = change.apply(was);
        if (is.equals(was)) {
            return;
        }
        items.set(row, is);
        known.add(is.id());
        if (show.get().state != null && is.state() != show.get().state) {
            departed.add(id);
        } else {
            departed.remove(id);
        }
        if (was.state() != is.state()) {
            int before = was.state() == TraceState.OPEN ? 1 : 0;
            int now = is.state() == TraceState.OPEN ? 1 : 0;
            open.set(open.get() + now - before);
        }
    }

    /**
     * Finds the next unfinished trace after a row, in the loaded rows.
     *
     * @param id the trace to look behind; the first row when it is not there
     * @return its id, or null
     */
    String nextOpen(String id) {
        int start = indexOf(id);
        for (int i = 1; i <= items.size(); i++) {
            TraceSummary row = items.get(Math.floorMod(start + i, items.size()));
            if (row.state() == TraceState.OPEN && !row.id().equals(id)) {
                return row.id();
            }
        }
        return null;
    }

    /**
     * Finds the next unfinished trace after a row; fetches pages until there is one.
     *
     * @param id as for {@link #nextOpen}
     * @param found gets its id, or null when there is none or the pages cannot be had
     */
    void findOpen(String id, Consumer<String> found) {
        String next = nextOpen(id);
        if (next != null || atEnd) {
            found.accept(next);
            return;
        }
        int rows = items.size();
        more(
                () -> {
                    boolean stuck = items.size() == rows && !trouble.get().isEmpty();
                    if (stuck) {
                        found.accept(null);
                    } else {
                        findOpen(id, found);
                    }
                });
    }

    /**
     * @param id a trace
     * @param by 1 for the next row, -1 for the one before
     * @return the id of the neighbour, or null at the ends
     */
    String neighbour(String id, int by) {
        int row = indexOf(id) + by;
        return row >= 0 && row < items.size() ? items.get(row).id() : null;
    }
}
