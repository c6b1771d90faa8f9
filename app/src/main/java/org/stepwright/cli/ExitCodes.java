package org.stepwright.cli;

/** What a command's exit says to the one who called it. */
final class ExitCodes {
    /** Done. */
    static final int DONE = 0;

    /** The work failed; a sentence says why. */
    static final int FAILED = 1;

    /** The command was not understood. */
    static final int USAGE = 2;

    /** Done, but some rows of the input were rejected. */
    static final int REJECTS = 3;

    /** Stopped by the user. */
    static final int CANCELLED = 130;

    private ExitCodes() {}
}
