package org.stepwright.storage.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Compares and shows values of SQLite. */
final class Cells {
    private static final int MAX_SHOWN = 60;
    private static final int MAX_ROW_SHOWN = 8;

    private final double tolerance;

    /**
     * @param tolerance how far numbers of which one is not whole may be apart, relative to the
     *     larger of 1 and the expected one
     */
    Cells(double tolerance) {
        this.tolerance = tolerance;
    }

    boolean same(List<Object> wanted, List<Object> got) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!same(wanted.get(i), got.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** As a column with numeric affinity would: a text that is a number counts as one. */
    private boolean same(Object wanted, Object got) {
        if (wanted == null || got == null) {
            return wanted == got;
        }
        if (wanted instanceof byte[] || got instanceof byte[]) {
            return wanted instanceof byte[] one
                    && got instanceof byte[] other
                    && Arrays.equals(one, other);
        }
        if (wanted.equals(got)) {
            return true;
        }
        if (wanted instanceof String && got instanceof String) {
            return false;
        }
        Long whole = whole(wanted);
        Long otherWhole = whole(got);
        if (whole != null && otherWhole != null) {
            // Nothing rounds whole numbers, and ids of seven digits are nearer than a millionth.
            return whole.equals(otherWhole);
        }
        Double one = number(wanted);
        Double other = number(got);
        return one != null && other != null && near(one, other);
    }

    /** The row with its numbers rounded, so that most rows that are near are equal. */
    static List<Object> rough(List<Object> row) {
        List<Object> rough = new ArrayList<>(row.size());
        for (Object cell : row) {
            Double number = cell == null || cell instanceof byte[] ? null : number(cell);
            rough.add(number == null ? cell : (Object) number.floatValue());
        }
        return rough;
    }

    private boolean near(double wanted, double got) {
        return wanted == got || Math.abs(wanted - got) <= tolerance * Math.max(1, Math.abs(wanted));
    }

    private static Long whole(Object cell) {
        if (cell instanceof Long number) {
            return number;
        }
        String text = cell instanceof String written ? written.strip() : "";
        boolean plausible =
                !text.isEmpty()
                        && text.length() <= 18
                        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
        try {
            return plausible ? Long.valueOf(text) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Double number(Object cell) {
        if (cell instanceof Number number) {
            return number.doubleValue();
        }
        String text = cell.toString().strip();
        boolean plausible =
                !text.isEmpty()
                        && text.length() <= 40
                        && text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
        try {
            return plausible ? Double.valueOf(text) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static String shown(List<Object> row) {
        String cells =
                row.stream()
                        .limit(MAX_ROW_SHOWN)
                        .map(Cells::shown)
                        .collect(Collectors.joining(", "));
        return "(" + cells + (row.size() > MAX_ROW_SHOWN ? ", …" : "") + ")";
    }

    private static String shown(Object cell) {
        if (cell == null) {
            return "NULL";
        }
        if (cell instanceof byte[] blob) {
            int length = Math.min(blob.length, MAX_SHOWN / 2);
            String hex = HexFormat.of().formatHex(blob, 0, length);
            return "x'" + hex + (length < blob.length ? "…'" : "'");
        }
        if (cell instanceof Double number) {
            String text = String.format(Locale.ROOT, "%.10g", number);
            return text.contains(".") && !text.contains("e")
                    ? text.replaceAll("0+$", "").replaceAll("\\.$", ".0")
                    : text;
        }
        if (cell instanceof Long) {
            return cell.toString();
        }
        String text = cell.toString().replaceAll("\\s+", " ");
        return "'" + (text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text) + "'";
    }
}
