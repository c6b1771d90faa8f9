package org.stepwright.storage.format.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Reads a CSV file with a line of names, in UTF-8, as a stream: at most one row in memory, and none
 * that is longer than a limit.
 */
public final class CsvTable {
    /** The most columns. */
    static final int COLUMN_LIMIT = 2_000;

    private static final String SEPARATORS = ",;\t|";

    private final char separator;
    private final int rowLimit;

    /** Takes rows, in the reading thread. */
    public interface Taker {
        /**
         * @param line where the row begins, from 1
         * @param names the names of the columns
         * @param cells as many cells; fewer when the row ends early
         */
        void row(long line, List<String> names, List<String> cells);

        /**
         * @param line where it begins, from 1
         * @param reason why it cannot be read, as a clause
         */
        void broken(long line, String reason);
    }

    /**
     * @param separator what stands between cells; 0 to tell by the first line
     * @param rowLimit the longest row in characters
     */
    public CsvTable(char separator, int rowLimit) {
        this.separator = separator;
        this.rowLimit = rowLimit;
    }

    /**
     * @param in the file; the caller closes it
     * @param taker takes the rows
     * @throws IOException when bytes cannot be read
     */
    public void read(InputStream in, Taker taker) throws IOException {
        long line = 1;
        try {
            Reader text = reader(in);
            text.mark(rowLimit);
            String head = firstLine(text);
            text.reset();
            char between = separator == 0 ? separatorOf(head) : separator;
            CsvReader<CsvRecord> rows =
                    CsvReader.builder()
                            .fieldSeparator(between)
                            .detectBomHeader(false)
                            .maxBufferSize(rowLimit)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .skipEmptyLines(true)
                            .ofCsvRecord(text);
            Iterator<CsvRecord> all = rows.iterator();
            if (!all.hasNext()) {
                taker.broken(1, "the file is empty");
                return;
            }
            CsvRecord first = all.next();
            List<String> names = names(first, taker);
            line = first.getStartingLineNumber() + 1;
            while (!names.isEmpty() && all.hasNext()) {
                CsvRecord row = all.next();
                line = row.getStartingLineNumber();
                give(row, names, taker);
                line++;
            }
        } catch (CsvParseException | UncheckedIOException e) {
            taker.broken(line, reason(e));
        } catch (CharacterCodingException e) {
            taker.broken(
                    line, "the file is not text in UTF-8 from about here on; save it as UTF-8");
        }
    }

    private void give(CsvRecord row, List<String> names, Taker taker) {
        List<String> cells = row.getFields();
        long length = cells.stream().mapToLong(String::length).sum();
        if (cells.size() > names.size()) {
            taker.broken(
                    row.getStartingLineNumber(),
                    "there are " + cells.size() + " cells for " + names.size() + " columns");
        } else if (length > rowLimit) {
            taker.broken(row.getStartingLineNumber(), "the row is longer than " + limit());
        } else {
            taker.row(row.getStartingLineNumber(), names, cells);
        }
    }

    /** Empty, and said so, when they cannot serve. */
    private static List<String> names(CsvRecord head, Taker taker) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (head.getFieldCount() > COLUMN_LIMIT) {
            taker.broken(1, "the file has more than " + COLUMN_LIMIT + " columns");
            return List.of();
        }
        for (String field : head.getFields()) {
            String name = field.strip();
            if (name.isEmpty()) {
                name = "column " + (names.size() + 1);
            }
            if (!seen.add(name)) {
                taker.broken(1, "two columns are named \"" + name + "\"; rename one of them");
                return List.of();
            }
            names.add(name);
        }
        return names;
    }

    private String reason(RuntimeException e) {
        Throwable cause = e;
        for (int i = 0; i < 5 && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        if (cause instanceof CharacterCodingException) {
            return "the file is not text in UTF-8 from about here on; save it as UTF-8";
        }
        return "the row is longer than "
                + limit()
                + ", maybe because a quote is never closed; reading stopped here";
    }

    private String limit() {
        return (rowLimit >> 20) + " MiB";
    }

    private static Reader reader(InputStream in) throws IOException {
        Reader text =
                new java.io.BufferedReader(
                        new InputStreamReader(
                                in,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    private String firstLine(Reader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = text.read(); c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
            if (line.length() >= rowLimit / 2) {
                break;
            }
            line.append((char) c);
        }
        return line.toString();
    }

    /**
     * @param line the first line of a file
     * @return which of comma, semicolon, tab and bar stands most often outside of quotes; a comma
     *     when none does
     */
    public static char separatorOf(String line) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            int which = SEPARATORS.indexOf(c);
            if (c == '"') {
                quoted = !quoted;
            } else if (which >= 0 && !quoted) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    /**
     * @param head the beginning of a file
     * @return the names in its first line; empty when that is no line of names
     */
    public static List<String> namesIn(String head) {
        String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
        int end = text.indexOf('\n');
        String line = (end < 0 ? text : text.substring(0, end)).strip();
        if (line.isEmpty() || line.startsWith("{") || line.startsWith("[")) {
            return List.of();
        }
        try {
            CsvRecord record =
                    CsvReader.builder().fieldSeparator(separatorOf(line)).ofSingleCsvRecord(line);
            return record.getFields().stream().map(String::strip).toList();
        } catch (CsvParseException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
