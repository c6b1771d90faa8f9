package org.stepwright.ui.label;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.stepwright.label.StepLabel;
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
    private final Runnable saved;

    /**
     * @param saved called when a change is on disk
     */
    LabelWriter(TraceSession session, SaveQueue saves, LabelStore labels, Runnable saved) {
        this.session = session;
        this.saves = saves;
        this.labels = labels;
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
        StepLabel only = group.get(0);
        group.forEach(sheet::set);
        session.labelled(sheet);
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
                                    only.annotator()));
        } else {
            add(sheet, group, () -> labels.put(only));
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
        sheet.finish(how);
        session.labelled(sheet);
        saves.add(
                () -> labels.finish(sheet.trace().id(), annotator, how, reason),
                event -> {
                    sheet.finished();
                    session.saved(sheet);
                    saved.run();
                });
    }
}
