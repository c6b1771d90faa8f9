package org.stepwright.ui.rubrics.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.label.LabelledTrace;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceStore;
import org.stepwright.storage.TraceSummary;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.tryout.CheckedStep;
import org.stepwright.tryout.StepChecks;
import org.stepwright.tryout.VerifierQuality;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Round;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.VerifierCatalog;

/** One criterion's verifier on real steps or on a text of one's own. Use on the UI thread. */
final class TryItViewModel {
    /** How many traces are looked through for steps. */
    static final int TRACES = 200;

    /** How many steps are kept to go through. */
    static final int STEPS = 200;

    /** How many labelled traces are compared with. */
    static final int LABELLED = 500;

    private final Supplier<Rubric> draft;
    private final String criterionId;
    private final Supplier<VerifierCatalog> verifiers;
    private final TraceStore traces;
    private final FxTasks tasks;

    private final BooleanProperty own = new SimpleBooleanProperty();
    private final BooleanProperty failedOnly = new SimpleBooleanProperty();
    private final StringProperty search = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");
    private final StringProperty reference = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Tried> shown = new SimpleObjectProperty<>();
    private final ObjectProperty<VerifierQuality> quality = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private List<Tried> found = List.of();
    private int at;
    private Round look = new Round();

    /**
     * @param draft the open draft, null for none
     * @param criterionId the criterion
     * @param verifiers the kinds of verifier
     * @param traces the workspace's traces
     * @param tasks background work
     */
    TryItViewModel(
            Supplier<Rubric> draft,
            String criterionId,
            Supplier<VerifierCatalog> verifiers,
            TraceStore traces,
            FxTasks tasks) {
        this.draft = draft;
        this.criterionId = criterionId;
        this.verifiers = verifiers;
        this.traces = traces;
        this.tasks = tasks;
    }

    /** Looks anew, in the background, with the draft as it is now. */
    void look() {
        look.end();
        Round mine = new Round();
        look = mine;
        Rubric rubric = draft.get();
        Optional<Criterion> criterion = criterion(rubric);
        quality.set(null);
        if (criterion.isEmpty() || criterion.get().automatic().isEmpty()) {
            show(List.of());
            looking.set(false);
            return;
        }
        looking.set(true);
        VerifierCatalog catalog = verifiers.get();
        if (own.get()) {
            Prefix prefix =
                    new Prefix(
                            problem.get(),
                            reference.get().isBlank() ? null : reference.get(),
                            List.of(Step.of(text.get())));
            read(mine, () -> own(catalog, criterion.get(), prefix));
        } else {
            String words = search.get().strip();
            boolean failing = failedOnly.get();
            read(mine, () -> steps(rubric, catalog, words, failing, mine));
        }
        compare(rubric, catalog, mine);
    }

    private Optional<Criterion> criterion(Rubric rubric) {
        return rubric == null
                ? Optional.empty()
                : rubric.criteria().stream().filter(c -> c.id().equals(criterionId)).findFirst();
    }

    private void read(Round mine, Callable<List<Tried>> steps) {
        tasks.query(
                steps,
                tried -> {
                    if (mine == look) {
                        trouble.set("");
                        looking.set(false);
                        show(tried);
                    }
                },
                why -> {
                    if (mine == look) {
                        looking.set(false);
                        show(List.of());
                        trouble.set(why);
                    }
                });
    }

    private static List<Tried> own(VerifierCatalog catalog, Criterion criterion, Prefix prefix) {
        if (prefix.step().text().isBlank()) {
            return List.of();
        }
        return List.of(
                new Tried(
                        "",
                        0,
                        prefix.step().text(),
                        catalog.create(criterion.verifier()).check(prefix)));
    }

