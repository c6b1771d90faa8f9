package org.stepwright.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.ProgressHandler;

/**
 * One connection with its prepared statements and its Jdbi handle. Used by one thread at a time.
 */
final class Db implements AutoCloseable {
    private static final int OPERATIONS_BETWEEN_QUESTIONS = 100_000;

    private final Connection connection;
    private final Handle handle;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private Durability durability = Durability.EVERY_COMMIT;

    Db(Connection connection) {
        this.connection = connection;
        this.handle = Jdbi.create(connection).open();
    }

    /** For statements where Jdbi reads well. */
    Handle handle() {
        return handle;
    }

    /** A prepared statement that is kept; the caller closes its result sets, not the statement. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Begins a transaction; on the writer this takes the write lock. */
    void begin(Durability wanted) throws SQLException {
        if (wanted != durability) {
            execute("PRAGMA synchronous = " + wanted.synchronous());
            durability = wanted;
        }
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.setAutoCommit(true);
    }

    /** Ends a failed transaction, whatever is left of it. */
    void rollback() {
        tryRollback();
        try {
            // Only tells the driver; the commit that it sends finds no transaction.
            connection.setAutoCommit(true);
        } catch (SQLException expected) {
            tryRollback();
        }
    }

    private void tryRollback() {
        try {
            execute("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // SQLite itself rolls back on a full disk and on some other failures.
        }
    }

    /**
     * Ends statements that take long once somebody asked for it; they fail as interrupted.
     *
     * @param stop asked every few milliseconds; null when nothing ends them any more
     */
    void interruptWhen(BooleanSupplier stop) throws SQLException {
        if (stop == null) {
            ProgressHandler.clearHandler(connection);
            return;
        }
        ProgressHandler.setHandler(
                connection,
                OPERATIONS_BETWEEN_QUESTIONS,
                new ProgressHandler() {
                    @Override
                    protected int progress() {
                        return stop.getAsBoolean() ? 1 : 0;
                    }
                });
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        handle.close();
        connection.close();
    }
}
