package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.stepwright.label.LabelMode;
import org.stepwright.label.QueueOrder;

/** Labelling sessions. Safe for many threads; writing never blocks the caller. */
public final class SessionStore {
    private final Database database;

    SessionStore(Database database) {
        this.database = database;
    }

    /**
     * Notes that a session began. Labels that name it may be written before this is on disk.
     *
     * @param session the session
     * @return completes once saved
     */
    public CompletableFuture<Void> begin(LabelSession session) {
        return database.submit(
                db -> {
                    PreparedStatement insert =
                            db.prepare(
                                    "INSERT INTO session (id, annotator, mode, ordering, shown,"
                                            + " started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?,"
                                            + " ?)");
                    insert.setString(1, session.id());
                    insert.setString(2, session.annotator());
                    insert.setString(3, session.mode().name());
                    insert.setString(4, session.order().name());
                    insert.setString(5, Json.write(session.shown()));
                    insert.setString(6, Stamps.write(session.startedAt()));
                    insert.setString(
                            7, session.endedAt() == null ? null : Stamps.write(session.endedAt()));
                    insert.executeUpdate();
                    return null;
                });
    }

    /**
     * Notes that a session ended.
     *
     * @param id the session
     * @param at when
     * @return completes once saved
     */
    public CompletableFuture<Void> end(String id, Instant at) {
        return database.submit(
                db -> {
                    PreparedStatement update =
                            db.prepare("UPDATE session SET ended_at = ? WHERE id = ?");
                    update.setString(1, Stamps.write(at));
                    update.setString(2, id);
                    update.executeUpdate();
                    return null;
                });
    }

    /**
     * @return all sessions, the earliest first
     */
    public List<LabelSession> all() {
        return database.read(
                db -> {
                    List<LabelSession> sessions = new ArrayList<>();
                    try (ResultSet row =
                            db.prepare(
                                            "SELECT id, annotator, mode, ordering, shown,"
                                                    + " started_at, ended_at FROM session"
                                                    + " ORDER BY started_at, id")
                                    .executeQuery()) {
                        while (row.next()) {
                            sessions.add(session(row));
                        }
                    }
                    return sessions;
                });
    }

    private static LabelSession session(ResultSet row) throws SQLException {
        String ended = row.getString(7);
        return new LabelSession(
                row.getString(1),
                row.getString(2),
                LabelMode.valueOf(row.getString(3)),
                QueueOrder.valueOf(row.getString(4)),
                Json.strings(row.getString(5)),
                Instant.parse(row.getString(6)),
                ended == null ? null : Instant.parse(ended));
    }
}
