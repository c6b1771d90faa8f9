package org.stepwright.storage.verify;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.stepwright.storage.verify.SqlAnswer.Ending;

/**
 * Runs one query on a database that is never written to: opened read-only and immutable, so that
 * SQLite makes no journal and no lock beside it. For the worker process, as some limits hold for
 * the whole process.
 */
final class ReadOnlyQuery {
    /** How long a query may take; SQLite asks between its operations. */
    static final int MILLIS = 1_000;

    static final int MAX_ROWS = 10_000;

    private static final int MAX_COLUMNS = 200;

    /** Characters and bytes of all rows together. */
    private static final int MAX_TOTAL = 4_000_000;

    private static final int OPERATIONS_BETWEEN_CHECKS = 1_000;

    /** See <a href="https://sqlite.org/limits.html">sqlite.org/limits.html</a>. */
    private static final Map<Pragma, Integer> LIMITS =
            Map.of(
                    Pragma.LIMIT_LENGTH, 1_000_000,
                    Pragma.LIMIT_SQL_LENGTH, 4 * SqlText.MAX_LENGTH,
                    Pragma.LIMIT_COLUMN, MAX_COLUMNS,
                    Pragma.LIMIT_EXPR_DEPTH, 200,
                    Pragma.LIMIT_COMPOUND_SELECT, 100,
                    Pragma.LIMIT_VDBE_OP, 100_000,
                    Pragma.LIMIT_ATTACHED, 0,
                    Pragma.LIMIT_LIKE_PATTERN_LENGTH, 500,
                    Pragma.LIMIT_TRIGGER_DEPTH, 1,
                    Pragma.LIMIT_WORKER_THREADS, 0);

    private static final List<String> SETTINGS =
            List.of(
                    "PRAGMA hard_heap_limit = 200000000",
                    "PRAGMA query_only = ON",
                    // Functions in a stranger's schema run without rights.
                    "PRAGMA trusted_schema = OFF",
                    "PRAGMA cell_size_check = ON",
                    "PRAGMA mmap_size = 0",
                    "PRAGMA temp_store = FILE");

    private ReadOnlyQuery() {}

    /** Loads the driver, so that the first query is not the slow one. */
    static SqlAnswer warmUp() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite::memory:");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            return new SqlAnswer(Ending.ROWS, "", 0, List.of(), false);
        } catch (SQLException e) {
            return SqlAnswer.ended(Ending.BROKEN, oneLine(e.getMessage()));
        }
    }

    static SqlAnswer run(Path database, String sql) {
        long end = System.nanoTime() + MILLIS * 1_000_000L;
        try (Connection connection = open(database)) {
            for (String setting : SETTINGS) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(setting);
                }
            }
            ProgressHandler.setHandler(
                    connection,
                    OPERATIONS_BETWEEN_CHECKS,
                    new ProgressHandler() {
                        @Override
                        protected int progress() {
                            return System.nanoTime() > end ? 1 : 0;
                        }
                    });
            // Not Statement.execute: there the driver knows commands of its own, such as backup.
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                if (query.getParameterMetaData().getParameterCount() > 0) {
                    return SqlAnswer.ended(Ending.OPEN, "");
                }
                return query.execute()
                        ? rows(query.getResultSet(), end)
                        : SqlAnswer.ended(Ending.WRONG, "it returns no rows");
            }
        } catch (SQLException e) {
            return failed(e);
        }
    }

    private static Connection open(Path database) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        LIMITS.forEach((limit, value) -> config.setPragma(limit, value.toString()));
        SQLiteDataSource source = new SQLiteDataSource(config);
        // A URI, because a plain path would end at the first question mark.
        source.setUrl("jdbc:sqlite:" + database.toUri() + "?mode=ro&immutable=1");
        return source.getConnection();
    }

    private static SqlAnswer rows(ResultSet result, long end) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        List<List<Object>> rows = new ArrayList<>();
        int total = 0;
        boolean more = false;
        while (!more && result.next()) {
            List<Object> row = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                Object cell = cell(result.getObject(i));
                total += size(cell);
                row.add(cell);
            }
            rows.add(Collections.unmodifiableList(row));
            more = rows.size() > MAX_ROWS || total > MAX_TOTAL;
            if (System.nanoTime() > end) {
                return SqlAnswer.ended(Ending.SLOW, "");
            }
        }
        if (more) {
            rows.remove(rows.size() - 1);
        }
        return new SqlAnswer(Ending.ROWS, "", columns, rows, more);
    }

    private static Object cell(Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    private static int size(Object cell) {
        if (cell instanceof String text) {
            return text.length();
        }
        return cell instanceof byte[] blob ? blob.length : 8;
    }

    private static SqlAnswer failed(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException said
                        ? said.getResultCode()
                        : SQLiteErrorCode.getErrorCode(e.getErrorCode());
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_INTERRUPT -> SqlAnswer.ended(Ending.SLOW, "");
            case SQLITE_TOOBIG, SQLITE_NOMEM, SQLITE_FULL -> SqlAnswer.ended(Ending.LARGE, "");
            case SQLITE_READONLY -> SqlAnswer.ended(Ending.WRITES, "");
            case SQLITE_CORRUPT,
                    SQLITE_NOTADB,
                    SQLITE_IOERR,
                    SQLITE_CANTOPEN,
                    SQLITE_BUSY,
                    SQLITE_LOCKED,
                    SQLITE_PERM ->
                    SqlAnswer.ended(Ending.BROKEN, said(e));
            default -> SqlAnswer.ended(Ending.WRONG, said(e));
        };
    }

    /** The driver wraps what SQLite says: {@code [CODE] words (what SQLite says)}. */
    private static String said(SQLException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        int start = message.indexOf(" (");
        boolean wrapped = message.startsWith("[") && start > 0 && message.endsWith(")");
        return oneLine(wrapped ? message.substring(start + 2, message.length() - 1) : message);
    }

    private static String oneLine(String message) {
        String line = String.valueOf(message).replaceAll("\\s+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
