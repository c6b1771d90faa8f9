package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/**
 * What can be said about a step: each change is on the sheet at once and on its way to the disk.
 * Confined to the UI thread.
 */
final class LabelActions {
    /**
     * Hears what is done.
     *
     * @param judged so many steps got a verdict of the annotator
     * @param changed something was changed
     * @param refused something cannot be done now
     * @param complete a verdict was the last that the trace needed
     */
    record Listener(
            IntConsumer judged, Runnable changed, Consumer<Hint> refused, Runnable complete) {}

    private final TraceSession session;
    private final LabelWriter writer;
    private final Supplier<LabelFlow> flow;
    private final Supplier<LabelEdit> edits;
    private final Consumer<Runnable> whenOpen;
    private final Listener listener;

    /**
     * @param flow the way through a trace in use
     * @param edits makes a change by who labels, now, under the rubric in use
     * @param whenOpen runs an action on the open trace, or on the one that is loading
     */
    LabelActions(
            TraceSession session,
            LabelWriter writer,
            Supplier<LabelFlow> flow,
            Supplier<LabelEdit> edits,
            Consumer<Runnable> whenOpen,
            Listener listener) {
        this.session = session;
        this.writer = writer;
        this.flow = flow;
        this.edits = edits;
        this.whenOpen = whenOpen;
        this.listener = listener;
    }

    /** Gives the current step a verdict and moves on. */
    void verdict(Verdict verdict) {
        whenOpen.accept(() -> judge(verdict, ""));
    }

    /** Takes the verdict that is suggested for the current step as the annotator's own. */
    void accept() {
        whenOpen.accept(
                () -> {
                    Spot at = session.cursor().spot();
                    Optional<StepSuggestion> suggested =
                            at.step() < 0 || at.candidate() > 0
                                    ? Optional.empty()
                                    : session.suggested(at.step());
                    suggested.ifPresentOrElse(
                            s -> judge(s.verdict(), s.source()),
                            () -> listener.refused().accept(Hint.NO_SUGGESTION));
                });
    }

    private void judge(Verdict verdict, String accepted) {
        TraceSheet sheet = session.sheet();
        Spot at = session.cursor().spot();
        if (at.step() < 0 || refused(sheet, at)) {
            return;
        }
        LabelEdit edit = edits.get();
        save(sheet, List.of(edit.verdict(labelOrBlank(sheet, edit, at), verdict)), accepted);
        listener.judged().accept(1);
        if (flow.get().complete(sheet, at)) {
            listener.complete().run();
        } else {
            session.stand(flow.get().after(sheet, at, verdict));
        }
    }

    private boolean refused(TraceSheet sheet, Spot at) {
        Optional<Refusal> refusal = flow.get().refuses(sheet, at);
        refusal.ifPresent(
                r -> {
                    session.stand(r.go());
                    listener.refused().accept(r.hint());
                });
        return refusal.isPresent();
    }

    /** Takes the verdict of the current step away. */
    void clearVerdict() {
        whenOpen.accept(() -> change((edit, label) -> edit.verdict(label, null)));
    }

    /** The current step is the first error: earlier steps without a verdict become correct. */
    void firstError() {
        whenOpen.accept(
                () -> {
                    TraceSheet sheet = session.sheet();
                    Spot at = session.cursor().spot();
                    if (at.step() < 0 || refused(sheet, at)) {
                        return;
                    }
                    LabelEdit edit = edits.get();
                    List<StepLabel> group = new ArrayList<>();
                    for (int i = 0; i < at.step(); i++) {
                        if (sheet.verdict(i) == null) {
                            StepLabel label = labelOrBlank(sheet, edit, Spot.of(i));
                            group.add(edit.verdict(label, Verdict.CORRECT));
                        }
                    }
                    group.add(edit.verdict(labelOrBlank(sheet, edit, at), Verdict.WRONG));
                    save(sheet, group, "");
                    listener.judged().accept(group.size());
                    if (flow.get().complete(sheet, at)) {
                        listener.complete().run();
                    }
                });
    }

    /**
     * Marks the current step as an insight, or takes the mark away. In a pass for insights only, a
     * marked step moves on.
     */
    void toggleSpark() {
        whenOpen.accept(
                () -> {
                    change((edit, label) -> edit.spark(label, !label.spark()));
                    Spot at = session.cursor().spot();
                    if (session.part().get() == 1 && at.step() >= 0 && sparks(at)) {
                        session.stand(flow.get().move(session.sheet(), at, 1));
                    }
                });
    }

    private boolean sparks(Spot at) {
        StepLabel label = session.sheet().label(at);
        return label != null && label.spark();
    }

    /** Marks the current step's label as unsure, or takes the mark away. */
    void toggleUnsure() {
        whenOpen.accept(() -> change((edit, label) -> edit.unsure(label, !label.unsure())));
    }

    /** Rates a criterion in the current step; the same value again takes the rating away. */
    void rate(String criterion, double value) {
        whenOpen.accept(() -> change((edit, label) -> edit.rate(label, criterion, value)));
    }

    /** Adds a kind of error to the current step, or takes it away. */
    void toggleErrorKind(String kind) {
        whenOpen.accept(() -> change((edit, label) -> edit.toggleErrorKind(label, kind)));
    }

    /**
     * Comments a step; the same comment again changes nothing.
     *
     * @param traceId its trace, which may have been left meanwhile
     */
    void comment(String traceId, int step, String text) {
        whenOpen.accept(
                () ->
                        session.withSheet(
                                traceId,
                                sheet -> {
                                    if (!text.equals(commentOf(sheet, step))) {
                                        change(sheet, Spot.of(step), (e, l) -> e.comment(l, text));
                                    }
                                }));
    }

    /**
     * Says what a step should have said; the same again changes nothing.
     *
     * @param traceId its trace, which may have been left meanwhile
     * @param text empty for nothing
     */
    void correct(String traceId, int step, String text) {
        session.withSheet(
                traceId,
                sheet -> {
                    StepLabel label = sheet.label(step);
                    if (!text.equals(label == null ? "" : label.correction())) {
                        change(sheet, Spot.of(step), (e, l) -> e.correction(l, text));
                    }
                });
    }

    /** Comments the step that is current once the trace that is loading is there. */
    void commentNext(String text) {
        whenOpen.accept(
                () -> {
                    int step = current();
                    if (step >= 0 && !text.isEmpty()) {
                        String before = commentOf(session.sheet(), step);
                        String all = before.isEmpty() ? text : before + " " + text;
                        change((edit, label) -> edit.comment(label, all));
                    }
                });
    }

    private static String commentOf(TraceSheet sheet, int step) {
        StepLabel label = sheet.label(step);
        return label == null ? "" : label.comment();
    }

    private int current() {
        return session.current().get();
    }

    private void change(BiFunction<LabelEdit, StepLabel, StepLabel> how) {
        if (current() >= 0) {
            change(session.sheet(), session.cursor().spot(), how);
        }
    }

    private void change(
            TraceSheet sheet, Spot at, BiFunction<LabelEdit, StepLabel, StepLabel> how) {
        LabelEdit edit = edits.get();
        save(sheet, List.of(how.apply(edit, labelOrBlank(sheet, edit, at))), "");
    }

    private static StepLabel labelOrBlank(TraceSheet sheet, LabelEdit edit, Spot at) {
        StepLabel label = sheet.label(at);
        return label == null ? edit.blank(sheet.trace().id(), at, sheet.pass()) : label;
    }

    private void save(TraceSheet sheet, List<StepLabel> group, String accepted) {
        writer.save(sheet, group, accepted);
        listener.changed().run();
    }
}
