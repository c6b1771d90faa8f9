package org.stepwright.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.stepwright.work.WorkFailed;

/** Turns what the database reports into one plain sentence. */
final class Sentences {
    private Sentences() {}

    /** Keeps a {@link WorkFailed}; finds the database's own error anywhere below others. */
    static WorkFailed of(Path file, Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof WorkFailed already) {
                return already;
            }
            if (t instanceof SQLException sql) {
                String sentence = sentence(file, sql);
                return isDamage(sql)
                        ? new Damaged(sentence, failure)
                        : new WorkFailed(sentence, failure);
            }
        }
        return new WorkFailed(
                "The workspace " + file + " failed in an unexpected way; nothing was changed.",
                failure);
    }

    /** Whether the file that was read is damaged, so that another target would not help. */
    static boolean isDamage(SQLException e) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
        return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
    }

    /** Whether somebody else has what was asked for. */
    static boolean isBusy(SQLException e) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    /** Whether a row was refused since it breaks a rule of its table. */
    static boolean isConstraint(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)
                == SQLiteErrorCode.SQLITE_CONSTRAINT;
    }

    private static String sentence(Path file, SQLException e) {
        // The low byte is the primary code; the rest only refines it.
        return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)) {
            case SQLITE_FULL ->
                    "The disk is full, so nothing was saved; free some space and try again.";
            case SQLITE_READONLY, SQLITE_PERM ->
                    "The workspace "
                            + file
                            + " cannot be written; make the file and its folder writable, or copy"
                            + " it somewhere else.";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    "Another program is writing to the workspace "
                            + file
                            + "; wait until it is done, then try again.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    "The workspace "
                            + file
                            + " is damaged; run \"stepwright check\" on it and restore a backup.";
            case SQLITE_IOERR ->
                    "The disk reported an error with the workspace "
                            + file
                            + "; check the disk, then try again.";
            case SQLITE_CANTOPEN ->
                    "The workspace "
                            + file
                            + " cannot be opened; check that the file and its folder are there and"
                            + " may be written.";
            case SQLITE_TOOBIG, SQLITE_NOMEM ->
                    "Something is too big to be saved in the workspace; make it smaller.";
            default ->
                    "The workspace "
                            + file
                            + " could not do this; nothing was changed. The database says: "
                            + firstLine(e)
                            + ".";
        };
    }

    private static String firstLine(SQLException e) {
        String text = String.valueOf(e.getMessage()).strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
