package org.stepwright.app.verify;

import java.util.Objects;

/**
 * What came of running code.
 *
 * @param ending how it ended
 * @param exitCode the exit code, where it ended by itself
 * @param output what it wrote, at most 64 kB
 */
record CodeRun(Ending ending, int exitCode, String output) {
    /** How a run ended. */
    enum Ending {
        /** By itself. */
        ENDED,
        /** It was stopped when its time was over. */
        SLOW,
        /** It was stopped as it wrote too much. */
        LOUD,
        /** It could not be started, or the user cancelled. */
        NONE
    }

    CodeRun {
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(output, "output");
    }
}
