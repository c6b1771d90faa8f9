package org.stepwright.ui.live;

import java.util.List;
import org.stepwright.ui.kit.Messages;

/** How long after its end a step had its score. */
final class Latency {
    private Latency() {}

    /** The latest and the largest added latency in milliseconds; empty before the first score. */
    static String sentence(List<LiveStep> steps, Messages texts) {
        List<LiveStep> scored = steps.stream().filter(LiveStep::isScored).toList();
        if (scored.isEmpty()) {
            return "";
        }
        double largest = scored.stream().mapToDouble(LiveStep::addedMillis).max().orElseThrow();
        double latest = scored.get(scored.size() - 1).addedMillis();
        return texts.text("latency", Math.round(latest), Math.round(largest));
    }
}
