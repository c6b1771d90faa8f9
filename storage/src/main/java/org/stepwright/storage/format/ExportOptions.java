package org.stepwright.storage.format;

import java.nio.file.Path;
import java.util.Objects;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.storage.TraceFilter;
import org.stepwright.trace.SplitRatios;

/**
 * What to export and how.
 *
 * @param format the name of a format that can be written
 * @param out the folder to write; new, empty, or written by an earlier export
 * @param rubric a published version {@code id@number}, or {@code id} for the latest; empty for none
 * @param split the sizes of the parts, which never share a problem
 * @param seed the same seed gives the same parts
 * @param where which traces
 * @param neutral what a neutral verdict becomes where the format knows only wrong and correct
 */
public record ExportOptions(
        String format,
        Path out,
        String rubric,
        SplitRatios split,
        long seed,
        TraceFilter where,
        NeutralPolicy neutral) {
    /** Validates. */
    public ExportOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(rubric, "rubric");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(neutral, "neutral");
    }
}
