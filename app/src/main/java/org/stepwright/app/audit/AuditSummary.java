package org.stepwright.app.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwright.audit.DuplicateCounts;
import org.stepwright.audit.FileOverlap;
import org.stepwright.audit.FindingKind;
import org.stepwright.audit.Shortcut;

/**
 * What an audit looked at and what it came to.
 *
 * @param traces how many traces
 * @param steps how many steps
 * @param labels how many labels of people
 * @param aside how many traces were left out because they are set aside
 * @param seconds how long it took
 * @param counts how many findings of each kind that was looked for, none included
 * @param kept how much of the data is there once; zeros when nobody counted
 * @param overlaps what each two files share
 * @param shortcuts how well each trivial fact alone tells the label, whether over the limit or not
 * @param notes what could not be looked at and why, and what else to know, plain sentences
 */
public record AuditSummary(
        long traces,
        long steps,
        long labels,
        long aside,
        double seconds,
        Map<FindingKind, Long> counts,
        DuplicateCounts kept,
        List<FileOverlap> overlaps,
        List<Shortcut> shortcuts,
        List<String> notes) {
    /** Copies. */
    public AuditSummary {
        Map<FindingKind, Long> sorted = new EnumMap<>(FindingKind.class);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
        Objects.requireNonNull(kept, "kept");
        overlaps = List.copyOf(overlaps);
        shortcuts = List.copyOf(shortcuts);
        notes = List.copyOf(notes);
    }

    /**
     * @return how many findings there are
     */
    public long findings() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
