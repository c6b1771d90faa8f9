package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.stepwright.prm.search.BestOfNRow;
import org.stepwright.trace.Outcome;
import org.stepwright.tryout.CriterionUse;
import org.stepwright.tryout.FailedCheck;
import org.stepwright.tryout.Share;
import org.stepwright.tryout.StageUse;
import org.stepwright.tryout.TryOutReport;
import org.stepwright.tryout.VerifierQuality;

/** What a try-out found as JSON; shares in [0, 1], steps from 0. */
final class TryJson {
    private TryJson() {}

    static ObjectNode of(
            TryOutReport report, TryScores scores, List<VerifierQuality> quality, int examples) {
        ObjectNode json = Json.object().put("traces", report.traces()).put("steps", report.steps());
        ObjectNode outcomes = json.putObject("outcomes");
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome.name().toLowerCase(Locale.ROOT), report.tracesWith(outcome));
        }
        ArrayNode stages = json.putArray("stages");
        report.stages().forEach(use -> stages.add(stage(use)));
        json.put("steps_without_stage", report.stepsWithoutStage());
        ArrayNode criteria = json.putArray("criteria");
        report.criteria().forEach(use -> criteria.add(criterion(use)));
        ObjectNode unusable = json.putObject("not_run");
        report.unusable().forEach(unusable::put);
        scores(json, scores);
        ArrayNode agreement = json.putArray("quality");
        quality.forEach(q -> agreement.add(quality(q)));
        ArrayNode failed = json.putArray("failed_checks");
        report.examples(examples).forEach(check -> failed.add(failed(check)));
        return json;
    }

    private static ObjectNode stage(StageUse use) {
        return Json.object()
                .put("stage", use.stageId())
                .put("steps", use.steps())
                .put("traces", use.traces())
                .put("required", use.required())
                .put("traces_without", use.tracesWithout());
    }

    private static ObjectNode criterion(CriterionUse use) {
        ObjectNode json =
                Json.object()
                        .put("criterion", use.criterionId())
                        .put("verifier", use.verifier())
                        .put("looked", use.looked())
                        .put("held", use.held())
                        .put("failed", use.failed());
        json.set("on_right", share(use.onPassed()));
        json.set("on_wrong", share(use.onWrong()));
        return json;
    }

    private static void scores(ObjectNode json, TryScores scores) {
        json.set("reward_quantiles", Json.numbers(scores.quantiles()));
        ObjectNode aurocs = json.putObject("auroc");
        scores.aurocs()
                .forEach(
                        (name, auroc) -> {
                            ObjectNode one = aurocs.putObject(name.replace(' ', '_'));
                            Json.put(one, "auroc", auroc.auroc());
                            Json.put(one, "low", auroc.low());
                            Json.put(one, "high", auroc.high());
                            Json.put(one, "within", auroc.within());
                            Json.put(one, "within_low", auroc.withinLow());
                            Json.put(one, "within_high", auroc.withinHigh());
                            one.put("groups", auroc.groups());
                        });
        ArrayNode best = json.putArray("best_of_n");
        for (TryScores.Choice choice : scores.bestOfN()) {
            BestOfNRow row = choice.byReward();
            ObjectNode one = best.addObject().put("n", row.n()).put("groups", row.problems());
            Json.put(one, "first", row.first());
            Json.put(one, "by_reward", row.best());
            Json.put(one, "shortest", choice.byLength().best());
            Json.put(one, "oracle", row.oracle());
        }
    }

    private static ObjectNode quality(VerifierQuality quality) {
        ObjectNode json =
                Json.object()
                        .put("criterion", quality.criterionId())
                        .put("labelled", quality.labelled())
                        .put("decided", quality.steps())
                        .put("flagged", quality.flagged())
                        .put("wrong", quality.wrongSteps());
        json.set("precision", share(quality.precision()));
        json.set("recall", share(quality.recall()));
        json.set("from_first_error", share(quality.fromError()));
        return json;
    }

    private static ObjectNode share(Share share) {
        ObjectNode json = Json.object().put("part", share.part()).put("whole", share.whole());
        Json.put(json, "share", share.value());
        Json.put(json, "low", share.low());
        Json.put(json, "high", share.high());
        return json;
    }

    private static ObjectNode failed(FailedCheck check) {
        return Json.object()
                .put("trace", check.traceId())
                .put("step", check.step())
                .put("criterion", check.criterionId())
                .put("verifier", check.verifier())
                .put("evidence", check.evidence())
                .put("message", check.message());
    }
}
