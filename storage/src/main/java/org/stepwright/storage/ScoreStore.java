package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;

/** Scores that models gave, by run. Safe for many threads. */
public final class ScoreStore {
    private static final String SELECT =
            "SELECT trace_id, step_rewards, trace_reward, aggregation, first_error, model,"
                    + " rubric_version FROM score WHERE ";

    private static final RowMapper<TraceScore> SCORE = (row, context) -> score(row);

    private final Database database;

    ScoreStore(Database database) {
        this.database = database;
    }

    /**
     * Saves a score in place of the same run's score of the same trace, if any.
     *
     * @param runId the run
     * @param score the score; its trace need not be in the workspace
     * @param at when it was made
     */
    public void save(String runId, TraceScore score, Instant at) {
        saveAll(runId, List.of(score), at);
    }

    /**
     * Saves several scores in one transaction.
     *
     * @param runId the run
     * @param scores the scores
     * @param at when they were made
     */
    public void saveAll(String runId, List<TraceScore> scores, Instant at) {
        List<TraceScore> given = List.copyOf(scores);
        database.write(
                Durability.SOON,
                db -> {
                    insert(db, runId, given, at);
                    return null;
                });
    }

    /**
     * @param traceId a trace
     * @param model a model's name
     * @return the model's latest score of it, if any
     */
    public Optional<TraceScore> latest(String traceId, String model) {
        return database.read(
                db ->
                        db.handle()
                                .createQuery(
                                        SELECT
                                                + "trace_id = :id AND model = :model"
                                                + " ORDER BY made_at DESC, seq DESC LIMIT 1")
                                .bind("id", traceId)
                                .bind("model", model)
                                .map(SCORE)
                                .findOne());
    }

    /**
     * @param traceId a trace
     * @return each model's latest score of it, by the model's name
     */
    public List<TraceScore> latest(String traceId) {
        return database.read(
                db ->
                        db.handle()
                                .createQuery(
                                        SELECT
                                                + "seq IN (SELECT seq FROM (SELECT seq,"
                                                + " row_number() OVER (PARTITION BY model ORDER BY"
                                                + " made_at DESC, seq DESC) AS place FROM score"
                                                + " WHERE trace_id = :id) WHERE place = 1) ORDER BY"
                                                + " model")
                                .bind("id", traceId)
                                .map(SCORE)
                                .list());
    }

    /**
     * @param runId a run
     * @return its scores in the order in which they were first saved
     */
    public List<TraceScore> of(String runId) {
        return database.read(
                db ->
                        db.handle()
                                .createQuery(SELECT + "run_id = :run ORDER BY seq")
                                .bind("run", runId)
                                .map(SCORE)
                                .list());
    }

    /**
     * @return names of the models whose scores are here, the one that scored last first
     */
    public List<String> models() {
        return database.read(
                db ->
                        db.handle()
                                .createQuery(
                                        "SELECT model FROM score GROUP BY model"
                                                + " ORDER BY max(made_at) DESC, max(seq) DESC")
                                .mapTo(String.class)
                                .list());
    }

    /**
     * Streams a model's scores, all from one moment. Of a trace that it scored in several runs, the
     * latest comes last.
     *
     * @param model the model's name
     * @param runId only scores of this run; empty for those of all runs
     * @param sink takes each score, in the calling thread; may use the workspace; what it throws
     *     ends the stream
     */
    public void forEach(String model, String runId, Consumer<TraceScore> sink) {
        database.read(
                db -> {
                    db.handle()
                            .createQuery(
                                    SELECT
                                            + "model = :model AND (:run = '' OR run_id = :run)"
                                            + " ORDER BY made_at, seq")
                            .bind("model", model)
                            .bind("run", runId)
                            .map(SCORE)
                            .forEach(sink);
                    return null;
                });
    }

    private static TraceScore score(ResultSet row) throws SQLException {
        try {
            return new TraceScore(
                    row.getString(1),
                    Json.numbers(row.getString(2)),
                    row.getDouble(3),
                    Aggregation.valueOf(row.getString(4)),
                    row.getInt(5),
                    row.getString(6),
                    row.getString(7));
        } catch (IllegalArgumentException | NullPointerException e) {
            // JSON can hold what no model gives: other ranges, and nothing in place of a number.
            throw Json.damaged(e);
        }
    }

    private static void insert(Db db, String runId, List<TraceScore> scores, Instant at)
            throws SQLException {
        PreparedStatement insert =
                db.prepare(
                        "INSERT INTO score (run_id, trace_id, model, step_rewards, trace_reward,"
                                + " aggregation, first_error, rubric_version, made_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (run_id, trace_id, model) DO UPDATE SET"
                                + " step_rewards = excluded.step_rewards,"
                                + " trace_reward = excluded.trace_reward,"
                                + " aggregation = excluded.aggregation,"
                                + " first_error = excluded.first_error,"
                                + " rubric_version = excluded.rubric_version,"
                                + " made_at = excluded.made_at");
        for (TraceScore score : scores) {
            insert.setString(1, runId);
            insert.setString(2, score.traceId());
            insert.setString(3, score.model());
            insert.setString(4, Json.write(score.stepRewards()));
            insert.setDouble(5, score.traceReward());
            insert.setString(6, score.aggregation().name());
            insert.setInt(7, score.firstError());
            insert.setString(8, score.rubricVersion());
            insert.setString(9, Stamps.write(at));
            insert.executeUpdate();
        }
    }
}
