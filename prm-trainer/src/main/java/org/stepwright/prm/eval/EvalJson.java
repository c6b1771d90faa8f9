package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.prm.search.BestOfNRow;

/**
 * Results as plain maps in the names that the command line promises, for any JSON writer; they can
 * be read back into the records. What the data cannot say is null, as JSON has no NaN.
 */
public final class EvalJson {
    private EvalJson() {}

    /**
     * @param report results on several files
     * @return {@code files} and {@code average_f1}
     */
    public static Map<String, Object> of(EvalReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("files", report.files().stream().map(EvalJson::of).toList());
        json.put("average_f1", number(report.averageF1()));
        return json;
    }

    /**
     * @param eval results on one file
     * @return its fields by name
     */
    public static Map<String, Object> of(FileEval eval) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", eval.file());
        json.put("traces", eval.traces());
        json.put("problems", eval.problems());
        json.put("steps", eval.steps());
        json.put("base_rate", number(eval.baseRate()));
        json.put("error_share", number(eval.errorShare()));
        json.put("error_accuracy", number(eval.errorAccuracy()));
        json.put("correct_accuracy", number(eval.correctAccuracy()));
        json.put("f1", number(eval.f1()));
        json.put("exact", number(eval.exact()));
        json.put("step_f1", of(eval.stepF1()));
        Map<String, Object> kinds = new LinkedHashMap<>();
        eval.kinds().forEach((kind, row) -> kinds.put(kind, of(row)));
        json.put("kinds", kinds);
        json.put("auroc", number(eval.auroc()));
        json.put("ece", number(eval.ece()));
        json.put("brier", number(eval.brier()));
        json.put("threshold", number(eval.threshold()));
        json.put("threshold_rule", eval.thresholdRule());
        json.put("ci95", intervals(eval.ci95()));
        Map<String, Object> baselines = new LinkedHashMap<>();
        eval.baselines().forEach((name, row) -> baselines.put(name, of(row)));
        json.put("baselines", baselines);
        Map<String, Object> bestOfN = new LinkedHashMap<>();
        eval.bestOfN()
                .forEach((by, rows) -> bestOfN.put(by, rows.stream().map(EvalJson::of).toList()));
        json.put("best_of_n", bestOfN);
        json.put("reliability", eval.reliability().stream().map(EvalJson::of).toList());
        json.put("worst", eval.worst().stream().map(EvalJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(BestOfNRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", row.n());
        json.put("problems", row.problems());
        json.put("first", number(row.first()));
        json.put("majority", number(row.majority()));
        json.put("weighted_majority", number(row.weightedMajority()));
        json.put("best", number(row.best()));
        json.put("oracle", number(row.oracle()));
        return json;
    }

    private static Map<String, Object> intervals(Map<String, List<Double>> intervals) {
        Map<String, Object> json = new LinkedHashMap<>();
        intervals.forEach(
                (name, ends) -> {
                    List<Object> pair = new ArrayList<>();
                    ends.forEach(end -> pair.add(number(end)));
                    json.put(name, pair);
                });
        return json;
    }

    private static Map<String, Object> of(StepF1 steps) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("positive", number(steps.positive()));
        json.put("negative", number(steps.negative()));
        json.put("accuracy", number(steps.accuracy()));
        return json;
    }

    private static Map<String, Object> of(KindRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("traces", row.traces());
        json.put("steps", row.steps());
        json.put("step_f1", of(row.stepF1()));
        return json;
    }

    private static Map<String, Object> of(BaselineRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("error_accuracy", number(row.errorAccuracy()));
        json.put("correct_accuracy", number(row.correctAccuracy()));
        json.put("f1", number(row.f1()));
        json.put("auroc", number(row.auroc()));
        json.put("threshold_rule", row.thresholdRule());
        return json;
    }

    private static Map<String, Object> of(ReliabilityBin bin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", bin.from());
        json.put("to", bin.to());
        json.put("mean_reward", bin.meanReward());
        json.put("share_correct", bin.shareCorrect());
        json.put("count", bin.count());
        return json;
    }

    private static Map<String, Object> of(Mistake mistake) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("trace_id", mistake.traceId());
        json.put("step", mistake.step());
        json.put("reward", mistake.reward());
        json.put("correct", mistake.correct());
        json.put("text", mistake.text());
        return json;
    }

    private static Object number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
