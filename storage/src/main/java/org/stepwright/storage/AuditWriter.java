package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.stepwright.audit.AuditFinding;
import org.stepwright.work.Progress;

/** Writes an audit beside the last one in small pieces, then in its place. */
final class AuditWriter {
    /** Rows a transaction: few enough that a label never waits long behind one. */
    private static final int CHUNK = 500;

    private static final int LONGEST = 2_000;

    private final Database database;

    AuditWriter(Database database) {
        this.database = database;
    }

    /** As {@link AuditStore#replace} says. */
    void replace(AuditRun run, Iterator<AuditFinding> findings, Progress progress) {
        long mine = database.write(Durability.SOON, db -> begin(db, run));
        long written = 0;
        try {
            while (findings.hasNext()) {
                progress.checkCancelled();
                List<AuditFinding> chunk = new ArrayList<>(CHUNK);
                while (findings.hasNext() && chunk.size() < CHUNK) {
                    chunk.add(findings.next());
                }
                long from = written;
                written += database.write(Durability.SOON, db -> insert(db, mine, from, chunk));
                progress.report(written, -1, "Saving what was found");
            }
            progress.checkCancelled();
            database.write(Durability.EVERY_COMMIT, db -> end(db, mine, run.summary()));
        } catch (RuntimeException e) {
            sweep("run = ?", mine, "seq = ?");
            throw e;
        }
        sweep("run < ?", mine, "seq < ?");
    }

    /** A run without a summary is not finished; nobody sees it. */
    private static long begin(Db db, AuditRun run) throws SQLException {
        PreparedStatement insert =
                db.prepare(
                        "INSERT INTO audit_run (made_at, options, summary) VALUES (?, ?, '')"
                                + " RETURNING seq");
        insert.setString(1, Stamps.write(run.madeAt()));
        insert.setString(2, run.options());
        try (ResultSet row = insert.executeQuery()) {
            return row.getLong(1);
        }
    }

    private static int insert(Db db, long run, long from, List<AuditFinding> chunk)
            throws SQLException {
        PreparedStatement insert =
                db.prepare(
                        "INSERT INTO audit_finding (run, ordinal, kind, trace_id, step, other,"
                                + " strength, message, mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        try {
            for (int i = 0; i < chunk.size(); i++) {
                AuditFinding finding = chunk.get(i);
                insert.setLong(1, run);
                insert.setLong(2, from + i);
                insert.setString(3, finding.kind().name());
                insert.setString(4, finding.traceId());
                insert.setInt(5, finding.step());
                insert.setString(6, finding.other());
                insert.setDouble(7, finding.strength());
                insert.setString(8, shortened(finding.message()));
                insert.setString(9, FindingMark.of(finding));
                insert.addBatch();
            }
            insert.executeBatch();
        } finally {
            insert.clearBatch();
        }
        return chunk.size();
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    private static int end(Db db, long run, String summary) throws SQLException {
        PreparedStatement update = db.prepare("UPDATE audit_run SET summary = ? WHERE seq = ?");
        update.setString(1, summary);
        update.setLong(2, run);
        return update.executeUpdate();
    }

    /** Deletes runs and their findings, a little at a time. */
    private void sweep(String findings, long run, String runs) {
        int deleted;
        do {
            deleted =
                    database.write(
                            Durability.SOON,
                            db -> {
                                PreparedStatement delete =
                                        db.prepare(
                                                "DELETE FROM audit_finding WHERE (run, ordinal) IN"
                                                        + " (SELECT run, ordinal FROM audit_finding"
                                                        + " WHERE "
                                                        + findings
                                                        + " LIMIT ?)");
                                delete.setLong(1, run);
                                delete.setInt(2, CHUNK * 4);
                                return delete.executeUpdate();
                            });
        } while (deleted > 0);
        database.write(
                Durability.SOON,
                db -> {
                    PreparedStatement delete = db.prepare("DELETE FROM audit_run WHERE " + runs);
                    delete.setLong(1, run);
                    return delete.executeUpdate();
                });
    }
}
