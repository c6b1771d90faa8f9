package org.stepwright.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.stepwright.audit.Shortcut.Fact;

/**
 * Counts of wrong and other steps by a fact's value, in {@value #BUCKETS} buckets of problems. A
 * fold is every eighth bucket; intervals come from drawing buckets with replacement, as steps of
 * one problem are not independent.
 */
final class FactCounts {
    static final int BUCKETS = 64;

    private static final int FOLDS = 8;
    private static final int BINS = 256;
    private static final int LEAST_BUCKETS = 16;
    private static final int DRAWS = 1000;
    private static final double PRIOR = 5;

    private final Fact fact;

    /** By bucket, bin and whether it is wrong (1). */
    private final int[] counts = new int[BUCKETS * BINS * 2];

    private final Map<String, Integer> names = new HashMap<>();
    private final ProblemCount problems = new ProblemCount();

    FactCounts(Fact fact) {
        this.fact = fact;
    }

    /** Values over the last bin share it. */
    void add(long problem, int bin, boolean wrong) {
        int bucket = (int) (problem >>> 58);
        problems.add(problem);
        counts[at(bucket, Math.min(BINS - 1, bin), wrong)]++;
    }

    void add(long problem, String value, boolean wrong) {
        Integer bin = names.get(value);
        if (bin == null) {
            bin = Math.min(BINS - 1, names.size());
            if (names.size() < BINS) {
                names.put(value, bin);
            }
        }
        add(problem, bin, wrong);
    }

    private static int at(int bucket, int bin, boolean wrong) {
        return (bucket * BINS + bin) * 2 + (wrong ? 1 : 0);
    }

    Optional<Shortcut> shortcut() {
        boolean[] used = new boolean[BINS];
        long[] totals = new long[2];
        int filled = 0;
        for (int b = 0; b < BUCKETS; b++) {
            long before = totals[0] + totals[1];
            for (int bin = 0; bin < BINS; bin++) {
                totals[0] += counts[at(b, bin, false)];
                totals[1] += counts[at(b, bin, true)];
                used[bin] |= counts[at(b, bin, false)] + counts[at(b, bin, true)] > 0;
            }
            filled += totals[0] + totals[1] > before ? 1 : 0;
        }
        int values = 0;
        for (boolean u : used) {
            values += u ? 1 : 0;
        }
        boolean enough = filled >= LEAST_BUCKETS && totals[0] > 0 && totals[1] > 0;
        return values < 2 || !enough ? Optional.empty() : Optional.of(measure(values, totals));
    }

    private Shortcut measure(int values, long[] totals) {
        Tried tried = new Tried(this, totals);
        int[] once = new int[BUCKETS];
        Arrays.fill(once, 1);
        double[] point = tried.figures(once);
        double[][] drawn = new double[2][DRAWS];
        SplittableRandom random = new SplittableRandom(20_261_125L);
        int[] times = new int[BUCKETS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < BUCKETS; i++) {
                times[random.nextInt(BUCKETS)]++;
            }
            double[] figures = tried.figures(times);
            drawn[0][draw] = figures[0];
            drawn[1][draw] = figures[1] - figures[2];
        }
        double[] auroc = interval(drawn[0]);
        double[] gain = interval(drawn[1]);
        return new Shortcut(
                fact,
                point[0],
                auroc[0],
                auroc[1],
                point[1],
                point[2],
                gain[0],
                gain[1],
                totals[0] + totals[1],
                values,
                problems.estimate());
    }

    private static double[] interval(double[] drawn) {
        double[] sorted = Arrays.stream(drawn).filter(d -> !Double.isNaN(d)).sorted().toArray();
        return sorted.length == 0
                ? new double[] {0, 1}
                : new double[] {
                    sorted[(int) (0.025 * (sorted.length - 1))],
                    sorted[(int) Math.ceil(0.975 * (sorted.length - 1))]
                };
    }

    /** The tables of each fold, and what they give on the buckets that they were not fitted on. */
    private static final class Tried {
        private final FactCounts of;
        private final double[][] rates = new double[FOLDS][BINS];
        private final double[] base = new double[FOLDS];
        private final Integer[][] order = new Integer[FOLDS][];

        Tried(FactCounts of, long[] totals) {
            this.of = of;
            for (int fold = 0; fold < FOLDS; fold++) {
                fit(fold, totals);
            }
        }

        private void fit(int fold, long[] totals) {
            long[] out = new long[2];
            long[][] bins = new long[BINS][2];
            for (int b = 0; b < BUCKETS; b++) {
                for (int bin = 0; bin < BINS; bin++) {
                    for (int c = 0; c < 2; c++) {
                        int n = of.counts[at(b, bin, c == 1)];
                        if (b % FOLDS == fold) {
                            out[c] += n;
                        } else {
                            bins[bin][c] += n;
                        }
                    }
                }
            }
            double wrong = totals[1] - out[1];
            double all = Math.max(1, totals[0] + totals[1] - out[0] - out[1]);
            base[fold] = wrong / all;
            order[fold] = new Integer[BINS];
            for (int bin = 0; bin < BINS; bin++) {
                double n = bins[bin][0] + bins[bin][1];
                rates[fold][bin] = (bins[bin][1] + PRIOR * base[fold]) / (n + PRIOR);
                order[fold][bin] = bin;
            }
            double[] rate = rates[fold];
            Arrays.sort(order[fold], (a, b) -> Double.compare(rate[a], rate[b]));
        }

        /** AUROC, accuracy and base rate when each bucket counts so many times. */
        double[] figures(int[] times) {
            double won = 0;
            double pairs = 0;
            double right = 0;
            double usual = 0;
            double all = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                double[][] bins = new double[BINS][2];
                for (int b = fold; b < BUCKETS; b += FOLDS) {
                    if (times[b] > 0) {
                        for (int bin = 0; bin < BINS; bin++) {
                            bins[bin][0] += times[b] * of.counts[at(b, bin, false)];
                            bins[bin][1] += times[b] * of.counts[at(b, bin, true)];
                        }
                    }
                }
                double[] won2 = won(fold, bins);
                won += won2[0];
                pairs += won2[1];
                for (int bin = 0; bin < BINS; bin++) {
                    right += bins[bin][rates[fold][bin] >= 0.5 ? 1 : 0];
                    usual += bins[bin][base[fold] >= 0.5 ? 1 : 0];
                    all += bins[bin][0] + bins[bin][1];
                }
            }
            return new double[] {won / pairs, right / all, usual / all};
        }

        /** Pairs of a wrong and another step that the fold's table orders, and all pairs. */
        private double[] won(int fold, double[][] bins) {
            double below = 0;
            double wrongs = 0;
            double won = 0;
            int i = 0;
            while (i < BINS) {
                double rate = rates[fold][order[fold][i]];
                double wrong = 0;
                double other = 0;
                for (; i < BINS && rates[fold][order[fold][i]] == rate; i++) {
                    other += bins[order[fold][i]][0];
                    wrong += bins[order[fold][i]][1];
                }
                won += wrong * (below + other / 2);
                below += other;
                wrongs += wrong;
            }
            return new double[] {won, below * wrongs};
        }
    }

    /** How many different problems, by linear counting in a bitmap. */
    private static final class ProblemCount {
        private static final int BITS = 1 << 18;
        private final java.util.BitSet seen = new java.util.BitSet(BITS);

        void add(long problem) {
            seen.set((int) (problem & BITS - 1));
        }

        int estimate() {
            double empty = Math.max(1, BITS - seen.cardinality());
            return (int) Math.round(-BITS * Math.log(empty / BITS));
        }
    }
}
