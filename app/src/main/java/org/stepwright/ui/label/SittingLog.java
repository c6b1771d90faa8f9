package org.stepwright.ui.label;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.stepwright.label.LabelMode;
import org.stepwright.label.QueueOrder;
import org.stepwright.storage.Act;
import org.stepwright.storage.LabelSession;
import org.stepwright.storage.SessionStore;

/**
 * The present sitting: it begins with the first thing that is done and ends when the screen is left
 * or when something that could change the labels is chosen anew, such as the mode. Tells of each
 * act how long it took. Confined to the UI thread.
 */
final class SittingLog {
    /**
     * What may bear on labels.
     *
     * @param mode how traces are gone through
     * @param order in which order they come
     * @param shown kinds of suggestions that are seen before submitting
     */
    record Terms(LabelMode mode, QueueOrder order, List<String> shown) {}

    private static final long NANOS_A_MILLI = 1_000_000;

    private final SaveQueue saves;
    private final SessionStore sessions;
    private final String annotator;
    private final Supplier<Terms> terms;
    private final Clock clock;
    private final LongSupplier nanos;
    private LabelSession session;
    private Terms begun;
    private long last;
    private boolean known;

    /**
     * @param terms what holds now
     * @param nanos a clock that only rises
     */
    SittingLog(
            SaveQueue saves,
            SessionStore sessions,
            String annotator,
            Supplier<Terms> terms,
            Clock clock,
            LongSupplier nanos) {
        this.saves = saves;
        this.sessions = sessions;
        this.annotator = annotator;
        this.terms = terms;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Another trace came into sight. */
    void opened() {
        last = nanos.getAsLong();
        known = true;
    }

    /**
     * Something is done now.
     *
     * @param accepted the source of the suggestion that was accepted; empty for none
     */
    Act act(String accepted) {
        if (session == null || !terms.get().equals(begun)) {
            begin();
        }
        long now = nanos.getAsLong();
        long millis = known ? (now - last) / NANOS_A_MILLI : -1;
        last = now;
        known = true;
        return new Act(session.id(), millis, accepted);
    }

    private void begin() {
        end();
        begun = terms.get();
        LabelSession next =
                new LabelSession(
                        UUID.randomUUID().toString(),
                        annotator,
                        begun.mode(),
                        begun.order(),
                        begun.shown(),
                        clock.instant(),
                        null);
        session = next;
        saves.addQuietly(() -> sessions.begin(next));
    }

    /** Ends the sitting, if one goes on; the next act begins another. */
    void end() {
        if (session != null) {
            String id = session.id();
            session = null;
            saves.addQuietly(() -> sessions.end(id, clock.instant()));
        }
    }
}
