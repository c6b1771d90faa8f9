package org.stepwright.ui.label;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.stepwright.label.LabelPass;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Undone;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.FxTasks;

/**
 * The open trace: reads it, checks its steps, has the next one ready, and keeps what is typed while
 * one is still loading, so that fast fingers lose nothing. Confined to the UI thread; reads run in
 * the background.
 */
final class TraceSession {
    private final FxTasks tasks;
    private final TraceReader reader;
    private final SheetReader sheets;
    private final ReadAhead ahead;
    private final QueueViewModel queue;
    private final Supplier<RubricVersion> rubric;
    private final Supplier<LabelFlow> flow;
    private final Supplier<Showing> showing;
    private final TypedAhead typed = new TypedAhead();
    private final ObjectProperty<Trace> trace = new SimpleObjectProperty<>();
    private final SheetView view;
    private final Cursor cursor = new Cursor();
    private final Map<String, LabelPass> passes = new HashMap<>(); // as traces were last open
    private final StringProperty trouble = new SimpleStringProperty("");

    private TraceSheet sheet;
    private int opened;
    private int rereads;

    /**
     * @param rubric the rubric in use, or null
     * @param flow the way through a trace in use
     * @param showing what machines say that may be seen
     */
    TraceSession(
            FxTasks tasks,
            TraceReader reader,
            QueueViewModel queue,
            Supplier<RubricVersion> rubric,
            Supplier<LabelFlow> flow,
            Supplier<Showing> showing,
            String annotator) {
        this.tasks = tasks;
        this.reader = reader;
        this.sheets = new SheetReader(tasks, reader, annotator);
        this.ahead = new ReadAhead(tasks, reader, sheets, rubric, annotator);
        this.queue = queue;
        this.rubric = rubric;
        this.flow = flow;
        this.showing = showing;
        this.view = new SheetView(queue, flow, showing);
    }

    /** Opens the trace that someone pointed at; what was typed for another is not for this one. */
    void choose(String id, int step) {
        typed.clear();
        open(id, step);
    }

    /**
     * Opens a trace.
     *
     * @param id the trace
     * @param step where to stand; -1 for the first step that needs a verdict
     */
    void open(String id, int step) {
        open(TraceRef.of(id), Spot.of(step));
    }

    /**
     * Opens a trace in a pass.
     *
     * @param at where to stand; {@link Spot#NONE} for where its mode starts
     */
    void open(TraceRef ref, Spot at) {
        int mine = ++opened;
        rereads++;
        Optional<ReadAhead.Ready> ready = ahead.take(ref);
        if (ready.isPresent()) {
            present(ready.get().trace(), ready.get().facts(), at);
            readAhead(mine);
            return;
        }
        typed.loading(true);
        sheets.read(
                ref,
                () -> mine == opened,
                loaded -> {
                    present(loaded, null, at);
                    check();
                    readAhead(mine);
                },
                why -> {
                    typed.loading(false);
                    typed.clear();
                    trouble.set(why);
                });
    }

    private void present(LoadedTrace loaded, List<StepFacts> facts, Spot at) {
        typed.loading(false);
        trouble.set("");
        sheet = sheets.sheet(loaded);
        if (facts != null) {
            sheet.facts(facts);
        }
        passes.put(loaded.trace().id(), loaded.pass());
        trace.set(loaded.trace());
        // No step is current while the rows of another trace come in.
        cursor.step().set(-1);
        view.begin(sheet);
        stand(at.step() >= 0 ? at : flow.get().start(sheet));
        typed.runAll();
    }

    /** Tells stages and runs the verifiers of the rubric in use over the open trace. */
    void check() {
        if (sheet == null) {
            return;
        }
        TraceSheet checked = sheet;
        RubricVersion version = rubric.get();
        tasks.query(
                () -> reader.facts(checked.trace(), version),
                facts -> {
                    if (checked == sheet && version == rubric.get()) {
                        sheet.facts(facts);
                        refresh();
                    }
                },
                trouble::set);
    }

    private void readAhead(int mine) {
        if (mine == opened) { // else typed-ahead keys went on, and that trace reads ahead itself
            ahead.readBehind(trace.get().id(), queue);
        }
    }

    /** What was read ahead is no longer true. */
    void forgetReadAhead() {
        ahead.forget();
    }

