package org.stepwright.app.audit;

import java.util.List;
import java.util.Objects;

/**
 * Something that was done about findings, by which it is undone.
 *
 * @param how what it was
 * @param uid the name of what was set aside or taken back at once, or the number of the group of
 *     label events; else empty
 * @param what the traces, or the marks of the findings that were dismissed
 * @param annotator who did it
 */
public record Done(How how, String uid, List<String> what, String annotator) {
    /** What it was. */
    public enum How {
        /** Traces were set aside, or taken back. */
        ASIDE,
        /** Findings were dismissed. */
        DISMISSED,
        /** Findings are open again. */
        REOPENED,
        /** Steps were decided, or a trace was sent to Review. */
        LABELS,
        /** That was undone. */
        LABELS_UNDONE
    }

    /** Validates. */
    public Done {
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(uid, "uid");
        what = List.copyOf(what);
        Objects.requireNonNull(annotator, "annotator");
    }

    Done as(How other) {
        return new Done(other, uid, what, annotator);
    }
}
