package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.ColumnPath;
import org.stepwright.storage.format.mapping.SampleColumn;
import org.stepwright.storage.format.mapping.StepCut;
import org.stepwright.work.WorkFailed;

/**
 * Formats by name, with the mappings that somebody saved among them: {@code mapping:NAME}. A file
 * that no format knows is read with a saved mapping when all of the mapping's columns are there and
 * the first rows come in without a reject.
 */
public final class SavedFormats {
    /** What the name of a mapping begins with where formats are named. */
    public static final String MAPPING = "mapping:";

    private static final int ROWS = 20;

    private final MappingStore store;

    /**
     * @param store the saved mappings
     */
    public SavedFormats(MappingStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    /**
     * @return the names of the saved mappings, as {@link #tell} takes them, sorted
     * @throws WorkFailed when they cannot be read
     */
    public List<String> names() {
        return store.names().stream().map(MAPPING::concat).toList();
    }

    /**
     * @param file the file
     * @param format a name from {@link LabelFiles#formats()} or {@link #names()}, or {@link
     *     LabelFiles#AUTO}
     * @return how to read it; empty when it cannot be told
     * @throws WorkFailed when the format is not known or the file cannot be read
     */
    public Optional<LabelFormat> tell(Path file, String format) {
        if (format.startsWith(MAPPING)) {
            return Optional.of(new MappedFormat(store.require(format.substring(MAPPING.length()))));
        }
        Optional<LabelFormat> told = LabelFiles.tell(file, format);
        return told.isPresent() || !format.equals(LabelFiles.AUTO) ? told : fitting(file);
    }

    private Optional<LabelFormat> fitting(Path file) {
        if (store.names().isEmpty()) {
            return Optional.empty();
        }
        for (String name : store.names()) {
            Optional<ColumnMapping> mapping = readable(name);
            if (mapping.isPresent() && fits(mapping.get(), file)) {
                return Optional.of(new MappedFormat(mapping.get()));
            }
        }
        return Optional.empty();
    }

    /** A file that somebody broke by hand is no reason to refuse another one. */
    private Optional<ColumnMapping> readable(String name) {
        try {
            return store.find(name);
        } catch (WorkFailed e) {
            return Optional.empty();
        }
    }

    private static boolean fits(ColumnMapping mapping, Path file) {
        TableSample sample = TableSample.of(file, mapping.separator(), ROWS);
        List<JsonNode> rows = sample.rows();
        if (rows.isEmpty() || !sample.troubles().isEmpty()) {
            return false;
        }
        Set<ColumnPath> there = new HashSet<>();
        SampleColumn.of(rows).forEach(c -> there.add(c.path()));
        List<ColumnPath> wanted = new ArrayList<>(mapping.columns().values());
        wanted.addAll(mapping.metadata().values());
        return there.containsAll(wanted) && allComeIn(mapping, rows);
    }

    private static boolean allComeIn(ColumnMapping mapping, List<JsonNode> rows) {
        MappedTrace maker = new MappedTrace(mapping, mapping.name());
        boolean grouped = mapping.cut() == StepCut.STEP_PER_ROW;
        try {
            for (JsonNode row : rows) {
                if (grouped) {
                    maker.id(row);
                } else {
                    maker.of(List.of(row));
                }
            }
            return true;
        } catch (BadRow | IllegalArgumentException e) {
            return false;
        }
    }
}