    /** Runs an action on the open trace, or on the one that is loading when it is there. */
    void whenOpen(Runnable action) {
        typed.run(
                () -> {
                    if (sheet != null) {
                        action.run();
                    }
                });
    }

    /** No other trace comes for now: what was typed for it is void. */
    void stay() {
        typed.clear();
        typed.loading(false);
    }

    /**
     * The open trace is about to be replaced: what is typed from now on is for what comes.
     *
     * @return a number for {@link #awaits}
     */
    int await() {
        typed.loading(true);
        return opened;
    }

    /** Whether nothing else was opened since {@link #await} gave this number. */
    boolean awaits(int number) {
        return number == opened;
    }

    /** The verdict that can be taken for a step by one key. */
    Optional<StepSuggestion> suggested(int step) {
        return sheet.suggested(step, showing.get());
    }

    /** Goes to a place of the open trace. */
    void stand(Spot spot) {
        cursor.stand(spot, sheet.size());
    }

    /** Shows the open trace anew: other things that machines say may be seen now. */
    void showAnew() {
        if (sheet != null) {
            refresh();
        }
    }

    /** Another way through traces holds from now on. */
    void reflow() {
        if (sheet != null) {
            refresh();
            stand(flow.get().start(sheet));
        }
    }

    /** The open trace's labels; null before one is open. */
    TraceSheet sheet() {
        return sheet;
    }

    boolean isOpen(String id) {
        return sheet != null && sheet.trace().id().equals(id);
    }

    boolean idle() {
        return sheet == null && !typed.loading();
    }

    /** Whether another trace is on its way, for which what is typed now is meant. */
    boolean loading() {
        return typed.loading();
    }

    /** Runs an action on a trace's sheet, read in the background if it is not the open one. */
    void withSheet(String id, Consumer<TraceSheet> action) {
        if (isOpen(id)) {
            action.accept(sheet);
        } else {
            sheets.read(
                    new TraceRef(id, passes.getOrDefault(id, LabelPass.LABEL)),
                    () -> true,
                    loaded -> action.accept(isOpen(id) ? sheet : sheets.sheet(loaded)),
                    trouble::set);
        }
    }

    /**
     * A sheet was changed.
     *
     * @param save sends the change on its way to the disk: first, as drawing takes longer than that
     */
    void labelled(TraceSheet changed, Runnable save) {
        sheets.labelled(changed);
        save.run();
        if (changed == sheet) {
            refresh();
        }
    }

    /** A change of a sheet is on disk. */
    void saved(TraceSheet changed) {
        sheets.saved(changed);
        if (changed == sheet) {
            refresh();
        }
    }

    /** A change was undone or done again on disk: shows the trace as it is there. */
    void undone(Undone there) {
        LabelPass pass = there.pass() == LabelPass.REPEAT ? LabelPass.REPEAT : LabelPass.LABEL;
        TraceRef ref = new TraceRef(there.traceId(), pass);
        Spot at = new Spot(there.step(), there.candidate());
        sheets.changed(ref.id());
        if (typed.loading() || sheet == null || !sheet.ref().equals(ref)) {
            typed.clear(); // it was meant for the trace that was on its way
            open(ref, at);
            // Its row in the queue is as it was before the undo.
            whenOpen(this::refresh);
            return;
        }
        int mine = ++rereads; // of two undos only the later shows, whichever is read first
        sheets.read(
                ref,
                () -> mine == rereads,
                loaded -> {
                    sheet.reload(loaded);
                    refresh();
                    if (at.step() >= 0) {
                        stand(at);
                    }
                },
                trouble::set);
    }

    private void refresh() {
        view.refresh(sheet);
    }

    ObjectProperty<Trace> trace() {
        return trace;
    }

    ObjectProperty<TraceState> state() {
        return view.state();
    }

    ObservableList<StepRow> rows() {
        return view.rows();
    }

    /** Whether models or judges said something of the open trace that may not be seen yet. */
    ReadOnlyBooleanProperty hidesScores() {
        return view.hides();
    }

    /** The step where somebody stands, -1 for none. */
    IntegerProperty current() {
        return cursor.step();
    }

    /** Where somebody stands. */
    Cursor cursor() {
        return cursor;
    }

    /** Which pass over the trace this is, from 1; 0 where the mode has only one. */
    IntegerProperty part() {
        return view.part();
    }

    StringProperty trouble() {
        return trouble;
    }
}
