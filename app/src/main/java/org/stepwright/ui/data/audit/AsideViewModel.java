package org.stepwright.ui.data.audit;

import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.storage.SetAside;
import org.stepwright.storage.SetAsideStore;
import org.stepwright.ui.kit.FxTasks;

/** The traces that are set aside, the latest first, page by page. Confined to the UI thread. */
final class AsideViewModel {
    static final int PAGE = 200;

    private final FxTasks tasks;
    private final SetAsideStore store;
    private final ObservableList<SetAside> rows = FXCollections.observableArrayList();
    private final LongProperty count = new SimpleLongProperty();
    private final StringProperty trouble = new SimpleStringProperty("");
    private int generation;
    private boolean loading;

    AsideViewModel(FxTasks tasks, SetAsideStore store) {
        this.tasks = tasks;
        this.store = store;
    }

    /** Reads the list anew. */
    void reload() {
        generation++;
        fetch(0, true);
        recount();
    }

    /** Counts anew. */
    void recount() {
        tasks.query(store::count, count::set, trouble::set);
    }

    /** A row comes into sight: fetches the next page when it is near the end. */
    void seen(int row) {
        if (!loading && row >= rows.size() - PAGE / 4 && rows.size() < count.get()) {
            fetch(rows.size(), false);
        }
    }

    private void fetch(int offset, boolean fresh) {
        int mine = generation;
        loading = true;
        tasks.query(
                () -> store.page(offset, PAGE),
                page -> {
                    if (mine != generation) {
                        return;
                    }
                    loading = false;
                    trouble.set("");
                    if (fresh) {
                        rows.setAll(page);
                    } else {
                        rows.addAll(page);
                    }
                },
                why -> {
                    loading = false;
                    trouble.set(why);
                });
    }

    ObservableList<SetAside> rows() {
        return rows;
    }

    /** How many traces are set aside. */
    LongProperty count() {
        return count;
    }

    StringProperty trouble() {
        return trouble;
    }
}
