package org.stepwright.storage.export;

/** What files the rows of a format are put into. */
public enum Container {
    /** The format's own: JSON lines, one JSON list, or CSV. */
    JSONL,
    /** Parquet, for formats whose rows have fixed columns. */
    PARQUET
}
