package org.stepwright.storage.format.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Rows that become one Parquet file with typed columns. The same rows give the same bytes: one
 * thread, one order. Held by DuckDB, which puts what does not fit into memory on the disk. Not for
 * several threads.
 */
public final class ParquetTable implements Closeable {
    private static final String LIST = "sequence:";

    /** Rows of traces are long; readers that hold a group of them should not need gigabytes. */
    private static final int GROUP = 8_192;

    private static final Map<String, String> TYPES =
            Map.of(
                    "string", "VARCHAR",
                    "bool", "BOOLEAN",
                    "int32", "INTEGER",
                    "int64", "BIGINT",
                    "float32", "FLOAT",
                    "float64", "DOUBLE");

    private final Map<String, String> columns;
    private final DuckDb db;
    private final DuckDBAppender rows;

    /**
     * @param columns the type of each column by name, in order, as {@link #canHold} takes them
     * @throws IOException when the temporary folder cannot be written
     */
    public ParquetTable(Map<String, String> columns) throws IOException {
        if (!canHold(columns)) {
            throw new IllegalArgumentException("These columns have other types: " + columns);
        }
        this.columns = new java.util.LinkedHashMap<>(columns);
        DuckDb opened = null;
        try {
            opened = new DuckDb(1, List.of());
            String types =
                    columns.entrySet().stream()
                            .map(c -> DuckDb.name(c.getKey()) + " " + sqlType(c.getValue()))
                            .collect(Collectors.joining(","));
            try (Statement statement = opened.connection().createStatement()) {
                statement.execute("CREATE TABLE written (" + types + ")");
            }
            rows = opened.connection().unwrap(DuckDBConnection.class).createAppender("written");
            db = opened;
        } catch (SQLException e) {
            if (opened != null) {
                opened.close();
            }
            throw failed(e);
        }
    }

    /**
     * @param columns types by name: string, bool, int32, int64, float32, float64, and each of them
     *     behind {@code sequence:}
     * @return whether a table of them can be made; never without columns
     */
    public static boolean canHold(Map<String, String> columns) {
        return !columns.isEmpty()
                && columns.values().stream().allMatch(t -> TYPES.containsKey(itemType(t)));
    }

    private static String itemType(String type) {
        return type.startsWith(LIST) ? type.substring(LIST.length()) : type;
    }

    private static String sqlType(String type) {
        return TYPES.get(itemType(type)) + (type.startsWith(LIST) ? "[]" : "");
    }

    /**
     * @param row an object with no other names than the columns'; a missing one is null
     * @throws IOException when there is no room left on the disk
     * @throws IllegalArgumentException when it holds another name or a value of another type
     */
    public void add(ObjectNode row) throws IOException {
        check(row);
        try {
            rows.beginRow();
            for (Map.Entry<String, String> column : columns.entrySet()) {
                append(row.get(column.getKey()), column.getValue());
            }
            rows.endRow();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void check(ObjectNode row) {
        row.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!columns.containsKey(name)) {
                                throw new IllegalArgumentException("There is no column " + name);
                            }
                        });
    }

    private void append(JsonNode value, String type) throws SQLException {
        if (value == null || value.isNull()) {
            rows.appendNull();
        } else if (type.startsWith(LIST)) {
            List<Object> items = new ArrayList<>(value.size());
            for (JsonNode item : value) {
                items.add(item.isNull() ? null : plain(item, itemType(type)));
            }
            rows.append(items);
        } else {
            appendPlain(plain(value, type));
        }
    }

    private void appendPlain(Object value) throws SQLException {
        if (value instanceof String text) {
            rows.append(text);
        } else if (value instanceof Boolean bool) {
            rows.append(bool);
        } else if (value instanceof Integer number) {
            rows.append(number);
        } else if (value instanceof Long number) {
            rows.append(number);
        } else if (value instanceof Float number) {
            rows.append(number);
        } else {
            rows.append((Double) value);
        }
    }

    private static Object plain(JsonNode value, String type) {
        boolean fits =
                switch (type) {
                    case "string" -> value.isTextual();
                    case "bool" -> value.isBoolean();
                    case "int32" -> value.isIntegralNumber() && value.canConvertToInt();
                    case "int64" -> value.isIntegralNumber() && value.canConvertToLong();
                    default -> value.isNumber();
                };
        if (!fits) {
            throw new IllegalArgumentException("A value is no " + type + ": " + value);
        }
        return switch (type) {
            case "string" -> value.textValue();
            case "bool" -> value.booleanValue();
            case "int32" -> value.intValue();
            case "int64" -> value.longValue();
            case "float32" -> value.floatValue();
            default -> value.doubleValue();
        };
    }

    /**
     * Ends the table; no rows can follow.
     *
     * @param out takes the whole file
     * @throws IOException when there is no room left on the disk
     */
    public void writeTo(OutputStream out) throws IOException {
        Path file = db.ownFile();
        try (Statement statement = db.connection().createStatement()) {
            rows.close();
            statement.execute(
                    String.format(
                            Locale.ROOT,
                            "COPY written TO %s (FORMAT parquet, ROW_GROUP_SIZE %d)",
                            DuckDb.text(DuckDb.path(file)),
                            GROUP));
        } catch (SQLException e) {
            throw failed(e);
        }
        Files.copy(file, out);
    }

    @Override
    public void close() {
        db.close();
    }

    private static IOException failed(SQLException e) {
        return new IOException("The Parquet file cannot be written.", e);
    }
}
