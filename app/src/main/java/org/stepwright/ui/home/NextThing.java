package org.stepwright.ui.home;

/** The next best thing to do in a workspace, in the order of the work. */
enum NextThing {
    /** Nothing to work on yet. */
    IMPORT("data"),
    /** Nothing says what good work is yet. */
    RUBRIC("rubrics"),
    /** Steps wait for labels. */
    LABEL("label"),
    /** There are labels and no model that learned from them. */
    TRAIN("train"),
    /** A model waits for live answers. */
    LIVE("live");

    private final String screen;

    NextThing(String screen) {
        this.screen = screen;
    }

    /** The id of the screen where it is done. */
    String screen() {
        return screen;
    }

    /** The key of its texts. */
    String key() {
        return screen;
    }
}
