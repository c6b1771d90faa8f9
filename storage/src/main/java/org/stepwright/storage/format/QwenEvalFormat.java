package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.SplitRule;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepSplitter;
import org.stepwright.trace.Trace;

/**
 * What the evaluation of Qwen2.5-Math writes: several answers to one question, each with whether it
 * is right and, where a reward model ran, its score. Each answer is a trace. The score is of the
 * whole answer and no number in [0, 1]: it is kept as it is in the metadata, and its logistic is a
 * suggestion at the last step, which puts answers in the same order.
 */
final class QwenEvalFormat extends JsonFormat {
    private static final int ANSWER_LIMIT = 1_000;
    private static final String PREFIX = "qwen-eval.";

    @Override
    public String name() {
        return "qwen-eval";
    }

    @Override
    public String title() {
        return "Qwen2.5-Math evaluation (best of n)";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("question", "gt", "code"));
    }

    /** The first of the row's answers. */
    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        return parseAll(row, source).get(0);
    }

    @Override
    List<LabelledTrace> parseAll(JsonRow row, Source source) {
        String question = row.text("question");
        List<String> answers = row.texts(row.has("response") ? "response" : "code");
        if (answers.isEmpty() || answers.size() > ANSWER_LIMIT) {
            throw new BadRow(
                    "there are " + answers.size() + " answers; there can be 1 to " + ANSWER_LIMIT);
        }
        List<LabelledTrace> traces = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            List<Step> steps = new StepSplitter(SplitRule.AUTO).split(answers.get(i));
            if (steps.isEmpty()) {
                throw new BadRow("answer " + (i + 1) + " is empty");
            }
            JsonRow.checkStepCount(steps.size());
            List<String> content = List.of(question, answers.get(i));
            String id = source.ids().distinct(RowIds.ofContent(name(), content));
            traces.add(trace(row, id, question, steps, i, answers.size()));
        }
        return traces;
    }

    private LabelledTrace trace(
            JsonRow row, String id, String question, List<Step> steps, int place, int answers) {
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, name());
        if (row.has("idx")) {
            metadata.put(PREFIX + "idx", row.scalar("idx"));
        }
        if (row.has("level")) {
            metadata.put(PREFIX + "level", row.scalar("level"));
        }
        JsonNode predicted = at(row, "pred", place, answers);
        if (predicted != null && predicted.isTextual()) {
            metadata.put(PREFIX + "answer", JsonRow.text(predicted, "pred"));
        }
        List<Suggestion> suggestions = new ArrayList<>();
        JsonNode score = score(at(row, "pred_score", place, answers));
        if (score != null) {
            metadata.put(PREFIX + "pred_score", score.asText());
            suggestions.add(suggestion(id, steps.size() - 1, score.doubleValue()));
        }
        Outcome outcome = outcome(at(row, "score", place, answers));
        Trace trace = new Trace(id, question, steps, outcome, row.scalar("gt"), metadata);
        return new LabelledTrace(trace, List.of(), suggestions);
    }

    private static Suggestion suggestion(String id, int step, double score) {
        return new Suggestion(
                id,
                step,
                "agent:qwen-rm",
                1 / (1 + Math.exp(-score)),
                String.format(
                        Locale.ROOT, "A reward model gave the whole answer %s points.", score),
                Instant.EPOCH);
    }

    /**
     * What a list with an entry for each answer says of one; null when the row has no such list.
     */
    private static JsonNode at(JsonRow row, String name, int place, int answers) {
        if (!row.has(name)) {
            return null;
        }
        JsonNode list = row.list(name);
        if (list.size() != answers) {
            throw new BadRow(
                    "\"" + name + "\" has " + list.size() + " items for " + answers + " answers");
        }
        return list.get(place);
    }

    private static Outcome outcome(JsonNode right) {
        if (right == null || right.isNull()) {
            return Outcome.UNKNOWN;
        }
        if (!right.isBoolean()) {
            throw new BadRow("a score is " + JsonRow.shown(right) + ", not true or false");
        }
        return right.booleanValue() ? Outcome.RIGHT : Outcome.WRONG;
    }

    /** A number, or a list that holds just one. */
    private static JsonNode score(JsonNode value) {
        JsonNode score = value != null && value.size() == 1 ? value.get(0) : value;
        if (score == null || score.isNull()) {
            return null;
        }
        if (!score.isNumber() || !Double.isFinite(score.doubleValue())) {
            throw new BadRow("a pred_score is " + JsonRow.shown(score) + ", not a number");
        }
        return score;
    }
}
