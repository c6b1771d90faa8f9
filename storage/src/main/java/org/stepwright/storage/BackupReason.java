package org.stepwright.storage;

import java.util.Locale;

/** Why a backup was made. */
public enum BackupReason {
    /** Somebody asked for it; such a backup stays until somebody removes it. */
    MANUAL,
    /** The first of its day. */
    DAILY,
    /** Before another workspace was merged into this one. */
    MERGE,
    /** Before an older backup took this one's place. */
    RESTORE,
    /** Before what follows from the events was made anew. */
    REPAIR,
    /** Before an update of the file to a newer version of the program. */
    UPDATE;

    /** What the name of the file says. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the program made it by itself before it changed much at once. */
    boolean before() {
        return this == MERGE || this == RESTORE || this == REPAIR;
    }
}
