package org.stepwright.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.stepwright.prm.live.LiveListener;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.trace.Step;

/** Prints each step with its score as soon as it is scored. */
final class LivePrinter implements LiveListener {
    private static final int LONGEST = 110;

    private final Job job;
    private final double threshold;
    private final Map<Integer, Step> steps = new HashMap<>();
    private boolean errorSeen;

    LivePrinter(Job job, double threshold) {
        this.job = job;
        this.threshold = threshold;
    }

    @Override
    public void onText(String chunk) {
        // steps are printed whole
    }

    @Override
    public synchronized void onStep(int i, Step s) {
        steps.put(i, s);
    }

    @Override
    public synchronized void onScore(int i, double reward, double addedMillis) {
        boolean firstError = reward < threshold && !errorSeen;
        errorSeen |= firstError;
        String text = Text.oneLine(steps.get(i).text(), LONGEST);
        job.print(
                line(i, reward, text) + (firstError ? "  <- first step under the threshold" : ""));
    }

    @Override
    public void onEnd(LiveResult r) {
        // the command prints the end
    }

    /** A step or an answer with its reward; a dash stands where none was given. */
    static String line(int step, double reward, String text) {
        String number = Double.isNaN(reward) ? "   –" : String.format(Locale.ROOT, "%.2f", reward);
        return String.format(Locale.ROOT, "%4d  %s  %s", step + 1, number, text);
    }
}
