package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

/**
 * What writers share whose rows hold numbered steps in running text and a label for every step.
 * What is written is read again at once: a text that would be cut elsewhere is left out with a
 * reason instead of being damaged.
 */
abstract class TaggedWriter extends JsonWriter {
    private final JsonFormat format;
    private final boolean tagged;

    /**
     * @param format reads what is written
     * @param tagged whether the end of a step is marked in the text
     */
    TaggedWriter(JsonFormat format, boolean tagged) {
        this.format = format;
        this.tagged = tagged;
    }

    /** Puts the format's own fields; the steps are numbered, and there is a target for each. */
    abstract void put(ObjectNode row, Trace trace, List<String> steps, List<Target> targets);

    /** The types of the format's own fields; empty when none can be promised. */
    abstract Map<String, String> ownFeatures();

    /**
     * What a step's label becomes.
     *
     * @param reward 0 or 1, or anything between when it is soft
     * @param soft whether it is a soft label
     */
    record Target(double reward, boolean soft) {
        /** The mark of a hard label. */
        String mark() {
            return reward > 0 ? "+" : "-";
        }
    }

    @Override
    public final List<String> losses() {
        return List.of(
                Part.lost(keeps()),
                "Each step gets its number in front (\"Step 1:\") unless it has it; white space"
                        + " around problem and steps is not kept.",
                "Every step needs a label, so a row ends before its first step that has none.",
                "There is only right and wrong; the neutral policy says what neutral became, and a"
                        + " dropped neutral step ends the row.",
                "A trace whose texts would be cut in other places when they are read again is left"
                        + " out.");
    }

    @Override
    public final Set<Part> keeps() {
        return EnumSet.of(Part.ID, Part.LEADING_LABELS);
    }

    @Override
    public final Map<String, String> features() {
        if (ownFeatures().isEmpty()) {
            return Map.of();
        }
        Map<String, String> own = new LinkedHashMap<>();
        own.put("id", "string");
        own.putAll(ownFeatures());
        return withFacts(own);
    }

    @Override
    final Encoded encode(LabelledTrace labelled, RowFacts facts) {
        Trace trace = labelled.trace();
        List<Target> targets = targets(labelled, facts);
        if (targets.isEmpty()) {
            return Encoded.skip("the first step has no label that " + format.title() + " can hold");
        }
        List<String> steps = StepTags.numbered(trace.stepTexts().subList(0, targets.size()));
        if (tagged && (inProblem(trace) || steps.stream().anyMatch(StepTags::holdsTag))) {
            return Encoded.skip(StepTags.TAG_INSIDE);
        }
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("id", trace.id());
        put(row, trace, steps, targets);
        if (!readsAs(row, trace, steps)) {
            return Encoded.skip("its texts would be cut in other places when they are read again");
        }
        putFacts(row, labelled, facts);
        return new Encoded(List.of(row), targets.size(), targets.size(), "", "");
    }

    private static boolean inProblem(Trace trace) {
        return StepTags.holdsTag(trace.problem());
    }

    /** The targets of the first steps, up to the first that has none. */
    List<Target> targets(LabelledTrace labelled, RowFacts facts) {
        List<Target> targets = new ArrayList<>();
        for (Verdict verdict : StepTargets.of(labelled).verdicts()) {
            OptionalDouble target =
                    verdict == null ? OptionalDouble.empty() : facts.neutral().target(verdict);
            if (target.isEmpty()) {
                break;
            }
            targets.add(new Target(target.getAsDouble(), false));
        }
        return targets;
    }

    private boolean readsAs(ObjectNode row, Trace trace, List<String> steps) {
        try {
            JsonFormat.Source source = new JsonFormat.Source("", new RowIds());
            Trace read = format.parse(new JsonRow(null, row), source).trace();
            return read.problem().strip().equals(trace.problem().strip())
                    && read.stepTexts().equals(steps);
        } catch (BadRow e) {
            return false;
        }
    }
}
