package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.work.WorkFailed;

/** What people say to each other about traces. Only grows. Safe for many threads. */
public final class RemarkStore {
    private final Database database;

    RemarkStore(Database database) {
        this.database = database;
    }

    /**
     * Adds a remark; one whose name is there already stays as it is.
     *
     * @param remark the remark
     * @throws WorkFailed when it says nothing or too much, or the trace or step is not there
     */
    public void add(Remark remark) {
        if (remark.text().isBlank()) {
            throw new WorkFailed("Write something before you save the remark.");
        }
        if (remark.text().length() > Remark.MOST_TEXT) {
            throw new WorkFailed(
                    "A remark has at most "
                            + Remark.MOST_TEXT
                            + " characters; shorten it or write two.");
        }
        database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    insert(db, remark);
                    return null;
                });
    }

    /**
     * @param traceId a trace
     * @return what was said of it and its steps, the earliest first
     */
    public List<Remark> of(String traceId) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT r.uid, r.step, r.annotator, r.text, r.written_at"
                                            + " FROM trace t JOIN remark r ON r.trace = t.seq"
                                            + " WHERE t.id = ? ORDER BY r.written_at, r.uid");
                    select.setString(1, traceId);
                    List<Remark> remarks = new ArrayList<>();
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            remarks.add(
                                    new Remark(
                                            row.getString(1),
                                            traceId,
                                            row.getInt(2),
                                            row.getString(3),
                                            row.getString(4),
                                            Instant.parse(row.getString(5))));
                        }
                    }
                    return remarks;
                });
    }

    private static void insert(Db db, Remark remark) throws SQLException {
        PreparedStatement insert =
                db.prepare(
                        "INSERT OR IGNORE INTO remark (uid, trace, step, annotator, text,"
                                + " written_at) VALUES (?, ?, ?, ?, ?, ?)");
        insert.setString(1, remark.uid());
        insert.setLong(2, LabelChanges.requireStep(db, remark.traceId(), remark.step(), 0));
        insert.setInt(3, remark.step());
        insert.setString(4, remark.annotator());
        insert.setString(5, remark.text());
        insert.setString(6, Stamps.write(remark.at()));
        insert.executeUpdate();
    }
}
