package org.stepwright.ui.data.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.stepwright.storage.format.mapping.SampleColumn;

/**
 * A column that can be chosen.
 *
 * @param path its path; empty for no column
 * @param sample the beginning of its first value, on one line; maybe empty
 * @param shape what its values are
 */
public record ColumnChoice(String path, String sample, SampleColumn.Shape shape) {
    private static final int SHOWN = 120;

    /** No column. */
    public static final ColumnChoice NONE = new ColumnChoice("", "", SampleColumn.Shape.OTHER);

    /** Validates. */
    public ColumnChoice {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sample, "sample");
        Objects.requireNonNull(shape, "shape");
    }

    static ColumnChoice of(SampleColumn column) {
        String sample =
                column.values().stream()
                        .map(ColumnChoice::shown)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("");
        return new ColumnChoice(column.path().text(), sample, column.shape());
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        String head = text.length() > SHOWN * 2 ? text.substring(0, SHOWN * 2) : text;
        String line = head.replaceAll("\\s+", " ").strip();
        return line.length() > SHOWN || head.length() < text.length()
                ? line.substring(0, Math.min(SHOWN, line.length())) + "…"
                : line;
    }
}
