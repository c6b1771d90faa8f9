package org.stepwright.ui.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.label.LabelPass;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Undone;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.label.SaveQueue;

/**
 * Deciding between people who differ. A decision is a label of the reviewer's own in the pass for
 * decisions; nothing here changes what others said, and nothing is decided before the reviewer says
 * so. Confined to the UI thread.
 */
final class ReviewViewModel {
    /** A short note under the steps. */
    enum Hint {
        /** Nothing to say. */
        NONE,
        /** A step before the first error is not decided; Enter again leaves it open. */
        INCOMPLETE,
        /** Nothing is decided yet. */
        NOTHING_DECIDED,
        /** No trace waits any more. */
        ALL_DECIDED,
        /** People agree on no step that is open. */
        NONE_AGREED,
        /** Nobody labelled or decided the trace: known traces need something to compare with. */
        NO_KEY,
        /** There is no such column. */
        NO_COLUMN,
        /** What was undone or done again was a label of the reviewer's own, no decision. */
        NO_DECISION,
        /** Nothing can be undone. */
        NOTHING_TO_UNDO,
        /** Nothing can be done again. */
        NOTHING_TO_REDO
    }

    private final FxTasks tasks;
    private final ReviewStore store;
    private final ReviewListViewModel list;
    private final SaveQueue saves;
    private final String reviewer;
    private final Clock clock;
    private final OpenTrace open;
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(Hint.NONE);
    private final BooleanProperty blind = new SimpleBooleanProperty(true);
    private final BooleanProperty namesShown = new SimpleBooleanProperty();
    private final IntegerProperty undoDepth = new SimpleIntegerProperty();
    private final StringProperty trouble = new SimpleStringProperty("");
    private boolean anyway;

    /**
     * @param reviewer who decides
     * @param clock tells when
     */
    ReviewViewModel(
            FxTasks tasks, ReviewStore store, SaveQueue saves, String reviewer, Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.list = new ReviewListViewModel(tasks, store);
        this.saves = saves;
        this.reviewer = reviewer;
        this.clock = clock;
        this.open = new OpenTrace(tasks, store, reviewer, trouble::set);
        open.trace().addListener((o, was, is) -> forgetHint());
        open.current().addListener((o, was, is) -> forgetHint());
    }

    private void forgetHint() {
        anyway = false;
        hint.set(Hint.NONE);
    }

    // --- loading

    /** Reads the list and the open trace anew; opens the first trace when none is open. */
    void load() {
        tasks.query(store::blind, this::blindRead, trouble::set);
        tasks.query(() -> store.undoDepth(reviewer), undoDepth::set, trouble::set);
        String id = open.id();
        list.reload(
                () -> {
                    if (id.isEmpty() && !open.isOpen()) {
                        list.items().stream().findFirst().ifPresent(i -> open(i.id()));
                    } else if (id.equals(open.id())) {
                        open.open(id, -1);
                    }
                });
    }

    private void blindRead(boolean is) {
        blind.set(is);
        open.blind(is);
        namesShown.set(!is);
    }

    /** Looks for the words and shows what the filter says. */
    void search() {
        list.reload(() -> {});
    }

    void open(String id) {
        open(id, -1);
    }

    void open(String id, int step) {
        open.open(id, step);
    }

    void moveTrace(int by) {
        list.beside(open.id(), by).ifPresent(i -> open(i.id()));
    }

    void move(int by) {
        open.moveTo(open.current().get() + by);
    }

    /** Shows names, or hides them again; only where the project hides them. */
    void toggleNames() {
        if (blind.get()) {
            namesShown.set(!namesShown.get());
        }
    }

    /** How a person is called on the screen: by name, or by the column's letter. */
    String called(String name) {
        if (namesShown.get() || name.equals(reviewer)) {
            return name;
        }
        return open.columns().stream()
                .filter(c -> c.voice().name().equals(name))
                .findFirst()
                .map(Column::letter)
                .orElse(name);
    }

    // --- deciding

    /** Decides the current step and goes on to the next that is open. */
    void verdict(Verdict verdict) {
        if (current() < 0) {
            return;
        }
        int step = current();
        decide(List.of(decide().verdict(row(step), verdict)));
        nextOpen(step);
    }

    private void nextOpen(int after) {
        for (int i = after + 1; i < open.rows().size(); i++) {
            if (row(i).verdict() == null) {
                open.moveTo(i);
                return;
            }
        }
    }

    /** Takes the decision on the current step away. */
    void clear() {
        if (current() < 0 || row(current()).decision() == null) {
            return;
        }
        int step = current();
        DecisionSheet sheet = open.sheet();
        open.cleared(step);
        add(() -> store.clear(sheet.traceId(), step, reviewer), () -> sheet.saved(step), sheet);
    }

    /** The current step is the first error: earlier steps that are open become correct. */
    void firstError() {
        if (current() < 0) {
            return;
        }
        List<StepLabel> group = new ArrayList<>();
        for (int i = 0; i < current(); i++) {
            if (row(i).verdict() == null) {
                group.add(decide().verdict(row(i), Verdict.CORRECT));
            }
        }
        group.add(decide().verdict(row(current()), Verdict.WRONG));
        decide(group);
    }

