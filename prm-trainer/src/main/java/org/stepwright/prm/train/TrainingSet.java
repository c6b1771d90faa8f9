package org.stepwright.prm.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwright.agreement.LabelDecider;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;
import org.stepwright.trace.GroupedSplit;
import org.stepwright.trace.Part;
import org.stepwright.trace.SplitRatios;

/**
 * Labelled traces frozen for training: those with a target, in an order that hangs on their content
 * and not on the order they came in, split by problem, under one digest. Immutable.
 */
public final class TrainingSet {
    private final List<LabelledTrace> rows;
    private final Map<Part, List<LabelledTrace>> parts;
    private final SplitRatios split;
    private final long seed;
    private final NeutralPolicy neutral;
    private final String sha256;
    private final int steps;
    private final int positives;

    private TrainingSet(List<Keyed> keyed, SplitRatios split, long seed, NeutralPolicy neutral) {
        this.split = split;
        this.seed = seed;
        this.neutral = neutral;
        rows = keyed.stream().map(Keyed::row).toList();
        sha256 =
                HexFormat.of()
                        .formatHex(CanonicalTrace.digestOf(keyed.stream().map(Keyed::digest)));
        parts = parts(rows, split, seed);
        int targets = 0;
        int ones = 0;
        for (LabelledTrace row : rows) {
            for (double reward : StepTargets.of(row).rewards(neutral)) {
                targets += Double.isNaN(reward) ? 0 : 1;
                ones += reward == 1 ? 1 : 0;
            }
        }
        steps = targets;
        positives = ones;
    }

    private record Keyed(byte[] digest, LabelledTrace row) {}

    /**
     * @param rows labelled traces in any order; those without a single target are left out
     * @param split shares of problems for the parts
     * @param seed seed of the split
     * @param neutral what a neutral verdict becomes
     * @return the set
     */
    public static TrainingSet of(
            List<LabelledTrace> rows, SplitRatios split, long seed, NeutralPolicy neutral) {
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(neutral, "neutral");
        List<Keyed> keyed = new ArrayList<>();
        for (LabelledTrace row : rows) {
            StepTargets targets = StepTargets.of(row);
            if (hasTarget(targets.rewards(neutral))) {
                keyed.add(new Keyed(CanonicalTrace.digest(row.trace(), targets), row));
            }
        }
        keyed.sort(
                Comparator.comparing(Keyed::digest, java.util.Arrays::compareUnsigned)
                        .thenComparing(k -> k.row().trace().id()));
        return new TrainingSet(keyed, split, seed, neutral);
    }

    /**
     * As the other one, with the labels that the options' policy leaves.
     *
     * @param rows labelled traces in any order, with everybody's labels
     * @param options says split, seed, neutral and label policy
     * @return the set
     */
    public static TrainingSet of(List<LabelledTrace> rows, TrainOptions options) {
        LabelDecider decider = LabelDecider.of(options.labels(), rows);
        return of(
                rows.stream().map(decider::decide).toList(),
                options.split(),
                options.seed(),
                options.neutral());
    }

    private static boolean hasTarget(double[] rewards) {
        for (double reward : rewards) {
            if (!Double.isNaN(reward)) {
                return true;
            }
        }
        return false;
    }

    private static Map<Part, List<LabelledTrace>> parts(
            List<LabelledTrace> rows, SplitRatios split, long seed) {
        Map<Part, List<LabelledTrace>> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, new ArrayList<>());
        }
        List<Part> assigned =
                GroupedSplit.ofRows(
                        rows.stream().map(r -> r.trace().problems()).toList(), split, seed);
        for (int i = 0; i < rows.size(); i++) {
            parts.get(assigned.get(i)).add(rows.get(i));
        }
        parts.replaceAll((part, list) -> List.copyOf(list));
        return parts;
    }

    /**
     * @return SHA-256 over the traces, their steps and verdicts, hexadecimal; independent of the
     *     rows' order, of ids and of who labelled when
     */
    public String sha256() {
        return sha256;
    }

    /**
     * @param part a part of the split
     * @return its traces, in canonical order
     */
    public List<LabelledTrace> part(Part part) {
        return parts.get(part);
    }

    /**
     * @return all traces, in canonical order
     */
    public List<LabelledTrace> rows() {
        return rows;
    }

    /**
     * @return how many traces have a target
     */
    public int traces() {
        return rows.size();
    }

    /**
     * @return how many steps have a target
     */
    public int steps() {
        return steps;
    }

    /**
     * @return how many of these steps are correct (target reward 1)
     */
    public int positives() {
        return positives;
    }

    /**
     * @return what a neutral verdict becomes
     */
    public NeutralPolicy neutral() {
        return neutral;
    }

    /**
     * @return shares of problems for the parts
     */
    public SplitRatios split() {
        return split;
    }

    /**
     * @return seed of the split
     */
    public long seed() {
        return seed;
    }
}
