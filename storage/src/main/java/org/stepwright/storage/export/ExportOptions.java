package org.stepwright.storage.export;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.storage.TraceFilter;
import org.stepwright.trace.SplitRatios;
import org.stepwright.work.WorkFailed;

/**
 * What to export and how. Start from {@link #of} and change what should differ with the {@code
 * with} methods.
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
 * @param labels how the labels of several people become one
 * @param soft what rewards between wrong and correct come from, if they are wanted
 * @param balance what is left out so that no class drowns the other
 * @param kit whether a training kit is written beside the data
 * @param container what files the rows are put into
 */
public record ExportOptions(
        String format,
        Path out,
        String rubric,
        SplitRatios split,
        long seed,
        TraceFilter where,
        NeutralPolicy neutral,
        String licence,
        LabelPolicy labels,
        SoftSource soft,
        Balance balance,
        boolean kit,
        Container container) {
    /** What the card says when nobody named a licence. */
    public static final String UNKNOWN_LICENCE = "unknown";

    /** The seed unless told otherwise. */
    public static final long SEED = 42;

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
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(soft, "soft");
        Objects.requireNonNull(balance, "balance");
        Objects.requireNonNull(container, "container");
        if (!LICENCE.matcher(licence).matches()) {
            throw new WorkFailed(
                    "The licence \""
                            + licence
                            + "\" is no short name such as cc-by-4.0 or apache-2.0; name it as"
                            + " dataset hubs do.");
        }
    }

    /**
     * The usual export of everything: parts of 80/10/10, the majority's labels, neutral as wrong,
     * neither soft labels nor balance, and a training kit where there is one for the format.
     *
     * @param format the name of a format that can be written
     * @param out the folder to write
     * @return the options
     */
    public static ExportOptions of(String format, Path out) {
        return new ExportOptions(
                format,
                out,
                "",
                SplitRatios.DEFAULT,
                SEED,
                TraceFilter.ALL,
                NeutralPolicy.WRONG,
                UNKNOWN_LICENCE,
                LabelPolicy.MAJORITY,
                SoftSource.NONE,
                Balance.NONE,
                TrainingKit.isFor(format),
                Container.JSONL);
    }

    /**
     * @param given the rubric version
     * @return these options with it
     */
    public ExportOptions withRubric(String given) {
        return new ExportOptions(
                format, out, given, split, seed, where, neutral, licence, labels, soft, balance,
                kit, container);
    }

    /**
     * @param given the shares of the parts
     * @return these options with it
     */
    public ExportOptions withSplit(SplitRatios given) {
        return new ExportOptions(
                format, out, rubric, given, seed, where, neutral, licence, labels, soft, balance,
                kit, container);
    }

    /**
     * @param given the seed
     * @return these options with it
     */
    public ExportOptions withSeed(long given) {
        return new ExportOptions(
                format, out, rubric, split, given, where, neutral, licence, labels, soft, balance,
                kit, container);
    }

    /**
     * @param given which traces
     * @return these options with it
     */
    public ExportOptions withWhere(TraceFilter given) {
        return new ExportOptions(
                format, out, rubric, split, seed, given, neutral, licence, labels, soft, balance,
                kit, container);
    }

    /**
     * @param given what neutral becomes
     * @return these options with it
     */
    public ExportOptions withNeutral(NeutralPolicy given) {
        return new ExportOptions(
                format, out, rubric, split, seed, where, given, licence, labels, soft, balance, kit,
                container);
    }

    /**
     * @param given the licence
     * @return these options with it
     */
    public ExportOptions withLicence(String given) {
        return new ExportOptions(
                format, out, rubric, split, seed, where, neutral, given, labels, soft, balance, kit,
                container);
    }

    /**
     * @param given the label policy
     * @return these options with it
     */
    public ExportOptions withLabels(LabelPolicy given) {
        return new ExportOptions(
                format, out, rubric, split, seed, where, neutral, licence, given, soft, balance,
                kit, container);
    }

    /**
     * @param given the source of soft labels
     * @return these options with it
     */
    public ExportOptions withSoft(SoftSource given) {
        return new ExportOptions(
                format, out, rubric, split, seed, where, neutral, licence, labels, given, balance,
                kit, container);
    }

    /**
     * @param given the balance
     * @return these options with it
     */
    public ExportOptions withBalance(Balance given) {
        return new ExportOptions(
                format, out, rubric, split, seed, where, neutral, licence, labels, soft, given, kit,
                container);
    }

    /**
     * @param given whether a kit is written
     * @return these options with it
     */
    public ExportOptions withKit(boolean given) {
        return new ExportOptions(
                format, out, rubric, split, seed, where, neutral, licence, labels, soft, balance,
                given, container);
    }

    /**
     * @param given what files the rows are put into
     * @return these options with it
     */
    public ExportOptions withContainer(Container given) {
        return new ExportOptions(
                format, out, rubric, split, seed, where, neutral, licence, labels, soft, balance,
                kit, given);
    }
}
