package org.stepwright.ui.label;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.stepwright.label.StepLabel;
import org.stepwright.storage.Act;
import org.stepwright.storage.LabelStore;
import org.stepwright.storage.TraceState;

/**
 * Sends changes of sheets on their way to the disk, each with the session it was made in. Confined
 * to the UI thread.
 */
final class LabelWriter {
    private final TraceSession session;
    private final SaveQueue saves;
    private final LabelStore labels;
    private final SittingLog sitting;
    private final Runnable saved;

    /**
     * @param sitting what each change is done in
     * @param saved called when a change is on disk
     */
    LabelWriter(
            TraceSession session,
            SaveQueue saves,
            LabelStore labels,
            SittingLog sitting,
            Runnable saved) {
        this.session = session;
        this.saves = saves;
        this.labels = labels;
        this.sitting = sitting;
        this.saved = saved;
    }

    /**
     * Puts labels on a sheet and on their way to the disk, as one undo step. One that says nothing
     * takes the label away.
     *
     * @param group labels of one trace; of several, each says something
     * @param accepted the source of the suggestion that was accepted; empty for none
     */
    void save(TraceSheet sheet, List<StepLabel> group, String accepted) {
        Act act = sitting.act(accepted);
        group.forEach(sheet::set);
        session.labelled(sheet, () -> send(sheet, group, act));
    }

    private void send(TraceSheet sheet, List<StepLabel> group, Act act) {
        StepLabel only = group.get(0);
        if (group.size() > 1) {
            add(sheet, group, () -> labels.putAll(group, act));
        } else if (LabelEdit.saysNothing(only)) {
            add(
                    sheet,
                    group,
                    () ->
                            labels.clear(
                                    only.traceId(),
                                    only.step(),
                                    only.candidate(),
                                    only.annotator(),
                                    only.pass(),
                                    act));
        } else {
            add(sheet, group, () -> labels.put(only, act));
        }
    }

    private <T> void add(
            TraceSheet sheet, List<StepLabel> group, Supplier<CompletableFuture<T>> save) {
        saves.add(
                save,
                event -> {
                    group.forEach(sheet::saved);
                    session.saved(sheet);
                    saved.run();
                });
    }

    /**
     * Says how far an annotator is with a trace.
     *
     * @param reason why, maybe empty
     */
    void finish(TraceSheet sheet, String annotator, TraceState how, String reason) {
        Act act = sitting.act("");
        sheet.finish(how);
        session.labelled(
                sheet,
                () ->
                        saves.add(
                                () ->
                                        labels.finish(
                                                sheet.trace().id(),
                                                annotator,
                                                sheet.pass(),
                                                how,
                                                reason,
                                                act),
                                event -> {
                                    sheet.finished();
                                    session.saved(sheet);
                                    saved.run();
                                }));
    }
}
