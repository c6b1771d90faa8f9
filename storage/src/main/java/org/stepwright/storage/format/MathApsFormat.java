package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * Math-APS of OpenR: all that was tried for one question, as a tree of texts or as the list of its
 * prefixes, each with the share of its completions that came to the right answer. Each way from the
 * question to an end is a trace. The shares are estimates: they become suggestions of {@code
 * rollout:math-aps}, never labels.
 */
final class MathApsFormat extends JsonFormat {
    private static final String STEPS = "reasoning_steps";
    private static final String PREFIX = "math-aps.";

    @Override
    public String name() {
        return "math-aps";
    }

    @Override
    public String title() {
        return "Math-APS (OpenR)";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("question", STEPS));
    }

    /** The first of the row's traces. */
    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        return parseAll(row, source).get(0);
    }

    @Override
    List<LabelledTrace> parseAll(JsonRow row, Source source) {
        String question = row.text("question");
        JsonNode steps = row.require(STEPS);
        RolloutTree tree =
                steps.isArray()
                        ? RolloutTree.ofPrefixes(question, steps)
                        : RolloutTree.ofNodes(row.object(STEPS).node());
        List<LabelledTrace> traces = new ArrayList<>();
        for (List<RolloutTree.Node> path : tree.paths()) {
            traces.add(trace(row, source, question, path, tree.root()));
        }
        return traces;
    }

    private LabelledTrace trace(
            JsonRow row,
            Source source,
            String question,
            List<RolloutTree.Node> path,
            RolloutTree.Node root) {
        List<String> texts = path.stream().map(RolloutTree.Node::text).toList();
        List<String> parts = new ArrayList<>(texts);
        parts.add(0, question);
        String id = source.ids().distinct(RowIds.ofContent(name(), parts));
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, name());
        if (row.has("question_id")) {
            metadata.put(PREFIX + "question_id", row.scalar("question_id"));
        }
        if (root.hasValue()) {
            metadata.put(PREFIX + "question_value", Double.toString(root.value()));
        }
        List<Suggestion> suggestions = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).hasValue()) {
                suggestions.add(suggestion(id, i, path.get(i).value()));
            }
        }
        Trace trace =
                new Trace(
                        id,
                        question,
                        texts.stream().map(Step::of).toList(),
                        Outcome.UNKNOWN,
                        row.scalar("final_answer"),
                        metadata);
        return new LabelledTrace(trace, List.of(), suggestions);
    }

    private Suggestion suggestion(String id, int step, double value) {
        return new Suggestion(
                id,
                step,
                "rollout:" + name(),
                value,
                "The share of completions from here that came to the right answer.",
                Instant.EPOCH);
    }
}
