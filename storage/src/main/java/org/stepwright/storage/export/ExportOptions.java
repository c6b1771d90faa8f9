package org.stepwright.storage.export;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.storage.TraceFilter;
import org.stepwright.trace.SplitRatios;
import org.stepwright.work.WorkFailed;

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
 * @param licence the data set's licence as dataset hubs write it, such as {@code cc-by-4.0}; {@link
 *     #UNKNOWN_LICENCE} when nobody said
 */
public record ExportOptions(
        String format,
        Path out,
        String rubric,
        SplitRatios split,
        long seed,
        TraceFilter where,
        NeutralPolicy neutral,
        String licence) {
    /** What the card says when nobody named a licence. */
    public static final String UNKNOWN_LICENCE = "unknown";

    private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");

    /**
     * Validates.
     *
     * @throws WorkFailed when the licence is no short name
     */
    public ExportOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(rubric, "rubric");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(neutral, "neutral");
        if (!LICENCE.matcher(licence).matches()) {
            throw new WorkFailed(
                    "The licence \""
                            + licence
                            + "\" is no short name such as cc-by-4.0 or apache-2.0; name it as"
                            + " dataset hubs do.");
        }
    }

    /**
     * The same without a licence.
     *
     * @param format as above
     * @param out as above
     * @param rubric as above
     * @param split as above
     * @param seed as above
     * @param where as above
     * @param neutral as above
     */
    public ExportOptions(
            String format,
            Path out,
            String rubric,
            SplitRatios split,
            long seed,
            TraceFilter where,
            NeutralPolicy neutral) {
        this(format, out, rubric, split, seed, where, neutral, UNKNOWN_LICENCE);
    }
}
