package org.stepwright.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stepwright.work.WorkFailed;

/**
 * A private copy of another workspace, up to date and sound, to be attached as {@value #NAME}. The
 * file itself is only read: it is not changed, not updated and not held while the merge goes on.
 */
final class OtherFile implements AutoCloseable {
    /** The name of the attached schema. */
    static final String NAME = "other";

    /** What is read; each has to be a plain table as in every workspace. */
    private static final List<String> TABLES =
            List.of(
                    "trace",
                    "step",
                    "rubric_version",
                    "rubric_draft",
                    "label_batch",
                    "label_event",
                    "label",
                    "revision",
                    "revision_trace",
                    "session",
                    "carry_over",
                    "revisit",
                    "suggestion",
                    "score",
                    "run",
                    "saved_view",
                    "gold",
                    "remark",
                    "set_aside");

    /** Tables whose rows are measured as a whole where they are added. */
    private static final Set<String> TEXTS = Set.of("trace", "step");

    private static final long MOST_BYTES = 20_000_000;

    private final Path shown;
    private final Path folder;
    private final Path copy;

    private OtherFile(Path shown, Path folder) {
        this.shown = shown;
        this.folder = folder;
        this.copy = folder.resolve("other");
    }

    /**
     * Copies the other workspace; brings an older one up to date in the copy.
     *
     * @param other what the user named
     * @param ours the workspace that it is merged into
     * @throws WorkFailed when it is missing, no workspace, newer, damaged, or the same as ours
     */
    static OtherFile open(Path other, Path ours, Migrations migrations) {
        WorkspaceFiles.requireFile(other);
        Header header = Header.read(other);
        header.require(other, migrations.latest());
        OtherFile file = null;
        try {
            if (Files.isSameFile(other, ours)) {
                throw new WorkFailed(
                        "Both names mean the same workspace, "
                                + ours
                                + "; name the workspace of the other machine.");
            }
            file = new OtherFile(other, Files.createTempDirectory("stepwright-merge-"));
            file.prepare(migrations);
            return file;
        } catch (IOException e) {
            closeQuietly(file);
            throw new WorkFailed(
                    "The workspace "
                            + other
                            + " cannot be copied for the merge; check that it may be read and that"
                            + " the disk has space.",
                    e);
        } catch (RuntimeException e) {
            closeQuietly(file);
            throw e;
        }
    }

    private static void closeQuietly(OtherFile file) {
        if (file != null) {
            file.close();
        }
    }

    private void prepare(Migrations migrations) throws IOException {
        copy();
        Header header = Header.read(copy);
        header.require(shown, migrations.latest());
        try {
            if (header.version() < migrations.latest()) {
                migrations.run(copy);
            }
            requireSound();
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private void copy() throws IOException {
        boolean closed = !Files.exists(shown.resolveSibling(shown.getFileName() + "-wal"));
        if (closed && !Files.isWritable(shown.toAbsolutePath().getParent())) {
            // SQLite wants to write beside the file; nobody can be writing into it there.
            Files.copy(shown, copy, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        WorkspaceFiles.copy(shown, copy);
    }

    private void requireSound() throws SQLException {
        try (Db db = new Db(Pragmas.reader(copy).getConnection())) {
            db.execute("PRAGMA query_only = ON");
            for (String table : TABLES) {
                try (ResultSet row =
                        db.prepare(
                                        "SELECT count(*) FROM pragma_table_list('"
                                                + table
                                                + "') WHERE schema = 'main' AND type = 'table'"
                                                + " AND strict = 1")
                                .executeQuery()) {
                    if (row.getInt(1) != 1) {
                        throw damaged(null);
                    }
                }
            }
            for (String table : TABLES) {
                requireShort(db, table);
            }
            // Also says whether every value is of its column's type and keeps to its CHECK.
            try (ResultSet row = db.prepare("PRAGMA quick_check(1)").executeQuery()) {
                if (!row.next() || !row.getString(1).equals("ok")) {
                    throw damaged(null);
                }
            }
            try (ResultSet row = db.prepare("PRAGMA foreign_key_check").executeQuery()) {
                if (row.next()) {
                    throw damaged(null);
                }
            }
        }
    }

    /** Nothing is read into memory that would not fit there; traces are measured by themselves. */
    private void requireShort(Db db, String table) throws SQLException {
        List<String> tests = new ArrayList<>();
        try (ResultSet row =
                db.prepare(
                                "SELECT name FROM pragma_table_info('"
                                        + table
                                        + "') WHERE type = 'TEXT'")
                        .executeQuery()) {
            while (row.next()) {
                String name = row.getString(1).replace("\"", "\"\"");
                tests.add("octet_length(\"" + name + "\") > " + MOST_BYTES);
            }
        }
        if (tests.isEmpty() || TEXTS.contains(table)) {
            return;
        }
        String select = "SELECT 1 FROM " + table + " WHERE " + String.join(" OR ", tests);
        try (ResultSet row = db.prepare(select + " LIMIT 1").executeQuery()) {
            if (row.next()) {
                throw damaged(null);
            }
        }
    }

    /** What the user named. */
    Path shown() {
        return shown;
    }

    /** The private copy. */
    Path file() {
        return copy;
    }

    /** For what cannot be in a sound workspace. */
    WorkFailed damaged(Throwable cause) {
        return new WorkFailed(
                "The workspace "
                        + shown
                        + " is damaged, so nothing was merged; run \"stepwright check\" on it and"
                        + " merge a backup of it.",
                cause);
    }

    void attach(Db db) throws SQLException {
        var attach = db.prepare("ATTACH ? AS " + NAME);
        attach.setString(1, copy.toUri() + "?mode=ro&immutable=1");
        attach.executeUpdate();
    }

    /** Refuses tables that have other columns than ours; called once attached. */
    void requireSameTables(Db db) throws SQLException {
        String columns = "SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo('";
        for (String table : TABLES) {
            String ours = columns + table + "', 'main')";
            String theirs = columns + table + "', '" + NAME + "')";
            long differ =
                    MergeSql.number(
                            db,
                            "SELECT count(*) FROM ("
                                    + ours
                                    + " EXCEPT "
                                    + theirs
                                    + ") UNION ALL SELECT count(*) FROM ("
                                    + theirs
                                    + " EXCEPT "
                                    + ours
                                    + ") ORDER BY 1 DESC LIMIT 1");
            if (differ > 0) {
                throw damaged(null);
            }
        }
    }

    static void detach(Db db) throws SQLException {
        db.execute("DETACH " + NAME);
    }

    /** Removes the copy. */
    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            // A leftover in the folder for temporary files does no harm.
        }
    }
}
