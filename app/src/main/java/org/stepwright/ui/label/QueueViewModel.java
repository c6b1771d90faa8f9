package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.stepwright.label.QueueOrder;
import org.stepwright.storage.ProjectSettings;
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
    /** Rows fetched at once. */
    static final int PAGE = 200;

    private final FxTasks tasks;
    private final TraceStore traces;
    private final String annotator;
    private final QueueRows rows = new QueueRows();
    private final ObjectProperty<QueueShow> show = new SimpleObjectProperty<>(QueueShow.OPEN);
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final QueueCounts counts = new QueueCounts();
    private final ReadOnlyObjectWrapper<QueueOrder> order =
            new ReadOnlyObjectWrapper<>(QueueOrder.IMPORTED);
    private int overlap = ProjectSettings.DEFAULTS.overlap();
    private boolean stale;
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
        return rows.items();
    }

    /** Which traces are shown; call {@link #reload} after a change. */
    ObjectProperty<QueueShow> show() {
        return show;
    }

    /** What they contain; call {@link #reload} after a change. */
    StringProperty text() {
        return text;
    }

    StringProperty trouble() {
        return trouble;
    }

    /** Those that this annotator has not finished. */
    LongProperty open() {
        return counts.open();
    }

    /** Traces in the workspace. */
    LongProperty total() {
        return counts.total();
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
        stale = false;
        afterPage.add(loaded);
        fetch(0, true);
        recount();
    }

    /** Counts anew. */
    void recount() {
        int mine = generation;
        TraceFilter unfinished = TraceFilter.ALL.withState(TraceState.OPEN);
        tasks.query(
                () ->
                        new long[] {
                            traces.count(TraceFilter.ALL, annotator),
                            traces.count(unfinished, QueueOrder.IMPORTED, annotator)
                        },
                found -> {
                    if (mine == generation) {
                        counts.set(found[0], found[1]);
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
        if (row >= items().size() - PAGE / 4) {
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
            fetch(rows.held(), false);
        }
    }

    /** Which traces are in the queue now. */
    TraceFilter filter() {
        return show.get().on(TraceFilter.search(text.get()));
    }

    /** Comes in another order from now on; call {@link #reload} then. */
    void order(QueueOrder next) {
        order.set(next);
    }

    ReadOnlyObjectProperty<QueueOrder> order() {
        return order.getReadOnlyProperty();
    }

    /** The order was made anew: what is in sight stays, and the next trace comes by the new one. */
    void renew() {
        stale = true;
    }

    /** How many people are to label a trace: one that as many others finished is not served. */
    void overlap(int people) {
        overlap = people;
    }

    private void fetch(int offset, boolean fresh) {
        int mine = generation;
        loading = true;
        TraceFilter filter = filter();
        QueueOrder now = order.get();
        tasks.query(
                () -> traces.page(filter, now, annotator, offset, PAGE),
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
            rows.begin(page);
        } else {
            rows.add(page);
        }
    }

    /** The row of a trace, or -1. */
    int indexOf(String id) {
        return rows.indexOf(id);
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
        TraceSummary was = items().get(row);
        TraceSummary is = change.apply(was);
        if (is.equals(was)) {
            return;
        }
        rows.change(row, is, show.get().state() == null || is.state() == show.get().state());
        counts.changed(was, is);
    }

    /**
     * Finds the next unfinished trace after a row, in the loaded rows.
     *
     * @param id the trace to look behind; the first row when it is not there
     * @return its id, or null
     */
    String nextOpen(String id) {
        if (stale) {
            return null;
        }
        return rows.next(id, this::wanted);
    }

    private boolean wanted(TraceSummary row) {
        return row.state() == TraceState.OPEN && (row.others() < overlap || row.labelled() > 0);
    }

    /**
     * Finds the next unfinished trace after a row; where the rows hold none, in the workspace.
     *
     * @param id as for {@link #nextOpen}
     * @param found gets its id, or null when there is none or it cannot be had
     */
    void findOpen(String id, Consumer<String> found) {
        if (stale) {
            reload(() -> findOpen("", next -> found.accept(id.equals(next) ? nextOpen(id) : next)));
            return;
        }
        String next = nextOpen(id);
        TraceFilter filter = filter();
        if (next != null || atEnd || filter.state() != null && filter.state() != TraceState.OPEN) {
            found.accept(next);
            return;
        }
        QueueOrder now = order.get();
        tasks.query(
                () -> traces.next(filter.withState(TraceState.OPEN), now, annotator, id),
                best -> found.accept(best.map(TraceSummary::id).orElse(null)),
                why -> {
                    trouble.set(why);
                    found.accept(null);
                });
    }

    /**
     * @param id a trace
     * @param by 1 for the next row, -1 for the one before
     * @return the id of the neighbour, or null at the ends
     */
    String neighbour(String id, int by) {
        return rows.neighbour(id, by);
    }
}
