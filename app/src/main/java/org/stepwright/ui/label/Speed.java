package org.stepwright.ui.label;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.stepwright.storage.TraceSummary;

/** How fast the work goes and how long it will take. Confined to the UI thread. */
final class Speed {
    private final QueueViewModel queue;
    private final Pace pace = new Pace();
    private final DoubleProperty secondsPerStep = new SimpleDoubleProperty(Double.NaN);

    Speed(QueueViewModel queue) {
        this.queue = queue;
    }

    /**
     * @param nanos now, by a clock that only rises
     * @param steps how many steps got a verdict at once
     */
    void judged(long nanos, int steps) {
        pace.verdict(nanos, steps);
        secondsPerStep.set(pace.secondsPerStep());
    }

    /** Seconds a step; NaN while unknown. */
    DoubleProperty secondsPerStep() {
        return secondsPerStep;
    }

    /** Seconds of work left at the present pace; NaN while unknown. */
    double secondsLeft() {
        double steps = 0;
        for (TraceSummary row : queue.items()) {
            steps += row.steps();
        }
        double perTrace = queue.items().isEmpty() ? 0 : steps / queue.items().size();
        return secondsPerStep.get() * perTrace * queue.open().get();
    }
}
