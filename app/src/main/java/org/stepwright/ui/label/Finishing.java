package org.stepwright.ui.label;

import java.util.function.Consumer;
import org.stepwright.storage.LabelStore;
import org.stepwright.storage.TraceState;
import org.stepwright.ui.label.LabelViewModel.Hint;

/** The ways to be done with a trace; each opens the next one. Confined to the UI thread. */
final class Finishing {
    private final TraceSession session;
    private final SaveQueue saves;
    private final LabelStore labels;
    private final String annotator;
    private final Consumer<Hint> hint;
    private final Runnable saved;
    private boolean anyway;

    /**
     * @param hint gets what is to be told
     * @param saved called when a change is on disk
     */
    Finishing(
            TraceSession session,
            SaveQueue saves,
            LabelStore labels,
            String annotator,
            Consumer<Hint> hint,
            Runnable saved) {
        this.session = session;
        this.saves = saves;
        this.labels = labels;
        this.annotator = annotator;
        this.hint = hint;
        this.saved = saved;
    }

    /**
     * Submits the open trace and opens the next. With a verdict missing it first goes there and
     * says so; the next call submits all the same.
     */
    void submit() {
        int missing = session.sheet().firstMissing();
        if (missing >= 0 && !anyway) {
            anyway = true;
            session.current().set(missing);
            hint.accept(Hint.INCOMPLETE);
        } else {
            finish(TraceState.SUBMITTED, "");
        }
    }

    /** What was said about a missing verdict no longer holds: the trace or its labels changed. */
    void askAgain() {
        anyway = false;
    }

    /**
     * Says how far the open trace got and opens the next.
     *
     * @param reason why, maybe empty
     */
    void finish(TraceState how, String reason) {
        TraceSheet sheet = session.sheet();
        askAgain();
        sheet.finish(how);
        session.labelled(sheet);
        saves.add(
                () -> labels.finish(sheet.trace().id(), annotator, how, reason),
                event -> {
                    sheet.finished();
                    session.saved(sheet);
                    saved.run();
                });
        session.openNext(() -> hint.accept(Hint.QUEUE_DONE));
    }
}
