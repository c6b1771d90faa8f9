package org.stepwright.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.label.LabelMoment;

/**
 * What one key did: one press may change the labels of several steps, and all of these moments tell
 * the same time that it took.
 *
 * @param moments at least one; of one annotator, trace and instant
 */
record Act(List<LabelMoment> moments) {
    /** A longer time between two acts is a break. */
    static final long LONGEST_MILLIS = 90_000;

    private record Key(String annotator, String traceId, String session, Instant at) {}

    /** In the order of their first moments. */
    static List<Act> of(List<LabelMoment> moments) {
        Map<Key, List<LabelMoment>> acts = new LinkedHashMap<>();
        for (LabelMoment m : moments) {
            acts.computeIfAbsent(
                            new Key(m.annotator(), m.traceId(), m.session(), m.at()),
                            k -> new ArrayList<>())
                    .add(m);
        }
        return acts.values().stream().map(Act::new).toList();
    }

    LabelMoment first() {
        return moments.get(0);
    }

    boolean isTimed() {
        return first().millis() >= 0;
    }

    boolean isAfterBreak() {
        return first().millis() > LONGEST_MILLIS;
    }

    /** Whether it tells how long work took: timed, and not after a break. */
    boolean isWork() {
        return isTimed() && !isAfterBreak();
    }

    double seconds() {
        return first().millis() / 1000.0;
    }
}
