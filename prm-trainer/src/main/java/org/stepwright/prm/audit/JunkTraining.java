package org.stepwright.prm.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.stepwright.prm.audit.JunkClassifier.Quality;
import org.stepwright.prm.eval.Temperature;
import org.stepwright.prm.train.LinearFit;
import org.stepwright.tryout.Share;
import org.stepwright.work.Progress;

/**
 * Fits a {@link JunkClassifier} on a sample: a third of the texts tells what is usual, the others
 * are fitted on; the threshold comes from judging each half of them by a fit on the other. A sample
 * holds junk itself, which would pass for false alarms: so the texts that a fit on other texts is
 * surest of, at most {@value #MOST_TAKEN_OUT} of all, are taken out before the fit that counts.
 */
final class JunkTraining {
    private static final double MOST_TAKEN_OUT = 0.05;
    private static final double PENALTY = 1e-4;

    /** Chosen on planted junk in the bundled samples. */
    private static final double HASHED_PENALTY = 3e-2;

    private final List<Spoiling> kinds;
    private final double precision;
    private final long seed;

    JunkTraining(List<Spoiling> kinds, double precision, long seed) {
        this.kinds = List.copyOf(kinds);
        this.precision = precision;
        this.seed = seed;
    }

    /** Good texts and as many spoiled ones. */
    private record Rows(float[][] rows, boolean[] spoiled) {
        int half() {
            return rows.length / 2;
        }

        Rows with(Rows more) {
            float[][] all = Arrays.copyOf(rows, rows.length + more.rows.length);
            System.arraycopy(more.rows, 0, all, rows.length, more.rows.length);
            return new Rows(all, joined(spoiled, more.spoiled));
        }
    }

    JunkClassifier train(List<String> good, Progress progress) {
        int usual = good.size() / 3;
        int half = usual + good.size() / 3;
        TextFeatures features = new TextFeatures(good.subList(0, usual));
        Rows one = rows(good.subList(usual, half), features, 1);
        Rows two = rows(good.subList(half, good.size()), features, 2);
        Rows cleanOne = without(one, fit(two, progress));
        Rows cleanTwo = without(two, fit(one, progress));
        // each half is judged by a fit that did not see it; the fit that counts sees both
        Judged judged =
                Judged.of(cleanOne, fit(cleanTwo, progress))
                        .with(Judged.of(cleanTwo, fit(cleanOne, progress)));
        Rows all = cleanOne.with(cleanTwo);
        return calibrated(features, fit(all, progress), all.half(), judged);
    }

    /** Logits by a fit on other texts. */
    private record Judged(double[] logits, boolean[] spoiled) {
        static Judged of(Rows rows, LinearFit fit) {
            double[] logits = new double[rows.rows().length];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = fit.logit(rows.rows()[i]);
            }
            return new Judged(logits, rows.spoiled());
        }

        Judged with(Judged more) {
            return new Judged(
                    DoubleStream.concat(Arrays.stream(logits), Arrays.stream(more.logits))
                            .toArray(),
                    joined(spoiled, more.spoiled));
        }
    }

    private static boolean[] joined(boolean[] a, boolean[] b) {
        boolean[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static LinearFit fit(Rows rows, Progress progress) {
        return LinearFit.of(
                rows.rows(), rows.spoiled(), PENALTY, TextFeatures.PLAIN, HASHED_PENALTY, progress);
    }

    private Rows rows(List<String> good, TextFeatures features, long part) {
        SplittableRandom random = new SplittableRandom(seed + part);
        int n = good.size();
        float[][] rows = new float[2 * n][];
        boolean[] spoiled = new boolean[2 * n];
        for (int i = 0; i < n; i++) {
            String other = good.get(random.nextInt(n));
            Spoiling kind = kinds.get(random.nextInt(kinds.size()));
            rows[i] = features.of(good.get(i));
            rows[n + i] = features.of(kind.spoil(good.get(i), other, random));
            spoiled[n + i] = true;
        }
        return new Rows(rows, spoiled);
    }

    /** Without the good texts, and their twins, that another fit takes for spoiled. */
    private static Rows without(Rows all, LinearFit other) {
        int n = all.half();
        double[] logits =
                IntStream.range(0, n).mapToDouble(i -> other.logit(all.rows()[i])).toArray();
        double[] sorted = logits.clone();
        Arrays.sort(sorted);
        double most = sorted[(int) Math.floor((1 - MOST_TAKEN_OUT) * (n - 1))];
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (logits[i] <= Math.max(0, most)) {
                kept.add(i);
            }
        }
        int k = kept.size();
        float[][] rows = new float[2 * k][];
        boolean[] spoiled = new boolean[2 * k];
        for (int i = 0; i < k; i++) {
            rows[i] = all.rows()[kept.get(i)];
            rows[k + i] = all.rows()[n + kept.get(i)];
            spoiled[k + i] = true;
        }
        return new Rows(rows, spoiled);
    }

    private JunkClassifier calibrated(
            TextFeatures features, LinearFit fit, int texts, Judged judged) {
        double[] even = Arrays.stream(judged.logits()).map(l -> 1 / (1 + Math.exp(-l))).toArray();
        double temperature = Temperature.fit(even, judged.spoiled());
        double[] odds =
                Arrays.stream(judged.logits())
                        .map(l -> JunkClassifier.logOdds(l, temperature))
                        .toArray();
        double threshold = threshold(odds, judged.spoiled());
        Quality quality = quality(texts, odds, judged.spoiled(), threshold);
        return new JunkClassifier(features, fit, temperature, threshold, quality);
    }

    /** The lowest odds from which the precision is what was asked for, or more. */
    private double threshold(double[] odds, boolean[] spoiled) {
        int[] order =
                IntStream.range(0, odds.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -odds[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int hits = 0;
        int alarms = 0;
        double threshold = Double.POSITIVE_INFINITY;
        for (int i = 0; i < order.length; i++) {
            hits += spoiled[order[i]] ? 1 : 0;
            alarms += spoiled[order[i]] ? 0 : 1;
            boolean tied = i + 1 < order.length && odds[order[i + 1]] == odds[order[i]];
            if (!tied && precision(hits, alarms, odds.length / 2) >= precision) {
                threshold = odds[order[i]];
            }
        }
        return threshold;
    }

    /** One false alarm more than were seen: none among a few hundred does not mean none at all. */
    private static double precision(int hits, int alarms, int half) {
        double found = JunkClassifier.SHARE * hits / half;
        double wrong = (1 - JunkClassifier.SHARE) * (alarms + 1) / half;
        return found + wrong == 0 ? 0 : found / (found + wrong);
    }

    private static Quality quality(int texts, double[] odds, boolean[] spoiled, double threshold) {
        int hits = 0;
        int alarms = 0;
        for (int i = 0; i < odds.length; i++) {
            hits += odds[i] >= threshold && spoiled[i] ? 1 : 0;
            alarms += odds[i] >= threshold && !spoiled[i] ? 1 : 0;
        }
        int half = odds.length / 2;
        return new Quality(
                texts,
                new Share(hits, half),
                new Share(alarms, half),
                precision(hits, alarms, half));
    }
}
