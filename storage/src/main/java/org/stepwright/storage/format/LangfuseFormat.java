package org.stepwright.storage.format;

import java.util.Set;
import org.stepwright.storage.format.span.LangfuseRecords;

/**
 * Langfuse: a trace with its observations and scores, nested or as downloaded. What becomes of
 * scores is written at {@link SpanScores}.
 */
final class LangfuseFormat extends SpanFormat {
    /** What stands beside observations; logs of other kinds have observations too. */
    private static final Set<String> BESIDE =
            Set.of("scores", "trace", "timestamp", "htmlPath", "sessionId", "projectId");

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
        boolean trace = keys.contains("observations") && keys.stream().anyMatch(BESIDE::contains);
        return trace
                || keys.contains("parentObservationId")
                || keys.contains("parent_observation_id");
    }
}
