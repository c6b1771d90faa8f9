package org.stepwright.ui.label.compare;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.label.Preference;
import org.stepwright.label.Preference.Choice;
import org.stepwright.storage.Act;
import org.stepwright.storage.PairQueue;
import org.stepwright.storage.PairQueue.Pair;
import org.stepwright.storage.Undone;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.FxTasks;

/**
 * Comparing two answers to one problem, without a view. Which answer stands on which side is drawn
 * for each pair and annotator; nothing that machines or others said of them is read. Confined to
 * the UI thread; reads and saves run in the background.
 */
public final class CompareViewModel {
    /** What the screen tells; the view has the words. */
    public enum Hint {
        /** Nothing. */
        NONE,
        /** Every pair has been compared. */
        DONE,
        /** There is no problem with two answers. */
        NO_PAIRS,
        /** What was undone was no comparison but a label. */
        UNDONE_ELSEWHERE
    }

    /**
     * The two answers as they stand on the screen.
     *
     * @param pair which two
     * @param left the answer at the left
     * @param right the answer at the right
     */
    public record Sides(Pair pair, Trace left, Trace right) {}

    /** Saves a change after those before it. */
    public interface Saver {
        /**
         * @param save starts the save and gives its future
         */
        void save(Supplier<CompletableFuture<?>> save);
    }

    private static final int FETCHED = 200;

    private final FxTasks tasks;
    private final Workspace workspace;
    private final Saver saver;
    private final Supplier<Act> acts;
    private final String annotator;
    private final Clock clock;
    private final Deque<Pair> waiting = new ArrayDeque<>();
    private final Deque<Pair> decided = new ArrayDeque<>();
    private final Set<Pair> onTheirWay = new HashSet<>();
    private final ReadOnlyObjectWrapper<Sides> sides = new ReadOnlyObjectWrapper<>();
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final LongProperty open = new SimpleLongProperty();
    private final LongProperty done = new SimpleLongProperty();
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(Hint.NONE);
    private int asked;

    /**
     * @param saver saves in order
     * @param acts tells how each comparison came about
     * @param annotator who compares
     * @param clock gives the time of preferences
     */
    public CompareViewModel(
            FxTasks tasks,
            Workspace workspace,
            Saver saver,
            Supplier<Act> acts,
            String annotator,
            Clock clock) {
        this.tasks = tasks;
        this.workspace = workspace;
        this.saver = saver;
        this.acts = acts;
        this.annotator = annotator;
        this.clock = clock;
    }

    /** Reads which pairs are left and, unless one is in sight, shows the first. */
    public void load() {
        load(null);
    }

    private void load(String wanted) {
        int mine = ++asked;
        tasks.query(
                () -> workspace.pairs().left(annotator, FETCHED),
                left -> {
                    if (mine == asked) {
                        take(left, wanted);
                    }
                },
                trouble::set);
    }

    private void take(PairQueue.Left left, String wanted) {
        trouble.set("");
        open.set(left.open() - onTheirWay.size());
        done.set(left.done() + onTheirWay.size());
        waiting.clear();
        left.pairs().stream().filter(p -> !onTheirWay.contains(p)).forEach(waiting::add);
        if (wanted != null) {
            // Undone after a restart: nobody remembers the pair, but it is open again.
            waiting.stream()
                    .filter(p -> p.first().equals(wanted))
                    .findFirst()
                    .ifPresent(this::show);
        } else if (sides.get() == null) {
            next();
        }
    }

    private void next() {
        Pair pair = waiting.poll();
        if (pair != null) {
            show(pair);
            return;
        }
        sides.set(null);
        if (open.get() > 0) {
            load();
        } else {
            hint.set(done.get() > 0 ? Hint.DONE : Hint.NO_PAIRS);
        }
    }

    private void show(Pair pair) {
        int mine = ++asked;
        waiting.remove(pair);
        if (sides.get() != null) {
            reason.set(""); // what is typed from here on is about the pair that comes
        }
        sides.set(null);
        boolean swapped = swapped(pair);
        tasks.query(
                () -> {
                    Trace first = workspace.traces().find(pair.first()).orElseThrow();
                    Trace second = workspace.traces().find(pair.second()).orElseThrow();
                    return swapped
                            ? new Sides(pair, second, first)
                            : new Sides(pair, first, second);
                },
                found -> {
                    if (mine == asked) {
                        hint.set(Hint.NONE);
                        sides.set(found);
                    }
                },
                trouble::set);
    }

    /** Drawn by the pair and the annotator, so that it stays the same when it is seen again. */
    private boolean swapped(Pair pair) {
        CRC32 draw = new CRC32();
        String text = pair.first() + "\n" + pair.second() + "\n" + annotator;
        draw.update(text.getBytes(StandardCharsets.UTF_8));
        return (draw.getValue() >> 7 & 1) == 1;
    }

    /**
     * Says which of the two is better and shows the next pair; nothing happens while none is in
     * sight.
     *
     * @param choice FIRST for the left one
     */
    public void prefer(Choice choice) {
        Sides now = sides.get();
        if (now == null) {
            return;
        }
        Preference preference =
                Preference.of(
                        now.left().id(),
                        now.right().id(),
                        choice,
                        reason.get().strip(),
                        annotator,
                        clock.instant());
        Act act = acts.get();
        onTheirWay.add(now.pair());
        decided.push(now.pair());
        open.set(open.get() - 1);
        done.set(done.get() + 1);
        saver.save(
                () ->
                        workspace
                                .labels()
                                .prefer(preference, act)
                                .whenComplete(
                                        (event, failure) -> {
                                            if (failure == null) {
                                                tasks.onUi(() -> onTheirWay.remove(now.pair()));
                                            }
                                        }));
        next();
    }

    /** Shows the next pair without saying anything of this one; it comes again later. */
    public void skip() {
        Sides now = sides.get();
        if (now != null && !waiting.isEmpty()) {
            waiting.addLast(now.pair());
            next();
        }
    }

    /** Something was undone or done again on disk. */
    public void undone(Undone there) {
        if (!there.pair()) {
            hint.set(Hint.UNDONE_ELSEWHERE);
            return;
        }
        Pair last = decided.peek();
        if (last == null || !last.first().equals(there.traceId())) {
            load(there.traceId());
            return;
        }
        decided.pop();
        tasks.query(
                () ->
                        workspace.labels().preferences(last.first()).stream()
                                .anyMatch(
                                        p ->
                                                p.annotator().equals(annotator)
                                                        && p.second().equals(last.second())),
                still -> {
                    if (still) {
                        load(); // done again
                    } else {
                        open.set(open.get() + 1);
                        done.set(done.get() - 1);
                        Sides now = sides.get();
                        if (now != null) {
                            waiting.addFirst(now.pair());
                        }
                        show(last);
                    }
                },
                trouble::set);
    }

    /** The two answers in sight; null while there are none. */
    public ReadOnlyObjectProperty<Sides> sides() {
        return sides.getReadOnlyProperty();
    }

    /** Why, in the annotator's words; may stay empty. Goes with the next choice. */
    public StringProperty reason() {
        return reason;
    }

    /** Pairs that this annotator has not compared. */
    public LongProperty open() {
        return open;
    }

    /** Pairs that this annotator has compared. */
    public LongProperty done() {
        return done;
    }

    /** What is to be told. */
    public ObjectProperty<Hint> hint() {
        return hint;
    }

    /** Why something could not be read; empty while all is well. */
    public StringProperty trouble() {
        return trouble;
    }
}
