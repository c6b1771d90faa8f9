package org.stepwright.prm.active;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stepwright.label.QueueOrder;
import org.stepwright.trace.Outcome;
import org.stepwright.work.Progress;

/**
 * Puts traces into an order of work. The traces of the random slice come in random order, one after
 * every so many others, and the rest in the order that is asked for. Deterministic by the seed and
 * independent of the order of the input. Immutable and safe for many threads.
 */
public final class QueueRanker {
    /** How many of the most uncertain traces {@link QueueOrder#LEARNING} spreads out. */
    public static final int POOL = 4_000;

    /** From how many labelled traces, at most, it keeps away. */
    public static final int KNOWN = 1_000;

    private final double share;
    private final long seed;
    private final Chance chance;

    /**
     * @param share the slice's share in [0, 1], as the inputs were told apart by
     * @param seed any number; the same one gives the same orders
     */
    public QueueRanker(double share, long seed) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies in [0, 1].");
        }
        this.share = share;
        this.seed = seed;
        this.chance = new Chance(seed);
    }

    /**
     * @param order which order; {@link QueueOrder#IMPORTED} needs no ranking
     * @param inputs the traces, each once
     * @param vectors asked by {@link QueueOrder#LEARNING} only, for at most {@value #POOL} +
     *     {@value #KNOWN} traces
     * @param progress told how far it is; asked for cancel
     * @return every trace once, the next to be labelled first
     * @throws org.stepwright.work.Cancelled when the user stopped the work
     */
    public List<Ranked> rank(
            QueueOrder order, List<RankInput> inputs, Vectors vectors, Progress progress) {
        List<Placed> others = new ArrayList<>(inputs.size());
        List<Placed> slice = new ArrayList<>();
        for (RankInput input : inputs) {
            Placed placed = new Placed(input, chance.of(input.traceId()));
            (input.slice() && share > 0 ? slice : others).add(placed);
        }
        slice.sort(Placed.BY_CHANCE);
        others.sort(by(order));
        progress.checkCancelled();
        List<String> ordered =
                order == QueueOrder.LEARNING
                        ? spread(others, slice, vectors, progress)
                        : ids(others);
        return Interleave.of(ordered, ids(slice), share);
    }

    private static Comparator<Placed> by(QueueOrder order) {
        return switch (order) {
            case RANDOM -> Placed.BY_CHANCE;
            case UNCERTAIN -> Placed.BY_DOUBT;
            case CONVINCING_WRONG -> Placed.BY_CONVINCING;
            case DISAGREEMENT -> Placed.BY_SPLIT;
            case LEARNING -> Placed.BY_USE;
            case IMPORTED ->
                    throw new IllegalArgumentException("As they came in needs no ranking.");
        };
    }

    /**
     * The most uncertain ones that nobody labelled, drawn by doubt and distance to each other and
     * to what is labelled; then the rest as it is.
     */
    private List<String> spread(
            List<Placed> others, List<Placed> slice, Vectors vectors, Progress progress) {
        List<Placed> pool =
                others.stream()
                        .takeWhile(p -> p.input().scored() && !p.input().labelled())
                        .limit(POOL)
                        .toList();
        List<String> known = known(others, slice);
        List<String> asked = new ArrayList<>(ids(pool));
        asked.addAll(known);
        float[][] all = pool.isEmpty() ? new float[0][] : vectors.of(asked, progress);
        float[][] points = new float[pool.size()][];
        float[][] away = new float[pool.isEmpty() ? 0 : known.size()][];
        System.arraycopy(all, 0, points, 0, points.length);
        System.arraycopy(all, points.length, away, 0, away.length);
        float[] weights = new float[points.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = pool.get(i).input().doubt();
        }
        List<String> ordered = new ArrayList<>(others.size());
        for (int pick : FarthestFirst.sample(points, weights, away, seed, progress)) {
            ordered.add(asked.get(pick));
        }
        others.stream().skip(pool.size()).forEach(p -> ordered.add(p.input().traceId()));
        return ordered;
    }

    private static List<String> known(List<Placed> others, List<Placed> slice) {
        List<Placed> labelled = new ArrayList<>();
        others.stream().filter(p -> p.input().labelled()).forEach(labelled::add);
        slice.stream().filter(p -> p.input().labelled()).forEach(labelled::add);
        labelled.sort(Placed.BY_CHANCE);
        return ids(labelled.subList(0, Math.min(KNOWN, labelled.size())));
    }

    private static List<String> ids(List<Placed> placed) {
        return placed.stream().map(p -> p.input().traceId()).toList();
    }

    /** A trace and its random place, which decides between equal ones. */
    private record Placed(RankInput input, long chance) {
        static final Comparator<Placed> BY_CHANCE =
                Comparator.comparingLong(Placed::chance).thenComparing(p -> p.input().traceId());

        /** What has no number comes after all that have one. */
        static final Comparator<Placed> BY_DOUBT =
                Comparator.comparingDouble((Placed p) -> down(p.input().doubt()))
                        .thenComparing(BY_CHANCE);

        static final Comparator<Placed> BY_SPLIT =
                Comparator.comparingDouble((Placed p) -> down(p.input().split()))
                        .thenComparing(BY_CHANCE);

        static final Comparator<Placed> BY_CONVINCING =
                Comparator.comparingInt((Placed p) -> outcomeRank(p.input().outcome()))
                        .thenComparingDouble(
                                p ->
                                        p.input().outcome() == Outcome.WRONG
                                                ? down(p.input().reward())
                                                : 0)
                        .thenComparing(BY_CHANCE);

        static final Comparator<Placed> BY_USE =
                Comparator.comparing((Placed p) -> p.input().labelled()).thenComparing(BY_DOUBT);

        private static double down(float value) {
            return Float.isNaN(value) ? 1 : -value;
        }

        private static int outcomeRank(Outcome outcome) {
            return switch (outcome) {
                case WRONG -> 0;
                case UNKNOWN -> 1;
                case RIGHT -> 2;
            };
        }
    }
}
