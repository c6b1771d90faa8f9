package org.stepwright.ui.label;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.value.ChangeListener;
import org.stepwright.ui.kit.Screen;
import org.stepwright.work.WorkFailed;

/** Looks into the label screen from tools and tests of other packages. Use on the UI thread. */
public final class LabelProbe {
    private final LabelScreen screen;

    public LabelProbe(Screen screen) {
        this.screen = (LabelScreen) screen;
    }

    private LabelViewModel model() {
        return screen.model(); // another one after a change of the annotator
    }

    /** The open trace, or null. */
    public String traceId() {
        return model().session().trace().get() == null
                ? null
                : model().session().trace().get().id();
    }

    /** The current step, or -1. */
    public int step() {
        return model().session().current().get();
    }

    public int pending() {
        return model().saves().pending().get();
    }

    public int undoDepth() {
        return model().undoDepth().get();
    }

    /** Hears on the UI thread whenever a change has reached the disk. */
    public void onSave(Runnable listener) {
        ChangeListener<Number> heard = (o, was, is) -> listener.run();
        model().saves().saves().addListener(heard);
    }

    /** Hears on a thread of the workspace, the moment a change is on disk. */
    public void onDisk(Runnable listener) {
        model().saves().onDisk(listener);
    }

    /**
     * Lets saving fail until somebody tries again.
     *
     * @return makes room on the disk
     */
    public Runnable fillDisk() {
        AtomicBoolean full = new AtomicBoolean(true);
        model().saves()
                .add(
                        () ->
                                full.get()
                                        ? CompletableFuture.failedFuture(
                                                new WorkFailed("The disk is full."))
                                        : CompletableFuture.completedFuture(""),
                        x -> {});
        return () -> full.set(false);
    }

    /** Tries to save again. */
    public void retry() {
        model().saves().retry();
    }
}
