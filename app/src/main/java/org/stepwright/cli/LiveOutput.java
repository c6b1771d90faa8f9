package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.stepwright.prm.live.LiveCandidates;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.score.TraceScore;

/** How scored live answers are written. */
final class LiveOutput {
    private LiveOutput() {}

    static ObjectNode json(LiveCandidates candidates) {
        ObjectNode json = Json.object();
        ArrayNode answers = json.putArray("answers");
        candidates.results().forEach(r -> answers.add(json(r)));
        return json.put("best", candidates.best());
    }

    private static ObjectNode json(LiveResult result) {
        ObjectNode row =
                result.score() == null
                        ? Json.object().put("id", result.trace().id())
                        : ScoreRows.row(result.score());
        row.set("steps", Json.array(result.trace().stepTexts()));
        return row.put("text", result.answer().text())
                .put("ending", result.answer().ending().name().toLowerCase(Locale.ROOT))
                .put("trouble", trouble(result))
                .put("millis", result.answer().millis())
                .put("recorded", result.answer().recorded());
    }

    /** What went wrong with an answer or its scoring; empty if nothing. */
    static String trouble(LiveResult result) {
        return (result.answer().trouble() + " " + result.scoringTrouble()).strip();
    }

    static void print(LiveCandidates candidates, Job job) {
        List<LiveResult> results = candidates.results();
        if (results.size() == 1) {
            candidates.bestResult().ifPresent(r -> job.print(summary(r)));
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            TraceScore score = results.get(i).score();
            String steps = Text.count(results.get(i).trace().steps().size(), "step");
            String mark = i == candidates.best() ? "  <- best" : "";
            double reward = score == null ? Double.NaN : score.traceReward();
            job.print(LivePrinter.line(i, reward, steps) + mark);
        }
        candidates
                .bestResult()
                .ifPresent(r -> job.print(System.lineSeparator() + r.answer().text().strip()));
    }

    private static String summary(LiveResult result) {
        TraceScore score = result.score();
        if (score == null) {
            return "Answer: not scored.";
        }
        return "Answer: "
                + Text.number(score.traceReward(), 2)
                + " ("
                + score.aggregation().name().toLowerCase(Locale.ROOT)
                + " of "
                + Text.count(score.stepRewards().size(), "step")
                + (result.answer().recorded() ? ", recorded" : "")
                + ").";
    }
}
