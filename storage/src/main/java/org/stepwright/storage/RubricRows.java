package org.stepwright.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowMapper;
import org.stepwright.rubric.RubricVersion;

/** Rows of the rubric tables. */
final class RubricRows {
    /** A rubric with a draft, versions or both. */
    static final String HEADS =
            """
            SELECT i.rubric_id, coalesce(d.title, v.title) AS title,
                   coalesce(v.number, 0) AS latest,
                   d.content_hash IS NOT NULL AND d.content_hash IS NOT v.content_hash AS differs,
                   d.saved_at, v.published_at
            FROM (SELECT rubric_id FROM rubric_draft
                  UNION SELECT rubric_id FROM rubric_version) i
            LEFT JOIN rubric_draft d ON d.rubric_id = i.rubric_id
            LEFT JOIN rubric_version v ON v.rubric_id = i.rubric_id
                 AND v.number = (SELECT max(w.number) FROM rubric_version w
                                 WHERE w.rubric_id = i.rubric_id)
            ORDER BY title, i.rubric_id
            """;

    static final RowMapper<RubricVersion> VERSION =
            (row, context) ->
                    new RubricVersion(
                            row.getInt("number"),
                            Json.rubric(row.getString("content")),
                            row.getString("content_hash"),
                            Instant.parse(row.getString("published_at")),
                            row.getString("note"));

    static final RowMapper<RubricHead> HEAD =
            (row, context) ->
                    new RubricHead(
                            row.getString("rubric_id"),
                            row.getString("title"),
                            row.getInt("latest"),
                            row.getBoolean("differs"),
                            later(row));

    private RubricRows() {}

    private static Instant later(ResultSet row) throws SQLException {
        String saved = row.getString("saved_at");
        String published = row.getString("published_at");
        Instant draft = saved == null ? Instant.MIN : Instant.parse(saved);
        Instant version = published == null ? Instant.MIN : Instant.parse(published);
        return draft.isAfter(version) ? draft : version;
    }
}
