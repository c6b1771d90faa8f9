package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** Writes the generic form; see {@link GenericRow}. */
final class GenericWriter extends JsonWriter {
    @Override
    public List<String> losses() {
        return List.of();
    }

    @Override
    public Set<Part> keeps() {
        return EnumSet.allOf(Part.class);
    }

    @Override
    public boolean holdsSoft() {
        return true;
    }

    @Override
    Encoded encode(LabelledTrace labelled, RowFacts facts) {
        Trace trace = labelled.trace();
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("id", trace.id());
        row.put("problem", trace.problem());
        ArrayNode steps = row.putArray("steps");
        trace.steps().forEach(step -> write(step, steps));
        int labels = putLabels(row, labelled);
        if (!facts.soft().isNone()) {
            ArrayNode soft = row.putArray("soft_labels");
            for (OptionalDouble reward : facts.soft().rewards()) {
                if (reward.isPresent()) {
                    soft.add(reward.getAsDouble());
                } else {
                    soft.addNull();
                }
            }
        }
        SuggestionJson.writeAll(labelled, row);
        putTraceFacts(row, trace);
        putFacts(row, labelled, facts);
        return new Encoded(List.of(row), trace.steps().size(), labels, "", "");
    }

    private static void write(Step step, ArrayNode steps) {
        if (step.equals(Step.of(step.text()))) {
            steps.add(step.text());
            return;
        }
        ObjectNode out = steps.addObject();
        out.put("text", step.text());
        putStepFacts(step, out);
    }

    /** What a step is beside its text. */
    static void putStepFacts(Step step, ObjectNode out) {
        if (step.kind() != StepKind.TEXT) {
            out.put("kind", Names.of(step.kind()));
        }
        if (!step.context().isEmpty()) {
            out.put("context", step.context());
        }
        if (!step.alternatives().isEmpty()) {
            step.alternatives().forEach(out.putArray("alternatives")::add);
        }
    }

    static void putTraceFacts(ObjectNode row, Trace trace) {
        if (trace.outcome() != Outcome.UNKNOWN) {
            row.put("outcome", Names.of(trace.outcome()));
        }
        if (trace.reference() != null) {
            row.put("reference", trace.reference());
        }
        Map<String, String> all = trace.metadata();
        if (all.containsKey(Trace.ERROR_KIND)) {
            row.put("error_kind", all.get(Trace.ERROR_KIND));
        }
        ObjectNode metadata = row.putObject("metadata");
        all.forEach(
                (name, value) -> {
                    if (!name.equals(Trace.ERROR_KIND)) {
                        metadata.put(name, value);
                    }
                });
        if (!all.containsKey(Trace.SOURCE)) {
            // An explicit null: the reader would otherwise fill in its own name.
            metadata.putNull(Trace.SOURCE);
        }
    }

    private static int putLabels(ObjectNode row, LabelledTrace labelled) {
        if (labelled.labels().isEmpty()) {
            return 0;
        }
        putSimple(row, labelled);
        List<StepLabel> read = GenericRow.simpleLabels(new JsonRow(null, row), labelled.trace());
        Set<StepLabel> said = new HashSet<>(read);
        if (read.size() == labelled.labels().size() && said.containsAll(labelled.labels())) {
            return read.size();
        }
        StepLabelJson.writeAll(labelled.labels(), row.putArray("step_labels"));
        return labelled.labels().size();
    }

    /** What all annotators together say of each step, for readers that want one label. */
    private static void putSimple(ObjectNode row, LabelledTrace labelled) {
        ArrayNode labels = row.putArray("labels");
        for (Verdict verdict : StepTargets.of(labelled).verdicts()) {
            if (verdict == null) {
                labels.addNull();
            } else if (verdict == Verdict.NEUTRAL) {
                labels.add(Names.of(verdict));
            } else {
                labels.add(verdict == Verdict.CORRECT);
            }
        }
        TreeSet<Integer> sparks = new TreeSet<>();
        TreeSet<String> annotators = new TreeSet<>();
        for (StepLabel label : labelled.labels()) {
            annotators.add(label.annotator());
            if (label.spark() && label.candidate() == 0) {
                sparks.add(label.step());
            }
        }
        if (!sparks.isEmpty()) {
            sparks.forEach(row.putArray("sparks")::add);
        }
        if (annotators.size() == 1) {
            row.put("annotator", annotators.first());
        }
        if (labelled.labels().stream().allMatch(l -> l.source() == LabelSource.SYNTHETIC)) {
            row.put("synthetic", true);
        }
    }
}
