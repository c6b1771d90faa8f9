package org.stepwright.storage.format;

import java.util.Set;
import org.stepwright.storage.format.span.LangsmithRecords;

/**
 * LangSmith's runs, nested or flat. What becomes of feedback is written at {@link SpanScores};
 * {@code feedback_stats} are averages of whatever spoke, so they are suggestions.
 */
final class LangsmithFormat extends SpanFormat {
    LangsmithFormat() {
        super(new LangsmithRecords(Json.MAPPER));
    }

    @Override
    public String name() {
        return "langsmith";
    }

    @Override
    public String title() {
        return "LangSmith runs";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.contains("run_type");
    }
}
