package org.stepwright.ui.label;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.stepwright.storage.TraceState;

/** The ways to be done with a trace; each opens the next one. Confined to the UI thread. */
final class Finishing {
    private final TraceSession session;
    private final Going going;
    private final LabelWriter writer;
    private final Supplier<LabelFlow> flow;
    private final String annotator;
    private final Consumer<Hint> hint;
    private final AfterSubmit after;
    private boolean anyway;

    /**
     * @param flow the way through a trace in use
     * @param hint gets what is to be told
     */
    Finishing(
            TraceSession session,
            Going going,
            LabelWriter writer,
            Supplier<LabelFlow> flow,
            String annotator,
            Consumer<Hint> hint,
            AfterSubmit after) {
        this.session = session;
        this.going = going;
        this.writer = writer;
        this.flow = flow;
        this.annotator = annotator;
        this.hint = hint;
        this.after = after;
    }

    /**
     * Goes on to the next pass over the open trace or, after the last one, submits it and opens the
     * next. With a verdict missing it first goes there and says so; where the mode allows it the
     * next call submits all the same.
     */
    void submit() {
        TraceSheet sheet = session.sheet();
        if (flow.get().turn(sheet)) {
            session.reflow();
            hint.accept(Hint.SECOND_PASS);
            return;
        }
        Refusal refusal = flow.get().unfinished(sheet).orElse(null);
        if (refusal == null || anyway && refusal.insist()) {
            finish(TraceState.SUBMITTED, "");
        } else {
            anyway = true;
            session.stand(refusal.go());
            hint.accept(refusal.hint());
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
        writer.finish(sheet, annotator, how, reason);
        Runnable onward = going.onward(() -> hint.accept(Hint.QUEUE_DONE));
        after.finished(sheet, how, session::stay, onward);
    }
}
