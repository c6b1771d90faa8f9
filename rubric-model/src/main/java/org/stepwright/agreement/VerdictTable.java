package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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

/**
 * Who gave which verdict to which step. Takes memory for the verdicts that there are, not for all
 * that the annotators could have given: a file may name very many annotators.
 */
final class VerdictTable {
    private static final int CATEGORIES = Verdict.values().length;

    /**
     * The verdicts of one step.
     *
     * @param who indexes of annotators, rising
     * @param verdicts one for each of them
     */
    private record Row(int[] who, Verdict[] verdicts) {
        static Row of(TreeMap<Integer, Verdict> verdicts) {
            return new Row(
                    verdicts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    verdicts.values().toArray(Verdict[]::new));
        }

        int judged() {
            return who.length;
        }

        int[] counts() {
            int[] counts = new int[CATEGORIES];
            Arrays.stream(verdicts).forEach(v -> counts[v.ordinal()]++);
            return counts;
        }
    }

    private final List<String> annotators;

    /** One row a step with at least two verdicts. */
    private final List<Row> rows = new ArrayList<>();

    private final List<List<Integer>> firstErrors = new ArrayList<>();

    VerdictTable(List<LabelledTrace> traces) {
        TreeSet<String> names = new TreeSet<>();
        traces.forEach(
                t ->
                        t.labels().stream()
                                .filter(VerdictTable::counts)
                                .forEach(l -> names.add(l.annotator())));
        annotators = List.copyOf(names);
        Map<String, Integer> indexes = new HashMap<>();
        annotators.forEach(name -> indexes.put(name, indexes.size()));
        traces.forEach(t -> add(t, indexes));
    }

    private static boolean counts(StepLabel label) {
        return label.candidate() == 0
                && label.verdict() != null
                && (label.source() == LabelSource.HUMAN || label.source() == LabelSource.IMPORTED);
    }

    private void add(LabelledTrace labelled, Map<String, Integer> indexes) {
        List<StepLabel> labels = labelled.labels().stream().filter(VerdictTable::counts).toList();
        Map<Integer, TreeMap<Integer, Verdict>> steps = new TreeMap<>();
        for (StepLabel label : labels) {
            steps.computeIfAbsent(label.step(), s -> new TreeMap<>())
                    .put(indexes.get(label.annotator()), label.verdict());
        }
        steps.values().stream().filter(v -> v.size() >= 2).map(Row::of).forEach(rows::add);
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

    AgreementReport report() {
        Coincidences coincidences = new Coincidences(rows.stream().map(Row::counts).toList());
        return new AgreementReport(
                annotators,
                rows.size(),
                meanKappa(),
                fleiss(),
                coincidences.alpha(Agreement.Measure.NOMINAL),
                coincidences.alpha(Agreement.Measure.ORDINAL),
                firstErrors.stream().filter(e -> e.size() >= 2).count(),
                Agreement.firstErrorAgreement(firstErrors));
    }

    /** Over the pairs that share a step; the others would have no κ. */
    private double meanKappa() {
        Map<Integer, List<Row>> byAnnotator = new HashMap<>();
        for (Row row : rows) {
            for (int who : row.who()) {
                byAnnotator.computeIfAbsent(who, w -> new ArrayList<>()).add(row);
            }
        }
        double sum = 0;
        long pairs = 0;
        for (int first = 0; first < annotators.size(); first++) {
            List<Row> own = byAnnotator.getOrDefault(first, List.of());
            for (int[][] table : tablesWithLater(first, own).values()) {
                double kappa = Agreement.cohenKappa(table);
                if (!Double.isNaN(kappa)) {
                    sum += kappa;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    /** How often an annotator said this while another, later in order, said that. */
    private static Map<Integer, int[][]> tablesWithLater(int first, List<Row> rows) {
        Map<Integer, int[][]> tables = new TreeMap<>();
        for (Row row : rows) {
            int at = Arrays.binarySearch(row.who(), first);
            for (int other = at + 1; other < row.judged(); other++) {
                tables.computeIfAbsent(row.who()[other], w -> new int[CATEGORIES][CATEGORIES])[
                        row.verdicts()[at].ordinal()][row.verdicts()[other].ordinal()]++;
            }
        }
        return tables;
    }

    /** Fleiss' κ wants equally many verdicts a step: the most usual number of them. */
    private double fleiss() {
        Map<Integer, List<Row>> byNumber =
                rows.stream().collect(Collectors.groupingBy(Row::judged));
        List<Row> most =
                byNumber.values().stream()
                        .max((x, y) -> Integer.compare(x.size(), y.size()))
                        .orElse(List.of());
        return Agreement.fleissKappa(most.stream().map(Row::counts).toArray(int[][]::new));
    }
}
