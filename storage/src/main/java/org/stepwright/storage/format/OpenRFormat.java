package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Trace;

/**
 * OpenR's training and test rows: {@code question}, {@code process} with a tag behind each step,
 * and {@code labels} (some files say {@code label}), 1 and 0 or + and -.
 */
final class OpenRFormat extends JsonFormat {
    @Override
    public String name() {
        return "openr";
    }

    @Override
    public String title() {
        return "OpenR";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("question", "process"))
                && (keys.contains("labels") || keys.contains("label"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        Marks marks = Marks.read(row.list(row.has("labels") ? "labels" : "label"));
        List<String> steps = StepTags.split(row.text("process"), marks.size());
        return marks.on(
                row, source, name(), row.text("question"), steps, Map.of(Trace.SOURCE, name()));
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
        void put(ObjectNode row, Trace trace, List<String> steps, List<Target> targets) {
            row.put("question", trace.problem().strip());
            row.put("process", StepTags.join(steps));
            ArrayNode labels = row.putArray("labels");
            targets.forEach(t -> labels.add(t.reward() > 0 ? 1 : 0));
        }

        @Override
        Map<String, String> ownFeatures() {
            Map<String, String> own = new LinkedHashMap<>();
            own.put("question", "string");
            own.put("process", "string");
            own.put("labels", "sequence:int64");
            return own;
        }
    }
}
