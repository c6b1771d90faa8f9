package org.stepwright.ui.rubrics.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.label.LabelledTrace;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.StageMatcher;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceStore;
import org.stepwright.storage.TraceSummary;
import org.stepwright.task.TaskHandle;
import org.stepwright.trace.Trace;
import org.stepwright.tryout.CheckedStep;
import org.stepwright.tryout.StepChecks;
import org.stepwright.tryout.TryOut;
import org.stepwright.tryout.TryOutReport;
import org.stepwright.tryout.VerifierQuality;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Runs a draft over traces of the workspace. Use on the UI thread. */
final class TryOutViewModel {
    /** How many traces can be asked for. */
    static final List<Integer> SIZES = List.of(50, 200, 1000, 10_000);

    /** How many steps without a stage are kept to look at. */
    static final int UNPLACED = 200;

    private static final int CHARS = 300;
    private static final int PAGE = 1000;

    /** A step that belongs to no stage. */
    record Unplaced(String traceId, int step, String text) {}

    /** What came out, and the rubric as it was then. */
    record Result(
            Rubric rubric,
            TryOutReport report,
            List<VerifierQuality> quality,
            List<Unplaced> unplaced) {}

    private final Supplier<Rubric> draft;
    private final Supplier<VerifierCatalog> verifiers;
    private final TraceStore traces;
    private final FxTasks tasks;
    private final Messages texts;

    private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(SIZES.get(1));
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Result> result = new SimpleObjectProperty<>();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");

    /**
     * @param draft the open draft, null for none
     * @param verifiers the kinds of verifier
     * @param traces the workspace's traces
     * @param tasks background work
     * @param texts the texts of this part
     */
    TryOutViewModel(
            Supplier<Rubric> draft,
            Supplier<VerifierCatalog> verifiers,
            TraceStore traces,
            FxTasks tasks,
            Messages texts) {
        this.draft = draft;
        this.verifiers = verifiers;
        this.traces = traces;
        this.tasks = tasks;
        this.texts = texts;
    }

    /** Runs the draft as it is now, as a task. */
    void run() {
        Rubric rubric = draft.get();
        if (rubric == null || running.get() != null) {
            return;
        }
        trouble.set("");
        String where = filter.get();
        int most = size.get();
        VerifierCatalog catalog = verifiers.get();
        TaskHandle<Result> task =
                tasks.run(
                        texts.text("task", rubric.title()),
                        progress -> run(rubric, catalog, where, most, progress),
                        found -> {
                            running.set(null);
                            result.set(found);
                        },
                        why -> {
                            running.set(null);
                            trouble.set(why);
                        },
                        () -> {
                            running.set(null);
                            trouble.set(texts.text("stopped"));
                        });
        running.set(task.state().isFinal() ? null : task);
    }

    private Result run(
            Rubric rubric, VerifierCatalog catalog, String where, int most, Progress progress) {
        List<TraceSummary> chosen = spread(TraceFilter.parse(where), most, progress);
        if (chosen.isEmpty()) {
            throw new WorkFailed(texts.text(where.isBlank() ? "none" : "none.filter"));
        }
        TryOut tryOut = new TryOut(rubric, catalog, false);
        StageMatcher matcher = new StageMatcher(rubric);
        List<Unplaced> unplaced = new ArrayList<>();
        int done = 0;
        for (TraceSummary summary : chosen) {
            progress.checkCancelled();
            Optional<LabelledTrace> row = traces.labelled(summary.id());
            if (row.isPresent()) { // somebody may have removed it meanwhile
                tryOut.add(row.get());
                keepUnplaced(matcher, row.get().trace(), unplaced);
            }
            progress.report(++done, chosen.size(), texts.text("progress", done, chosen.size()));
        }
        return new Result(rubric, tryOut.report(), tryOut.quality(), List.copyOf(unplaced));
    }

    /** Files often hold one kind of trace after the other, so the first ones would mislead. */
    private List<TraceSummary> spread(TraceFilter filter, int most, Progress progress) {
        long all = traces.count(filter, "");
        long taken = Math.min(all, most);
        List<TraceSummary> chosen = new ArrayList<>();
        for (int offset = 0; chosen.size() < taken; offset += PAGE) {
            progress.checkCancelled();
            List<TraceSummary> page = traces.page(filter, "", offset, PAGE);
            if (page.isEmpty()) {
                break;
            }
            for (int i = 0; i < page.size() && chosen.size() < taken; i++) {
                if (offset + i >= chosen.size() * all / taken) {
                    chosen.add(page.get(i));
                }
            }
        }
        return chosen;
    }

    private static void keepUnplaced(StageMatcher matcher, Trace trace, List<Unplaced> kept) {
        if (kept.size() >= UNPLACED) {
            return;
        }
        List<Optional<Stage>> stages = matcher.stagesOf(trace.steps());
        for (int i = 0; i < stages.size() && kept.size() < UNPLACED; i++) {
            if (stages.get(i).isEmpty()) {
                String text = trace.steps().get(i).text();
                kept.add(
                        new Unplaced(
                                trace.id(), i, text.substring(0, Math.min(CHARS, text.length()))));
            }
        }
    }

    /**
     * Finds where to look first in a trace.
     *
     * @param traceId a trace
     * @param found told, on the UI thread, its first step in which a check failed; -1 when none did
     */
    void firstFailed(String traceId, Consumer<Integer> found) {
        Result now = result.get();
        VerifierCatalog catalog = verifiers.get();
        tasks.query(
                () ->
                        traces.find(traceId).stream()
                                .flatMap(t -> new StepChecks(now.rubric(), catalog).of(t).stream())
                                .filter(TryOutViewModel::fails)
                                .map(CheckedStep::step)
                                .findFirst()
                                .orElse(-1),
                found,
                trouble::set);
    }

    private static boolean fails(CheckedStep step) {
        return step.facts().stream().anyMatch(f -> !f.finding().holds());
    }

    /** Whether the draft was changed since the result was made. */
    boolean outdated() {
        return result.get() != null && !result.get().rubric().equals(draft.get());
    }

    /** What came out last; null before. */
    ReadOnlyObjectProperty<Result> result() {
        return result;
    }

    ReadOnlyObjectProperty<TaskHandle<?>> running() {
        return running;
    }

    /** At most how many traces. */
    ObjectProperty<Integer> size() {
        return size;
    }

    /** Which traces, as {@link TraceFilter#parse} reads it. */
    StringProperty filter() {
        return filter;
    }

    /** What went wrong, one plain sentence; empty if nothing. */
    StringProperty trouble() {
        return trouble;
    }
}
