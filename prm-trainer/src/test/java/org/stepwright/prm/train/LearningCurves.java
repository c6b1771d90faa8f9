package org.stepwright.prm.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** How good a model is after so many labelled traces, by order and seed; prints it. */
final class LearningCurves {
    private static final String RANDOM = "random";

    private final int[] sizes;
    private final Map<String, List<double[]>> areas = new LinkedHashMap<>();
    private final Map<String, List<double[]>> steps = new LinkedHashMap<>();

    LearningCurves(int... sizes) {
        this.sizes = sizes.clone();
    }

    /** Adds a point; points of one order and seed come by rising size, from the first one on. */
    void add(String order, int size, double area, int labelledSteps) {
        int i = java.util.Arrays.binarySearch(sizes, size);
        List<double[]> runs = areas.computeIfAbsent(order, o -> new ArrayList<>());
        List<double[]> lengths = steps.computeIfAbsent(order, o -> new ArrayList<>());
        if (i == 0) {
            runs.add(new double[sizes.length]);
            lengths.add(new double[sizes.length]);
        }
        runs.get(runs.size() - 1)[i] = area;
        lengths.get(lengths.size() - 1)[i] = labelledSteps;
    }

    String lastRow(String order) {
        List<double[]> runs = areas.get(order);
        StringBuilder row = new StringBuilder();
        for (double area : runs.get(runs.size() - 1)) {
            row.append(String.format(Locale.ROOT, " %.4f", area));
        }
        return row.toString().strip();
    }

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                "AUROC of held-out steps, mean (standard deviation over seeds); steps labelled\n");
        line(text, "traces", order -> order);
        for (int i = 0; i < sizes.length; i++) {
            int at = i;
            line(text, Integer.toString(sizes[i]), order -> point(order, at));
        }
        text.append("\nDifference to random order, paired by seed: mean (sd), seeds that won\n");
        line(text, "traces", order -> order);
        for (int i = 0; i < sizes.length; i++) {
            int at = i;
            line(text, Integer.toString(sizes[i]), order -> difference(order, at));
        }
        text.append("\nReaching random order's mean AUROC, log-linear between the sizes\n");
        line(text, "random at", order -> order);
        for (int target : new int[] {800, 1600}) {
            line(text, Integer.toString(target), order -> needed(order, target));
        }
        return text.toString();
    }

    private void line(
            StringBuilder text, String head, java.util.function.UnaryOperator<String> cell) {
        text.append(String.format(Locale.ROOT, "%-10s", head));
        areas.keySet()
                .forEach(o -> text.append(String.format(Locale.ROOT, " | %-28s", cell.apply(o))));
        text.append('\n');
    }

    private String point(String order, int i) {
        return String.format(
                Locale.ROOT,
                "%.4f (%.4f); %.0f",
                mean(column(areas.get(order), i)),
                deviation(column(areas.get(order), i)),
                mean(column(steps.get(order), i)));
    }

    private String difference(String order, int i) {
        List<double[]> random = areas.get(RANDOM);
        if (random == null) {
            return "";
        }
        double[] own = column(areas.get(order), i);
        double[] base = column(random, i);
        int won = 0;
        for (int s = 0; s < own.length; s++) {
            own[s] -= base[s];
            won += own[s] > 0 ? 1 : 0;
        }
        return String.format(
                Locale.ROOT, "%+.4f (%.4f), %d/%d", mean(own), deviation(own), won, own.length);
    }

    /** Traces, and the steps in them. */
    private String needed(String order, int target) {
        if (!areas.containsKey(RANDOM)) {
            return "";
        }
        double wanted =
                mean(column(areas.get(RANDOM), java.util.Arrays.binarySearch(sizes, target)));
        OptionalDouble traces = reach(order, wanted, false);
        OptionalDouble read = reach(order, wanted, true);
        return traces.isEmpty()
                ? "not reached"
                : String.format(
                        Locale.ROOT,
                        "%.0f traces, %.0f steps",
                        traces.getAsDouble(),
                        read.getAsDouble());
    }

    private OptionalDouble reach(String order, double wanted, boolean inSteps) {
        for (int i = 0; i < sizes.length; i++) {
            double here = mean(column(areas.get(order), i));
            if (here >= wanted) {
                if (i == 0) {
                    return OptionalDouble.of(cost(order, 0, inSteps));
                }
                double before = mean(column(areas.get(order), i - 1));
                double part = (wanted - before) / (here - before);
                double from = Math.log(cost(order, i - 1, inSteps));
                double to = Math.log(cost(order, i, inSteps));
                return OptionalDouble.of(Math.exp(from + part * (to - from)));
            }
        }
        return OptionalDouble.empty();
    }

    private double cost(String order, int i, boolean inSteps) {
        return inSteps ? mean(column(steps.get(order), i)) : sizes[i];
    }

    private static double[] column(List<double[]> runs, int i) {
        return runs.stream().mapToDouble(run -> run[i]).toArray();
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / Math.max(1, values.length - 1));
    }
}
