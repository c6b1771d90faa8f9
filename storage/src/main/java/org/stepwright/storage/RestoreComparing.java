package org.stepwright.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stepwright.storage.RestorePreview.Lost;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Compares a workspace, which may be in use, with a backup of it. */
final class RestoreComparing {
    private static final int MOST_PEOPLE = 50;

    private static final String MISSING_BATCHES =
            "SELECT seq FROM main.label_batch b WHERE NOT EXISTS"
                    + " (SELECT 1 FROM other.label_batch o WHERE o.uid = b.uid)";

    private final Path workspace;
    private final Path backup;
    private final Progress progress;

    RestoreComparing(Path workspace, Path backup, Progress progress) {
        this.workspace = workspace;
        this.backup = backup;
        this.progress = progress;
    }

    RestorePreview run() {
        progress.report(0, -1, "Comparing the backup with the workspace");
        if (isReadable()) {
            return compare(backup);
        }
        // An older one is brought up to date in a copy of its own.
        try (OtherFile copy = OtherFile.open(backup, workspace, Migrations.CURRENT)) {
            return compare(copy.file());
        }
    }

    private boolean isReadable() {
        return Header.read(backup).version() == Migrations.CURRENT.latest()
                && !Files.exists(backup.resolveSibling(backup.getFileName() + "-wal"));
    }

    private RestorePreview compare(Path sound) {
        try (Db there = new Db(Pragmas.reader(sound).getConnection())) {
            there.execute("PRAGMA query_only = ON");
            there.interruptWhen(progress::isCancelled);
            WorkspaceCounts counts = WorkspaceCheck.counts(there);
            Instant last = lastChange(there);
            if (!Files.isRegularFile(workspace)) {
                return unreadable(counts, last, "There is no file " + workspace + " any more.");
            }
            try (Db here = new Db(Pragmas.reader(workspace).getConnection())) {
                here.interruptWhen(progress::isCancelled);
                attach(here, sound);
                return new RestorePreview(
                        counts, WorkspaceCheck.counts(here), last, lost(here), "");
            } catch (SQLException e) {
                progress.checkCancelled();
                // Damage of the backup must not be told as damage of the workspace.
                SoundFile.require(sound, backup, progress);
                return unreadable(counts, last, Sentences.of(workspace, e).getMessage());
            }
        } catch (SQLException e) {
            progress.checkCancelled();
            throw Sentences.of(backup, e);
        }
    }

    private static RestorePreview unreadable(WorkspaceCounts there, Instant last, String why) {
        return new RestorePreview(there, null, last, Lost.NOTHING, why);
    }

    private static void attach(Db db, Path file) throws SQLException {
        PreparedStatement attach = db.prepare("ATTACH ? AS other");
        attach.setString(1, file.toUri() + "?mode=ro&immutable=1");
        attach.executeUpdate();
        db.execute("PRAGMA query_only = ON");
    }

    private static Instant lastChange(Db db) throws SQLException {
        String select =
                "SELECT max(written_at) FROM label_batch WHERE action IN ('DO', 'UNDO', 'REDO')";
        try (ResultSet row = db.prepare(select).executeQuery()) {
            String at = row.getString(1);
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeException e) {
            throw new WorkFailed("The backup names a time that is none.", e);
        }
    }

    private static Lost lost(Db db) throws SQLException {
        SortedMap<String, Long> people = people(db);
        return new Lost(
                missing(db, "trace", "o.id = m.id"),
                number(
                        db,
                        "SELECT count(*) FROM main.label_event WHERE batch IN ("
                                + MISSING_BATCHES
                                + ")"),
                people,
                missing(
                        db,
                        "rubric_version",
                        "o.rubric_id = m.rubric_id AND o.number = m.number AND o.content_hash ="
                                + " m.content_hash"),
                missing(db, "remark", "o.uid = m.uid"),
                missing(db, "run", "o.id = m.id"),
                missing(
                        db,
                        "rubric_draft",
                        "o.rubric_id = m.rubric_id AND o.content_hash = m.content_hash"),
                others(db),
                number(
                        db,
                        "SELECT count(*) FROM other.trace o WHERE NOT EXISTS"
                                + " (SELECT 1 FROM main.trace m WHERE m.id = o.id)"));
    }

    private static long others(Db db) throws SQLException {
        return number(
                        db,
                        "SELECT count(DISTINCT uid) FROM main.set_aside WHERE uid NOT IN"
                                + " (SELECT uid FROM other.set_aside)")
                + missing(db, "saved_view", "o.name = m.name AND o.filter = m.filter")
                + missing(db, "project_setting", "o.name = m.name AND o.value = m.value")
                + number(
                        db,
                        "SELECT count(*) FROM main.gold g JOIN main.trace t ON t.seq = g.trace"
                                + " WHERE t.id NOT IN (SELECT o.id FROM other.gold k JOIN"
                                + " other.trace o ON o.seq = k.trace)");
    }

    private static SortedMap<String, Long> people(Db db) throws SQLException {
        String select =
                "SELECT b.annotator, count(*) FROM main.label_event e"
                        + " JOIN main.label_batch b ON b.seq = e.batch"
                        + " WHERE e.batch IN ("
                        + MISSING_BATCHES
                        + ") GROUP BY b.annotator ORDER BY 2 DESC LIMIT "
                        + MOST_PEOPLE;
        SortedMap<String, Long> people = new TreeMap<>();
        try (ResultSet row = db.prepare(select).executeQuery()) {
            while (row.next()) {
                people.put(row.getString(1), row.getLong(2));
            }
        }
        return people;
    }

    private static long missing(Db db, String table, String same) throws SQLException {
        return number(
                db,
                "SELECT count(*) FROM main."
                        + table
                        + " m WHERE NOT EXISTS (SELECT 1 FROM other."
                        + table
                        + " o WHERE "
                        + same
                        + ")");
    }

    private static long number(Db db, String sql) throws SQLException {
        try (ResultSet row = db.prepare(sql).executeQuery()) {
            return row.getLong(1);
        }
    }
}
