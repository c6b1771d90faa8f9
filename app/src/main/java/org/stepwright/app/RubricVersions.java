package org.stepwright.app;

import java.util.List;
import java.util.TreeSet;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;

/** Under which rubric version labels were made. */
public final class RubricVersions {
    private RubricVersions() {}

    /**
     * @param rows labelled traces
     * @return the keys that the labels name, sorted and joined by {@code +}; empty when none does
     */
    public static String of(List<LabelledTrace> rows) {
        TreeSet<String> keys = new TreeSet<>();
        rows.forEach(
                row ->
                        row.labels().stream()
                                .map(StepLabel::rubricVersion)
                                .filter(k -> !k.isEmpty())
                                .forEach(keys::add));
        return String.join("+", keys);
    }
}
