package org.stepwright.cli;

import java.util.Locale;
import org.stepwright.label.NeutralPolicy;
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
}
