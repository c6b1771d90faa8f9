package org.stepwright.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Rows of a CSV file (RFC 4180) that a spreadsheet can open without harm. */
final class Csv {
    private Csv() {}

    /**
     * @param cells the cells of a row
     * @return the line with its end
     */
    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
