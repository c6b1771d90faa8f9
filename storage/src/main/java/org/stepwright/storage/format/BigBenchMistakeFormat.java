package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
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
 * BIG-Bench Mistake: {@code mistake_index} is the first wrong step, counted from 0, or null. The
 * outcome is right exactly when {@code answer} is {@code target}; it is not known when no answer
 * was found. A right answer may have a mistake before it and the other way round.
 */
final class BigBenchMistakeFormat extends JsonFormat {
    private static final String MISTAKE = "mistake_index";
    private static final String ANSWER = "bigbench-mistake.answer";

    @Override
    public String name() {
        return "bigbench-mistake";
    }

    @Override
    public String title() {
        return "BIG-Bench Mistake";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("input", "steps", MISTAKE));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        String problem = row.text("input");
        List<String> steps = row.steps("steps");
        int mistake = mistake(row, steps.size());
        String target = row.scalar("target");
        String answer = row.scalar("answer");
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, name());
        if (answer != null) {
            metadata.put(ANSWER, answer);
        }
        String id = source.ids().of(row, name(), problem, steps);
        Trace trace =
                new Trace(
                        id,
                        problem,
                        steps.stream().map(Step::of).toList(),
                        outcome(answer, target),
                        target,
                        metadata);
        return new LabelledTrace(
                trace,
                Verdicts.imported(id, name(), row, LabelSource.IMPORTED)
                        .firstError(steps.size(), mistake, ""));
    }

    private static int mistake(JsonRow row, int steps) {
        JsonNode value = row.node().get(MISTAKE);
        if (value == null) {
            throw new BadRow("\"" + MISTAKE + "\" is missing");
        }
        if (value.isNull()) {
            return -1;
        }
        int mistake = row.integer(MISTAKE);
        if (mistake < 0 || mistake >= steps) {
            throw new BadRow(
                    MISTAKE + " " + mistake + " is none of the steps (there are " + steps + ")");
        }
        return mistake;
    }

    private static Outcome outcome(String answer, String target) {
        if (answer == null || target == null) {
            return Outcome.UNKNOWN;
        }
        return answer.equals(target) ? Outcome.RIGHT : Outcome.WRONG;
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new Writer());
    }

    private static final class Writer extends JsonWriter {
        @Override
        public List<String> losses() {
            return List.of(
                    Part.lost(keeps()),
                    "Labels behind the first wrong step are not kept.",
                    "A trace is left out when its labels do not say where the first error is.",
                    "Neutral steps count as wrong when the export says so, otherwise as no error.",
                    "A wrong outcome is kept only where the wrong answer itself is known.");
        }

        @Override
        public Set<Part> keeps() {
            return EnumSet.of(Part.ID, Part.PROBLEM, Part.STEPS, Part.FIRST_ERROR, Part.REFERENCE);
        }

        @Override
        public Map<String, String> features() {
            Map<String, String> own = new LinkedHashMap<>();
            own.put("id", "string");
            own.put("input", "string");
            own.put("steps", "sequence:string");
            own.put("target", "string");
            own.put("answer", "string");
            own.put(MISTAKE, "int64");
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
            row.put("input", trace.problem());
            trace.stepTexts().forEach(row.putArray("steps")::add);
            row.put("target", trace.reference());
            row.put("answer", answer(trace));
            int steps = trace.steps().size();
            if (first.getAsInt() < 0) {
                row.putNull(MISTAKE);
            } else {
                row.put(MISTAKE, first.getAsInt());
            }
            putFacts(row, labelled, facts);
            int labels = first.getAsInt() < 0 ? steps : first.getAsInt() + 1;
            return new Encoded(List.of(row), steps, labels, "", "");
        }

        /** The answer, where what is known of it fits the outcome; else null. */
        private static String answer(Trace trace) {
            String known = trace.metadata().get(ANSWER);
            return switch (trace.outcome()) {
                case RIGHT -> trace.reference();
                case WRONG -> known != null && known.equals(trace.reference()) ? null : known;
                case UNKNOWN -> trace.reference() == null ? known : null;
            };
        }
    }
}
