package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * Writes PRM800K rows, one for each annotator of a trace. A row that came from PRM800K gets back
 * every field it had. The extra object {@code stepwright} holds the id and the facts of the export.
 */
final class Prm800kWriter extends JsonWriter {
    @Override
    public List<String> losses() {
        return List.of(
                Part.lost(keeps()),
                "A row of PRM800K gets back every field that it had.",
                "A correction becomes one more completion with a good rating.",
                "Where a labeller also decided as a reviewer, the decision is the row's verdict.",
                "A trace with several annotators becomes several rows; read again, they are several"
                        + " traces.",
                "A trace without labels is left out.");
    }

    @Override
    public Set<Part> keeps() {
        return EnumSet.of(Part.PROBLEM, Part.STEPS, Part.REFERENCE);
    }

    @Override
    Encoded encode(LabelledTrace labelled, RowFacts facts) {
        TreeSet<String> annotators = new TreeSet<>();
        labelled.labels().stream()
                .filter(l -> l.verdict() != null)
                .forEach(l -> annotators.add(l.annotator()));
        if (annotators.isEmpty()) {
            return Encoded.skip("it has no labels");
        }
        List<JsonNode> rows = new ArrayList<>();
        int labels = 0;
        for (String annotator : annotators) {
            List<StepLabel> own =
                    labelled.labels().stream()
                            .filter(l -> l.annotator().equals(annotator) && l.verdict() != null)
                            .sorted(Comparator.comparing(StepLabel::pass)) // decisions last
                            .toList();
            LabelledTrace one = new LabelledTrace(labelled.trace(), own).withCorrections();
            String id = labelled.trace().id();
            rows.add(
                    row(
                            rows.isEmpty() ? id : idOfLater(id, annotator),
                            one,
                            annotator,
                            one.labels(),
                            facts));
            labels += one.labels().size();
        }
        return new Encoded(rows, labelled.trace().steps().size() * rows.size(), labels, "", "");
    }

    private static String idOfLater(String id, String annotator) {
        String both = id + "~" + annotator;
        return both.length() <= RowIds.LIMIT
                ? both
                : RowIds.ofContent(Prm800kFormat.NAME, List.of(id, annotator));
    }

    private static JsonNode row(
            String id,
            LabelledTrace labelled,
            String annotator,
            List<StepLabel> own,
            RowFacts facts) {
        Trace trace = labelled.trace();
        ObjectNode row = Json.MAPPER.createObjectNode();
        boolean same = isOwn(trace, annotator);
        row.put("labeler", annotator);
        if (same) {
            row.setAll(kept(trace, Prm800kFormat.ROW));
        } else {
            putFreshRow(row, own);
        }
        ObjectNode question = row.putObject("question");
        question.put("problem", trace.problem());
        ObjectNode asked = kept(trace, Prm800kFormat.QUESTION);
        asked.remove("problem");
        question.setAll(asked);
        if (!question.has("ground_truth_answer")) {
            question.put("ground_truth_answer", trace.reference());
        }
        row.set("label", label(trace, own, same));
        ObjectNode ours = row.putObject("stepwright");
        ours.put("id", id);
        putFacts(ours, new LabelledTrace(trace, own), facts);
        return row;
    }

    /**
     * Whether the row that was kept is this annotator's. Another one's verdicts would otherwise
     * stand beside a finish_reason and a total_time that are not theirs.
     */
    private static boolean isOwn(Trace trace, String annotator) {
        return trace.metadata().containsKey(Prm800kFormat.ROW)
                && kept(trace, Prm800kFormat.ROW)
                        .path("labeler")
                        .asText(Prm800kFormat.NO_LABELER)
                        .equals(annotator);
    }

    private static void putFreshRow(ObjectNode row, List<StepLabel> own) {
        Instant at = own.stream().map(StepLabel::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        row.put(
                "timestamp",
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        LocalDateTime.ofInstant(at, ZoneOffset.UTC)));
        row.putNull("generation");
        row.put("is_quality_control_question", false);
        row.put("is_initial_screening_question", false);
    }

    private static ObjectNode label(Trace trace, List<StepLabel> own, boolean same) {
        Map<List<Integer>, Verdict> verdicts = new HashMap<>();
        own.forEach(l -> verdicts.put(List.of(l.step(), l.candidate()), l.verdict()));
        ObjectNode label = kept(trace, Prm800kFormat.LABEL);
        List<Offered> path = same ? path(label) : List.of();
        if (!fits(path, trace, verdicts)) {
            return freshLabel(trace, verdicts);
        }
        for (int i = 0; i < path.size(); i++) {
            fill(path.get(i), trace.steps().get(i), i, verdicts);
        }
        return label;
    }

