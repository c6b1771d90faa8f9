package org.stepwright.storage.format;

import java.util.Optional;
import java.util.Set;
import org.stepwright.label.LabelledTrace;

/**
 * The workbench's own form: one trace a line, see {@link GenericRow}. It is the only format that
 * keeps everything.
 */
final class GenericFormat extends JsonFormat {
    static final String NAME = "generic";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Generic JSON lines";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("problem", "steps"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        return GenericRow.read(row);
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new GenericWriter());
    }
}
