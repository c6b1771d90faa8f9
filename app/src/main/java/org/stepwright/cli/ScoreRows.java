package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.RewardModel;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.format.RowSink;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** Scores rows as they are read, some hundred at a time, and writes the score rows. */
final class ScoreRows implements RowSink {
    private static final int BATCH = 256;

    private final RewardModel model;
    private final Writer out;
    private final Progress progress;
    private final List<Trace> waiting = new ArrayList<>();
    private long traces;
    private long steps;

    ScoreRows(RewardModel model, Writer out, Progress progress) {
        this.model = model;
        this.out = out;
        this.progress = progress;
    }

    @Override
    public void accept(long line, LabelledTrace row) {
        waiting.add(row.trace());
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    @Override
    public void reject(long line, String reason) {
        // the report of the reader holds it too
    }

    /** Scores and writes what waits. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<List<Double>> rewards = model.scoreAll(List.copyOf(waiting), progress);
        try {
            for (int i = 0; i < waiting.size(); i++) {
                out.write(Json.line(row(model.toScore(waiting.get(i), rewards.get(i)))));
                out.write('\n');
                steps += rewards.get(i).size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        traces += waiting.size();
        waiting.clear();
        progress.report(traces, -1, Text.count(traces, "trace") + " scored");
    }

    long traces() {
        return traces;
    }

    long steps() {
        return steps;
    }

    /** The score row of the command line contract. */
    static ObjectNode row(TraceScore score) {
        ObjectNode row = Json.object().put("id", score.traceId());
        row.set("step_scores", Json.numbers(score.stepRewards()));
        return row.put("trace_score", score.traceReward())
                .put("aggregation", score.aggregation().name().toLowerCase(Locale.ROOT))
                .put("first_error", score.firstError())
                .put("model", score.model())
                .put("rubric_version", score.rubricVersion());
    }
}
