package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;

/** Who gave which verdict to which step. */
final class VerdictTable {
    private final List<String> annotators;

    /** One row a step with at least two verdicts; null where an annotator gave none. */
    private final List<Verdict[]> rows = new ArrayList<>();

    private final List<List<Integer>> firstErrors = new ArrayList<>();

    VerdictTable(List<LabelledTrace> traces) {
        TreeSet<String> names = new TreeSet<>();
        traces.forEach(
                t ->
                        t.labels().stream()
                                .filter(VerdictTable::counts)
                                .forEach(l -> names.add(l.annotator())));
        annotators = List.copyOf(names);
        traces.forEach(this::add);
    }

    private static boolean counts(StepLabel label) {
        return label.candidate() == 0
                && label.verdict() != null
                && (label.source() == LabelSource.HUMAN || label.source() == LabelSource.IMPORTED);
    }

    private void add(LabelledTrace labelled) {
        List<StepLabel> labels = labelled.labels().stream().filter(VerdictTable::counts).toList();
        Map<Integer, Verdict[]> steps = new TreeMap<>();
        for (StepLabel label : labels) {
            steps.computeIfAbsent(label.step(), s -> new Verdict[annotators.size()])[
                            annotators.indexOf(label.annotator())] =
                    label.verdict();
        }
        steps.values().stream().filter(row -> judged(row) >= 2).forEach(rows::add);
        firstErrors.add(firstErrors(labelled, labels));
    }

    private static List<Integer> firstErrors(LabelledTrace labelled, List<StepLabel> labels) {
        List<Integer> errors = new ArrayList<>();
        labels.stream()
                .collect(
                        Collectors.groupingBy(
                                StepLabel::annotator, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(
                        own ->
                                StepTargets.of(new LabelledTrace(labelled.trace(), own))
                                        .firstError()
                                        .ifPresent(errors::add));
        return errors;
    }

    private static int judged(Verdict[] row) {
        return (int) Arrays.stream(row).filter(v -> v != null).count();
    }

    AgreementReport report() {
        return new AgreementReport(
                annotators,
                rows.size(),
                meanKappa(),
                fleiss(),
                Agreement.krippendorffAlpha(ratings(), Agreement.Measure.NOMINAL),
                Agreement.krippendorffAlpha(ratings(), Agreement.Measure.ORDINAL),
                firstErrors.stream().filter(e -> e.size() >= 2).count(),
                Agreement.firstErrorAgreement(firstErrors));
    }

    private double meanKappa() {
        List<Double> kappas = new ArrayList<>();
        for (int a = 0; a < annotators.size(); a++) {
            for (int b = a + 1; b < annotators.size(); b++) {
                int first = a;
                int second = b;
                List<Verdict[]> shared =
                        rows.stream().filter(r -> r[first] != null && r[second] != null).toList();
                kappas.add(
                        Agreement.cohenKappa(
                                shared.stream().map(r -> r[first]).toList(),
                                shared.stream().map(r -> r[second]).toList()));
            }
        }
        return kappas.stream()
                .mapToDouble(Double::doubleValue)
                .filter(k -> !Double.isNaN(k))
                .average()
                .orElse(Double.NaN);
    }

    /** Fleiss' κ wants equally many verdicts a step: the most usual number of them. */
    private double fleiss() {
        Map<Integer, List<Verdict[]>> byNumber =
                rows.stream().collect(Collectors.groupingBy(VerdictTable::judged));
        List<Verdict[]> most =
                byNumber.values().stream()
                        .max((x, y) -> Integer.compare(x.size(), y.size()))
                        .orElse(List.of());
        return Agreement.fleissKappa(most.stream().map(VerdictTable::counts).toArray(int[][]::new));
    }

    private static int[] counts(Verdict[] row) {
        int[] counts = new int[Verdict.values().length];
        Arrays.stream(row).filter(v -> v != null).forEach(v -> counts[v.ordinal()]++);
        return counts;
    }

    private double[][] ratings() {
        double[][] ratings = new double[annotators.size()][rows.size()];
        for (int a = 0; a < ratings.length; a++) {
            for (int i = 0; i < rows.size(); i++) {
                Verdict verdict = rows.get(i)[a];
                ratings[a][i] = verdict == null ? Double.NaN : verdict.ordinal();
            }
        }
        return ratings;
    }
}
