package org.stepwright.ui.label;

/** Goes from one trace to the next. Confined to the UI thread. */
final class Going {
    private final TraceSession session;
    private final QueueViewModel queue;
    private final NextUp next;

    Going(TraceSession session, QueueViewModel queue, NextUp next) {
        this.session = session;
        this.queue = queue;
        this.next = next;
    }

    /**
     * From now on what is typed is for the next trace.
     *
     * @param none called when there is none
     * @return opens it, unless another one was opened meanwhile
     */
    Runnable onward(Runnable none) {
        int mine = session.await();
        return () -> {
            if (session.awaits(mine)) {
                session.await();
                next.find(session.trace().get().id(), found -> goOn(mine, found, none));
            }
        };
    }

    private void goOn(int mine, TraceRef found, Runnable none) {
        if (!session.awaits(mine)) {
            return;
        }
        if (found != null) {
            session.open(found, Spot.NONE);
        } else {
            session.stay();
            none.run();
        }
    }

    /** Opens the trace to begin with, unless one is open or on its way. */
    void openFirst() {
        if (!session.idle()) {
            return;
        }
        next.find(
                "",
                found -> {
                    TraceRef first =
                            found == null && !queue.items().isEmpty()
                                    ? TraceRef.of(queue.items().get(0).id())
                                    : found;
                    if (first != null && session.idle()) {
                        session.open(first, Spot.NONE);
                    }
                });
    }
}
