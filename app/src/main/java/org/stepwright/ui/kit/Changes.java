package org.stepwright.ui.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells screens that the content of the open workspace changed: an import, a publish, a training
 * run. Call on the UI thread; listeners are called there at once.
 */
public final class Changes {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param listener hears of every change; reload in the background
     * @return stops listening
     */
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Something changed. */
    public void announce() {
        listeners.forEach(Runnable::run);
    }
}
