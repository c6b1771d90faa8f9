package org.stepwright.ui.data.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.audit.FindingKind;
import org.stepwright.storage.AuditStore;
import org.stepwright.storage.FindingCount;
import org.stepwright.storage.FindingFilter;
import org.stepwright.storage.FindingState;
import org.stepwright.storage.StoredFinding;
import org.stepwright.ui.kit.FxTasks;

/**
 * The findings of the last audit, kind by kind, page by page. One that something was done about
 * stays where it is with its new mark, so that nothing jumps; it goes when the list is next read.
 * Confined to the UI thread; reads run in the background.
 */
final class FindingsViewModel {
    /** Rows fetched at once. */
    static final int PAGE = 200;

    private final FxTasks tasks;
    private final AuditStore audits;
    private final ObservableList<FindingCount> kinds = FXCollections.observableArrayList();
    private final ObjectProperty<FindingKind> kind = new SimpleObjectProperty<>();
    private final DoubleProperty strength = new SimpleDoubleProperty();
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty openOnly = new SimpleBooleanProperty(true);
    private final ObservableList<StoredFinding> rows = FXCollections.observableArrayList();
    private final ObjectProperty<StoredFinding> current = new SimpleObjectProperty<>();
    private final LongProperty matching = new SimpleLongProperty();
    private final StringProperty trouble = new SimpleStringProperty("");
    private int generation;
    private boolean loading;
    private boolean atEnd;

    FindingsViewModel(FxTasks tasks, AuditStore audits) {
        this.tasks = tasks;
        this.audits = audits;
    }

    /** Reads everything anew; the kind stays while it has findings. */
    void reload() {
        tasks.query(
                audits::counts,
                counts -> {
                    kinds.setAll(counts);
                    boolean there = counts.stream().anyMatch(c -> c.kind() == kind.get());
                    if (!there) {
                        kind.set(first(counts));
                    }
                    refilter();
                },
                trouble::set);
    }

    private static FindingKind first(List<FindingCount> counts) {
        return counts.stream()
                .filter(c -> c.open() > 0)
                .findFirst()
                .or(() -> counts.stream().findFirst())
                .map(FindingCount::kind)
                .orElse(null);
    }

    /** Shows another kind. */
    void choose(FindingKind wanted) {
        if (wanted != kind.get()) {
            kind.set(wanted);
            refilter();
        }
    }

    /** Reads the first page under the filter as it is now. */
    void refilter() {
        generation++;
        atEnd = false;
        int mine = generation;
        FindingFilter filter = filter();
        fetch(0, true);
        tasks.query(
                () -> audits.count(filter),
                n -> {
                    if (mine == generation) {
                        matching.set(n);
                    }
                },
                trouble::set);
    }

    /** Which findings are shown. */
    FindingFilter filter() {
        double least = Math.max(0, Math.min(1, strength.get()));
        String words = text.get() == null ? "" : text.get();
        return new FindingFilter(kind.get(), least, words, openOnly.get());
    }

    /** A row comes into sight: fetches the next page when it is near the end. */
    void seen(int row) {
        if (!loading && !atEnd && row >= rows.size() - PAGE / 4) {
            // Rows that no longer match the filter are not counted by the offset.
            long gone =
                    openOnly.get()
                            ? rows.stream().filter(r -> r.state() != FindingState.OPEN).count()
                            : 0;
            fetch(rows.size() - (int) gone, false);
        }
    }

    private void fetch(int offset, boolean fresh) {
        int mine = generation;
        loading = true;
        FindingFilter filter = filter();
        tasks.query(
                () -> audits.page(filter, offset, PAGE),
                page -> {
                    if (mine == generation) {
                        loading = false;
                        trouble.set("");
                        atEnd = page.size() < PAGE;
                        take(page, fresh);
                    }
                },
                why -> {
                    if (mine == generation) {
                        loading = false;
                        trouble.set(why);
                    }
                });
    }

    private void take(List<StoredFinding> page, boolean fresh) {
        if (fresh) {
            rows.setAll(page);
            current.set(page.isEmpty() ? null : page.get(0));
        } else {
            rows.addAll(page);
        }
    }

    /**
     * Looks what became of the rows that are shown, and counts.
     *
     * @param then called when it is known
     */
    void refresh(Runnable then) {
        int mine = generation;
        List<Long> numbers = rows.stream().map(StoredFinding::number).toList();
        tasks.query(
                () -> new Fresh(audits.find(numbers), audits.counts()),
                fresh -> {
                    kinds.setAll(fresh.counts());
                    if (mine == generation) {
                        update(fresh.rows());
                    }
                    then.run();
                },
                trouble::set);
    }

    private record Fresh(List<StoredFinding> rows, List<FindingCount> counts) {}

    private void update(List<StoredFinding> fresh) {
        Map<Long, StoredFinding> known = new HashMap<>();
        fresh.forEach(f -> known.put(f.number(), f));
        for (int i = 0; i < rows.size(); i++) {
            StoredFinding is = known.get(rows.get(i).number());
            if (is != null && is.state() != rows.get(i).state()) {
                rows.set(i, is);
            }
        }
        StoredFinding now = current.get();
        if (now != null && known.containsKey(now.number())) {
            current.set(known.get(now.number()));
        }
    }

    /** Goes to the first open finding below the current one, else above it; stays where none is. */
    void next() {
        int from = current.get() == null ? -1 : indexOf(current.get().number());
        for (int k = 1; k <= rows.size(); k++) {
            StoredFinding row = rows.get((from + k) % rows.size());
            if (row.state() == FindingState.OPEN) {
                current.set(row);
                return;
            }
        }
    }

    /** Goes to the row so many below the current one, if there is one. */
    void step(int by) {
        int row = (current.get() == null ? -1 : indexOf(current.get().number())) + by;
        if (row >= 0 && row < rows.size()) {
            current.set(rows.get(row));
        }
    }

    int indexOf(long number) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).number() == number) {
                return i;
            }
        }
        return -1;
    }

    /** The kind so many below the chosen one, if there is one. */
    void stepKind(int by) {
        List<FindingKind> shown = new ArrayList<>(kinds.stream().map(FindingCount::kind).toList());
        int at = shown.indexOf(kind.get()) + by;
        if (at >= 0 && at < shown.size()) {
            choose(shown.get(at));
        }
    }

    /** Kinds that have findings, with how many. */
    ObservableList<FindingCount> kinds() {
        return kinds;
    }

    /** The kind that is shown; null when nothing was found. */
    ObjectProperty<FindingKind> kind() {
        return kind;
    }

    /** Only findings of at least that strength; call {@link #refilter} after a change. */
    DoubleProperty strength() {
        return strength;
    }

    /** Words that a finding contains; call {@link #refilter} after a change. */
    StringProperty text() {
        return text;
    }

    /** Only those about which nothing was done; call {@link #refilter} after a change. */
    BooleanProperty openOnly() {
        return openOnly;
    }

    ObservableList<StoredFinding> rows() {
        return rows;
    }

    /** The finding whose rows are shown; null when there is none. */
    ObjectProperty<StoredFinding> current() {
        return current;
    }

    /** How many findings matched when the list was read. */
    LongProperty matching() {
        return matching;
    }

    StringProperty trouble() {
        return trouble;
    }
}
