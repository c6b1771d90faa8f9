package org.stepwright.prm.eval;

/**
 * Logistic regression of a few inputs by Newton's method on standardised inputs, with a touch of L2
 * so that separable data has an end. Exact enough to be the same on every machine.
 */
final class LogisticFit {
    private static final double L2 = 1e-3;
    private static final int ROUNDS = 50;

    private final double[][] inputs;
    private final boolean[] positives;

    private LogisticFit(double[][] inputs, boolean[] positives) {
        this.inputs = inputs;
        this.positives = positives;
    }

    /**
     * @param inputs rows of finite inputs
     * @param positives whether each row is positive
     * @return weights, one an input, then the bias; all 0 when there is only one class
     */
    static double[] fit(double[][] inputs, boolean[] positives) {
        int up = 0;
        for (boolean positive : positives) {
            up += positive ? 1 : 0;
        }
        int width = inputs.length == 0 ? 0 : inputs[0].length;
        if (up == 0 || up == positives.length) {
            return new double[width + 1];
        }
        double[] means = new double[width];
        double[] scales = new double[width];
        double[][] standard = standardise(inputs, means, scales);
        double[] weights = new LogisticFit(standard, positives).solve(width);
        for (int j = 0; j < width; j++) {
            weights[j] /= scales[j];
            weights[width] -= weights[j] * means[j];
        }
        return weights;
    }

    private static double[][] standardise(double[][] inputs, double[] means, double[] scales) {
        int n = inputs.length;
        double[][] standard = new double[n][means.length];
        for (int j = 0; j < means.length; j++) {
            double sum = 0;
            for (double[] row : inputs) {
                sum += row[j];
            }
            means[j] = sum / n;
            double squares = 0;
            for (double[] row : inputs) {
                squares += (row[j] - means[j]) * (row[j] - means[j]);
            }
            scales[j] = squares > 0 ? Math.sqrt(squares / n) : 1;
            for (int i = 0; i < n; i++) {
                standard[i][j] = (inputs[i][j] - means[j]) / scales[j];
            }
        }
        return standard;
    }

    private double[] solve(int width) {
        double[] weights = new double[width + 1];
        for (int round = 0; round < ROUNDS; round++) {
            double[] step = newtonStep(weights);
            double largest = 0;
            for (int j = 0; j <= width; j++) {
                weights[j] -= step[j];
                largest = Math.max(largest, Math.abs(step[j]));
            }
            if (largest < 1e-10) {
                break;
            }
        }
        return weights;
    }

    private double[] newtonStep(double[] weights) {
        int size = weights.length;
        double[] slope = new double[size];
        double[][] curve = new double[size][size];
        double[] row = new double[size];
        for (int i = 0; i < inputs.length; i++) {
            System.arraycopy(inputs[i], 0, row, 0, size - 1);
            row[size - 1] = 1;
            double logit = 0;
            for (int j = 0; j < size; j++) {
                logit += weights[j] * row[j];
            }
            double p = Temperature.sigmoid(logit);
            for (int j = 0; j < size; j++) {
                slope[j] += (p - (positives[i] ? 1 : 0)) * row[j];
                for (int k = 0; k < size; k++) {
                    curve[j][k] += p * (1 - p) * row[j] * row[k];
                }
            }
        }
        for (int j = 0; j < size; j++) {
            slope[j] += L2 * weights[j];
            curve[j][j] += L2;
        }
        return solve(curve, slope);
    }

    /** Gauss with pivots; the matrix is positive definite. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int i = column + 1; i < n; i++) {
                pivot = Math.abs(a[i][column]) > Math.abs(a[pivot][column]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[column];
            a[column] = row;
            double value = b[pivot];
            b[pivot] = b[column];
            b[column] = value;
            for (int i = column + 1; i < n; i++) {
                double factor = a[i][column] / a[column][column];
                for (int k = column; k < n; k++) {
                    a[i][k] -= factor * a[column][k];
                }
                b[i] -= factor * b[column];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                b[i] -= a[i][k] * b[k];
            }
            b[i] /= a[i][i];
        }
        return b;
    }
}
