package org.stepwright.ui.label;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** Where somebody stands in the open trace. Confined to the UI thread. */
final class Cursor {
    private final IntegerProperty step = new SimpleIntegerProperty(-1);
    private final IntegerProperty candidate = new SimpleIntegerProperty();

    Cursor() {
        // At another step one begins with the step itself.
        step.addListener((o, was, is) -> candidate.set(0));
    }

    Spot spot() {
        return new Spot(step.get(), candidate.get());
    }

    /**
     * Goes somewhere, as near as the trace has it.
     *
     * @param size how many steps the trace has; none is current in one without
     */
    void stand(Spot spot, int size) {
        step.set(Math.min(spot.step(), size - 1));
        candidate.set(step.get() == spot.step() ? spot.candidate() : 0);
    }

    /** The step, -1 for none. */
    IntegerProperty step() {
        return step;
    }

    /** 0 for the step itself, k for its k-th alternative. */
    IntegerProperty candidate() {
        return candidate;
    }
}
