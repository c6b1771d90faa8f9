package org.stepwright.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.stepwright.work.WorkFailed;

/** Adds published versions that are not here, and drafts of rubrics that have none here. */
final class MergeRubrics {
    private MergeRubrics() {}

    /**
     * Refuses the merge when one key names two rubrics: labels under it could not be told apart.
     */
    static void requireOneMeaning(Db db, OtherFile other) throws SQLException {
        try (ResultSet row =
                db.prepare(
                                """
                                SELECT o.rubric_id || '@' || o.number FROM other.rubric_version o
                                JOIN main.rubric_version v ON v.rubric_id = o.rubric_id
                                    AND v.number = o.number
                                WHERE v.content_hash <> o.content_hash
                                ORDER BY o.rubric_id, o.number
                                """)
                        .executeQuery()) {
            if (row.next()) {
                throw new WorkFailed(
                        "The rubric version "
                                + row.getString(1)
                                + " is not the same in both workspaces, so nothing was merged."
                                + " Export the labels of "
                                + other.shown()
                                + " and import them here instead, and from now on publish versions"
                                + " in one of the two only.");
            }
        }
    }

    /** Gives back how many versions were added. */
    static long add(Db db, OtherFile other) throws SQLException {
        requireSound(db, other, "rubric_version", "published_at");
        requireSound(db, other, "rubric_draft", "saved_at");
        MergeSql.update(
                db,
                """
                INSERT INTO main.rubric_draft (rubric_id, title, content, content_hash, saved_at)
                SELECT rubric_id, title, content, content_hash, saved_at FROM other.rubric_draft
                WHERE rubric_id NOT IN (SELECT rubric_id FROM main.rubric_draft)
                """);
        return MergeSql.update(
                db,
                """
                INSERT INTO main.rubric_version (rubric_id, number, title, content, content_hash,
                    note, published_at)
                SELECT rubric_id, number, title, content, content_hash, note, published_at
                FROM other.rubric_version o
                WHERE NOT EXISTS (SELECT 1 FROM main.rubric_version v
                    WHERE v.rubric_id = o.rubric_id AND v.number = o.number)
                """);
    }

    private static void requireSound(Db db, OtherFile other, String table, String time)
            throws SQLException {
        String select = "SELECT rubric_id, content, content_hash, " + time + " FROM other." + table;
        try (ResultSet row = db.prepare(select).executeQuery()) {
            while (row.next()) {
                boolean same =
                        Json.rubric(row.getString(2)).id().equals(row.getString(1))
                                && Digests.hex(row.getString(2)).equals(row.getString(3));
                if (!same) {
                    throw other.damaged(null);
                }
                Instant.parse(row.getString(4));
            }
        } catch (RuntimeException e) {
            throw other.damaged(e);
        }
    }
}
