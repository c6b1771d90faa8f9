package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * Reads one row of the generic form: {@code id}, {@code problem}, {@code steps} (texts, or objects
 * with {@code text}, {@code kind}, {@code context}, {@code alternatives}), and optionally {@code
 * labels} (true, false, null, "wrong", "neutral", "correct", one a step), {@code sparks} (steps
 * from 0), {@code error_kind}, {@code outcome}, {@code reference}, {@code annotator}, {@code
 * synthetic}, {@code metadata}. Where {@code step_labels} is there, it is what counts: each label
 * with all that it says. {@code soft_labels} (numbers from 0 to 1 or null, one a step) and {@code
 * suggestions} are what machines say; they become no labels.
 */
final class GenericRow {
    private static final int METADATA_LIMIT = 200;

    private GenericRow() {}

    static LabelledTrace read(JsonRow row) {
        Trace trace =
                new Trace(
                        row.id("id"),
                        row.text("problem"),
                        steps(row.list("steps")),
                        row.has("outcome")
                                ? Names.parse(Outcome.class, row.text("outcome"), "outcome")
                                : Outcome.UNKNOWN,
                        row.scalar("reference"),
                        metadata(row));
        return new LabelledTrace(
                trace,
                row.has("step_labels")
                        ? StepLabelJson.readAll(trace, row.list("step_labels"))
                        : simpleLabels(row, trace),
                SuggestionJson.readAll(row, trace));
    }

    private static List<Step> steps(JsonNode list) {
        JsonRow.checkStepCount(list.size());
        List<Step> steps = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            String where = "item " + (steps.size() + 1) + " of steps";
            steps.add(
                    item.isObject()
                            ? step(new JsonRow(null, item))
                            : Step.of(JsonRow.text(item, where)));
        }
        return steps;
    }

    private static Step step(JsonRow step) {
        StepKind kind =
                step.has("kind")
                        ? Names.parse(StepKind.class, step.text("kind"), "kind")
                        : StepKind.TEXT;
        return new Step(
                step.text("text"), kind, step.text("context", ""), step.texts("alternatives"));
    }

    private static Map<String, String> metadata(JsonRow row) {
        TreeMap<String, String> metadata = new TreeMap<>();
        boolean sourceSaid = false;
        if (row.has("metadata")) {
            JsonRow all = row.object("metadata");
            sourceSaid = all.node().has(Trace.SOURCE);
            metadata.putAll(texts(all));
        }
        if (!sourceSaid) {
            metadata.put(Trace.SOURCE, GenericFormat.NAME);
        }
        if (row.has("error_kind")) {
            metadata.put(Trace.ERROR_KIND, row.text("error_kind"));
        }
        if (row.has("generator")) {
            metadata.putIfAbsent(Trace.GENERATOR, row.text("generator"));
        }
        return metadata;
    }

    /** The values of an object by name: texts as they are, others as JSON, nulls left out. */
    static Map<String, String> texts(JsonRow all) {
        if (all.node().size() > METADATA_LIMIT) {
            throw new BadRow("metadata has more than " + METADATA_LIMIT + " entries");
        }
        TreeMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : all.node().properties()) {
            JsonNode value = entry.getValue();
            if (value.isTextual()) {
                texts.put(entry.getKey(), JsonRow.text(value, entry.getKey()));
            } else if (!value.isNull()) {
                texts.put(entry.getKey(), Json.write(value));
            }
        }
        return texts;
    }

    /** The labels of {@code labels} and {@code sparks}. */
    static List<StepLabel> simpleLabels(JsonRow row, Trace trace) {
        int steps = trace.steps().size();
        boolean[] sparks = sparks(row, steps);
        JsonNode labels = row.has("labels") ? row.list("labels") : null;
        if (labels != null && labels.size() != steps) {
            throw new BadRow("there are " + labels.size() + " labels for " + steps + " steps");
        }
        String annotator = row.annotator("annotator", "import:" + GenericFormat.NAME);
        LabelSource source =
                row.bool("synthetic", false) ? LabelSource.SYNTHETIC : LabelSource.IMPORTED;
        Verdicts maker = new Verdicts(trace.id(), annotator, Instant.EPOCH, source);
        List<StepLabel> made = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            Verdict verdict = labels == null ? null : verdict(labels.get(i), i);
            if (verdict != null || sparks[i]) {
                made.add(maker.of(i, 0, verdict, sparks[i], ""));
            }
        }
        return made;
    }

    private static boolean[] sparks(JsonRow row, int steps) {
        boolean[] sparks = new boolean[steps];
        if (!row.has("sparks")) {
            return sparks;
        }
        for (JsonNode item : row.list("sparks")) {
            if (!item.isIntegralNumber() || !item.canConvertToInt() || item.intValue() < 0) {
                throw new BadRow("spark " + JsonRow.shown(item) + " is not a step counted from 0");
            }
            if (item.intValue() >= steps) {
                throw new BadRow(
                        "spark " + item + " points past the last step (there are " + steps + ")");
            }
            sparks[item.intValue()] = true;
        }
        return sparks;
    }

    private static Verdict verdict(JsonNode label, int step) {
        if (label.isNull()) {
            return null;
        }
        if (label.isBoolean()) {
            return label.booleanValue() ? Verdict.CORRECT : Verdict.WRONG;
        }
        String what = "label " + (step + 1);
        if (!label.isTextual()) {
            throw new BadRow(
                    what
                            + " is "
                            + JsonRow.shown(label)
                            + "; it can be true, false, null, \"wrong\", \"neutral\" or"
                            + " \"correct\"");
        }
        return Names.parse(Verdict.class, label.textValue(), what);
    }
}
