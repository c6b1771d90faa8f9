package org.stepwright.agreement;

import java.util.Arrays;

/**
 * The model of Dawid &amp; Skene (1979, "Maximum Likelihood Estimation of Observer Error-Rates
 * Using the EM Algorithm", Applied Statistics 28): each step has a true verdict, and each annotator
 * has a probability to say this where the truth is that. Both are estimated in turns, starting from
 * the shares of the votes. A decided step stays what was decided and teaches how far its annotators
 * can be relied on.
 *
 * <p>Each count that a probability is made of is larger by {@link #SMOOTHING} (Laplace), so that an
 * annotator with few verdicts is neither infallible nor hopeless; the paper has none.
 */
final class DawidSkene {
    static final double SMOOTHING = 0.1;
    static final int MOST_ROUNDS = 100;

    /** Ends when no probability changes by more than this. */
    static final double TOLERANCE = 1e-6;

    /** What stands for a probability of 0. */
    private static final double LEAST = Math.ulp(1.0);

    private static final int VALUES = Votes.VALUES;
    private static final int TABLE = VALUES * VALUES;

    private final Votes votes;
    private final double smoothing;
    private final double[] posterior;
    private final double[] prior = new double[VALUES];

    /** By annotator, truth and verdict said: a probability. */
    private final double[] confusion;

    /** The logarithms of prior and confusion that the last posterior was made with. */
    private final double[] logPrior = new double[VALUES];

    private double[] logs = new double[0];

    private int rounds;
    private boolean converged;

    DawidSkene(Votes votes, double smoothing) {
        this.votes = votes;
        this.smoothing = smoothing;
        this.posterior = votes.shares();
        this.confusion = new double[votes.annotators().size() * TABLE];
        maximise();
    }

    DawidSkene run(int mostRounds, double tolerance) {
        while (rounds < mostRounds && !converged) {
            converged = expect() <= tolerance;
            maximise();
            rounds++;
        }
        return this;
    }

    /** How likely each verdict of each item is; items times 3. */
    double[] posterior() {
        return posterior;
    }

    double[] confusion() {
        return confusion;
    }

    int rounds() {
        return rounds;
    }

    boolean converged() {
        return converged;
    }

    /** From the posterior of the steps to what the annotators are like. */
    private void maximise() {
        Arrays.fill(prior, smoothing);
        Arrays.fill(confusion, smoothing);
        for (int item = 0; item < votes.items(); item++) {
            for (int truth = 0; truth < VALUES; truth++) {
                double share = posterior[item * VALUES + truth];
                prior[truth] += share;
                for (int vote = votes.start(item); vote < votes.end(item); vote++) {
                    confusion[votes.who(vote) * TABLE + truth * VALUES + votes.said(vote)] += share;
                }
            }
        }
        normalise(prior, 0);
        for (int row = 0; row < confusion.length; row += VALUES) {
            normalise(confusion, row);
        }
    }

    private static void normalise(double[] of, int from) {
        double sum = 0;
        for (int v = from; v < from + VALUES; v++) {
            of[v] = Math.max(of[v], LEAST);
            sum += of[v];
        }
        for (int v = from; v < from + VALUES; v++) {
            of[v] /= sum;
        }
    }

    /**
     * From what the annotators are like to the posterior of the steps; gives the largest change.
     */
    private double expect() {
        logs = Arrays.stream(confusion).map(Math::log).toArray();
        Arrays.setAll(logPrior, truth -> Math.log(prior[truth]));
        double change = 0;
        double[] own = new double[VALUES];
        for (int item = 0; item < votes.items(); item++) {
            if (votes.isDecided(item)) {
                continue;
            }
            for (int truth = 0; truth < VALUES; truth++) {
                own[truth] = logPrior[truth];
                for (int vote = votes.start(item); vote < votes.end(item); vote++) {
                    own[truth] += logs[votes.who(vote) * TABLE + truth * VALUES + votes.said(vote)];
                }
            }
            toShares(own);
            for (int truth = 0; truth < VALUES; truth++) {
                int at = item * VALUES + truth;
                change = Math.max(change, Math.abs(own[truth] - posterior[at]));
                posterior[at] = own[truth];
            }
        }
        return change;
    }

    /**
     * The posterior of one undecided item under the model that the last round used: the same
     * numbers as in {@link #posterior}, to the last bit.
     *
     * @param who annotators' indexes, in the order of the labels
     * @param said ordinals of their verdicts
     */
    double[] posterior(int[] who, int[] said) {
        double[] own = new double[VALUES];
        for (int truth = 0; truth < VALUES; truth++) {
            own[truth] = logPrior[truth];
            for (int vote = 0; vote < who.length; vote++) {
                own[truth] += logs[who[vote] * TABLE + truth * VALUES + said[vote]];
            }
        }
        toShares(own);
        return own;
    }

    private static void toShares(double[] logs) {
        double largest = Arrays.stream(logs).max().orElse(0);
        double sum = 0;
        for (int v = 0; v < logs.length; v++) {
            logs[v] = Math.exp(logs[v] - largest);
            sum += logs[v];
        }
        for (int v = 0; v < logs.length; v++) {
            logs[v] /= sum;
        }
    }
}
