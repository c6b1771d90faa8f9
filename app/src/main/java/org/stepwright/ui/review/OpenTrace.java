package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.label.StepLabel;
import org.stepwright.storage.TraceState;
import org.stepwright.ui.kit.FxTasks;

/**
 * The trace that is compared: everybody's columns, one row a step, the reviewer's decision. No read
 * overtakes a save: a decision with changes on their way to the disk is kept and used again, and a
 * read during which its trace changed is done once more. Confined to the UI thread.
 */
final class OpenTrace {
    private final FxTasks tasks;
    private final ReviewStore store;
    private final String reviewer;
    private final Consumer<String> trouble;
    private final ObjectProperty<ReviewTrace> trace = new SimpleObjectProperty<>();
    private final ObjectProperty<TraceState> state = new SimpleObjectProperty<>(TraceState.OPEN);
    private final ObservableList<Column> columns = FXCollections.observableArrayList();
    private final ObservableList<ReviewRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty current = new SimpleIntegerProperty(-1);
    private final Map<String, DecisionSheet> unsaved = new HashMap<>();
    private final Map<String, Integer> changes = new HashMap<>();
    private DecisionSheet sheet;
    private boolean blind = true;
    private int asked;

    OpenTrace(FxTasks tasks, ReviewStore store, String reviewer, Consumer<String> trouble) {
        this.tasks = tasks;
        this.store = store;
        this.reviewer = reviewer;
        this.trouble = trouble;
    }

    /**
     * Reads a trace and shows it.
     *
     * @param step the step to go to; -1 for the first on which people differ and nobody decided
     */
    void open(String id, int step) {
        int mine = ++asked;
        int before = changes.getOrDefault(id, 0);
        tasks.query(
                () -> store.read(id),
                read -> {
                    if (mine != asked) {
                        return;
                    }
                    if (before == changes.getOrDefault(id, 0)) {
                        trouble.accept("");
                        show(read, step);
                    } else {
                        open(id, step);
                    }
                },
                why -> {
                    if (mine == asked) {
                        trouble.accept(why);
                    }
                });
    }

    /** Shows nothing. */
    void close() {
        asked++;
        current.set(-1);
        rows.clear();
        columns.clear();
        sheet = null;
        state.set(TraceState.OPEN);
        trace.set(null);
    }

    private void show(ReviewTrace read, int step) {
        boolean another =
                trace.get() == null || !trace.get().trace().id().equals(read.trace().id());
        String id = read.trace().id();
        DecisionSheet waiting = unsaved.get(id);
        sheet = waiting == null ? new DecisionSheet(id, read.decision(reviewer)) : waiting;
        if (another) {
            current.set(-1);
        }
        columns.setAll(Column.of(read, blind));
        trace.set(read);
        state.set(sheet.state());
        List<ReviewRow> all = new ArrayList<>();
        IntStream.range(0, sheet.size()).forEach(i -> all.add(row(i)));
        rows.setAll(all);
        if (step >= 0) {
            current.set(Math.min(step, rows.size() - 1));
        } else if (another || current.get() >= rows.size()) {
            current.set(rows.isEmpty() ? -1 : firstToDecide().orElse(0));
        }
    }

    private OptionalInt firstToDecide() {
        OptionalInt contested =
                IntStream.range(0, rows.size())
                        .filter(i -> rows.get(i).differs() && rows.get(i).verdict() == null)
                        .findFirst();
        int missing = sheet.firstMissing();
        return contested.isPresent() || missing < 0 ? contested : OptionalInt.of(missing);
    }

    private ReviewRow row(int i) {
        List<StepLabel> answers = new ArrayList<>();
        columns.forEach(c -> answers.add(c.voice().label(i)));
        return new ReviewRow(
                i,
                trace.get().trace().steps().get(i),
                java.util.Collections.unmodifiableList(answers),
                Split.of(trace.get().voices(), i),
                sheet.label(i),
                sheet.pending(i));
    }

    /** Decisions of the open trace changed on the screen and are on their way to the disk. */
    void decided(List<StepLabel> group) {
        group.forEach(l -> sheet.set(l.step(), Decide.saysNothing(l) ? null : l));
        changed(sheet);
        group.forEach(l -> rows.set(l.step(), row(l.step())));
    }

    /** The decision on a step is taken away; that is on its way to the disk. */
    void cleared(int step) {
        sheet.set(step, null);
        changed(sheet);
        rows.set(step, row(step));
    }

    void finished(TraceState how) {
        sheet.finish(how);
        changed(sheet);
        state.set(how);
    }

    /** A change of a sheet is on the disk. */
    void saved(DecisionSheet saved) {
        changes.merge(saved.traceId(), 1, Integer::sum);
        if (!saved.unsaved()) {
            unsaved.remove(saved.traceId(), saved);
        }
        if (saved == sheet) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).pending() != sheet.pending(i)) {
                    rows.set(i, row(i));
                }
            }
        }
    }

    private void changed(DecisionSheet changed) {
        unsaved.put(changed.traceId(), changed);
        changes.merge(changed.traceId(), 1, Integer::sum);
    }

    /** A trace changed on the disk by another way. */
    void changedOnDisk(String id) {
        changes.merge(id, 1, Integer::sum);
    }

    /** Whether names are hidden from the next opening on; the columns' order depends on it. */
    void blind(boolean is) {
        if (blind != is) {
            blind = is;
            if (trace.get() != null) {
                columns.setAll(Column.of(trace.get(), blind));
                for (int i = 0; i < rows.size(); i++) {
                    rows.set(i, row(i));
                }
            }
        }
    }

    void moveTo(int step) {
        if (!rows.isEmpty()) {
            current.set(Math.max(0, Math.min(rows.size() - 1, step)));
        }
    }

    boolean isOpen() {
        return trace.get() != null;
    }

    String id() {
        return trace.get() == null ? "" : trace.get().trace().id();
    }

    /** The decision on the open trace; null when none is open. */
    DecisionSheet sheet() {
        return sheet;
    }

    ObjectProperty<ReviewTrace> trace() {
        return trace;
    }

    /** How far the reviewer's decision on the open trace is. */
    ObjectProperty<TraceState> state() {
        return state;
    }

    ObservableList<Column> columns() {
        return columns;
    }

    /** One row a step; set after the columns. */
    ObservableList<ReviewRow> rows() {
        return rows;
    }

    /** The current step; -1 for none. */
    IntegerProperty current() {
        return current;
    }
}
