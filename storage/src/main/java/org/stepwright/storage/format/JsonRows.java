package org.stepwright.storage.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a stream of JSON into the texts of its rows at constant memory, whatever the layout: a row a
 * line, values one after the other over many lines, one list, or an object of lists. Cutting does
 * not need the rows to be valid, so that a damaged row costs itself and not the rest of the file.
 */
final class JsonRows {
    /** The longest row in bytes; longer ones are skipped while reading and rejected. */
    static final int ROW_LIMIT = 8 << 20;

    /** Why the reading of a file stopped at a row. */
    static final String ENDLESS = "this row goes on without an end; reading stopped here";

    private static final int HEAD = 64 << 10;

    /** Takes the texts of rows. */
    interface Sink {
        /** A row's bytes, not yet known to be valid; {@code key} is null unless keyed. */
        void row(long line, String key, byte[] bytes, int length);

        /** A piece that is no row. */
        void broken(long line, String reason);
    }

    /** How the rows lie in the file. */
    enum Layout {
        /** A row a line. */
        LINES(0),
        /** Values with whitespace between them. */
        VALUES(0),
        /** One list of rows. */
        LIST(1),
        /** An object of lists of rows. */
        KEYED(2);

        final int rowDepth;

        Layout(int rowDepth) {
            this.rowDepth = rowDepth;
        }
    }

    private JsonRows() {}

    /**
     * A file whose start was looked at.
     *
     * @param layout how its rows lie
     * @param head its start, decoded
     * @param all its bytes from the start on, without a byte order mark
     */
    record Opened(Layout layout, String head, InputStream all) {}

    static void read(InputStream in, boolean mayBeKeyed, Sink sink) throws IOException {
        Opened opened = open(in, mayBeKeyed, sink);
        if (opened == null) {
            return;
        }
        if (opened.layout() == Layout.LINES) {
            new LineCutter(sink).read(opened.all());
        } else {
            new ValueCutter(opened.layout(), sink).read(opened.all());
        }
    }

    /** Looks at the start; null when there is nothing to read, which the sink has been told. */
    static Opened open(InputStream in, boolean mayBeKeyed, Sink sink) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (isUtf16(head)) {
            sink.broken(1, "the file is written in UTF-16; save it as UTF-8");
            return null;
        }
        int bom = startsWithBom(head) ? 3 : 0;
        if (isBlank(head, bom) && head.length < HEAD) {
            sink.broken(1, "the file is empty");
            return null;
        }
        String text = new String(head, bom, head.length - bom, StandardCharsets.UTF_8);
        Layout layout = layout(text, mayBeKeyed);
        InputStream start = new ByteArrayInputStream(head, bom, head.length - bom);
        return new Opened(layout, text, new SequenceInputStream(start, in));
    }

    /** Decides by the first characters; text that is no JSON is cut by lines. */
    static Layout layout(String head, boolean mayBeKeyed) {
        String text = head.stripLeading();
        if (text.startsWith("[")) {
            return Layout.LIST;
        }
        if (!text.startsWith("{")) {
            return Layout.LINES;
        }
        if (mayBeKeyed && looksKeyed(text)) {
            return Layout.KEYED;
        }
        int end = text.indexOf('\n');
        String line = text.substring(0, Math.max(0, end)).stripTrailing();
        if (end < 0 || line.endsWith("}")) {
            return Layout.LINES;
        }
        return goesOn(line, text.substring(end + 1)) ? Layout.VALUES : Layout.LINES;
    }

    /** Whether the second line belongs to the row of the first, which may also be cut short. */
    private static boolean goesOn(String line, String rest) {
        String next = rest.stripLeading();
        boolean listOfObjects = line.endsWith("[") && next.startsWith("{") && !rest.startsWith("{");
        return listOfObjects
                || next.startsWith("\"")
                || next.startsWith("}")
                || next.startsWith("[");
    }

    /** Whether the text begins like {@code {"key": [{}. */
    private static boolean looksKeyed(String text) {
        int quote = text.indexOf('"');
        int close = quote < 0 ? -1 : text.indexOf('"', quote + 1);
        if (close < 0 || !text.substring(1, quote).isBlank()) {
            return false;
        }
        String rest = text.substring(close + 1).stripLeading();
        if (!rest.startsWith(":")) {
            return false;
        }
        rest = rest.substring(1).stripLeading();
        return rest.startsWith("[") && rest.substring(1).stripLeading().startsWith("{");
    }

    private static boolean startsWithBom(byte[] head) {
        return head.length >= 3
                && head[0] == (byte) 0xEF
                && head[1] == (byte) 0xBB
                && head[2] == (byte) 0xBF;
    }

    private static boolean isUtf16(byte[] head) {
        if (head.length < 2) {
            return false;
        }
        int mark = (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    private static boolean isBlank(byte[] head, int from) {
        for (int i = from; i < head.length; i++) {
            if (!isSpace(head[i])) {
                return false;
            }
        }
        return true;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
