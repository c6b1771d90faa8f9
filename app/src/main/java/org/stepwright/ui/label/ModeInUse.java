package org.stepwright.ui.label;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.stepwright.label.LabelMode;
import org.stepwright.ui.kit.FxTasks;

/**
 * The mode of labelling, remembered for each workspace and annotator. Confined to the UI thread.
 */
final class ModeInUse {
    private static final String MODE = "mode";
    private static final String SUBMIT = "submit";

    private final FxTasks tasks;
    private final LabelMemory memory;
    private final ReadOnlyObjectWrapper<LabelMode> mode = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty submits = new SimpleBooleanProperty();
    private LabelFlow flow;

    ModeInUse(FxTasks tasks, LabelMemory memory) {
        this.tasks = tasks;
        this.memory = memory;
        LabelMode remembered = memory.get(MODE, LabelMode.values()).orElse(LabelMode.FREE);
        flow = LabelFlows.of(remembered);
        mode.set(remembered);
        submits.set(memory.is(SUBMIT));
    }

    /** The way through a trace. */
    LabelFlow flow() {
        return flow;
    }

    ReadOnlyObjectProperty<LabelMode> mode() {
        return mode.getReadOnlyProperty();
    }

    /** Labels in another mode from now on. */
    void choose(LabelMode next) {
        if (next != mode.get()) {
            flow = LabelFlows.of(next);
            mode.set(next);
            memory.keep(tasks, () -> memory.put(MODE, next));
        }
    }

    /** Whether a trace that has all it needs is submitted without a further key. */
    BooleanProperty submits() {
        return submits;
    }

    /** Lets a trace that has all it needs go by itself, or no more. */
    void submits(boolean itself) {
        submits.set(itself);
        memory.keep(tasks, () -> memory.set(SUBMIT, itself));
    }
}