    /**
     * A step of the kept label where something was offered.
     *
     * @param skeleton the step
     * @param order the places of what was offered, the path's first
     */
    private record Offered(ObjectNode skeleton, List<Integer> order) {
        /** What stands at a place; missing or of another kind in a label that was tampered with. */
        JsonNode at(int place) {
            return place == Prm800kStep.HUMAN
                    ? skeleton.path("human_completion")
                    : skeleton.path("completions").path(place);
        }
    }

    /**
     * The path through a kept label; empty when it is none, for metadata may come from any file.
     */
    private static List<Offered> path(ObjectNode label) {
        List<Offered> path = new ArrayList<>();
        int number = 0;
        try {
            for (JsonNode skeleton : label.path("steps")) {
                List<Integer> order = Prm800kStep.order(++number, new JsonRow(null, skeleton));
                if (!order.isEmpty()) {
                    path.add(new Offered((ObjectNode) skeleton, order));
                }
            }
        } catch (BadRow e) {
            return List.of();
        }
        return path;
    }

    /** Whether a kept label has room for exactly the texts and verdicts of the trace. */
    private static boolean fits(
            List<Offered> path, Trace trace, Map<List<Integer>, Verdict> verdicts) {
        if (path.size() != trace.steps().size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            Offered offered = path.get(i);
            boolean objects = offered.order().stream().allMatch(p -> offered.at(p).isObject());
            if (!objects
                    || offered.order().size() != 1 + trace.steps().get(i).alternatives().size()) {
                return false;
            }
            // Read again, a labeller's own text counts as correct: it cannot be without a verdict.
            if (offered.order().get(0) == Prm800kStep.HUMAN
                    && !verdicts.containsKey(List.of(i, 0))) {
                return false;
            }
        }
        return true;
    }

    private static void fill(
            Offered offered, Step step, int path, Map<List<Integer>, Verdict> verdicts) {
        for (int candidate = 0; candidate < offered.order().size(); candidate++) {
            String text = candidate == 0 ? step.text() : step.alternatives().get(candidate - 1);
            int place = offered.order().get(candidate);
            ObjectNode completion = (ObjectNode) offered.at(place);
            Verdict verdict = verdicts.get(List.of(path, candidate));
            ObjectNode rest = completion.deepCopy();
            rest.remove("text");
            completion.removeAll();
            completion.put("text", text);
            if (place != Prm800kStep.HUMAN) {
                rest.remove("rating");
                putRating(completion, verdict);
                completion.setAll(rest);
                continue;
            }
            completion.setAll(rest);
            // A labeller's own text carries a rating only where it had one or is not correct.
            if (completion.hasNonNull("rating") || verdict != Verdict.CORRECT) {
                putRating(completion, verdict);
            }
        }
    }

    private static ObjectNode freshLabel(Trace trace, Map<List<Integer>, Verdict> verdicts) {
        ObjectNode label = Json.MAPPER.createObjectNode();
        ArrayNode steps = label.putArray("steps");
        boolean wrong = false;
        for (int i = 0; i < trace.steps().size(); i++) {
            Step step = trace.steps().get(i);
            ObjectNode out = steps.addObject();
            ArrayNode completions = out.putArray("completions");
            for (int c = 0; c <= step.alternatives().size(); c++) {
                ObjectNode completion = completions.addObject();
                completion.put("text", c == 0 ? step.text() : step.alternatives().get(c - 1));
                putRating(completion, verdicts.get(List.of(i, c)));
                completion.put("flagged", false);
            }
            out.putNull("human_completion");
            out.put("chosen_completion", 0);
            wrong |= verdicts.get(List.of(i, 0)) == Verdict.WRONG;
        }
        label.putNull("total_time");
        if (wrong) {
            label.put("finish_reason", "found_error");
        } else if (trace.outcome() == Outcome.RIGHT) {
            label.put("finish_reason", "solution");
        } else {
            label.putNull("finish_reason");
        }
        return label;
    }

    private static void putRating(ObjectNode completion, Verdict verdict) {
        if (verdict == null) {
            completion.putNull("rating");
        } else {
            completion.put("rating", verdict.ordinal() - 1);
        }
    }

    /** What was kept of a PRM800K row; empty for other traces. */
    private static ObjectNode kept(Trace trace, String name) {
        String text = trace.metadata().get(name);
        if (text == null) {
            return Json.MAPPER.createObjectNode();
        }
        try {
            return Json.parse(text) instanceof ObjectNode node
                    ? node
                    : Json.MAPPER.createObjectNode();
        } catch (BadRow e) {
            return Json.MAPPER.createObjectNode();
        }
    }
}
