package org.stepwright.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** Runs: training, evaluation, live scoring, import, export. Safe for many threads. */
public final class RunStore {
    private static final RowMapper<Run> RUN =
            (row, context) ->
                    new Run(
                            row.getString("id"),
                            Run.Kind.valueOf(row.getString("kind")),
                            row.getString("name"),
                            instant(row.getString("started_at")),
                            instant(row.getString("ended_at")),
                            Run.Status.valueOf(row.getString("status")),
                            row.getString("recipe"),
                            row.getString("rubric_version"),
                            row.getString("manifest_json"),
                            row.getString("result_json"),
                            row.getString("model_path"));

    private final Database database;

    RunStore(Database database) {
        this.database = database;
    }

    /**
     * Saves a run in place of the one with the same id, if any.
     *
     * @param run the run
     */
    public void save(Run run) {
        Json.requireObjectOrEmpty(run.manifestJson(), "manifest");
        Json.requireObjectOrEmpty(run.resultJson(), "result");
        database.write(Durability.EVERY_COMMIT, db -> save(db, run));
    }

    /**
     * @param kind a kind of run
     * @return its runs, the latest start first
     */
    public List<Run> list(Run.Kind kind) {
        return database.read(
                db ->
                        db.handle()
                                .createQuery(
                                        "SELECT * FROM run WHERE kind = :kind"
                                                + " ORDER BY started_at DESC, id")
                                .bind("kind", kind.name())
                                .map(RUN)
                                .list());
    }

    /**
     * @param id a run's id
     * @return the run, if there
     */
    public Optional<Run> find(String id) {
        return database.read(
                db ->
                        db.handle()
                                .createQuery("SELECT * FROM run WHERE id = :id")
                                .bind("id", id)
                                .map(RUN)
                                .findOne());
    }

    private static int save(Db db, Run run) {
        return db.handle()
                .createUpdate(
                        "INSERT OR REPLACE INTO run (id, kind, name, started_at, ended_at, status,"
                                + " recipe, rubric_version, manifest_json, result_json, model_path)"
                                + " VALUES (:id, :kind, :name, :started, :ended, :status, :recipe,"
                                + " :rubric, :manifest, :result, :model)")
                .bind("id", run.id())
                .bind("kind", run.kind().name())
                .bind("name", run.name())
                .bind("started", Stamps.write(run.startedAt()))
                .bind("ended", run.endedAt() == null ? null : Stamps.write(run.endedAt()))
                .bind("status", run.status().name())
                .bind("recipe", run.recipe())
                .bind("rubric", run.rubricVersion())
                .bind("manifest", run.manifestJson())
                .bind("result", run.resultJson())
                .bind("model", run.modelPath())
                .execute();
    }

    private static Instant instant(String text) {
        return text == null ? null : Instant.parse(text);
    }
}
