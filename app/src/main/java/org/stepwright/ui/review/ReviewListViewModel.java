package org.stepwright.ui.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.ui.kit.FxTasks;

/** The traces on which people differ. Confined to the UI thread; reads run in the background. */
final class ReviewListViewModel {
    /** Which of them are shown. */
    enum Show {
        /** Nobody has decided. */
        WAITING,
        /** Somebody has decided. */
        DECIDED,
        /** All. */
        ALL
    }

    private final FxTasks tasks;
    private final ReviewStore store;
    private final ObservableList<ReviewItem> items = FXCollections.observableArrayList();
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.WAITING);
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final IntegerProperty waiting = new SimpleIntegerProperty();
    private final IntegerProperty total = new SimpleIntegerProperty();
    private final StringProperty trouble = new SimpleStringProperty("");
    private List<ReviewItem> found = List.of();
    private int asked;

    ReviewListViewModel(FxTasks tasks, ReviewStore store) {
        this.tasks = tasks;
        this.store = store;
    }

    /** Reads the list anew. */
    void reload(Runnable then) {
        int mine = ++asked;
        String words = text.get();
        loading.set(true);
        tasks.query(
                () -> store.items(words),
                read -> {
                    if (mine == asked) {
                        loading.set(false);
                        trouble.set("");
                        found = List.copyOf(read);
                        filter();
                        then.run();
                    }
                },
                why -> {
                    if (mine == asked) {
                        loading.set(false);
                        trouble.set(why);
                    }
                });
    }

    /** Shows what the filter says of what was read. */
    void filter() {
        items.setAll(found.stream().filter(this::matches).toList());
        count();
    }

    private boolean matches(ReviewItem item) {
        return switch (show.get()) {
            case WAITING -> !item.decided();
            case DECIDED -> item.decided();
            case ALL -> true;
        };
    }

    private void count() {
        total.set(found.size());
        waiting.set((int) found.stream().filter(i -> !i.decided()).count());
    }

    /** A trace was decided or taken up again. Its row stays until the list is read anew. */
    void decided(String id, boolean is) {
        found = found.stream().map(i -> i.id().equals(id) ? i.withDecided(is) : i).toList();
        int row = indexOf(id);
        if (row >= 0) {
            items.set(row, items.get(row).withDecided(is));
        }
        count();
    }

    int indexOf(String id) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** The next trace after one that waits for a decision; from the top when none is below. */
    Optional<ReviewItem> nextWaiting(String after) {
        int from = indexOf(after) + 1;
        for (int k = 0; k < items.size(); k++) {
            ReviewItem item = items.get((from + k) % items.size());
            if (!item.decided() && !item.id().equals(after)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** The row so many below another one, if there is one. */
    Optional<ReviewItem> beside(String id, int by) {
        int row = indexOf(id) + by;
        return row >= 0 && row < items.size() ? Optional.of(items.get(row)) : Optional.empty();
    }

    ObservableList<ReviewItem> items() {
        return items;
    }

    ObjectProperty<Show> show() {
        return show;
    }

    /** Words that the trace contains; read by {@link #reload}. */
    StringProperty text() {
        return text;
    }

    BooleanProperty loading() {
        return loading;
    }

    /** How many of those found wait for a decision. */
    IntegerProperty waiting() {
        return waiting;
    }

    /** How many were found, decided ones too. */
    IntegerProperty total() {
        return total;
    }

    /** Why the list could not be read; empty when it was. */
    StringProperty trouble() {
        return trouble;
    }
}
