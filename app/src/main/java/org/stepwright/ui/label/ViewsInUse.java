package org.stepwright.ui.label;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.storage.FilterKey;
import org.stepwright.storage.SavedView;
import org.stepwright.storage.SavedViews;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;
import org.stepwright.ui.kit.FxTasks;

/** Filters and orders of the queue under names. Confined to the UI thread. */
final class ViewsInUse {
    private final FxTasks tasks;
    private final SavedViews store;
    private final QueueViewModel queue;
    private final OrderInUse order;
    private final Runnable apply;
    private final ObservableList<SavedView> views = FXCollections.observableArrayList();
    private final StringProperty trouble = new SimpleStringProperty("");

    /**
     * @param apply applies the queue's filter anew
     */
    ViewsInUse(
            FxTasks tasks,
            SavedViews store,
            QueueViewModel queue,
            OrderInUse order,
            Runnable apply) {
        this.tasks = tasks;
        this.store = store;
        this.queue = queue;
        this.order = order;
        this.apply = apply;
    }

    /** Reads which there are. */
    void load() {
        tasks.query(store::all, views::setAll, trouble::set);
    }

    /** Saves the filter and the order in use, in place of a view of the same name. */
    void save(String name) {
        SavedView view = new SavedView(name, queue.filter().write(), order.order().get());
        change(() -> store.save(view));
    }

    /** Takes a view away. */
    void delete(String name) {
        change(() -> store.delete(name));
    }

    private void change(Runnable how) {
        trouble.set("");
        tasks.query(
                () -> {
                    how.run();
                    return store.all();
                },
                views::setAll,
                trouble::set);
    }

    /** Shows the traces of a view in its order. */
    void choose(SavedView view) {
        TraceFilter filter = TraceFilter.search(view.filter());
        boolean open = filter.state() == TraceState.OPEN;
        queue.show().set(open ? QueueShow.OPEN : QueueShow.ALL);
        queue.text().set((open ? filter.with(FilterKey.STATE, "") : filter).write());
        order.choose(view.order());
        apply.run();
    }

    ObservableList<SavedView> views() {
        return views;
    }

    /** Why something could not be done; empty while all is well. */
    StringProperty trouble() {
        return trouble;
    }
}
