package org.stepwright.storage.format.mapping;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which column of a file says what. The same mapping reads JSON lines, CSV and Parquet: each row is
 * an object with the columns' names.
 *
 * @param name how it is saved, and the source of the traces that it reads
 * @param columns the column of each role that the file has; problem and steps always
 * @param cut how the column of the steps holds them
 * @param marker what ends each step, for {@link StepCut#MARKER}; else empty
 * @param labels how labels are read; counts only when there is a column of labels
 * @param metadata further columns by the name under which they are kept
 * @param separator what stands between the cells of a CSV file: a comma, a semicolon, a tab or a
 *     bar; {@link #AUTO} to tell by the first line
 */
public record ColumnMapping(
        String name,
        Map<Role, ColumnPath> columns,
        StepCut cut,
        String marker,
        LabelRule labels,
        Map<String, ColumnPath> metadata,
        char separator) {
    /** The separator is told by the first line. */
    public static final char AUTO = 0;

    /** The separators that a CSV file may have. */
    public static final Set<Character> SEPARATORS = Set.of(',', ';', '\t', '|');

    /** The most columns kept as metadata. */
    public static final int METADATA_LIMIT = 100;

    private static final int MARKER_LIMIT = 100;
    private static final int KEY_LIMIT = 200;
    private static final int NAME_LIMIT = 60;

    /** Names that Windows gives to devices. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    /**
     * Validates.
     *
     * @throws IllegalArgumentException with a sentence when it cannot read anything
     */
    public ColumnMapping {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "A mapping's name has 1 to 60 letters, digits, spaces, dots, dashes or"
                            + " underscores, and begins and ends with a letter or digit.");
        }
        Map<Role, ColumnPath> known = new EnumMap<>(Role.class);
        known.putAll(columns);
        columns = Collections.unmodifiableMap(known);
        Objects.requireNonNull(cut, "cut");
        Objects.requireNonNull(labels, "labels");
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        if (!columns.containsKey(Role.PROBLEM)) {
            throw new IllegalArgumentException("Say which column is the problem.");
        }
        if (!columns.containsKey(Role.STEPS)) {
            throw new IllegalArgumentException("Say which column holds the steps.");
        }
        if (cut == StepCut.STEP_PER_ROW && !columns.containsKey(Role.ID)) {
            throw new IllegalArgumentException(
                    "With one step a row, say which column is the id: rows with the same id are"
                            + " one trace.");
        }
        if (cut == StepCut.MARKER ? marker.isEmpty() : !marker.isEmpty()) {
            throw new IllegalArgumentException(
                    cut == StepCut.MARKER
                            ? "Say which marker ends a step."
                            : "Only steps that end with a marker have one.");
        }
        if (marker.length() > MARKER_LIMIT) {
            throw new IllegalArgumentException("The marker is longer than 100 characters.");
        }
        if (metadata.size() > METADATA_LIMIT
                || metadata.keySet().stream()
                        .anyMatch(k -> k.isBlank() || k.length() > KEY_LIMIT)) {
            throw new IllegalArgumentException(
                    "At most 100 columns are kept as metadata, under names of 1 to 200"
                            + " characters.");
        }
        if (separator != AUTO && !SEPARATORS.contains(separator)) {
            throw new IllegalArgumentException(
                    "Cells are separated by a comma, a semicolon, a tab or a bar.");
        }
    }

    /** A name that every system takes for a file. */
    private static boolean isName(String name) {
        if (name == null || name.isEmpty() || name.length() > NAME_LIMIT) {
            return false;
        }
        int last = name.length() - 1;
        return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || " ._-".indexOf(c) >= 0)
                && Character.isLetterOrDigit(name.charAt(0))
                && Character.isLetterOrDigit(name.charAt(last))
                && !DEVICES.contains(LabelRule.folded(name));
    }

    /**
     * @param role a role
     * @return its column, if the file has one
     */
    public Optional<ColumnPath> column(Role role) {
        return Optional.ofNullable(columns.get(role));
    }

    /**
     * @param newName another name
     * @return this mapping under it
     * @throws IllegalArgumentException with a sentence when it is no name
     */
    public ColumnMapping withName(String newName) {
        return new ColumnMapping(newName, columns, cut, marker, labels, metadata, separator);
    }
}
