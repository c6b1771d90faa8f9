package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Trace;

/**
 * OpenRLHF's process reward rows: {@code input} ends each step with a tag, {@code value} has a mark
 * for each tag: + or -, or a number for a soft label. One row has one kind of them, for OpenRLHF
 * looks at the first to tell.
 */
final class OpenRlhfFormat extends JsonFormat {
    @Override
    public String name() {
        return "openrlhf";
    }

    @Override
    public String title() {
        return "OpenRLHF process reward";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("input", "value"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        Marks marks = Marks.read(row.list("value"));
        List<String> steps = new ArrayList<>(StepTags.split(row.text("input"), marks.size()));
        String problem = StepTags.takeProblem(steps);
        return marks.on(row, source, name(), problem, steps, Map.of(Trace.SOURCE, name()));
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new Writer(this));
    }

    private static final class Writer extends TaggedWriter {
        Writer(JsonFormat format) {
            super(format, true);
        }

        @Override
        public boolean holdsSoft() {
            return true;
        }

        @Override
        List<Target> targets(LabelledTrace labelled, RowFacts facts) {
            if (facts.soft().isNone()) {
                return super.targets(labelled, facts);
            }
            List<Target> targets = new ArrayList<>();
            for (OptionalDouble reward : facts.soft().rewards()) {
                if (reward.isEmpty()) {
                    break;
                }
                targets.add(new Target(reward.getAsDouble(), true));
            }
            return targets;
        }

        @Override
        void put(ObjectNode row, Trace trace, List<String> steps, List<Target> targets) {
            row.put("input", trace.problem().strip() + " " + StepTags.join(steps));
            ArrayNode value = row.putArray("value");
            for (Target target : targets) {
                if (target.soft()) {
                    value.add(target.reward());
                } else {
                    value.add(target.mark());
                }
            }
        }

        /** None are promised: values are texts in one export and numbers in another. */
        @Override
        Map<String, String> ownFeatures() {
            return Map.of();
        }
    }
}
