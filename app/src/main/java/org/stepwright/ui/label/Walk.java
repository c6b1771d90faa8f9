package org.stepwright.ui.label;

import org.stepwright.label.LabelMode;

/** Moves through the open trace and from trace to trace. Confined to the UI thread. */
final class Walk {
    private final TraceSession session;
    private final ModeInUse mode;
    private final QueueViewModel queue;

    Walk(TraceSession session, ModeInUse mode, QueueViewModel queue) {
        this.session = session;
        this.mode = mode;
        this.queue = queue;
    }

    /** Goes on, or back, as the mode has it. */
    void by(int steps) {
        session.stand(mode.flow().move(session.sheet(), session.cursor().spot(), steps));
    }

    /** Goes to a place, as near as the mode lets one stand. */
    void to(Spot spot) {
        session.stand(mode.flow().limit(session.sheet(), spot));
    }

    /** Goes to the next alternative of the current step, after the last one to the step itself. */
    void nextAlternative() {
        Spot at = session.cursor().spot();
        if (at.step() >= 0 && mode.mode().get() == LabelMode.ALTERNATIVES) {
            int count = session.sheet().candidates(at.step());
            session.stand(new Spot(at.step(), (at.candidate() + 1) % count));
        }
    }

    /** Opens the next or previous trace of the queue as it stands. */
    void trace(int by) {
        String next = queue.neighbour(session.trace().get().id(), by);
        if (next != null) {
            session.open(next, -1);
        }
    }
}
