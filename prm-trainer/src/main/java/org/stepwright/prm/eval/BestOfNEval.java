package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.search.BestOfN;
import org.stepwright.prm.search.BestOfNRow;
import org.stepwright.prm.search.Candidate;
import org.stepwright.score.Aggregation;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.ProblemKey;
import org.stepwright.trace.Trace;
import org.stepwright.verify.FinalAnswers;

/** Best of N over the problems that have several answers of known outcome. */
final class BestOfNEval {
    private static final List<Aggregation> AGGREGATIONS =
            List.of(Aggregation.LAST, Aggregation.MIN, Aggregation.PRODUCT, Aggregation.MEAN);

    private BestOfNEval() {}

    /**
     * The row of an N is over the problems with at least N answers, of which it takes the first N.
     *
     * @param rows traces in the order in which they were written
     * @param rewards one list a row, one reward in [0, 1] a step
     * @return for each way to make one number of a trace's rewards ({@code last}, {@code min},
     *     {@code product}, {@code mean}) a row for N = 1, 2, 4 and on; empty when no problem has
     *     two answers of known outcome
     */
    static Map<String, List<BestOfNRow>> of(List<LabelledTrace> rows, List<List<Double>> rewards) {
        Map<String, List<BestOfNRow>> tables = new LinkedHashMap<>();
        for (Aggregation aggregation : AGGREGATIONS) {
            List<List<Candidate>> problems = candidates(rows, rewards, aggregation);
            if (!problems.isEmpty()) {
                tables.put(aggregation.name().toLowerCase(Locale.ROOT), table(problems));
            }
        }
        return tables;
    }

    private static List<BestOfNRow> table(List<List<Candidate>> problems) {
        int most = problems.stream().mapToInt(List::size).max().orElse(0);
        List<BestOfNRow> table = new ArrayList<>();
        for (int n = 1; n <= most; n *= 2) {
            int size = n;
            List<List<Candidate>> enough =
                    problems.stream()
                            .filter(p -> p.size() >= size)
                            .map(p -> p.subList(0, size))
                            .toList();
            List<BestOfNRow> upToN = BestOfN.table(enough);
            table.add(upToN.get(upToN.size() - 1));
        }
        return table;
    }

    private static List<List<Candidate>> candidates(
            List<LabelledTrace> rows, List<List<Double>> rewards, Aggregation aggregation) {
        Map<String, List<Candidate>> byProblem = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Trace trace = rows.get(i).trace();
            if (trace.outcome() != Outcome.UNKNOWN && !trace.steps().isEmpty()) {
                Candidate candidate =
                        Candidate.of(
                                FinalAnswers.of(trace).orElse(""),
                                rewards.get(i),
                                aggregation,
                                trace.outcome() == Outcome.RIGHT);
                byProblem
                        .computeIfAbsent(ProblemKey.of(trace.problem()), k -> new ArrayList<>())
                        .add(candidate);
            }
        }
        return byProblem.values().stream().filter(p -> p.size() > 1).toList();
    }
}
