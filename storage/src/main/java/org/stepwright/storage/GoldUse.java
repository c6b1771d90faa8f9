package org.stepwright.storage;

/** What a trace with a known key is for. */
public enum GoldUse {
    /** Served among other traces, again and again, to see how good labels are. */
    GOLD,
    /** Served to a new annotator before anything else. */
    SCREENING
}
