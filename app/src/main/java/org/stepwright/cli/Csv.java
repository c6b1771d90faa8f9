package org.stepwright.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Rows of a CSV file (RFC 4180) that a spreadsheet can open without harm. */
final class Csv {
    /**
     * What starts a formula; Excel takes the full-width forms of East Asian keyboards for it, too.
     */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

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
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
