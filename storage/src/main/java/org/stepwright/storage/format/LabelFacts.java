package org.stepwright.storage.format;

import java.util.List;
import org.stepwright.label.LabelSource;

/** Reads what rows of our own exports say about their labels. */
final class LabelFacts {
    private LabelFacts() {}

    /**
     * Where a row's labels come from. A row with several sources does not say which step has which,
     * so that the weakest counts for all: weak labels never pass for a person's.
     *
     * @param fallback the source where the row does not say
     */
    static LabelSource source(JsonRow row, LabelSource fallback) {
        if (!row.has("label_source") || !row.node().get("label_source").isTextual()) {
            return fallback;
        }
        List<String> said = List.of(row.text("label_source").split("\\+", 10));
        for (LabelSource weak : List.of(LabelSource.ROLLOUT, LabelSource.SYNTHETIC)) {
            if (said.contains(Names.of(weak))) {
                return weak;
            }
        }
        return LabelSource.IMPORTED;
    }
}
