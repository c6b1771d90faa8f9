package org.stepwright.ui.label;

import java.time.Clock;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.storage.LabelStore;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.TraceSummary;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.RubricChoice;

/**
 * Labelling, without a view: what each key does to the open trace and to the workspace. Confined to
 * the UI thread; reads and saves run in the background.
 */
final class LabelViewModel {
    /** What the screen tells after a key; the view has the words. */
    enum Hint {
        /** Nothing. */
        NONE,
        /** A step has no verdict yet; submitting again submits all the same. */
        INCOMPLETE,
        /** The last trace of the queue is done. */
        QUEUE_DONE,
        /** There is nothing to undo. */
        NOTHING_TO_UNDO,
        /** There is nothing to redo. */
        NOTHING_TO_REDO
    }

    private final FxTasks tasks;
    private final LabelStore labels;
    private final RubricInUse rubric;
    private final String annotator;
    private final QueueViewModel queue;
    private final TraceSession session;
    private final SaveQueue saves;
    private final LabelActions actions;
    private final UndoHistory history;
    private final Finishing finishing;
    private final Pace pace = new Pace();

    private final DoubleProperty secondsPerStep = new SimpleDoubleProperty(Double.NaN);
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(Hint.NONE);

    /**
     * @param tasks background work
     * @param labels where labels go
     * @param reader reads traces
     * @param rubricChoice which rubric is in use
     * @param queue the queue
     * @param saves changes on their way to the disk, of whoever labelled here
     * @param annotator who labels
     * @param clock gives the time of labels
     * @param nanos a clock that only rises, for the pace
     */
    LabelViewModel(
            FxTasks tasks,
            LabelStore labels,
            TraceReader reader,
            RubricChoice rubricChoice,
            QueueViewModel queue,
            SaveQueue saves,
            String annotator,
            Clock clock,
            LongSupplier nanos) {
        this.tasks = tasks;
        this.labels = labels;
        this.rubric = new RubricInUse(tasks, rubricChoice);
        this.queue = queue;
        this.annotator = annotator;
        this.session = new TraceSession(tasks, reader, queue, rubric.version()::get, annotator);
        this.saves = saves;
        this.history =
                new UndoHistory(
                        saves,
                        labels,
                        annotator,
                        this::undone,
                        undo -> hint.set(undo ? Hint.NOTHING_TO_UNDO : Hint.NOTHING_TO_REDO));
        this.finishing = new Finishing(session, saves, labels, annotator, hint::set, history::grew);
        this.actions =
                new LabelActions(
                        session,
                        saves,
                        labels,
                        () -> new LabelEdit(annotator, clock.instant(), rubric.key()),
                        this::whenOpen,
                        new LabelActions.Listener(
                                steps -> paced(nanos.getAsLong(), steps),
                                finishing::askAgain,
                                history::grew));
        rubric.version().addListener((o, was, is) -> rubricChanged());
    }

    // --- loading

    /** Loads the rubric, the queue and, if none is open, the first unfinished trace. */
    void load() {
        rubric.load(() -> queue.reload(this::openFirst), trouble()::set);
        tasks.query(() -> labels.undoDepth(annotator), undoDepth()::set, trouble()::set);
    }

    private void rubricChanged() {
        session.forgetReadAhead();
        session.check();
    }

    /** Applies the queue's filter anew. */
    void filter() {
        queue.reload(this::openFirst);
    }

    private void openFirst() {
        if (session.idle()) {
            queue.findOpen(
                    "",
                    found -> {
                        String first =
                                found == null && !queue.items().isEmpty()
                                        ? queue.items().get(0).id()
                                        : found;
                        if (first != null && session.idle()) {
                            session.open(first, -1);
                        }
                    });
        }
    }

    /**
     * Opens the trace that someone pointed at.
     *
     * @param id the trace
     * @param step where to stand; -1 for its first step that needs a verdict
     */
    void open(String id, int step) {
        finishing.askAgain();
        session.choose(id, step);
    }

    /** Opens a trace at its first step that needs a verdict. */
    void open(String id) {
        open(id, -1);
    }

    private void whenOpen(Runnable action) {
        session.whenOpen(
                () -> {
                    hint.set(Hint.NONE);
                    action.run();
                });
    }

    private String traceId() {
        return session.trace().get().id();
    }

    private void paced(long now, int steps) {
        pace.verdict(now, steps);
        secondsPerStep.set(pace.secondsPerStep());
    }

    // --- moving

    /** Moves by some steps. */
    void move(int by) {
        whenOpen(() -> stand(session.current().get() + by));
    }

    /** Moves to a step. */
    void moveTo(int step) {
        whenOpen(() -> stand(step));
    }

    private void stand(int step) {
        session.current().set(Math.max(0, Math.min(session.sheet().size() - 1, step)));
    }

    /** Opens the next or previous trace of the queue as it stands. */
    void moveTrace(int by) {
        whenOpen(
                () -> {
                    String next = queue.neighbour(traceId(), by);
                    if (next != null) {
                        finishing.askAgain();
                        session.open(next, -1);
                    }
                });
    }

    // --- undo

    /** Takes the last change back, in whatever trace it was, and shows it. */
    void undo() {
        hint.set(Hint.NONE);
        history.undo();
    }

    /** Does the last undone change again and shows it. */
    void redo() {
        hint.set(Hint.NONE);
        history.redo();
    }

    private void undone(String traceId, int step) {
        finishing.askAgain();
        session.undone(traceId, step);
    }

    // --- finishing a trace

    /** Submits the open trace and opens the next; with a verdict missing only when asked twice. */
    void submit() {
        whenOpen(finishing::submit);
    }

    /** Gives the open trace up and opens the next. */
    void giveUp(String reason) {
        whenOpen(() -> finishing.finish(TraceState.GAVE_UP, reason));
    }

    /** Says that the problem itself is bad and opens the next trace. */
    void badProblem(String reason) {
        whenOpen(() -> finishing.finish(TraceState.BAD_PROBLEM, reason));
    }

    /**
     * Labels under another rubric from now on.
     *
     * @param rubricId a rubric with a published version; empty for none
     */
    void chooseRubric(String rubricId) {
        rubric.choose(rubricId, trouble()::set);
    }

    // --- what the view shows

    /** Seconds of work left at the present pace; NaN while unknown. */
    double secondsLeft() {
        double steps = 0;
        for (TraceSummary row : queue.items()) {
            steps += row.steps();
        }
        double perTrace = queue.items().isEmpty() ? 0 : steps / queue.items().size();
        return secondsPerStep.get() * perTrace * queue.open().get();
    }

    QueueViewModel queue() {
        return queue;
    }

    SaveQueue saves() {
        return saves;
    }

    String annotator() {
        return annotator;
    }

    /** The open trace. */
    TraceSession session() {
        return session;
    }

    /** What can be said about its steps. */
    LabelActions actions() {
        return actions;
    }

    RubricInUse rubric() {
        return rubric;
    }

    IntegerProperty undoDepth() {
        return history.depth();
    }

    DoubleProperty secondsPerStep() {
        return secondsPerStep;
    }

    ObjectProperty<Hint> hint() {
        return hint;
    }

    /** Why something could not be read; empty while all is well. */
    StringProperty trouble() {
        return session.trouble();
    }
}
