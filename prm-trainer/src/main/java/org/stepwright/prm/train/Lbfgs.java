package org.stepwright.prm.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.stepwright.work.Progress;

/**
 * Minimises a smooth convex function by L-BFGS with a backtracking line search (Nocedal and Wright,
 * Numerical Optimization, 2nd edition, algorithms 7.4 and 3.1).
 */
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final double ENOUGH_DECREASE = 1e-4;
    private static final int MOST_HALVINGS = 40;

    private final int mostRounds;
    private final double tolerance;

    /**
     * @param mostRounds rounds after which it stops whatever the gradient
     * @param tolerance it stops when no entry of the gradient is larger than this
     */
    Lbfgs(int mostRounds, double tolerance) {
        this.mostRounds = mostRounds;
        this.tolerance = tolerance;
    }

    /** A function and its gradient. */
    interface Objective {
        /**
         * @param at a point
         * @param gradient filled with the gradient there
         * @return the value there
         */
        double value(double[] at, double[] gradient);
    }

    private record Pair(double[] step, double[] change, double inverse) {}

    double[] minimise(Objective objective, double[] start, Progress progress) {
        double[] at = start.clone();
        double[] gradient = new double[at.length];
        double value = objective.value(at, gradient);
        Deque<Pair> memory = new ArrayDeque<>();
        for (int round = 0; round < mostRounds && largest(gradient) > tolerance; round++) {
            progress.checkCancelled();
            progress.report(round, mostRounds, "Fitting the head");
            double[] direction = direction(gradient, memory);
            double[] nextGradient = new double[at.length];
            double[] next = new double[at.length];
            double nextValue =
                    search(objective, at, value, gradient, direction, next, nextGradient);
            if (!(nextValue < value)) {
                // No step down is left that doubles can tell.
                break;
            }
            remember(memory, minus(next, at), minus(nextGradient, gradient));
            at = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return at;
    }

    private static double search(
            Objective objective,
            double[] at,
            double value,
            double[] gradient,
            double[] direction,
            double[] next,
            double[] nextGradient) {
        double slope = dot(gradient, direction);
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            for (int i = 0; i < at.length; i++) {
                next[i] = at[i] + length * direction[i];
            }
            double nextValue = objective.value(next, nextGradient);
            if (nextValue <= value + ENOUGH_DECREASE * length * slope) {
                return nextValue;
            }
            length /= 2;
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double[] direction(double[] gradient, Deque<Pair> memory) {
        double[] q = gradient.clone();
        double[] alphas = new double[memory.size()];
        int i = memory.size();
        for (Iterator<Pair> back = memory.descendingIterator(); back.hasNext(); ) {
            Pair pair = back.next();
            alphas[--i] = pair.inverse() * dot(pair.step(), q);
            add(q, -alphas[i], pair.change());
        }
        double scale = memory.isEmpty() ? 1 / Math.max(1, norm(gradient)) : scale(memory.getLast());
        for (int k = 0; k < q.length; k++) {
            q[k] *= scale;
        }
        for (Pair pair : memory) {
            double beta = pair.inverse() * dot(pair.change(), q);
            add(q, alphas[i++] - beta, pair.step());
        }
        for (int k = 0; k < q.length; k++) {
            q[k] = -q[k];
        }
        return q;
    }

    private static double scale(Pair last) {
        return dot(last.step(), last.change()) / dot(last.change(), last.change());
    }

    private static void remember(Deque<Pair> memory, double[] step, double[] change) {
        double curvature = dot(step, change);
        if (curvature > 1e-16) {
            memory.addLast(new Pair(step, change, 1 / curvature));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
        }
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static void add(double[] to, double times, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static double largest(double[] a) {
        double most = 0;
        for (double value : a) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }
}
