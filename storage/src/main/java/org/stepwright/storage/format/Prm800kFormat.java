package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Trace;

/**
 * PRM800K. The trace is the path that the labeller took: each step's chosen completion, or the
 * labeller's own; where the labeller stopped without choosing, the first completion, which is the
 * one that was judged. The other completions are the step's alternatives in their order, each with
 * its own label (candidate 1, 2, …). A step that the labeller wrote counts as correct. Everything
 * else of the row is kept as metadata, so that it can be written back.
 */
final class Prm800kFormat extends JsonFormat {
    static final String NAME = "prm800k";

    /** Metadata: the row without question and label. */
    static final String ROW = "prm800k.row";

    /** Metadata: the question without its problem. */
    static final String QUESTION = "prm800k.question";

    /** Metadata: the label without the texts and ratings that trace and labels hold. */
    static final String LABEL = "prm800k.label";

    /** The annotator of a row that names none. */
    static final String NO_LABELER = "import:" + NAME;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "PRM800K";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("question", "label", "labeler"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        JsonRow question = row.object("question");
        JsonRow label = row.object("label");
        JsonNode rawSteps = label.list("steps");
        JsonRow.checkStepCount(rawSteps.size());
        List<Prm800kStep> read = new ArrayList<>();
        for (JsonNode raw : rawSteps) {
            read.add(Prm800kStep.read(read.size() + 1, raw));
        }
        List<Prm800kStep> path = read.stream().filter(s -> !s.offered().isEmpty()).toList();
        JsonRow.checkStepCount(path.size());
        String problem = question.text("problem");
        String labeler = row.annotator("labeler", NO_LABELER);
        String id = id(row, problem, labeler, path);
        Trace trace =
                new Trace(
                        id,
                        problem,
                        path.stream().map(Prm800kStep::step).toList(),
                        outcome(label.text("finish_reason", "")),
                        question.scalar("ground_truth_answer"),
                        metadata(row, question, label, read));
        Verdicts maker =
                new Verdicts(id, labeler, at(row.text("timestamp", "")), LabelSource.IMPORTED);
        return new LabelledTrace(trace, labels(maker, path));
    }

    /** Two labellers' rows of one solution are two traces: they took different paths. */
    private static String id(JsonRow row, String problem, String labeler, List<Prm800kStep> path) {
        if (row.has("stepwright")) {
            return row.object("stepwright").id("id");
        }
        List<String> parts = new ArrayList<>(List.of(problem, labeler, row.text("timestamp", "")));
        for (Prm800kStep step : path) {
            parts.addAll(step.offered());
        }
        return RowIds.ofContent(NAME, parts);
    }

    private static Outcome outcome(String finishReason) {
        return finishReason.equals("solution") ? Outcome.RIGHT : Outcome.UNKNOWN;
    }

    private static TreeMap<String, String> metadata(
            JsonRow row, JsonRow question, JsonRow label, List<Prm800kStep> steps) {
        ObjectNode rest = row.node().deepCopy();
        rest.remove(List.of("question", "label", "stepwright"));
        ObjectNode asked = question.node().deepCopy();
        asked.remove("problem");
        ObjectNode judged = label.node().deepCopy();
        judged.putArray("steps").addAll(steps.stream().map(Prm800kStep::skeleton).toList());
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, NAME);
        metadata.put(ROW, Json.write(rest));
        metadata.put(QUESTION, Json.write(asked));
        metadata.put(LABEL, Json.write(judged));
        return metadata;
    }

    private static List<StepLabel> labels(Verdicts maker, List<Prm800kStep> path) {
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Verdict> verdicts = path.get(i).verdicts();
            for (int candidate = 0; candidate < verdicts.size(); candidate++) {
                if (verdicts.get(candidate) != null) {
                    labels.add(maker.of(i, candidate, verdicts.get(candidate), false, ""));
                }
            }
        }
        return labels;
    }

    /** PRM800K's timestamps carry no zone; they are read as UTC. */
    private static Instant at(String timestamp) {
        try {
            return timestamp.endsWith("Z")
                    ? Instant.parse(timestamp)
                    : LocalDateTime.parse(timestamp).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new Prm800kWriter());
    }
}