    private List<Tried> steps(
            Rubric rubric, VerifierCatalog catalog, String words, boolean failing, Round mine) {
        catalog.create(criterion(rubric).orElseThrow().verifier()); // says what is wrong with it
        StepChecks checks = StepChecks.only(rubric, catalog, criterionId);
        TraceFilter filter = new TraceFilter(words, null, "", "", null);
        List<Tried> tried = new ArrayList<>();
        for (TraceSummary summary : traces.page(filter, "", 0, TRACES)) {
            mine.checkCancelled();
            traces.find(summary.id()).ifPresent(t -> add(checks, t, words, failing, tried));
            if (tried.size() >= STEPS) {
                break;
            }
        }
        return List.copyOf(tried);
    }

    private void add(
            StepChecks checks, Trace trace, String words, boolean failing, List<Tried> tried) {
        for (CheckedStep step : checks.of(trace)) {
            boolean looked = step.looked().stream().anyMatch(c -> c.id().equals(criterionId));
            if (!looked || tried.size() >= STEPS) {
                continue;
            }
            List<Finding> findings =
                    step.facts().stream()
                            .filter(f -> f.asked().isPresent())
                            .map(f -> f.finding())
                            .toList();
            String text = trace.steps().get(step.step()).text();
            Tried one = new Tried(trace.id(), step.step(), text, findings);
            if (!failing || one.fails()) {
                tried.add(one);
            }
        }
    }

    /** A long comparison must not hold the steps back, so it is a read of its own. */
    private void compare(Rubric rubric, VerifierCatalog catalog, Round mine) {
        tasks.query(
                () ->
                        VerifierQuality.measure(
                                        StepChecks.only(rubric, catalog, criterionId),
                                        labelled(),
                                        mine)
                                .stream()
                                .findFirst(),
                measured -> {
                    if (mine == look) {
                        measured.ifPresent(quality::set);
                    }
                },
                why -> {
                    // what the verifier lacks is told with the steps
                });
    }

    /** Read one by one: a workspace may hold more labels than fit into memory. */
    private Iterable<LabelledTrace> labelled() {
        TraceFilter filter = new TraceFilter("", null, "", "", true);
        List<String> ids =
                traces.page(filter, "", 0, LABELLED).stream().map(TraceSummary::id).toList();
        return () -> ids.stream().flatMap(id -> traces.labelled(id).stream()).iterator();
    }

    private void show(List<Tried> tried) {
        Tried before = shown.get();
        found = tried;
        at = Tried.firstFound(tried);
        for (int i = 0; i < tried.size() && before != null; i++) {
            Tried one = tried.get(i);
            if (one.traceId().equals(before.traceId()) && one.step() == before.step()) {
                at = i; // options change, the step stays
            }
        }
        shown.set(null);
        shown.set(tried.isEmpty() ? null : tried.get(at));
    }

    /**
     * @param by 1 for the next step, -1 for the one before
     */
    void go(int by) {
        if (!found.isEmpty()) {
            at = Math.floorMod(at + by, found.size());
            shown.set(found.get(at));
        }
    }

    /** Which of the found steps is shown, from 1; 0 for none. */
    int place() {
        return found.isEmpty() ? 0 : at + 1;
    }

    int count() {
        return found.size();
    }

    boolean decided() {
        return criterion(draft.get()).flatMap(Criterion::automatic).isPresent();
    }

    /** The step and its findings; null for none. */
    ReadOnlyObjectProperty<Tried> shown() {
        return shown;
    }

    /** How far the verifier agrees with people; null until that is counted. */
    ReadOnlyObjectProperty<VerifierQuality> quality() {
        return quality;
    }

    /** Whether a text of one's own is tried; call {@link #look} after a change. */
    BooleanProperty own() {
        return own;
    }

    BooleanProperty failedOnly() {
        return failedOnly;
    }

    StringProperty search() {
        return search;
    }

    StringProperty problem() {
        return problem;
    }

    StringProperty reference() {
        return reference;
    }

    StringProperty text() {
        return text;
    }

    StringProperty trouble() {
        return trouble;
    }

    BooleanProperty looking() {
        return looking;
    }
}
