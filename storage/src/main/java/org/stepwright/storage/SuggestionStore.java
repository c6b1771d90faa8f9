package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.Suggestion;

/** What machines say about steps; never mixed with labels. Safe for many threads. */
public final class SuggestionStore {
    private final Database database;

    SuggestionStore(Database database) {
        this.database = database;
    }

    /**
     * Replaces everything that one source says about one trace.
     *
     * @param traceId the trace
     * @param source who says so
     * @param suggestions its suggestions, all of this trace and source; empty to take them away
     * @throws org.stepwright.work.WorkFailed when the trace or the step is not there
     */
    public void replace(String traceId, String source, List<Suggestion> suggestions) {
        List<Suggestion> given = List.copyOf(suggestions);
        for (Suggestion suggestion : given) {
            if (!suggestion.traceId().equals(traceId) || !suggestion.source().equals(source)) {
                throw new IllegalArgumentException("One trace and one source at a time.");
            }
        }
        database.write(
                Durability.SOON,
                db -> {
                    replace(db, traceId, source, given);
                    return null;
                });
    }

    /**
     * @param traceId a trace
     * @return all suggestions about it, by step and source
     */
    public List<Suggestion> of(String traceId) {
        return database.read(
                db -> {
                    PreparedStatement select = db.prepare("SELECT seq FROM trace WHERE id = ?");
                    select.setString(1, traceId);
                    long trace;
                    try (ResultSet row = select.executeQuery()) {
                        if (!row.next()) {
                            return List.of();
                        }
                        trace = row.getLong(1);
                    }
                    return of(db, trace, traceId);
                });
    }

    static List<Suggestion> of(Db db, long trace, String traceId) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT step, source, reward, message, made_at FROM suggestion"
                                + " WHERE trace = ? ORDER BY step, source, ordinal");
        select.setLong(1, trace);
        List<Suggestion> suggestions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                suggestions.add(
                        new Suggestion(
                                traceId,
                                row.getInt(1),
                                row.getString(2),
                                row.getDouble(3),
                                row.getString(4),
                                Instant.parse(row.getString(5))));
            }
        }
        return suggestions;
    }

    /**
     * @return who says something about any trace, by name
     */
    public List<String> sources() {
        return database.read(
                db ->
                        db.handle()
                                .createQuery(
                                        "SELECT DISTINCT source FROM suggestion ORDER BY source")
                                .mapTo(String.class)
                                .list());
    }

    private static void replace(Db db, String traceId, String source, List<Suggestion> given)
            throws SQLException {
        long trace = LabelChanges.requireTrace(db, traceId);
        PreparedStatement delete =
                db.prepare("DELETE FROM suggestion WHERE trace = ? AND source = ?");
        delete.setLong(1, trace);
        delete.setString(2, source);
        delete.executeUpdate();
        PreparedStatement insert =
                db.prepare(
                        "INSERT INTO suggestion (trace, step, source, ordinal, reward, message,"
                                + " made_at) VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (int i = 0; i < given.size(); i++) {
            Suggestion suggestion = given.get(i);
            LabelChanges.requireStep(db, traceId, suggestion.step(), 0);
            insert.setLong(1, trace);
            insert.setInt(2, suggestion.step());
            insert.setString(3, source);
            insert.setInt(4, i);
            insert.setDouble(5, suggestion.reward());
            insert.setString(6, suggestion.message());
            insert.setString(7, suggestion.at().toString());
            insert.executeUpdate();
        }
    }
}
