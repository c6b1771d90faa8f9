package org.stepwright.ui.label;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.storage.TraceSummary;

/** The rows of the queue that are loaded, each trace once. Confined to the UI thread. */
final class QueueRows {
    private final ObservableList<TraceSummary> items = FXCollections.observableArrayList();
    private final Set<String> known = new HashSet<>();
    private final Set<String> departed = new HashSet<>();

    ObservableList<TraceSummary> items() {
        return items;
    }

    /** Takes a first page in place of all rows. */
    void begin(List<TraceSummary> page) {
        known.clear();
        departed.clear();
        page.forEach(s -> known.add(s.id()));
        items.setAll(page);
    }

    /** Takes a further page. */
    void add(List<TraceSummary> page) {
        items.addAll(page.stream().filter(s -> known.add(s.id())).toList());
    }

    /** How many rows the filter still holds: the others stay in sight but are not counted. */
    int held() {
        return items.size() - departed.size();
    }

    /**
     * Changes a row in place.
     *
     * @param held whether the filter still holds it
     */
    void change(int row, TraceSummary is, boolean held) {
        items.set(row, is);
        known.add(is.id()); // another cut of the same answer has an id of its own
        if (held) {
            departed.remove(is.id());
        } else {
            departed.add(is.id());
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
     * @param id a trace
     * @param by 1 for the next row, -1 for the one before
     * @return the id of the neighbour, or null at the ends
     */
    String neighbour(String id, int by) {
        int row = indexOf(id) + by;
        return row >= 0 && row < items.size() ? items.get(row).id() : null;
    }

    /**
     * The first row behind another one that is wanted; behind the end comes the beginning.
     *
     * @param id the trace to look behind, never found itself; the first row when it is not there
     * @return the id of its trace, or null
     */
    String next(String id, Predicate<TraceSummary> wanted) {
        int start = indexOf(id);
        for (int i = 1; i <= items.size(); i++) {
            TraceSummary row = items.get(Math.floorMod(start + i, items.size()));
            if (!row.id().equals(id) && wanted.test(row)) {
                return row.id();
            }
        }
        return null;
    }
}
