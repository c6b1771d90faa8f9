package org.stepwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.prm.eval.BaselineRow;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.prm.search.BestOfNRow;

/** Results as people read them: the model, its intervals and every baseline in one table. */
final class EvalTable {
    private static final String NONE = "";

    private EvalTable() {}

    /**
     * @param eval results
     * @param split how training and evaluation were kept apart
     * @return what belongs above the table: n, base rate, split rule, origin of the threshold
     */
    static List<String> facts(FileEval eval, String split) {
        return List.of(
                eval.file()
                        + ": "
                        + Text.count(eval.traces(), "trace")
                        + " of "
                        + Text.count(eval.problems(), "problem")
                        + ", "
                        + Text.count(eval.steps(), "labelled step"),
                "base rate: "
                        + percent(eval.baseRate())
                        + " of steps are wrong, "
                        + percent(eval.errorShare())
                        + " of traces have an error",
                "split: " + split,
                "threshold: " + Text.number(eval.threshold(), 3) + ", " + eval.thresholdRule());
    }

    /**
     * @param model the model's name
     * @param eval results
     * @return heading, model, its 95 % intervals, baselines
     */
    static List<List<String>> rows(String model, FileEval eval) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "F1 %", "error acc %", "correct acc %", "AUROC", "ECE", "Brier"));
        rows.add(
                List.of(
                        model,
                        Text.number(eval.f1(), 1),
                        Text.number(eval.errorAccuracy(), 1),
                        Text.number(eval.correctAccuracy(), 1),
                        Text.number(eval.auroc(), 3),
                        Text.number(eval.ece(), 3),
                        Text.number(eval.brier(), 3)));
        rows.add(
                List.of(
                        "  95 % interval",
                        interval(eval, "f1", 1),
                        interval(eval, "error_accuracy", 1),
                        interval(eval, "correct_accuracy", 1),
                        interval(eval, "auroc", 3),
                        NONE,
                        interval(eval, "brier", 3)));
        eval.baselines().forEach((name, row) -> rows.add(baseline(name, row)));
        return rows;
    }

    private static List<String> baseline(String name, BaselineRow row) {
        return List.of(
                "baseline " + name,
                Text.number(row.f1(), 1),
                Text.number(row.errorAccuracy(), 1),
                Text.number(row.correctAccuracy(), 1),
                Text.number(row.auroc(), 3),
                NONE,
                NONE);
    }

    private static String interval(FileEval eval, String name, int decimals) {
        List<Double> ends = eval.ci95().get(name);
        return ends == null
                ? NONE
                : "["
                        + Text.number(ends.get(0), decimals)
                        + ", "
                        + Text.number(ends.get(1), decimals)
                        + "]";
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "-";
    }

    /** Prints facts and table. */
    static void print(String model, FileEval eval, String split, Job job) {
        facts(eval, split).forEach(job::print);
        Text.table(rows(model, eval)).forEach(job::print);
        job.print(steps(eval));
        if (!eval.kinds().isEmpty()) {
            Text.table(kinds(eval)).forEach(job::print);
        }
        if (!eval.bestOfN().isEmpty()) {
            job.print("best of N: share of problems answered right, by who picks");
            Text.table(bestOfN(eval)).forEach(job::print);
        }
    }

    private static String steps(FileEval eval) {
        return "steps: F1 of correct "
                + Text.number(eval.stepF1().positive(), 3)
                + ", of wrong "
                + Text.number(eval.stepF1().negative(), 3)
                + ", accuracy "
                + Text.number(eval.stepF1().accuracy(), 3)
                + "; traces judged exactly "
                + percent(eval.exact());
    }

    private static List<List<String>> kinds(FileEval eval) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("error kind", "traces", "steps", "accuracy", "F1 wrong"));
        eval.kinds()
                .forEach(
                        (kind, row) ->
                                rows.add(
                                        List.of(
                                                kind,
                                                Integer.toString(row.traces()),
                                                Integer.toString(row.steps()),
                                                Text.number(row.stepF1().accuracy(), 3),
                                                Text.number(row.stepF1().negative(), 3))));
        return rows;
    }

    /**
     * @param eval results on answers of which some are to the same problem
     * @return picking by score, one column for each way to make one number of the steps' rewards
     */
    static List<List<String>> bestOfN(FileEval eval) {
        List<String> head = new ArrayList<>(List.of("N", "problems", "first", "majority"));
        head.addAll(eval.bestOfN().keySet());
        head.addAll(List.of("weighted majority", "oracle"));
        List<List<String>> rows = new ArrayList<>(List.of(head));
        List<BestOfNRow> by = eval.bestOfN().values().iterator().next();
        for (int i = 0; i < by.size(); i++) {
            int at = i;
            BestOfNRow one = by.get(i);
            List<String> row = new ArrayList<>();
            row.add(Integer.toString(one.n()));
            row.add(Integer.toString(one.problems()));
            row.add(Text.number(one.first(), 3));
            row.add(Text.number(one.majority(), 3));
            eval.bestOfN().values().forEach(t -> row.add(Text.number(t.get(at).best(), 3)));
            row.add(Text.number(eval.bestOfN().get("min").get(i).weightedMajority(), 3));
            row.add(Text.number(one.oracle(), 3));
            rows.add(row);
        }
        return rows;
    }
}
