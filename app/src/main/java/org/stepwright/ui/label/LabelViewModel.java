package org.stepwright.ui.label;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.LabelStore;
import org.stepwright.storage.RubricHead;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.TraceSummary;
import org.stepwright.storage.Undone;
import org.stepwright.trace.Trace;
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
    private final RubricChoice rubricChoice;
    private final String annotator;
    private final Clock clock;
    private final LongSupplier nanos;
    private final QueueViewModel queue;
    private final TraceSession session;
    private final SaveQueue saves;
    private final Pace pace = new Pace();

    private final ObjectProperty<RubricVersion> rubric = new SimpleObjectProperty<>();
    private final ObservableList<RubricHead> rubrics = FXCollections.observableArrayList();
    private final IntegerProperty undoDepth = new SimpleIntegerProperty();
    private final DoubleProperty secondsPerStep = new SimpleDoubleProperty(Double.NaN);
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(Hint.NONE);
    private boolean submitAnyway;

    /**
     * @param tasks background work
     * @param labels where labels go
     * @param reader reads traces
     * @param rubricChoice which rubric is in use
     * @param queue the queue
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
            String annotator,
            Clock clock,
            LongSupplier nanos) {
        this.tasks = tasks;
        this.labels = labels;
        this.rubricChoice = rubricChoice;
        this.queue = queue;
        this.annotator = annotator;
        this.clock = clock;
        this.nanos = nanos;
        this.session = new TraceSession(tasks, reader, queue, rubric::get, annotator);
        this.saves = new SaveQueue(tasks, clock);
    }

    // --- loading

    /** Loads the rubric, the queue and, if none is open, the first unfinished trace. */
    void load() {
        tasks.query(
                rubricChoice::current,
                found -> {
                    use(found.orElse(null));
                    queue.reload(this::openFirst);
                },
                trouble()::set);
        tasks.query(rubricChoice::published, rubrics::setAll, trouble()::set);
        tasks.query(() -> labels.undoDepth(annotator), undoDepth::set, trouble()::set);
    }

    /** Applies the queue's filter anew. */
    void filter() {
        queue.reload(this::openFirst);
    }

    private void openFirst() {
        if (session.idle()) {
            String first = queue.nextOpen("");
            if (first == null && !queue.items().isEmpty()) {
                first = queue.items().get(0).id();
            }
            if (first != null) {
                open(first);
            }
        }
    }

    /**
     * Opens a trace at its first step that needs a verdict.
     *
     * @param id the trace
     */
    void open(String id) {
        submitAnyway = false;
        session.open(id, -1);
    }

    private void whenOpen(Runnable action) {
        session.whenOpen(
                () -> {
                    hint.set(Hint.NONE);
                    action.run();
                });
    }

    private TraceSheet sheet() {
        return session.sheet();
    }

    private String traceId() {
        return session.trace().get().id();
    }

    // --- moving

    /** Moves by some steps. */
    void move(int by) {
        whenOpen(
                () ->
                        current()
                                .set(
                                        Math.max(
                                                0,
                                                Math.min(
                                                        sheet().size() - 1,
                                                        current().get() + by))));
    }

    /** Moves to a step. */
    void moveTo(int step) {
        whenOpen(() -> current().set(Math.max(0, Math.min(sheet().size() - 1, step))));
    }

    /** Opens the next or previous trace of the queue as it stands. */
    void moveTrace(int by) {
        whenOpen(
                () -> {
                    String next = queue.neighbour(traceId(), by);
                    if (next != null) {
                        open(next);
                    }
                });
    }

    // --- labelling

    /** Gives the current step a verdict and moves on. */
    void verdict(Verdict verdict) {
        whenOpen(
                () -> {
                    int step = current().get();
                    change((edit, label) -> edit.verdict(label, verdict));
                    paced(1);
                    if (step + 1 < sheet().size()) {
                        current().set(step + 1);
                    }
                });
    }

    /** Takes the verdict of the current step away. */
    void clearVerdict() {
        whenOpen(() -> change((edit, label) -> edit.verdict(label, null)));
    }

    /** The current step is the first error: earlier steps without a verdict become correct. */
    void firstError() {
        whenOpen(
                () -> {
                    int step = current().get();
                    if (step < 0) {
                        return;
                    }
                    LabelEdit edit = edit();
                    List<StepLabel> group = new ArrayList<>();
                    for (int i = 0; i < step; i++) {
                        if (sheet().verdict(i) == null) {
                            group.add(edit.verdict(labelOrBlank(edit, i), Verdict.CORRECT));
                        }
                    }
                    group.add(edit.verdict(labelOrBlank(edit, step), Verdict.WRONG));
                    paced(group.size());
                    save(group);
                });
    }

    /** Marks the current step as an insight, or takes the mark away. */
    void toggleSpark() {
        whenOpen(() -> change((edit, label) -> edit.spark(label, !label.spark())));
    }

    /** Marks the current step's label as unsure, or takes the mark away. */
    void toggleUnsure() {
        whenOpen(() -> change((edit, label) -> edit.unsure(label, !label.unsure())));
    }

    /** Comments a step of the open trace; the same comment again changes nothing. */
    void comment(int step, String text) {
        whenOpen(
                () -> {
                    StepLabel label = sheet().label(step);
                    if (!text.equals(label == null ? "" : label.comment())) {
                        changeStep(step, (edit, l) -> edit.comment(l, text));
                    }
                });
    }

    /** Rates a criterion in the current step; the same value again takes the rating away. */
    void rate(String criterion, double value) {
        whenOpen(() -> change((edit, label) -> edit.rate(label, criterion, value)));
    }

    /** Adds a kind of error to the current step, or takes it away. */
    void toggleErrorKind(String kind) {
        whenOpen(() -> change((edit, label) -> edit.toggleErrorKind(label, kind)));
    }

    private void change(BiFunction<LabelEdit, StepLabel, StepLabel> how) {
        if (current().get() >= 0) {
            changeStep(current().get(), how);
        }
    }

    private void changeStep(int step, BiFunction<LabelEdit, StepLabel, StepLabel> how) {
        LabelEdit edit = edit();
        save(List.of(how.apply(edit, labelOrBlank(edit, step))));
    }

    private StepLabel labelOrBlank(LabelEdit edit, int step) {
        StepLabel label = sheet().label(step);
        return label == null ? edit.blank(traceId(), step) : label;
    }

    private LabelEdit edit() {
        return new LabelEdit(annotator, clock.instant(), key(rubric.get()));
    }

    private void save(List<StepLabel> group) {
        submitAnyway = false;
        session.edited();
        TraceSheet target = sheet();
        StepLabel only = group.get(0);
        group.forEach(l -> target.set(l.step(), l));
        session.refresh();
        if (group.size() > 1) {
            saves.add(() -> labels.putAll(group), events -> saved(target, group));
        } else if (LabelEdit.saysNothing(only)) {
            saves.add(
                    () -> labels.clear(only.traceId(), only.step(), only.candidate(), annotator),
                    event -> saved(target, group));
        } else {
            saves.add(() -> labels.put(only), event -> saved(target, group));
        }
    }

    private void saved(TraceSheet target, List<StepLabel> group) {
        undoDepth.set(undoDepth.get() + 1);
        group.forEach(l -> target.saved(l.step()));
        if (target == sheet()) {
            session.refresh();
        } else if (session.isOpen(target.trace().id())) {
            // It was left and opened again before this was on disk, so it was read without it.
            session.reread(target.trace().id(), -1);
        }
    }

    // --- undo

    /** Takes the last change back, in whatever trace it was, and shows it. */
    void undo() {
        step(() -> labels.undo(annotator), true);
    }

    /** Does the last undone change again and shows it. */
    void redo() {
        step(() -> labels.redo(annotator), false);
    }

    private void step(Supplier<CompletableFuture<Optional<Undone>>> how, boolean undo) {
        hint.set(Hint.NONE);
        saves.add(
                how,
                undone -> {
                    if (undone.isEmpty()) {
                        hint.set(undo ? Hint.NOTHING_TO_UNDO : Hint.NOTHING_TO_REDO);
                        return;
                    }
                    Undone there = undone.get();
                    undoDepth.set(undo ? there.depthLeft() : undoDepth.get() + 1);
                    session.forgetPrefetched();
                    show(there);
                });
    }

    private void show(Undone there) {
        submitAnyway = false;
        if (session.isOpen(there.traceId())) {
            session.reread(there.traceId(), there.step());
        } else {
            session.open(there.traceId(), there.step());
            // Its row in the queue is as it was before the undo.
            session.whenOpen(session::refresh);
        }
    }

    // --- finishing a trace

    /**
     * Submits the open trace and opens the next. With a verdict missing it first goes there and
     * says so; the next call submits all the same.
     */
    void submit() {
        whenOpen(
                () -> {
                    int missing = sheet().firstMissing();
                    if (missing >= 0 && !submitAnyway) {
                        submitAnyway = true;
                        current().set(missing);
                        hint.set(Hint.INCOMPLETE);
                        return;
                    }
                    finish(TraceState.SUBMITTED, "");
                });
    }

    /** Gives the open trace up and opens the next. */
    void giveUp(String reason) {
        whenOpen(() -> finish(TraceState.GAVE_UP, reason));
    }

    /** Says that the problem itself is bad and opens the next trace. */
    void badProblem(String reason) {
        whenOpen(() -> finish(TraceState.BAD_PROBLEM, reason));
    }

    private void finish(TraceState how, String reason) {
        String id = traceId();
        submitAnyway = false;
        session.edited();
        sheet().state(how);
        session.refresh();
        saves.add(
                () -> labels.finish(id, annotator, how, reason),
                event -> undoDepth.set(undoDepth.get() + 1));
        session.openNext(() -> hint.set(Hint.QUEUE_DONE));
    }

    // --- rubric

    /**
     * Labels under another rubric from now on.
     *
     * @param rubricId a rubric with a published version; empty for none
     */
    void chooseRubric(String rubricId) {
        tasks.query(
                () -> {
                    rubricChoice.choose(rubricId);
                    return rubricChoice.current();
                },
                found -> use(found.orElse(null)),
                trouble()::set);
    }

    private void use(RubricVersion version) {
        RubricVersion before = rubric.get();
        if (Objects.equals(key(version), key(before))) {
            return;
        }
        rubric.set(version);
        session.forgetPrefetched();
        session.check();
    }

    private static String key(RubricVersion version) {
        return version == null ? "" : version.key();
    }

    // --- what the view shows

    private void paced(int steps) {
        pace.verdict(nanos.getAsLong(), steps);
        secondsPerStep.set(pace.secondsPerStep());
    }

    /** Seconds of work left at the present pace; NaN while unknown. */
    double secondsLeft() {
        double steps = 0;
        for (TraceSummary row : queue.items()) {
            steps += row.steps();
        }
        double perTrace = queue.items().isEmpty() ? 0 : steps / queue.items().size();
        return secondsPerStep.get() * perTrace * queue.open().get();
    }

    /** The workspace closes. */
    void close() {
        saves.flush();
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

    ObjectProperty<Trace> trace() {
        return session.trace();
    }

    ObjectProperty<TraceState> state() {
        return session.state();
    }

    ObservableList<StepRow> rows() {
        return session.rows();
    }

    IntegerProperty current() {
        return session.current();
    }

    ObjectProperty<RubricVersion> rubric() {
        return rubric;
    }

    ObservableList<RubricHead> rubrics() {
        return rubrics;
    }

    IntegerProperty undoDepth() {
        return undoDepth;
    }

    DoubleProperty secondsPerStep() {
        return secondsPerStep;
    }

    ObjectProperty<Hint> hint() {
        return hint;
    }

    StringProperty trouble() {
        return session.trouble();
    }
}
