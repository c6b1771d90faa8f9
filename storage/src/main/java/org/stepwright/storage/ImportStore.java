package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which files were read into the workspace, and what of them did not go in. Many threads. */
public final class ImportStore {
    /** More rejects of one run than these are only counted. */
    public static final int MOST_REJECTS = 10_000;

    private static final int LONGEST_REASON = 2_000;

    private final Database database;

    ImportStore(Database database) {
        this.database = database;
    }

    /**
     * @param file the file's name without its folder
     * @param format the format's name
     * @return the number of the new run, for {@link TraceStore#add(List, long)} and {@link #end}
     */
    public long begin(String file, String format) {
        return database.write(
                Durability.SOON,
                db -> {
                    PreparedStatement insert =
                            db.prepare(
                                    "INSERT INTO import_run (file, format, started_at)"
                                            + " VALUES (?, ?, ?) RETURNING seq");
                    insert.setString(1, file);
                    insert.setString(2, format);
                    insert.setString(3, Stamps.write(Instant.now()));
                    try (ResultSet row = insert.executeQuery()) {
                        return row.getLong(1);
                    }
                });
    }

    /**
     * Ends a run.
     *
     * @param run its number
     * @param counts what it came to; times, file and format are not looked at
     * @param rejects what did not go in; the first {@value #MOST_REJECTS} are kept
     */
    public void end(long run, ImportRun counts, List<RejectedRow> rejects) {
        List<RejectedRow> kept =
                List.copyOf(rejects.subList(0, Math.min(rejects.size(), MOST_REJECTS)));
        database.write(
                Durability.SOON,
                db -> {
                    PreparedStatement update =
                            db.prepare(
                                    "UPDATE import_run SET ended_at = ?, added = ?, known = ?,"
                                            + " labels = ?, rejected = ? WHERE seq = ?");
                    update.setString(1, Stamps.write(Instant.now()));
                    update.setLong(2, counts.added());
                    update.setLong(3, counts.known());
                    update.setLong(4, counts.labels());
                    update.setLong(5, counts.rejected());
                    update.setLong(6, run);
                    update.executeUpdate();
                    insert(db, run, kept);
                    return null;
                });
    }

    private static void insert(Db db, long run, List<RejectedRow> rejects) throws SQLException {
        PreparedStatement insert =
                db.prepare(
                        "INSERT OR REPLACE INTO import_reject (run, ordinal, line, reason)"
                                + " VALUES (?, ?, ?, ?)");
        for (int i = 0; i < rejects.size(); i++) {
            String reason = rejects.get(i).reason();
            insert.setLong(1, run);
            insert.setInt(2, i);
            insert.setLong(3, rejects.get(i).line());
            insert.setString(
                    4,
                    reason.length() > LONGEST_REASON
                            ? reason.substring(0, LONGEST_REASON) + "…"
                            : reason);
            insert.addBatch();
        }
        insert.executeBatch();
    }

    /**
     * @return the runs, the latest first
     */
    public List<ImportRun> runs() {
        return database.read(
                db -> {
                    List<ImportRun> runs = new ArrayList<>();
                    try (ResultSet row =
                            db.prepare(
                                            "SELECT seq, file, format, started_at, ended_at, added,"
                                                + " known, labels, rejected FROM import_run ORDER"
                                                + " BY seq DESC")
                                    .executeQuery()) {
                        while (row.next()) {
                            runs.add(run(row));
                        }
                    }
                    return runs;
                });
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        String ended = row.getString(5);
        return new ImportRun(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Instant.parse(row.getString(4)),
                ended == null ? null : Instant.parse(ended),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9));
    }

    /**
     * @param run a run's number
     * @return its rejects as far as they were kept, in the order of the file
     */
    public List<RejectedRow> rejects(long run) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT line, reason FROM import_reject WHERE run = ?"
                                            + " ORDER BY ordinal");
                    select.setLong(1, run);
                    List<RejectedRow> rejects = new ArrayList<>();
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            rejects.add(new RejectedRow(row.getLong(1), row.getString(2)));
                        }
                    }
                    return rejects;
                });
    }

    /**
     * @param traceId a trace
     * @return the name of the file that it came with; empty when nobody knows
     */
    public String fileOf(String traceId) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare("SELECT " + FILE + " FROM trace t WHERE t.id = ?");
                    select.setString(1, traceId);
                    try (ResultSet row = select.executeQuery()) {
                        return row.next() && row.getString(1) != null ? row.getString(1) : "";
                    }
                });
    }

    /** The file of the trace t, null when nobody knows. */
    static final String FILE =
            "(SELECT i.file FROM import_run i JOIN (SELECT run, last FROM import_range WHERE first"
                    + " <= t.seq ORDER BY first DESC LIMIT 1) r ON r.run = i.seq AND r.last >="
                    + " t.seq)";

    /** Says that traces came with a run; in the transaction that adds them. */
    static void range(Db db, long run, long first, long last) throws SQLException {
        PreparedStatement grow =
                db.prepare("UPDATE import_range SET last = ? WHERE last = ? AND run = ?");
        grow.setLong(1, last);
        grow.setLong(2, first - 1);
        grow.setLong(3, run);
        if (grow.executeUpdate() > 0) {
            return;
        }
        PreparedStatement insert =
                db.prepare("INSERT INTO import_range (first, last, run) VALUES (?, ?, ?)");
        insert.setLong(1, first);
        insert.setLong(2, last);
        insert.setLong(3, run);
        insert.executeUpdate();
    }
}
