package org.stepwright.ui.kit;

import org.stepwright.work.Progress;

/** Stops a read early whose answer nobody wants any more; has no bar of its own. */
public final class Round implements Progress {
    private volatile boolean over;

    /** Nobody waits for it any more. */
    public void end() {
        over = true;
    }

    @Override
    public void report(long done, long total, String message) {
        // short reads are not told
    }

    @Override
    public boolean isCancelled() {
        return over;
    }
}
