package org.stepwright.audit;

import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.quality.Robust;
import org.stepwright.tryout.Share;

/** Sums of one person's labels, trace by trace. */
final class Voice {
    static final int WRONG = Verdict.WRONG.ordinal();
    static final int NEUTRAL = Verdict.NEUTRAL.ordinal();

    /** With fewer traces the tests' normal distribution is a poor guess. */
    static final int LEAST_TRACES = 20;

    private static final int LEAST_SHARED = 30;
    private static final int V = StepVotes.VERDICTS;

    /** Over traces: labels n, of a verdict x, their squares and product. */
    private final long[] x = new long[V];

    private final double[] xx = new double[V];
    private final double[] xn = new double[V];
    private long n;
    private double nn;
    private int traces;

    /** Against others on the same steps: own share less theirs, over traces, and squared. */
    private final double[] d = new double[V];

    private final double[] dd = new double[V];
    private final int[] pairedTraces = new int[V];
    private long shared;

    /** Agreement: on how many steps with a clear word m, on how many the same a. */
    private long m;

    private long a;
    private double aa;
    private double am;
    private double mm;
    private int agreementTraces;

    private float[] paces = new float[8];
    private int timed;

    void add(List<StepLabel> labels, StepVotes votes) {
        int[] own = new int[V];
        double[] difference = new double[V];
        int both = 0;
        int clear = 0;
        int same = 0;
        for (StepLabel label : labels) {
            own[label.verdict().ordinal()]++;
            int[] others = votes.others(label);
            int all = others[0] + others[1] + others[2];
            if (all > 0) {
                both++;
                for (int v = 0; v < V; v++) {
                    difference[v] +=
                            (label.verdict().ordinal() == v ? 1 : 0) - (double) others[v] / all;
                }
            }
            Verdict word = votes.othersWord(label);
            clear += word == null ? 0 : 1;
            same += word == label.verdict() ? 1 : 0;
        }
        traces++;
        count(own, labels.size());
        shared += both;
        for (int v = 0; v < V; v++) {
            if (both > 0) {
                d[v] += difference[v];
                dd[v] += difference[v] * difference[v];
                pairedTraces[v]++;
            }
        }
        if (clear > 0) {
            agreementTraces++;
            m += clear;
            a += same;
            aa += (double) same * same;
            am += (double) same * clear;
            mm += (double) clear * clear;
        }
    }

    private void count(int[] own, int labels) {
        n += labels;
        nn += (double) labels * labels;
        for (int v = 0; v < V; v++) {
            x[v] += own[v];
            xx[v] += (double) own[v] * own[v];
            xn[v] += (double) own[v] * labels;
        }
    }

    void addPace(double pace) {
        if (!Double.isNaN(pace)) {
            if (timed == paces.length) {
                paces = java.util.Arrays.copyOf(paces, 2 * timed);
            }
            paces[timed++] = (float) pace;
        }
    }

    AnnotatorRow row(String name, List<Voice> others) {
        return new AnnotatorRow(
                name,
                traces,
                share(x[WRONG], n),
                share(x[NEUTRAL], n),
                share(x[Verdict.CORRECT.ordinal()], n),
                share(a, m),
                timed == 0 ? Double.NaN : Math.exp(Robust.median(paces())),
                shareP(WRONG, others),
                shareP(NEUTRAL, others),
                agreementP(others),
                paceP(others));
    }

    private static Share share(long part, long whole) {
        return new Share((int) part, (int) whole);
    }

    /** Paired where enough steps have labels of others too, else against all others' labels. */
    private double shareP(int v, List<Voice> others) {
        if (shared >= LEAST_SHARED && pairedTraces[v] >= LEAST_TRACES) {
            return twoSided(d[v] / Math.sqrt(dd[v]));
        }
        long all = others.stream().mapToLong(o -> o.n).sum();
        int theirs = others.stream().mapToInt(o -> o.traces).sum();
        if (traces < LEAST_TRACES || theirs < LEAST_TRACES) {
            return Double.NaN;
        }
        double p = share(others, v);
        double own = variance(v, (double) x[v] / n);
        double rest = others.stream().mapToDouble(o -> o.variance(v, p)).sum();
        double z =
                ((double) x[v] / n - p)
                        / Math.sqrt(own / ((double) n * n) + rest / ((double) all * all));
        return twoSided(z);
    }

    /** Of the sum of x - p n over traces. */
    private double variance(int v, double p) {
        return xx[v] - 2 * p * xn[v] + p * p * nn;
    }

    private double agreementP(List<Voice> others) {
        int theirs = others.stream().mapToInt(o -> o.agreementTraces).sum();
        if (agreementTraces < LEAST_TRACES || theirs < LEAST_TRACES || others.size() < 2) {
            return Double.NaN;
        }
        double own = (double) a / m;
        double usual = agreement(others);
        double all = others.stream().mapToDouble(o -> o.m).sum();
        double rest = others.stream().mapToDouble(o -> o.agreementVariance(usual)).sum();
        double z =
                (own - usual)
                        / Math.sqrt(agreementVariance(own) / ((double) m * m) + rest / (all * all));
        return Double.isNaN(z) ? Double.NaN : lower(z);
    }

    private double agreementVariance(double q) {
        return aa - 2 * q * am + q * q * mm;
    }

    /** A sign test of the traces' paces against the others' middle. */
    private double paceP(List<Voice> others) {
        double[] theirs = paces(others);
        if (timed < LEAST_TRACES || theirs.length < LEAST_TRACES) {
            return Double.NaN;
        }
        double middle = Robust.median(theirs);
        int over = 0;
        int under = 0;
        for (int i = 0; i < timed; i++) {
            over += paces[i] > middle ? 1 : 0;
            under += paces[i] < middle ? 1 : 0;
        }
        return over + under == 0 ? Double.NaN : twoSided((over - under) / Math.sqrt(over + under));
    }

    private double[] paces() {
        double[] all = new double[timed];
        for (int i = 0; i < timed; i++) {
            all[i] = paces[i];
        }
        return all;
    }

    private static double[] paces(List<Voice> voices) {
        List<double[]> all = new ArrayList<>();
        voices.forEach(v -> all.add(v.paces()));
        return all.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    /** The share of a verdict among all labels of some people; NaN of nothing. */
    static double share(List<Voice> voices, int v) {
        double part = voices.stream().mapToLong(o -> o.x[v]).sum();
        return part / voices.stream().mapToLong(o -> o.n).sum();
    }

    /** How often some people say what most others say; NaN of nothing. */
    static double agreement(List<Voice> voices) {
        double part = voices.stream().mapToLong(o -> o.a).sum();
        return part / voices.stream().mapToLong(o -> o.m).sum();
    }

    private static double twoSided(double z) {
        return Double.isNaN(z) ? Double.NaN : 2 * lower(-Math.abs(z));
    }

    /**
     * Of the normal distribution (Abramowitz &amp; Stegun 1964, 26.2.17 on the tail; the error is
     * under 7.5e-8, so very small chances are only known to be that small).
     */
    static double lower(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail =
                Math.exp(-z * z / 2)
                        / Math.sqrt(2 * Math.PI)
                        * t
                        * (0.319381530
                                + t
                                        * (-0.356563782
                                                + t
                                                        * (1.781477937
                                                                + t
                                                                        * (-1.821255978
                                                                                + t
                                                                                        * 1.330274429))));
        return z < 0 ? tail : 1 - tail;
    }
}
