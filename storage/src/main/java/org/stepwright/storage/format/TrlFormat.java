package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * TRL's stepwise supervision: a prompt, its completions, and a plain boolean for each. TRL casts
 * with {@code int()}, so numbers are refused: 0.7 would become 0 there.
 */
final class TrlFormat extends JsonFormat {
    @Override
    public String name() {
        return "trl";
    }

    @Override
    public String title() {
        return "TRL stepwise supervision";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("prompt", "completions", "labels"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        String prompt = row.text("prompt");
        List<String> steps = row.steps("completions");
        JsonNode labels = row.list("labels");
        if (labels.size() != steps.size()) {
            throw new BadRow(
                    "there are " + labels.size() + " labels for " + steps.size() + " steps");
        }
        List<Verdict> verdicts = verdicts(labels);
        String id = source.ids().of(row, name(), prompt, steps);
        Verdicts maker = Verdicts.imported(id, name(), row, LabelSource.IMPORTED);
        List<StepLabel> made = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            made.add(maker.of(i, verdicts.get(i)));
        }
        Trace trace =
                new Trace(
                        id,
                        prompt,
                        steps.stream().map(Step::of).toList(),
                        Outcome.UNKNOWN,
                        null,
                        Map.of(Trace.SOURCE, name()));
        return new LabelledTrace(trace, made);
    }

    private static List<Verdict> verdicts(JsonNode labels) {
        List<Verdict> verdicts = new ArrayList<>(labels.size());
        for (JsonNode label : labels) {
            if (!label.isBoolean()) {
                throw new BadRow(
                        "label "
                                + (verdicts.size() + 1)
                                + " is "
                                + JsonRow.shown(label)
                                + ", not true or false");
            }
            verdicts.add(label.booleanValue() ? Verdict.CORRECT : Verdict.WRONG);
        }
        return verdicts;
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new Writer());
    }

    private static final class Writer extends JsonWriter {
        private static final int TRL_MAX_LENGTH = 1024;
        private static final int CHARACTERS_A_TOKEN = 4;

        @Override
        public List<String> losses() {
            return List.of(
                    Part.lost(keeps()),
                    "TRL needs a label for every step, so a row ends before its first step that has"
                            + " none.",
                    "TRL knows only true and false; the neutral policy says what neutral became,"
                            + " and a dropped neutral step ends the row.");
        }

        @Override
        public Set<Part> keeps() {
            return EnumSet.of(Part.ID, Part.PROBLEM, Part.LEADING_LABELS);
        }

        @Override
        public Map<String, String> features() {
            Map<String, String> own = new LinkedHashMap<>();
            own.put("id", "string");
            own.put("prompt", "string");
            own.put("completions", "sequence:string");
            own.put("labels", "sequence:bool");
            return withFacts(own);
        }

        @Override
        Encoded encode(LabelledTrace labelled, RowFacts facts) {
            List<Verdict> verdicts = StepTargets.of(labelled).verdicts();
            Trace trace = labelled.trace();
            ObjectNode row = Json.MAPPER.createObjectNode();
            row.put("id", trace.id());
            row.put("prompt", trace.problem());
            ArrayNode completions = row.putArray("completions");
            ArrayNode labels = row.putArray("labels");
            long length = trace.problem().length();
            for (int i = 0; i < verdicts.size() && verdicts.get(i) != null; i++) {
                OptionalDouble target = facts.neutral().target(verdicts.get(i));
                if (target.isEmpty()) {
                    break;
                }
                String text = trace.steps().get(i).text();
                completions.add(text);
                labels.add(target.getAsDouble() > 0);
                length += text.length() + 1;
            }
            if (labels.isEmpty()) {
                return Encoded.skip("the first step has no label that TRL can hold");
            }
            putFacts(row, labelled, facts);
            int steps = labels.size();
            return new Encoded(List.of(row), steps, steps, "", tooLong(length));
        }

        /** An estimate: TRL counts tokens of a tokenizer that nobody knows yet. */
        private static String tooLong(long characters) {
            return characters / CHARACTERS_A_TOKEN > TRL_MAX_LENGTH
                    ? "is estimated (at 4 characters a token) to be longer than TRL's max_length of"
                            + " 1024 tokens, behind which TRL silently drops steps"
                    : "";
        }
    }
}
