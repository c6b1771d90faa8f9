package org.stepwright.ui.review;

import org.stepwright.ui.kit.Screen;

/** Looks into the review screen from tools and tests of other packages. Use on the UI thread. */
public final class ReviewProbe {
    private final ReviewScreen screen;

    public ReviewProbe(Screen screen) {
        this.screen = (ReviewScreen) screen;
    }

    ReviewViewModel model() {
        return screen.model(); // another one after a change of the annotator
    }

    /** The open trace, or null. */
    public String traceId() {
        return model().opened().isOpen() ? model().opened().id() : null;
    }

    /** The current step, or -1. */
    public int step() {
        return model().opened().current().get();
    }

    public int pending() {
        return model().saves().pending().get();
    }

    void show(ReviewView.Tab tab) {
        screen.view().show(tab);
    }
}
