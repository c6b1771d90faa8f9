package org.stepwright.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.eval.EvalJson;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.prm.train.TrainingResult;
import org.stepwright.storage.Run;
import org.stepwright.storage.Workspace;

/** Writes what was done into the workspace that it was done with. */
public final class Runs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Runs() {}

    /**
     * @param result what a training gave
     * @return it as a run keeps it; {@link TrainingOutcome#read} reads it again
     */
    static String resultJson(TrainingResult result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("traces", result.traces());
        facts.put("steps", result.steps());
        facts.put("positives", result.positives());
        facts.put("seconds", result.seconds());
        facts.put("threshold", result.threshold());
        facts.put("dataset_sha256", result.datasetSha256());
        facts.put("validation", EvalJson.of(result.validation()));
        if (result.heldOut() != null) {
            facts.put("held_out", EvalJson.of(result.heldOut()));
        }
        return json(facts);
    }

    /**
     * @param sentence why a training failed, for the user
     * @return it as a failed run keeps it; {@link TrainingOutcome#failure} reads it again
     */
    static String failureJson(String sentence) {
        return json(Map.of(TrainingOutcome.FAILURE, sentence));
    }

    /**
     * Keeps a live answer as a trace, with its scores.
     *
     * @param workspace where to
     * @param live the answer
     * @param model the bundle's file
     * @param startedAt when it was asked for
     */
    public static void keepLive(
            Workspace workspace, LiveResult live, Path model, Instant startedAt) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        workspace.traces().add(List.of(new LabelledTrace(live.trace(), List.of())));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("trace", live.trace().id());
        facts.put("recorded", live.answer().recorded());
        facts.put("ending", live.answer().ending().name().toLowerCase(Locale.ROOT));
        workspace
                .runs()
                .save(
                        new Run(
                                id,
                                Run.Kind.LIVE,
                                live.trace().source().orElse(""),
                                startedAt,
                                now,
                                Run.Status.SUCCEEDED,
                                "",
                                live.score() == null ? "" : live.score().rubricVersion(),
                                "",
                                json(facts),
                                model.toAbsolutePath().toString()));
        if (live.score() != null) {
            workspace.scores().save(id, live.score(), now);
        }
    }

    private static String json(Map<String, Object> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain maps can always be written.", e);
        }
    }
}
