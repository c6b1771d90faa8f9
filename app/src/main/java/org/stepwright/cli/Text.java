package org.stepwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Plain text for people. */
final class Text {
    // C0 and C1 controls but tab and line breaks; marks that turn the direction of writing around.
    private static final Pattern STEERING =
            Pattern.compile(
                    "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

    private Text() {}

    /** A number of things: {@code 1 trace}, {@code 2,401 steps}. */
    static String count(long n, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", n, thing, n == 1 ? "" : "s");
    }

    /** A number with that many decimals; a dash for one that is not known. */
    static String number(double value, int decimals) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + decimals + "f", value)
                : "-";
    }

    /**
     * A table with aligned columns: the first to the left, the others to the right.
     *
     * @param rows rows of the same length, the first one the heading
     */
    static List<String> table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + pad : "  " + pad + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /**
     * Text from anywhere for a terminal: characters that steer it, such as escape sequences, stand
     * as � instead; line breaks and tabs stay.
     */
    static String plain(String text) {
        return STEERING.matcher(text).replaceAll("\uFFFD");
    }

    /** The same in one line. */
    static String plainLine(String text) {
        return plain(LINE_BREAKS.matcher(text).replaceAll(" "));
    }

    /** One line of a text, shortened. */
    static String oneLine(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
