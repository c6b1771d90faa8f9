package org.stepwright.storage;

import java.util.List;

/**
 * What may not be in a workspace.
 *
 * @param sentence what it is, after "There are 3"
 * @param countSql counts how often it is
 */
record CheckRule(String sentence, String countSql) {
    /** All rules that one statement can count. */
    static final List<CheckRule> ALL =
            List.of(
                    new CheckRule(
                            "current labels that are not what the events say",
                            """
                            WITH replay AS (
                                SELECT trace, step, candidate, annotator, pass,
                                       max(seq) AS event, kind, verdict
                                FROM label_event WHERE step >= 0
                                GROUP BY trace, step, candidate, annotator, pass)
                            SELECT (SELECT count(*) FROM replay r WHERE r.kind = 'LABEL'
                                    AND NOT EXISTS (SELECT 1 FROM label l
                                        WHERE l.trace = r.trace AND l.step = r.step
                                        AND l.candidate = r.candidate
                                        AND l.annotator = r.annotator AND l.pass = r.pass
                                        AND l.event = r.event
                                        AND l.verdict IS r.verdict))
                                 + abs((SELECT count(*) FROM replay WHERE kind = 'LABEL')
                                       - (SELECT count(*) FROM label))
                            """),
                    new CheckRule(
                            "states of traces that are not what the events say",
                            """
                            WITH replay AS (
                                SELECT trace, annotator, pass, max(seq) AS event, state
                                FROM label_event WHERE kind = 'STATE'
                                GROUP BY trace, annotator, pass)
                            SELECT (SELECT count(*) FROM replay r
                                    WHERE NOT EXISTS (SELECT 1 FROM trace_state s
                                        WHERE s.trace = r.trace AND s.annotator = r.annotator
                                        AND s.pass = r.pass AND s.event = r.event AND s.state = r.state))
                                 + abs((SELECT count(*) FROM replay)
                                       - (SELECT count(*) FROM trace_state))
                            """),
                    new CheckRule(
                            "events that do not follow from the events before them",
                            """
                            SELECT count(*) FROM (
                                SELECT prev, lag(seq) OVER history AS last,
                                       lag(kind) OVER history AS last_kind
                                FROM label_event
                                WINDOW history AS (
                                    PARTITION BY trace, step, candidate, annotator, pass
                                    ORDER BY seq))
                            WHERE prev IS NOT CASE WHEN last_kind = 'CLEAR' THEN NULL ELSE last END
                            """),
                    new CheckRule(
                            "preferences that are not what the events say",
                            """
                            WITH replay AS (
                                SELECT trace, candidate, annotator, max(seq) AS event, kind, state
                                FROM label_event WHERE step = -2
                                GROUP BY trace, candidate, annotator)
                            SELECT (SELECT count(*) FROM replay r WHERE r.kind = 'PREFER'
                                    AND NOT EXISTS (SELECT 1 FROM preference p
                                        WHERE p.trace = r.trace AND p.other = r.candidate
                                        AND p.annotator = r.annotator AND p.event = r.event
                                        AND p.choice = r.state))
                                 + abs((SELECT count(*) FROM replay WHERE kind = 'PREFER')
                                       - (SELECT count(*) FROM preference))
                            """),
                    new CheckRule(
                            "traces that are replaced otherwise than the events say",
                            """
                            WITH replay AS (
                                SELECT trace, max(seq) AS event, kind, state
                                FROM label_event WHERE step = -3 GROUP BY trace)
                            SELECT (SELECT count(*) FROM replay r WHERE r.kind = 'REVISE'
                                    AND NOT EXISTS (SELECT 1 FROM revision v
                                        JOIN trace t ON t.seq = v.by_trace
                                        WHERE v.trace = r.trace AND v.event = r.event
                                        AND t.id = r.state))
                                 + abs((SELECT count(*) FROM replay WHERE kind = 'REVISE')
                                       - (SELECT count(*) FROM revision))
                            """),
                    new CheckRule(
                            "traces that are set aside otherwise than was said",
                            """
                            WITH said AS (
                                SELECT trace FROM (SELECT trace, aside, row_number() OVER (
                                    PARTITION BY trace ORDER BY written_at DESC, uid DESC) AS place
                                    FROM set_aside) WHERE place = 1 AND aside = 1)
                            SELECT (SELECT count(*) FROM said
                                    WHERE trace NOT IN (SELECT trace FROM aside))
                                 + (SELECT count(*) FROM aside
                                    WHERE trace NOT IN (SELECT trace FROM said))
                            """),
                    new CheckRule(
                            "label events of no batch",
                            """
                            SELECT count(*) FROM label_event e WHERE NOT EXISTS
                                (SELECT 1 FROM label_batch b WHERE b.seq = e.batch)
                            """),
                    new CheckRule(
                            "labels of steps that are not there",
                            """
                            SELECT count(*) FROM label_event e JOIN trace t ON t.seq = e.trace
                            WHERE e.step >= t.step_count OR e.step < -3
                            """),
                    new CheckRule(
                            "traces whose steps are not all there",
                            """
                            SELECT count(*) FROM trace t WHERE t.step_count <>
                                (SELECT count(*) FROM step s WHERE s.trace = t.seq)
                            """),
                    new CheckRule(
                            "traces that the search does not know",
                            """
                            SELECT count(*) FROM trace t WHERE NOT EXISTS
                                (SELECT 1 FROM trace_words_docsize d WHERE d.id = t.seq)
                            """),
                    new CheckRule(
                            "entries of the search for traces that are not there",
                            """
                            SELECT count(*) FROM trace_words_docsize
                            WHERE id NOT IN (SELECT seq FROM trace)
                            """),
                    new CheckRule(
                            "traces without a place for the random slice, or places without a"
                                    + " trace",
                            """
                            SELECT (SELECT count(*) FROM trace
                                    WHERE seq NOT IN (SELECT trace FROM slice_place))
                                 + (SELECT count(*) FROM slice_place
                                    WHERE trace NOT IN (SELECT seq FROM trace))
                            """),
                    new CheckRule(
                            "comparisons with answers that are not there",
                            """
                            SELECT (SELECT count(*) FROM preference
                                    WHERE trace NOT IN (SELECT seq FROM trace)
                                    OR other NOT IN (SELECT seq FROM trace))
                                 + (SELECT count(*) FROM label_event WHERE step = -2
                                    AND candidate NOT IN (SELECT seq FROM trace))
                            """),
                    new CheckRule(
                            "traces that are replaced by traces that are not there",
                            """
                            SELECT count(*) FROM revision
                            WHERE by_trace NOT IN (SELECT seq FROM trace)
                            """),
                    new CheckRule(
                            "places in an order of work for traces that are not there",
                            """
                            SELECT count(*) FROM queue_rank
                            WHERE trace > 0 AND trace NOT IN (SELECT seq FROM trace)
                            """),
                    new CheckRule(
                            "scores that are no numbers",
                            "SELECT count(*) FROM score WHERE NOT json_valid(step_rewards)"),
                    new CheckRule(
                            "traces whose facts cannot be read or are listed otherwise",
                            """
                            SELECT count(*) FROM trace WHERE CASE WHEN json_valid(metadata)
                                THEN coalesce(json_extract(metadata, '$.source'), '') <> source
                                  OR coalesce(json_extract(metadata, '$.generator'), '')
                                     <> generator
                                ELSE 1 END
                            """),
                    new CheckRule(
                            "steps whose alternatives cannot be read",
                            """
                            SELECT count(*) FROM step
                            WHERE alternatives IS NOT NULL AND NOT json_valid(alternatives)
                            """),
                    new CheckRule(
                            "label events whose ratings or kinds of error cannot be read",
                            """
                            SELECT count(*) FROM label_event
                            WHERE (ratings IS NOT NULL AND NOT json_valid(ratings))
                            OR (error_kinds IS NOT NULL AND NOT json_valid(error_kinds))
                            """),
                    new CheckRule(
                            "runs whose manifest or result cannot be read",
                            """
                            SELECT count(*) FROM run
                            WHERE (manifest_json <> '' AND NOT json_valid(manifest_json))
                            OR (result_json <> '' AND NOT json_valid(result_json))
                            """),
                    new CheckRule(
                            "traces that came with two files, or with a file but are not there",
                            """
                            SELECT (SELECT count(*) FROM (SELECT first,
                                    lag(last) OVER (ORDER BY first) AS before FROM import_range)
                                    WHERE before >= first)
                                 + (SELECT count(*) FROM import_range
                                    WHERE last > (SELECT coalesce(max(seq), 0) FROM trace))
                            """),
                    new CheckRule(
                            "imports that remember more rejected rows than they had",
                            """
                            SELECT count(*) FROM import_run i WHERE i.rejected <
                                (SELECT count(*) FROM import_reject r WHERE r.run = i.seq)
                            """));
}
