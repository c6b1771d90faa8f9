package org.stepwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.prm.eval.BaselineRow;
import org.stepwright.prm.eval.FileEval;

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
    }
}
