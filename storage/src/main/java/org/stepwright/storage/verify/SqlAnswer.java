package org.stepwright.storage.verify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What came of a query.
 *
 * @param ending how it ended
 * @param message what SQLite said, in one line; empty when it said nothing
 * @param columns the number of columns
 * @param rows its rows; a cell is null, a Long, a Double, a String or a byte array
 * @param more whether there are more rows than these
 */
record SqlAnswer(
        Ending ending, String message, int columns, List<List<Object>> rows, boolean more) {
    /** How a query ended. */
    enum Ending {
        /** With rows, maybe none. */
        ROWS,
        /** SQLite does not accept it. */
        WRONG,
        /** It wants to write. */
        WRITES,
        /** It did not end in time. */
        SLOW,
        /** A value, or the memory that it needs, is too large. */
        LARGE,
        /** It has parameters that have no value here. */
        OPEN,
        /** The database cannot be read, or the worker could not be used. */
        BROKEN
    }

    private static final int MAX_CELL = 4 << 20;

    SqlAnswer {
        rows = Collections.unmodifiableList(rows);
    }

    static SqlAnswer ended(Ending ending, String message) {
        return new SqlAnswer(ending, message, 0, List.of(), false);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(ending.ordinal());
        writeBytes(out, message.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.writeInt(columns);
        out.writeInt(rows.size());
        for (List<Object> row : rows) {
            for (Object cell : row) {
                writeCell(out, cell);
            }
        }
        out.writeBoolean(more);
        out.flush();
    }

    static SqlAnswer read(DataInputStream in) throws IOException {
        Ending ending = Ending.values()[in.readByte()];
        String message = readText(in);
        int columns = in.readInt();
        int count = in.readInt();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Object> row = new ArrayList<>(columns);
            for (int k = 0; k < columns; k++) {
                row.add(readCell(in));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return new SqlAnswer(ending, message, columns, rows, in.readBoolean());
    }

    private static void writeCell(DataOutputStream out, Object cell) throws IOException {
        if (cell == null) {
            out.writeByte('n');
        } else if (cell instanceof Long number) {
            out.writeByte('i');
            out.writeLong(number);
        } else if (cell instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (cell instanceof byte[] blob) {
            out.writeByte('b');
            writeBytes(out, blob);
        } else {
            out.writeByte('t');
            writeBytes(out, cell.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static Object readCell(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 'n' -> null;
            case 'i' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'b' -> readBytes(in);
            default -> readText(in);
        };
    }

    static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_CELL) {
            throw new IOException("A cell of " + length + " bytes.");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
