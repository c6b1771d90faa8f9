package org.stepwright.storage;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Reads a whole file that nobody writes into, to see that it is a workspace and not damaged. */
final class SoundFile {
    private SoundFile() {}

    /**
     * @param copy the file
     * @param shown what the user knows it as
     * @return what is in it
     * @throws Damaged when it is damaged
     * @throws WorkFailed when it is no workspace or of a newer version
     * @throws org.stepwright.work.Cancelled when the user stopped it
     */
    static WorkspaceCounts require(Path copy, Path shown, Progress progress) {
        Header.read(copy).require(shown, Migrations.CURRENT.latest());
        progress.report(0, -1, "Reading the copy again");
        try (Db db = new Db(Pragmas.reader(copy).getConnection())) {
            db.execute("PRAGMA query_only = ON");
            db.interruptWhen(progress::isCancelled);
            if (!first(db, "PRAGMA quick_check(1)").equals("ok")
                    || !first(db, "PRAGMA foreign_key_check").isEmpty()) {
                throw damaged(shown, null);
            }
            return WorkspaceCheck.counts(db);
        } catch (SQLException e) {
            progress.checkCancelled();
            throw damaged(shown, e);
        }
    }

    private static String first(Db db, String sql) throws SQLException {
        try (ResultSet row = db.prepare(sql).executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static Damaged damaged(Path shown, SQLException cause) {
        return new Damaged(
                "The file "
                        + shown
                        + " is damaged; run \"stepwright check\" on it, or choose a backup that is"
                        + " whole.",
                cause);
    }
}
