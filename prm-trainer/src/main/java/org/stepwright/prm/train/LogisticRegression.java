package org.stepwright.prm.train;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stepwright.prm.OnnxHead;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Logistic regression on standardised numbers. It minimises the weighted mean of the log loss plus
 * penalty / 2 times the squared length of the weights; the intercept is free. scikit-learn's {@code
 * LogisticRegression} minimises the same for {@code C = 1 / (penalty * n)}.
 *
 * <p>Where the rows come from several sources, each but the first gets an intercept of its own
 * while fitting. Sources differ in how many of their steps are wrong, and without this the numbers
 * that tell sources apart would learn that instead of what makes a step wrong. A later step's
 * source is not known, so the head keeps the rows' mean intercept. Measured on the validation part
 * of PRMBench and MR-Ben with the {@code frozen} recipe: AUROC .757 with, .752 without; on MR-Ben
 * alone .703 and .683.
 */
final class LogisticRegression implements Learner {
    private static final int MOST_ROUNDS = 300;
    private static final double TOLERANCE = 1e-6;

    /** Just enough to keep an intercept finite when a source has steps of one class only. */
    private static final double SOURCE_PENALTY = 1e-3;

    private final double penalty;
    private final int plain;
    private final double restPenalty;

    LogisticRegression(double penalty) {
        this(penalty, Integer.MAX_VALUE, penalty);
    }

    /**
     * @param penalty of the first numbers of a row
     * @param plain how many numbers that are
     * @param restPenalty of the numbers after them
     */
    LogisticRegression(double penalty, int plain, double restPenalty) {
        this.penalty = penalty;
        this.plain = plain;
        this.restPenalty = restPenalty;
    }

    private double penalty(int column) {
        return column < plain ? penalty : restPenalty;
    }

    @Override
    public String name() {
        return "logistic-regression";
    }

    @Override
    public Map<String, String> parameters() {
        return penalty == restPenalty
                ? Map.of("penalty", Double.toString(penalty))
                : Map.of(
                        "penalty",
                        Double.toString(penalty),
                        "penalty_from_" + plain,
                        Double.toString(restPenalty));
    }

    @Override
    public Linear fit(Design design, long seed, Progress progress) {
        Scaling scaling = Scaling.of(design);
        double[] found =
                new Lbfgs(MOST_ROUNDS, TOLERANCE)
                        .minimise(
                                (at, gradient) -> loss(design, scaling, at, gradient),
                                new double[design.width() + design.sourceCount()],
                                progress);
        for (double value : found) {
            if (!Double.isFinite(value)) {
                throw new WorkFailed(
                        "The head could not be fitted: its numbers left the finite range; check"
                                + " the data for extreme steps.");
            }
        }
        return new Linear(scaling, withMeanIntercept(design, found));
    }

    /** The weights, then one intercept: the mean over the rows, by their weights. */
    private static double[] withMeanIntercept(Design design, double[] found) {
        int width = design.width();
        double sum = 0;
        double total = 0;
        for (int i = 0; i < design.size(); i++) {
            int source = design.sources()[i];
            sum += design.weights()[i] * (source == 0 ? 0 : found[width + source]);
            total += design.weights()[i];
        }
        double[] head = Arrays.copyOf(found, width + 1);
        head[width] += sum / total;
        return head;
    }

    private double loss(Design design, Scaling scaling, double[] at, double[] gradient) {
        int width = design.width();
        Arrays.fill(gradient, 0);
        double loss = 0;
        double total = 0;
        double[] z = new double[width];
        for (int i = 0; i < design.size(); i++) {
            float[] row = design.rows()[i];
            int source = design.sources()[i];
            double logit = at[width] + (source == 0 ? 0 : at[width + source]);
            for (int j = 0; j < width; j++) {
                z[j] = (row[j] - scaling.mean()[j]) * scaling.inverse()[j];
                logit += z[j] * at[j];
            }
            double weight = design.weights()[i];
            double target = design.targets()[i];
            loss +=
                    weight
                            * (Math.max(logit, 0)
                                    - logit * target
                                    + StrictMath.log1p(StrictMath.exp(-Math.abs(logit))));
            double slope = weight * (1 / (1 + StrictMath.exp(-logit)) - target);
            for (int j = 0; j < width; j++) {
                gradient[j] += slope * z[j];
            }
            gradient[width] += slope;
            if (source > 0) {
                gradient[width + source] += slope;
            }
            total += weight;
        }
        double squares = 0;
        for (int j = 0; j < at.length; j++) {
            gradient[j] /= total;
            if (j != width) {
                double strength = j < width ? penalty(j) : SOURCE_PENALTY;
                gradient[j] += strength * at[j];
                squares += strength * at[j] * at[j];
            }
        }
        return loss / total + squares / 2;
    }

    /**
     * Means and inverse standard deviations on the training rows. They become floats at once, as
     * the graph holds them; a number that never changes gets 0 and so no weight.
     */
    record Scaling(float[] mean, float[] inverse) {
        static Scaling of(Design design) {
            int width = design.width();
            double[] sum = new double[width];
            double[] squares = new double[width];
            for (float[] row : design.rows()) {
                for (int j = 0; j < width; j++) {
                    sum[j] += row[j];
                }
            }
            for (float[] row : design.rows()) {
                for (int j = 0; j < width; j++) {
                    double off = row[j] - sum[j] / design.size();
                    squares[j] += off * off;
                }
            }
            float[] mean = new float[width];
            float[] inverse = new float[width];
            for (int j = 0; j < width; j++) {
                double deviation = Math.sqrt(squares[j] / design.size());
                mean[j] = (float) (sum[j] / design.size());
                inverse[j] = deviation < 1e-9 ? 0 : (float) (1 / deviation);
            }
            return new Scaling(mean, inverse);
        }
    }

    /**
     * The fitted head.
     *
     * @param scaling how numbers are standardised
     * @param weights one a number, then the intercept
     */
    record Linear(Scaling scaling, double[] weights) implements Head {
        double logit(float[] row) {
            int width = row.length;
            double logit = weights[width];
            for (int j = 0; j < width; j++) {
                logit += (row[j] - scaling.mean()[j]) * scaling.inverse()[j] * weights[j];
            }
            return logit;
        }

        @Override
        public String addTo(OnnxGraph graph, String prefix) {
            int width = graph.width();
            float[] scaled = new float[width];
            for (int j = 0; j < width; j++) {
                scaled[j] = (float) (weights[j] * scaling.inverse()[j]);
            }
            String mean = graph.floats(prefix + "mean", scaling.mean(), 1, width);
            String weight = graph.floats(prefix + "weight", scaled, 1, width);
            String axis = graph.longs(prefix + "axis", 1);
            float[] intercept = {(float) weights[width]};
            String bias = graph.floats(prefix + "bias", intercept, 1);
            String centred = graph.node("Sub", prefix + "centred", List.of(OnnxHead.INPUT, mean));
            String parts = graph.node("Mul", prefix + "parts", List.of(centred, weight));
            String sum = graph.node("ReduceSum", prefix + "sum", List.of(parts, axis));
            return graph.node("Add", prefix + "linear", List.of(sum, bias));
        }
    }
}
