package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.prm.live.LiveCall;
import org.stepwright.prm.live.LiveListener;
import org.stepwright.prm.live.LiveModel;
import org.stepwright.prm.live.LiveRequest;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.prm.live.LiveScorer;

/** Fetches one or several answers to a prompt and picks the best by its score. */
final class LiveAnswers {
    private static final int AT_ONCE = 4;

    private final LiveModel live;
    private final LiveScorer scorer;
    private final CancelSwitch cancel;

    LiveAnswers(LiveModel live, LiveScorer scorer, CancelSwitch cancel) {
        this.live = live;
        this.scorer = scorer;
        this.cancel = cancel;
    }

    /** One answer; blocks until it has ended. */
    LiveResult one(LiveRequest request, LiveListener listener) {
        return end(start(request, listener));
    }

    /** Several answers, a few at a time; blocks until all have ended. */
    List<LiveResult> several(LiveRequest request, int n, Job job) {
        List<LiveResult> results = new ArrayList<>();
        List<LiveCall<LiveResult>> running = new ArrayList<>();
        for (int i = 0; i < n && !cancel.isCancelled(); i++) {
            running.add(start(withSeed(request, i), LiveListener.NONE));
            if (running.size() == AT_ONCE) {
                results.add(end(running.remove(0)));
                job.progress().report(results.size(), n, "answers");
            }
        }
        for (LiveCall<LiveResult> call : running) {
            results.add(end(call));
            job.progress().report(results.size(), n, "answers");
        }
        return results;
    }

    /** Another seed for each answer, so that a server that takes one does not repeat itself. */
    private static LiveRequest withSeed(LiveRequest request, int i) {
        return request.seed() == null
                ? request
                : new LiveRequest(request.system(), request.prompt(), request.seed() + i);
    }

    private LiveCall<LiveResult> start(LiveRequest request, LiveListener listener) {
        LiveCall<LiveResult> call = scorer.run(live, request, listener);
        cancel.onCancel(call::cancel);
        return call;
    }

    private static LiveResult end(LiveCall<LiveResult> call) {
        return call.result().join();
    }

    /**
     * @return the index of the answer with the highest score, the first of equals; -1 when none was
     *     scored
     */
    static int best(List<LiveResult> results) {
        int best = -1;
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).score() != null
                    && (best < 0 || reward(results, i) > reward(results, best))) {
                best = i;
            }
        }
        return best;
    }

    private static double reward(List<LiveResult> results, int i) {
        return results.get(i).score().traceReward();
    }

    static ObjectNode json(List<LiveResult> results) {
        ObjectNode json = Json.object();
        ArrayNode answers = json.putArray("answers");
        for (LiveResult result : results) {
            ObjectNode row =
                    result.score() == null
                            ? Json.object().put("id", result.trace().id())
                            : ScoreRows.row(result.score());
            row.set("steps", Json.array(result.trace().stepTexts()));
            row.put("text", result.answer().text())
                    .put("ending", result.answer().ending().name().toLowerCase(Locale.ROOT))
                    .put("trouble", trouble(result))
                    .put("millis", result.answer().millis())
                    .put("recorded", result.answer().recorded());
            answers.add(row);
        }
        return json.put("best", best(results));
    }

    /** What went wrong with an answer or its scoring; empty if nothing. */
    static String trouble(LiveResult result) {
        return (result.answer().trouble() + " " + result.scoringTrouble()).strip();
    }
}