    /** Decides the open steps on which all agree, as they agree. */
    void takeAgreed() {
        if (!open.isOpen()) {
            return;
        }
        List<StepLabel> group =
                open.rows().stream()
                        .filter(r -> r.verdict() == null && r.split().agreed())
                        .map(r -> decide().agreed(r))
                        .toList();
        if (group.isEmpty()) {
            hint.set(Hint.NONE_AGREED);
            return;
        }
        decide(group);
        nextOpen(-1);
    }

    /** Decides as one person answered, on all steps. */
    void take(int column) {
        if (column >= open.columns().size()) {
            hint.set(Hint.NO_COLUMN);
            return;
        }
        List<StepLabel> group =
                open.rows().stream()
                        .filter(r -> r.answers().get(column) != null || r.decision() != null)
                        .map(r -> decide().taken(r, r.answers().get(column)))
                        .toList();
        decide(group);
    }

    /** Says why a step is decided so. */
    void comment(int step, String text) {
        if (step >= 0 && step < open.rows().size() && !text.equals(commentOf(step))) {
            decide(List.of(decide().comment(row(step), text)));
        }
    }

    private String commentOf(int step) {
        StepLabel label = row(step).decision();
        return label == null ? "" : label.comment();
    }

    /** The open trace is decided; opens the next that waits. */
    void decided() {
        if (!open.isOpen()) {
            return;
        }
        DecisionSheet sheet = open.sheet();
        boolean nothing = open.rows().stream().allMatch(r -> r.verdict() == null);
        int missing = sheet.firstMissing();
        if (nothing && sheet.size() > 0) {
            open.moveTo(missing);
            hint.set(Hint.NOTHING_DECIDED);
        } else if (missing >= 0 && !anyway) {
            open.moveTo(missing);
            anyway = true;
            hint.set(Hint.INCOMPLETE);
        } else {
            finish(TraceState.SUBMITTED);
        }
    }

    /** The problem of the open trace is bad: that is the decision. Opens the next that waits. */
    void badProblem() {
        if (open.isOpen()) {
            finish(TraceState.BAD_PROBLEM);
        }
    }

    private void finish(TraceState how) {
        DecisionSheet sheet = open.sheet();
        String id = sheet.traceId();
        open.finished(how);
        list.decided(id, true);
        add(() -> store.finish(id, reviewer, how), sheet::finished, sheet);
        Optional<ReviewItem> next = list.nextWaiting(id);
        if (next.isPresent()) {
            open(next.get().id());
        } else {
            hint.set(Hint.ALL_DECIDED);
        }
    }

    private void decide(List<StepLabel> group) {
        if (group.isEmpty()) {
            return;
        }
        DecisionSheet sheet = open.sheet();
        open.decided(group);
        hint.set(Hint.NONE);
        add(() -> store.decide(group), () -> group.forEach(l -> sheet.saved(l.step())), sheet);
    }

    private void add(Supplier<CompletableFuture<?>> save, Runnable saved, DecisionSheet sheet) {
        saves.add(
                () -> save.get().thenApply(x -> Boolean.TRUE),
                x -> {
                    saved.run();
                    open.saved(sheet);
                });
        undoDepth.set(undoDepth.get() + 1);
    }

    // --- undo

    void undo() {
        saves.add(() -> store.undo(reviewer), found -> shown(found, true));
    }

    void redo() {
        saves.add(() -> store.redo(reviewer), found -> shown(found, false));
    }

    private void shown(Optional<Undone> found, boolean undo) {
        if (found.isEmpty()) {
            hint.set(undo ? Hint.NOTHING_TO_UNDO : Hint.NOTHING_TO_REDO);
            return;
        }
        Undone there = found.get();
        undoDepth.set(undo ? there.depthLeft() : undoDepth.get() + 1);
        open.changedOnDisk(there.traceId());
        if (there.pass() != LabelPass.DECISION) {
            hint.set(Hint.NO_DECISION);
            return;
        }
        open(there.traceId(), there.step());
        tasks.query(
                () -> store.read(there.traceId()).decided(),
                is -> list.decided(there.traceId(), is),
                trouble::set);
    }

    // --- parts

    private Decide decide() {
        return new Decide(open.id(), reviewer, clock.instant());
    }

    private int current() {
        return open.current().get();
    }

    private ReviewRow row(int step) {
        return open.rows().get(step);
    }

    ReviewListViewModel list() {
        return list;
    }

    OpenTrace opened() {
        return open;
    }

    SaveQueue saves() {
        return saves;
    }

    String reviewer() {
        return reviewer;
    }

    ObjectProperty<Hint> hint() {
        return hint;
    }

    /** Whether the project hides names. */
    BooleanProperty blind() {
        return blind;
    }

    /** Whether names are to be seen now. */
    BooleanProperty namesShown() {
        return namesShown;
    }

    /** How many changes of this reviewer can be taken back. */
    IntegerProperty undoDepth() {
        return undoDepth;
    }

    /** Why something could not be read; empty when it could. */
    StringProperty trouble() {
        return trouble;
    }
}
