package org.stepwright.storage.format.csv;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Cells of a CSV file (RFC 4180) that a spreadsheet can open without harm, and that can be read
 * back: a text that would start a formula, and one that begins with an apostrophe already, gets an
 * apostrophe before it.
 */
public final class CsvCells {
    /**
     * What starts a formula; Excel takes the full-width forms of East Asian keyboards for it, too.
     */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String GUARD = "'";

    private CsvCells() {}

    /**
     * @param cells the cells of a row
     * @return the line with its end
     */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvCells::written).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String written(String text) {
        String safe = guarded(text);
        boolean quoted =
                safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                        || !safe.equals(safe.strip());
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /**
     * @param text any text
     * @return the text that no spreadsheet takes for a formula
     */
    public static String guarded(String text) {
        boolean odd =
                !text.isEmpty() && (FORMULA.indexOf(text.charAt(0)) >= 0 || text.startsWith(GUARD));
        return odd ? GUARD + text : text;
    }

    /**
     * @param cell what {@link #guarded} made
     * @return the text before
     */
    public static String plain(String cell) {
        boolean guarded =
                cell.length() > 1
                        && cell.startsWith(GUARD)
                        && (FORMULA.indexOf(cell.charAt(1)) >= 0 || cell.startsWith(GUARD, 1));
        return guarded ? cell.substring(1) : cell;
    }
}
