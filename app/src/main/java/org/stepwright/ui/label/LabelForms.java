package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import org.stepwright.label.LabelPass;
import org.stepwright.label.StepLabel;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.settings.SettingsStore;
import org.stepwright.trace.StepRevision;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;
import org.stepwright.ui.label.edit.BoundaryPane;
import org.stepwright.ui.label.edit.KindForm;
import org.stepwright.ui.label.edit.ReasonForm;
import org.stepwright.ui.label.edit.RememberedWords;
import org.stepwright.ui.label.edit.RewriteForm;
import org.stepwright.work.WorkFailed;

/** What is asked in a card over the screen while labelling. */
final class LabelForms {
    private static final int USUAL = 3;
    private static final int OWN_REASONS = 4;
    private static final int OWN_KINDS = 12;

    /** A rewriting that was begun; Esc in haste does not lose it. */
    private record Draft(String traceId, int step, String text) {}

    private final LabelViewModel model;
    private final TraceSession session;
    private final Overlay overlay;
    private final Consumer<String> say;
    private final Messages texts = Messages.of("label-edit");
    private final Messages screen;
    private final RememberedWords kinds;
    private final SettingsStore settings;
    private final FxTasks tasks;
    private Draft draft;

    /**
     * @param screen the texts of the Label screen
     * @param settings where one's own reasons and kinds are remembered
     * @param say gets a sentence for the user
     */
    LabelForms(
            LabelViewModel model,
            Overlay overlay,
            Messages screen,
            SettingsStore settings,
            FxTasks tasks,
            Consumer<String> say) {
        this.model = model;
        this.session = model.session();
        this.overlay = overlay;
        this.screen = screen;
        this.settings = settings;
        this.tasks = tasks;
        this.say = say;
        kinds = new RememberedWords(settings, tasks, "label.kinds", OWN_KINDS);
    }

    /**
     * Asks why a trace is not labelled to its end.
     *
     * @param what {@code giveUp} or {@code badProblem}
     * @param done gets the reason, maybe empty
     */
    void reason(String what, Consumer<String> done) {
        if (session.trace().get() == null) {
            return;
        }
        List<String> usual =
                IntStream.rangeClosed(1, USUAL).mapToObj(i -> texts.text(what + "." + i)).toList();
        RememberedWords own =
                new RememberedWords(settings, tasks, "label.reasons." + what, OWN_REASONS);
        Consumer<String> close =
                reason -> {
                    overlay.close();
                    if (!usual.contains(reason)) {
                        own.used(reason);
                    }
                    done.accept(reason);
                };
        ReasonForm form = new ReasonForm(usual, own.all(), texts, close);
        Button go = Kit.primary(screen.text(what + ".go"), () -> close.accept(form.typed()));
        go.setId("label-reason-go");
        overlay.show(screen.text(what + ".title"), form, go, cancel());
    }

    /** Asks what kinds of error are in the current step. */
    void kinds() {
        session.whenOpen(
                () -> {
                    Spot at = session.cursor().spot();
                    if (at.step() < 0) {
                        return;
                    }
                    List<String> offered = new ArrayList<>();
                    RubricVersion version = model.rubric().version().get();
                    if (version != null) {
                        offered.addAll(version.rubric().errorKinds());
                    }
                    List<String> listed = List.copyOf(offered);
                    kinds.all().stream().filter(k -> !listed.contains(k)).forEach(offered::add);
                    StepLabel label = session.sheet().label(at);
                    KindForm form =
                            new KindForm(
                                    offered,
                                    label == null ? List.of() : label.errorKinds(),
                                    texts,
                                    kind -> toggle(kind, listed),
                                    overlay::close);
                    Button done =
                            Kit.primary(
                                    texts.text("kinds.done"),
                                    () -> {
                                        form.keep();
                                        overlay.close();
                                    });
                    overlay.show(texts.text("kinds.title", at.step() + 1), form, done);
                });
    }

    private void toggle(String kind, List<String> listed) {
        model.actions().toggleErrorKind(kind);
        if (!listed.contains(kind)) {
            kinds.used(kind);
        }
    }

    /** Asks what the current step should have said. */
    void rewrite() {
        session.whenOpen(
                () -> {
                    int step = session.current().get();
                    if (step < 0) {
                        return;
                    }
                    Trace trace = session.trace().get();
                    RewriteForm form =
                            new RewriteForm(
                                    trace.steps().get(step).text(),
                                    begun(trace, step),
                                    texts,
                                    text -> draft = new Draft(trace.id(), step, text));
                    Button go =
                            Kit.primary(
                                    texts.text("rewrite.go"),
                                    () -> {
                                        overlay.close();
                                        draft = null;
                                        model.actions()
                                                .correct(trace.id(), step, form.correction());
                                    });
                    go.setId("rewrite-go");
                    overlay.show(texts.text("rewrite.title", step + 1), form, go, cancel());
                });
    }

    /** What was typed and not saved, else the correction, else the step itself. */
    private String begun(Trace trace, int step) {
        if (draft != null && draft.traceId().equals(trace.id()) && draft.step() == step) {
            return draft.text();
        }
        StepLabel label = session.sheet().label(step);
        return label == null || label.correction().isEmpty()
                ? trace.steps().get(step).text()
                : label.correction();
    }

    /** Asks where the steps of the open trace begin. */
    void split() {
        session.whenOpen(
                () -> {
                    int step = session.current().get();
                    if (step < 0 || stepsAreFixed()) {
                        return;
                    }
                    Trace trace = session.trace().get();
                    BoundaryPane pane =
                            new BoundaryPane(
                                    trace,
                                    step,
                                    texts,
                                    revision -> {
                                        overlay.close();
                                        model.revise(revision, revision.firstOf(step), say);
                                    });
                    Button go = Kit.primary(texts.text("steps.go"), pane::finish);
                    go.setId("edit-steps-go");
                    overlay.show(texts.text("steps.title"), pane, go, cancel());
                });
    }

    /** Merges the current step with the next one. */
    void merge() {
        session.whenOpen(
                () -> {
                    int step = session.current().get();
                    if (step < 0 || stepsAreFixed()) {
                        return;
                    }
                    try {
                        StepRevision merged = StepRevision.merge(session.trace().get(), step);
                        model.revise(merged, step, say);
                    } catch (WorkFailed e) {
                        say.accept(e.getMessage());
                    }
                });
    }

    /** A second look is at the steps that the first one was at. */
    private boolean stepsAreFixed() {
        boolean fixed = session.sheet().pass() != LabelPass.LABEL;
        if (fixed) {
            say.accept(texts.text("steps.fixed"));
        }
        return fixed;
    }

    private Button cancel() {
        return Kit.button(screen.text("cancel"), overlay::close);
    }
}
