package org.stepwright.cli;

import java.util.concurrent.atomic.AtomicInteger;
import org.stepwright.prm.live.LiveListener;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.trace.Step;
import org.stepwright.work.Progress;

/** Counts the answers that have ended. */
final class LiveCounter implements LiveListener {
    private final AtomicInteger ended;
    private final int all;
    private final Progress progress;

    LiveCounter(AtomicInteger ended, int all, Progress progress) {
        this.ended = ended;
        this.all = all;
        this.progress = progress;
    }

    @Override
    public void onText(String chunk) {
        // only the end counts
    }

    @Override
    public void onStep(int i, Step s) {
        // only the end counts
    }

    @Override
    public void onScore(int i, double reward, double addedMillis) {
        // only the end counts
    }

    @Override
    public void onEnd(LiveResult r) {
        progress.report(ended.incrementAndGet(), all, "answers");
    }
}
