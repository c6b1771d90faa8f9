package org.stepwright.storage.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts values by their brackets. Two signs of damage end a row early so that the next one is found
 * again: a line break inside a string ends the string, and an object that opens where a name is due
 * starts a new row.
 */
final class ValueCutter {
    private static final int KNOWN_DEPTH = 512;
    private static final int KEY_LIMIT = 1000;

    private final JsonRows.Layout layout;
    private final JsonRows.Sink sink;
    private final RowBuffer row = new RowBuffer();
    private final byte[] open = new byte[KNOWN_DEPTH];
    private final StringBuilder key = new StringBuilder();

    private long line = 1;
    private long rowLine;
    private int depth;
    private int rowDepth;
    private boolean inRow;
    private boolean scalarRow;
    private boolean inString;
    private boolean escaped;
    private boolean strayReported;
    private byte last;

    ValueCutter(JsonRows.Layout layout, JsonRows.Sink sink) {
        this.layout = layout;
        this.sink = sink;
    }

    void read(InputStream in) throws IOException {
        try {
            cut(in);
        } catch (RowBuffer.EndlessRow e) {
            sink.broken(rowLine, JsonRows.ENDLESS);
        }
    }

    private void cut(InputStream in) throws IOException {
        byte[] chunk = new byte[64 << 10];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            for (int i = 0; i < n; i++) {
                i = skipPlainText(chunk, i, n);
                if (i < n) {
                    take(chunk[i]);
                }
            }
        }
        finish();
    }

    /** Takes the plain letters of a row's string in one go; most bytes of a file are such. */
    private int skipPlainText(byte[] chunk, int from, int end) {
        if (!inString || !inRow || escaped) {
            return from;
        }
        int to = from;
        while (to < end && chunk[to] != '"' && chunk[to] != '\\' && chunk[to] != '\n') {
            to++;
        }
        row.add(chunk, from, to);
        return to;
    }

    private void take(byte b) {
        if (inString) {
            string(b);
        } else {
            structure(b);
        }
        if (b == '\n') {
            line++;
        }
    }

    private void string(byte b) {
        keep(b);
        if (b == '\n') {
            inString = false;
        } else if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inString = false;
            last = '"';
            endScalarRow();
        }
    }

    private void structure(byte b) {
        if (JsonRows.isSpace(b)) {
            space(b);
            return;
        }
        switch (b) {
            case '{', '[' -> opens(b);
            case '}', ']' -> closes(b);
            case '"' -> quote(b);
            case ',', ':' -> separator(b);
            default -> letter(b);
        }
        last = b;
    }

    private void space(byte b) {
        if (scalarRow) {
            endRow();
        } else if (inRow) {
            row.add(b);
        }
    }

    private void opens(byte b) {
        boolean nameIsDue = inRow && top() == '{' && (last == ',' || last == '{');
        if (b == '{' && nameIsDue) {
            breakRow("the row is not closed");
        }
        if (!inRow && startsRow(b)) {
            startRow();
        }
        keep(b);
        if (depth < KNOWN_DEPTH) {
            open[depth] = b;
        }
        depth++;
    }

    private boolean startsRow(byte b) {
        return depth == layout.rowDepth
                || layout == JsonRows.Layout.KEYED && depth == 1 && b == '{'
                || layout == JsonRows.Layout.LIST && depth == 0 && b == '{';
    }

    private void closes(byte b) {
        if (scalarRow) {
            endRow();
        }
        byte partner = (byte) (b == '}' ? '{' : '[');
        keep(b);
        if (!inRow) {
            depth = Math.max(0, depth - 1);
            return;
        }
        while (depth > rowDepth && depth <= KNOWN_DEPTH && top() != partner) {
            depth--;
        }
        if (depth <= rowDepth) {
            breakRow("the row is not closed");
            depth = Math.max(0, depth - 1);
            return;
        }
        depth--;
        if (depth == rowDepth) {
            endRow();
        }
    }

    private void quote(byte b) {
        inString = true;
        if (!inRow) {
            if (depth == layout.rowDepth) {
                startRow();
                scalarRow = true;
            } else {
                key.setLength(0);
            }
        }
        keep(b);
    }

    private void separator(byte b) {
        if (scalarRow) {
            endRow();
        } else {
            keep(b);
        }
    }

    private void letter(byte b) {
        if (!inRow && depth == layout.rowDepth) {
            startRow();
            scalarRow = true;
        } else if (!inRow && !strayReported) {
            strayReported = true;
            sink.broken(line, "there is text here that belongs to no row");
        }
        keep(b);
    }

    private void keep(byte b) {
        if (inRow) {
            row.add(b);
        } else if (inString && key.length() < KEY_LIMIT) {
            key.append((char) (b & 0xFF));
        }
    }

    private byte top() {
        return depth == 0 || depth > KNOWN_DEPTH ? 0 : open[depth - 1];
    }

    private void startRow() {
        inRow = true;
        rowLine = line;
        rowDepth = depth;
    }

    private void endScalarRow() {
        if (scalarRow) {
            endRow();
        }
    }

    private void endRow() {
        row.emit(rowLine, layout == JsonRows.Layout.KEYED ? lastKey() : null, sink);
        forgetRow();
    }

    private void breakRow(String reason) {
        sink.broken(rowLine, reason);
        depth = rowDepth;
        forgetRow();
    }

    private void forgetRow() {
        row.clear();
        inRow = false;
        scalarRow = false;
    }

    private String lastKey() {
        byte[] bytes = key.toString().getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private void finish() {
        if (scalarRow && !inString) {
            endRow();
        } else if (inRow) {
            sink.broken(rowLine, "the file ends in the middle of this row");
        } else if (depth > 0) {
            sink.broken(line, "the file ends before its list is closed; rows may be missing");
        }
    }
}
