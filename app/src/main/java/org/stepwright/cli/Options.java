package org.stepwright.cli;

import java.util.List;
import java.util.Locale;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.trace.SplitRatios;
import org.stepwright.work.WorkFailed;

/** Options that several commands read the same way. */
final class Options {
    private Options() {}

    static SplitRatios split(BaseCommand command, String text) {
        try {
            return SplitRatios.parse(text);
        } catch (WorkFailed e) {
            throw command.wrongUsage(e.getMessage());
        }
    }

    static NeutralPolicy neutral(BaseCommand command, String text) {
        for (NeutralPolicy policy : NeutralPolicy.values()) {
            if (policy.name().equals(text.toUpperCase(Locale.ROOT))) {
                return policy;
            }
        }
        throw command.wrongUsage("--neutral is wrong, correct or drop.");
    }

    static LabelPolicy labels(BaseCommand command, String text) {
        return LabelPolicy.of(text)
                .orElseThrow(
                        () ->
                                command.wrongUsage(
                                        "--labels is one of " + LabelPolicy.words() + "."));
    }

    static TraceFilter where(BaseCommand command, String text) {
        try {
            return TraceFilter.parse(text);
        } catch (WorkFailed e) {
            throw command.wrongUsage(e.getMessage());
        }
    }

    /** Refuses a format that no file can be read as; {@code auto} asks to look at the file. */
    static void readable(BaseCommand command, String format) {
        known(command, format, LabelFiles.formats(), !format.equals(LabelFiles.AUTO));
    }

    /** Refuses a format that cannot be written. */
    static void writable(BaseCommand command, String format) {
        known(command, format, LabelFiles.writableFormats(), true);
    }

    private static void known(
            BaseCommand command, String format, List<String> formats, boolean named) {
        if (named && !formats.contains(format)) {
            throw command.wrongUsage(
                    "--format \""
                            + format
                            + "\" is not one of "
                            + String.join(", ", formats)
                            + ".");
        }
    }
}
