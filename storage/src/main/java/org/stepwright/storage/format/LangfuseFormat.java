package org.stepwright.storage.format;

import java.util.Set;
import org.stepwright.storage.format.span.LangfuseRecords;

/**
 * Langfuse: a trace with its observations and scores, nested or as downloaded. What becomes of
 * scores is written at {@link SpanScores}.
 */
final class LangfuseFormat extends SpanFormat {
    LangfuseFormat() {
        super(new LangfuseRecords(Json.MAPPER));
    }

    @Override
    public String name() {
        return "langfuse";
    }

    @Override
    public String title() {
        return "Langfuse";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.contains("observations")
                || keys.contains("parentObservationId")
                || keys.contains("parent_observation_id");
    }
}
