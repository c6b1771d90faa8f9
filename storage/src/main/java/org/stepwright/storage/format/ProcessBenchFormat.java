package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * ProcessBench: a list of rows whose {@code label} is the first wrong step, counted from 0, or -1.
 * Steps behind the first wrong one are unlabelled, not wrong.
 */
final class ProcessBenchFormat extends JsonFormat {

    @Override
    public String name() {
        return "processbench";
    }

    @Override
    public String title() {
        return "ProcessBench";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("problem", "steps", "label")) && !keys.contains("labels");
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        String id = row.id("id");
        List<String> steps = row.steps("steps");
        int label = row.integer("label");
        if (label < -1) {
            throw new BadRow("label " + label + " is below -1, which means that all is correct");
        }
        if (label >= steps.size()) {
            throw new BadRow(
                    "label "
                            + label
                            + " points past the last step (there are "
                            + steps.size()
                            + ")");
        }
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, name());
        if (row.has("generator")) {
            metadata.put(Trace.GENERATOR, row.text("generator"));
        }
        Trace trace =
                new Trace(
                        id,
                        row.text("problem"),
                        steps.stream().map(Step::of).toList(),
                        outcome(row.bool("final_answer_correct", null)),
                        null,
                        metadata);
        return new LabelledTrace(
                trace,
                Verdicts.imported(id, name(), row, LabelSource.IMPORTED)
                        .firstError(steps.size(), label, ""));
    }

    private static Outcome outcome(Boolean correct) {
        if (correct == null) {
            return Outcome.UNKNOWN;
        }
        return correct ? Outcome.RIGHT : Outcome.WRONG;
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new Writer());
    }

    private static final class Writer extends JsonWriter {
        @Override
        public String extension() {
            return "json";
        }

        @Override
        boolean asList() {
            return true;
        }

        @Override
        public List<String> losses() {
            return List.of(
                    Part.lost(keeps()),
                    "Labels behind the first wrong step are not kept.",
                    "A trace is left out when its labels do not say where the first error is.",
                    "Neutral steps count as wrong when the export says so, otherwise as no error.");
        }

        @Override
        public Set<Part> keeps() {
            return EnumSet.of(
                    Part.ID,
                    Part.PROBLEM,
                    Part.STEPS,
                    Part.FIRST_ERROR,
                    Part.OUTCOME,
                    Part.GENERATOR);
        }

        @Override
        public Map<String, String> features() {
            Map<String, String> own = new LinkedHashMap<>();
            own.put("id", "string");
            own.put("generator", "string");
            own.put("problem", "string");
            own.put("steps", "sequence:string");
            own.put("final_answer_correct", "bool");
            own.put("label", "int64");
            return withFacts(own);
        }

        @Override
        Encoded encode(LabelledTrace labelled, RowFacts facts) {
            OptionalInt first = FirstErrors.of(labelled, facts.neutral());
            if (first.isEmpty()) {
                return Encoded.skip(FirstErrors.UNKNOWN);
            }
            Trace trace = labelled.trace();
            ObjectNode row = Json.MAPPER.createObjectNode();
            row.put("id", trace.id());
            trace.generator().ifPresent(g -> row.put("generator", g));
            row.put("problem", trace.problem());
            trace.stepTexts().forEach(row.putArray("steps")::add);
            if (trace.outcome() == Outcome.UNKNOWN) {
                row.putNull("final_answer_correct");
            } else {
                row.put("final_answer_correct", trace.outcome() == Outcome.RIGHT);
            }
            row.put("label", first.getAsInt());
            putFacts(row, labelled, facts);
            int labels = first.getAsInt() < 0 ? trace.steps().size() : first.getAsInt() + 1;
            return new Encoded(List.of(row), trace.steps().size(), labels, "", "");
        }
    }
}
