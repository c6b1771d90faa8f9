package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwright.label.LabelSource;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

/** Labels with all that they say, as JSON; reading and writing are each other's inverse. */
final class StepLabelJson {
    private static final int LIMIT = 100_000;

    /** Agreement is measured for each pair of annotators of a step: their number counts squared. */
    private static final int ANNOTATOR_LIMIT = 200;

    private StepLabelJson() {}

    static List<StepLabel> readAll(Trace trace, JsonNode list) {
        if (list.size() > LIMIT) {
            throw new BadRow("there are more than " + LIMIT + " step_labels");
        }
        List<StepLabel> labels = new ArrayList<>(list.size());
        Set<String> annotators = new HashSet<>();
        for (JsonNode item : list) {
            StepLabel label = read(trace, new JsonRow(null, item));
            labels.add(label);
            annotators.add(label.annotator());
            if (annotators.size() > ANNOTATOR_LIMIT) {
                throw new BadRow("there are more than " + ANNOTATOR_LIMIT + " annotators");
            }
        }
        return labels;
    }

    private static StepLabel read(Trace trace, JsonRow row) {
        int step = row.integer("step");
        int steps = trace.steps().size();
        if (step < 0 || step >= steps) {
            throw new BadRow(
                    "label of step "
                            + step
                            + " points outside the steps (there are "
                            + steps
                            + ")");
        }
        int candidate = row.has("candidate") ? row.integer("candidate") : 0;
        int offered = trace.steps().get(step).alternatives().size();
        if (candidate < 0 || candidate > offered) {
            throw new BadRow(
                    "candidate "
                            + candidate
                            + " of step "
                            + step
                            + " is not there (there are "
                            + offered
                            + ")");
        }
        return new StepLabel(
                trace.id(),
                step,
                candidate,
                row.has("verdict")
                        ? Names.parse(Verdict.class, row.text("verdict"), "verdict")
                        : null,
                ratings(row),
                row.texts("error_kinds"),
                row.bool("spark", false),
                row.bool("unsure", false),
                row.text("comment", ""),
                row.annotator("annotator"),
                at(row.text("at", "")),
                row.text("rubric_version", ""),
                row.has("source")
                        ? Names.parse(LabelSource.class, row.text("source"), "source")
                        : LabelSource.IMPORTED,
                row.text("correction", ""));
    }

    private static List<Rating> ratings(JsonRow row) {
        if (!row.has("ratings")) {
            return List.of();
        }
        List<Rating> ratings = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : row.object("ratings").node().properties()) {
            if (!entry.getValue().isNumber()) {
                throw new BadRow("the rating \"" + entry.getKey() + "\" is not a number");
            }
            ratings.add(new Rating(entry.getKey(), entry.getValue().doubleValue()));
        }
        return ratings;
    }

    private static Instant at(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRow("\"at\" is no moment such as 2026-01-31T12:00:00Z");
        }
    }

    static void writeAll(List<StepLabel> labels, ArrayNode out) {
        labels.forEach(label -> write(label, out.addObject()));
    }

    static void write(StepLabel label, ObjectNode out) {
        out.put("step", label.step());
        if (label.candidate() > 0) {
            out.put("candidate", label.candidate());
        }
        if (label.verdict() != null) {
            out.put("verdict", Names.of(label.verdict()));
        }
        if (!label.ratings().isEmpty()) {
            ObjectNode ratings = out.putObject("ratings");
            label.ratings().forEach(r -> ratings.put(r.criterionId(), r.value()));
        }
        if (!label.errorKinds().isEmpty()) {
            label.errorKinds().forEach(out.putArray("error_kinds")::add);
        }
        if (label.spark()) {
            out.put("spark", true);
        }
        if (label.unsure()) {
            out.put("unsure", true);
        }
        if (!label.comment().isEmpty()) {
            out.put("comment", label.comment());
        }
        if (!label.correction().isEmpty()) {
            out.put("correction", label.correction());
        }
        out.put("annotator", label.annotator());
        if (!label.at().equals(Instant.EPOCH)) {
            out.put("at", label.at().toString());
        }
        if (!label.rubricVersion().isEmpty()) {
            out.put("rubric_version", label.rubricVersion());
        }
        out.put("source", Names.of(label.source()));
    }
}
