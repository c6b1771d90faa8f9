package org.stepwright.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepTargets;
import org.stepwright.trace.ProblemKey;
import org.stepwright.trace.Trace;

/**
 * Answers without a result where nearly all other answers of the same source to the same problem
 * have one. Answers that were labelled up to their first error end there, so nobody misses a result
 * in them. Keeps a number for each problem and the ids of answers without a result.
 */
final class MissingAnswers {
    private static final int LEAST_OTHERS = 2;
    private static final double SHARE = 0.75;

    private static final class Siblings {
        private int all;
        private int stating;
        private final List<String> without = new ArrayList<>(0);
    }

    private final Map<Long, Siblings> problems = new HashMap<>();

    void add(LabelledTrace labelled) {
        Trace trace = labelled.trace();
        if (trace.steps().isEmpty() || endsAtFirstError(labelled)) {
            return;
        }
        String key = trace.source().orElse("") + '\0' + ProblemKey.of(trace.problem());
        Siblings siblings = problems.computeIfAbsent(hash(key), k -> new Siblings());
        siblings.all++;
        if (Answers.states(trace)) {
            siblings.stating++;
        } else {
            siblings.without.add(trace.id());
        }
    }

    private static boolean endsAtFirstError(LabelledTrace labelled) {
        OptionalInt error = StepTargets.of(labelled).firstError();
        return error.isPresent() && error.getAsInt() == labelled.trace().steps().size() - 1;
    }

    List<JunkHit> hits() {
        List<JunkHit> hits = new ArrayList<>();
        for (Siblings s : problems.values()) {
            for (String id : s.without) {
                double share = (double) s.stating / Math.max(1, s.all - 1);
                if (s.stating >= LEAST_OTHERS && share >= SHARE) {
                    hits.add(
                            new Found(
                                            JunkRule.NO_ANSWER,
                                            0.5 + 0.4 * share,
                                            "The answer states no result; "
                                                    + s.stating
                                                    + " of "
                                                    + (s.all - 1)
                                                    + " other answers to the problem do.")
                                    .at(id, AuditFinding.WHOLE_TRACE));
                }
            }
        }
        return hits;
    }

    private static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return h;
    }
}
