package org.stepwright.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a trace's labels ask of a model, step by step: the one place that holds the rule for
 * training and evaluation. Steps up to and including the first error count; steps after it are
 * masked unless they were labelled on their own. The candidates of a step other than 0 are not on
 * the trace's path and do not count here. Where several annotators labelled a step, an adjudicated
 * label decides, then the majority; a tie goes to the worse of the tied verdicts, the safe side.
 *
 * @param verdicts one entry a step; null where the step is masked
 */
public record StepTargets(List<Verdict> verdicts) {
    /** Copies. */
    public StepTargets {
        verdicts = Collections.unmodifiableList(new ArrayList<>(verdicts));
    }

    /**
     * @param labelled a trace with its labels
     * @return its targets
     */
    public static StepTargets of(LabelledTrace labelled) {
        Map<Integer, List<StepLabel>> votes =
                labelled.labels().stream()
                        .filter(l -> l.candidate() == 0 && l.verdict() != null)
                        .filter(l -> l.pass() != LabelPass.REPEAT)
                        .collect(Collectors.groupingBy(StepLabel::step));
        int n = labelled.trace().steps().size();
        List<Verdict> verdicts = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            verdicts.add(consensus(votes.getOrDefault(i, List.of())));
        }
        return new StepTargets(verdicts);
    }

    private static Verdict consensus(List<StepLabel> votes) {
        if (votes.isEmpty()) {
            return null;
        }
        List<StepLabel> decided =
                votes.stream().filter(v -> v.source() == LabelSource.ADJUDICATED).toList();
        List<StepLabel> counted = decided.isEmpty() ? votes : decided;
        Verdict best = null;
        long bestCount = 0;
        for (Verdict verdict : Verdict.values()) {
            long count = counted.stream().filter(v -> v.verdict() == verdict).count();
            if (count > bestCount) {
                best = verdict;
                bestCount = count;
            }
        }
        return best;
    }

    /**
     * @return the index of the first wrong step; -1 when every step is labelled and none is wrong;
     *     empty when the labels do not say
     */
    public OptionalInt firstError() {
        int wrong = verdicts.indexOf(Verdict.WRONG);
        if (wrong >= 0) {
            return OptionalInt.of(wrong);
        }
        return verdicts.isEmpty() || verdicts.contains(null)
                ? OptionalInt.empty()
                : OptionalInt.of(-1);
    }

    /**
     * @param policy what neutral becomes
     * @return target rewards 0 or 1, one a step; NaN where the step is masked
     */
    public double[] rewards(NeutralPolicy policy) {
        return verdicts.stream()
                .mapToDouble(v -> v == null ? Double.NaN : policy.target(v).orElse(Double.NaN))
                .toArray();
    }
}
