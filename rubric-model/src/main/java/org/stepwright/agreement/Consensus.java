package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Verdict;
import org.stepwright.tryout.Share;

/**
 * How one verdict is made of what several people said. Both rules hear the labels that {@link
 * org.stepwright.label.StepTargets} hears: all but repeats and candidates other than 0. A
 * reviewer's decision stands (of several decisions the majority).
 */
public enum Consensus {
    /**
     * What most said; a tie goes to the worse verdict, the safe side. The same rule as in {@link
     * org.stepwright.label.StepTargets}. The posterior is the share of the votes.
     */
    MAJORITY,

    /**
     * A model that learns how far each annotator can be relied on and weighs their votes by it
     * (Dawid &amp; Skene 1979). Starts from the shares of the votes; ends when no probability
     * changes by more than 1e-6, or after 100 rounds. Each count behind a probability is larger by
     * 0.1 (Laplace), which the paper does not do.
     */
    DAWID_SKENE;

    private static final int VALUES = Votes.VALUES;

    /**
     * @param traces labelled traces
     * @return what their steps are taken to be; steps without a verdict are left out. Takes about a
     *     second for 100,000 steps of five annotators
     */
    public ConsensusResult consensus(List<LabelledTrace> traces) {
        Votes votes = new Votes(traces);
        if (this == MAJORITY) {
            double[] shares = votes.shares();
            return result(votes, shares, confusion(votes, shares), 0, true);
        }
        DawidSkene model =
                new DawidSkene(votes, DawidSkene.SMOOTHING)
                        .run(DawidSkene.MOST_ROUNDS, DawidSkene.TOLERANCE);
        return result(
                votes, model.posterior(), model.confusion(), model.rounds(), model.converged());
    }

    /** How often the chosen verdict was met with which vote; rows that never occurred are even. */
    private static double[] confusion(Votes votes, double[] shares) {
        double[] confusion = new double[votes.annotators().size() * VALUES * VALUES];
        for (int item = 0; item < votes.items(); item++) {
            int truth = chosen(shares, item);
            for (int vote = votes.start(item); vote < votes.end(item); vote++) {
                confusion[(votes.who(vote) * VALUES + truth) * VALUES + votes.said(vote)]++;
            }
        }
        for (int row = 0; row < confusion.length; row += VALUES) {
            double sum = confusion[row] + confusion[row + 1] + confusion[row + 2];
            for (int v = row; v < row + VALUES; v++) {
                confusion[v] = sum == 0 ? 1.0 / VALUES : confusion[v] / sum;
            }
        }
        return confusion;
    }

    private static int chosen(double[] posterior, int item) {
        return Votes.largest(Arrays.copyOfRange(posterior, item * VALUES, (item + 1) * VALUES));
    }

    private ConsensusResult result(
            Votes votes, double[] posterior, double[] confusion, int rounds, boolean converged) {
        List<StepConsensus> steps = new ArrayList<>(votes.items());
        Tallied tallied = new Tallied(votes.annotators().size(), this == MAJORITY);
        for (int item = 0; item < votes.items(); item++) {
            int chosen = chosen(posterior, item);
            steps.add(
                    new StepConsensus(
                            votes.traceId(item),
                            votes.step(item),
                            row(posterior, item * VALUES),
                            Verdict.values()[chosen],
                            votes.isDecided(item),
                            votes.end(item) - votes.start(item)));
            tallied.add(votes, item, chosen, posterior);
        }
        List<Reliability> annotators = new ArrayList<>(votes.annotators().size());
        for (int a = 0; a < votes.annotators().size(); a++) {
            annotators.add(tallied.of(a, votes.annotators().get(a), confusion));
        }
        return new ConsensusResult(this, steps, annotators, rounds, converged);
    }

    private static List<Double> row(double[] of, int from) {
        return List.of(of[from], of[from + 1], of[from + 2]);
    }

    /** How each annotator did against the consensus. */
    private static final class Tallied {
        private final int[] given;
        private final int[] same;
        private final int[] decided;
        private final int[] decidedSame;
        private final double[] right;
        private final boolean chosenIsTrue;

        Tallied(int annotators, boolean chosenIsTrue) {
            this.chosenIsTrue = chosenIsTrue;
            given = new int[annotators];
            same = new int[annotators];
            decided = new int[annotators];
            decidedSame = new int[annotators];
            right = new double[annotators];
        }

        void add(Votes votes, int item, int chosen, double[] posterior) {
            for (int vote = votes.start(item); vote < votes.end(item); vote++) {
                int who = votes.who(vote);
                int agrees = votes.said(vote) == chosen ? 1 : 0;
                given[who]++;
                same[who] += agrees;
                right[who] += chosenIsTrue ? agrees : posterior[item * VALUES + votes.said(vote)];
                if (votes.isDecided(item)) {
                    decided[who]++;
                    decidedSame[who] += agrees;
                }
            }
        }

        Reliability of(int who, String name, double[] confusion) {
            int table = who * VALUES * VALUES;
            return new Reliability(
                    name,
                    List.of(
                            row(confusion, table),
                            row(confusion, table + VALUES),
                            row(confusion, table + 2 * VALUES)),
                    right[who] / given[who],
                    new Share(same[who], given[who]),
                    new Share(decidedSame[who], decided[who]));
        }
    }
}
