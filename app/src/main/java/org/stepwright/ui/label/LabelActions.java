package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.LabelStore;

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
     * @param saved a change is on disk
     */
    record Listener(IntConsumer judged, Runnable changed, Runnable saved) {}

    private final TraceSession session;
    private final SaveQueue saves;
    private final LabelStore labels;
    private final Supplier<LabelEdit> edits;
    private final Consumer<Runnable> whenOpen;
    private final Listener listener;

    /**
     * @param edits makes a change by who labels, now, under the rubric in use
     * @param whenOpen runs an action on the open trace, or on the one that is loading
     */
    LabelActions(
            TraceSession session,
            SaveQueue saves,
            LabelStore labels,
            Supplier<LabelEdit> edits,
            Consumer<Runnable> whenOpen,
            Listener listener) {
        this.session = session;
        this.saves = saves;
        this.labels = labels;
        this.edits = edits;
        this.whenOpen = whenOpen;
        this.listener = listener;
    }

    /** Gives the current step a verdict and moves on. */
    void verdict(Verdict verdict) {
        whenOpen.accept(
                () -> {
                    int step = current();
                    change((edit, label) -> edit.verdict(label, verdict));
                    listener.judged().accept(1);
                    if (step + 1 < session.sheet().size()) {
                        session.current().set(step + 1);
                    }
                });
    }

    /** Takes the verdict of the current step away. */
    void clearVerdict() {
        whenOpen.accept(() -> change((edit, label) -> edit.verdict(label, null)));
    }

    /** The current step is the first error: earlier steps without a verdict become correct. */
    void firstError() {
        whenOpen.accept(
                () -> {
                    int step = current();
                    if (step < 0) {
                        return;
                    }
                    TraceSheet sheet = session.sheet();
                    LabelEdit edit = edits.get();
                    List<StepLabel> group = new ArrayList<>();
                    for (int i = 0; i < step; i++) {
                        if (sheet.verdict(i) == null) {
                            StepLabel label = labelOrBlank(sheet, edit, i);
                            group.add(edit.verdict(label, Verdict.CORRECT));
                        }
                    }
                    group.add(edit.verdict(labelOrBlank(sheet, edit, step), Verdict.WRONG));
                    listener.judged().accept(group.size());
                    save(sheet, edit, group);
                });
    }

    /** Marks the current step as an insight, or takes the mark away. */
    void toggleSpark() {
        whenOpen.accept(() -> change((edit, label) -> edit.spark(label, !label.spark())));
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
                                        change(sheet, step, (e, l) -> e.comment(l, text));
                                    }
                                }));
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
            change(session.sheet(), current(), how);
        }
    }

    private void change(
            TraceSheet sheet, int step, BiFunction<LabelEdit, StepLabel, StepLabel> how) {
        LabelEdit edit = edits.get();
        save(sheet, edit, List.of(how.apply(edit, labelOrBlank(sheet, edit, step))));
    }

    private static StepLabel labelOrBlank(TraceSheet sheet, LabelEdit edit, int step) {
        StepLabel label = sheet.label(step);
        return label == null ? edit.blank(sheet.trace().id(), step) : label;
    }

    private void save(TraceSheet sheet, LabelEdit edit, List<StepLabel> group) {
        StepLabel only = group.get(0);
        group.forEach(l -> sheet.set(l.step(), l));
        session.labelled(sheet);
        listener.changed().run();
        if (group.size() > 1) {
            add(sheet, group, () -> labels.putAll(group));
        } else if (LabelEdit.saysNothing(only)) {
            add(
                    sheet,
                    group,
                    () ->
                            labels.clear(
                                    only.traceId(),
                                    only.step(),
                                    only.candidate(),
                                    edit.annotator()));
        } else {
            add(sheet, group, () -> labels.put(only));
        }
    }

    private <T> void add(
            TraceSheet sheet, List<StepLabel> group, Supplier<CompletableFuture<T>> save) {
        Consumer<T> saved =
                event -> {
                    group.forEach(l -> sheet.saved(l.step()));
                    session.saved(sheet);
                    listener.saved().run();
                };
        saves.add(save, saved);
    }
}
