package org.stepwright.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.work.WorkFailed;

/** Drafts and published versions of rubrics. Safe for many threads; every write is one commit. */
public final class RubricStore {
    private static final String SELECT_VERSION =
            "SELECT number, content, content_hash, published_at, note FROM rubric_version"
                    + " WHERE rubric_id = :id";

    private final Database database;

    RubricStore(Database database) {
        this.database = database;
    }

    /**
     * @return every rubric that has a draft or a version, by title
     */
    public List<RubricHead> list() {
        return database.read(
                db -> db.handle().createQuery(RubricRows.HEADS).map(RubricRows.HEAD).list());
    }

    /**
     * @param rubricId a rubric
     * @return its draft, if it has one; publishing keeps the draft
     */
    public Optional<Rubric> draft(String rubricId) {
        return database.read(db -> draft(db, rubricId));
    }

    /**
     * Saves a draft in place of the one before.
     *
     * @param rubric the draft
     */
    public void saveDraft(Rubric rubric) {
        String content = Json.write(rubric);
        database.write(
                Durability.EVERY_COMMIT,
                db ->
                        db.handle()
                                .createUpdate(
                                        "INSERT OR REPLACE INTO rubric_draft (rubric_id, title,"
                                                + " content, content_hash, saved_at) VALUES (:id,"
                                                + " :title, :content, :hash, :at)")
                                .bind("id", rubric.id())
                                .bind("title", rubric.title())
                                .bind("content", content)
                                .bind("hash", Digests.hex(content))
                                .bind("at", Instant.now().toString())
                                .execute());
    }

    /**
     * Deletes a draft; published versions stay.
     *
     * @param rubricId a rubric; nothing happens if it has no draft
     */
    public void deleteDraft(String rubricId) {
        database.write(
                Durability.EVERY_COMMIT,
                db ->
                        db.handle()
                                .createUpdate("DELETE FROM rubric_draft WHERE rubric_id = :id")
                                .bind("id", rubricId)
                                .execute());
    }

    /**
     * Publishes the draft as the next version.
     *
     * @param rubricId a rubric
     * @param note what changed, maybe empty
     * @return the new version
     * @throws WorkFailed when there is no draft or nothing changed since the last version
     */
    public RubricVersion publish(String rubricId, String note) {
        return database.write(Durability.EVERY_COMMIT, db -> publish(db, rubricId, note));
    }

    /**
     * @param rubricId a rubric
     * @return its versions, the first one first
     */
    public List<RubricVersion> versions(String rubricId) {
        return database.read(db -> versions(db, rubricId));
    }

    /**
     * @param key {@code id@number}
     * @return that version, if there is one; empty for anything that is no key
     */
    public Optional<RubricVersion> version(String key) {
        int at = key.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String rubricId = key.substring(0, at);
        String number = key.substring(at + 1);
        // Compared as text: what is no number, or is written like 01, names no version.
        return database.read(
                db ->
                        db.handle()
                                .createQuery(SELECT_VERSION + " AND CAST(number AS TEXT) = :number")
                                .bind("id", rubricId)
                                .bind("number", number)
                                .map(RubricRows.VERSION)
                                .findOne());
    }

    private static Optional<Rubric> draft(Db db, String rubricId) {
        return db.handle()
                .createQuery("SELECT content FROM rubric_draft WHERE rubric_id = :id")
                .bind("id", rubricId)
                .mapTo(String.class)
                .findOne()
                .map(Json::rubric);
    }

    private static List<RubricVersion> versions(Db db, String rubricId) {
        return db.handle()
                .createQuery(SELECT_VERSION + " ORDER BY number")
                .bind("id", rubricId)
                .map(RubricRows.VERSION)
                .list();
    }

    private static RubricVersion publish(Db db, String rubricId, String note) {
        Rubric draft =
                draft(db, rubricId)
                        .orElseThrow(
                                () ->
                                        new WorkFailed(
                                                "The rubric \""
                                                        + rubricId
                                                        + "\" has no draft; save one, then"
                                                        + " publish it."));
        String content = Json.write(draft);
        String hash = Digests.hex(content);
        List<RubricVersion> before = versions(db, rubricId);
        if (!before.isEmpty() && before.get(before.size() - 1).contentHash().equals(hash)) {
            throw new WorkFailed(
                    "Nothing changed since version "
                            + before.size()
                            + " of the rubric \""
                            + rubricId
                            + "\"; change the draft, then publish it.");
        }
        RubricVersion version =
                new RubricVersion(before.size() + 1, draft, hash, Instant.now(), note);
        insert(db, version, content);
        return version;
    }

    private static void insert(Db db, RubricVersion version, String content) {
        db.handle()
                .createUpdate(
                        "INSERT INTO rubric_version (rubric_id, number, title, content,"
                                + " content_hash, note, published_at)"
                                + " VALUES (:id, :number, :title, :content, :hash, :note, :at)")
                .bind("id", version.rubric().id())
                .bind("number", version.number())
                .bind("title", version.rubric().title())
                .bind("content", content)
                .bind("hash", version.contentHash())
                .bind("note", version.note())
                .bind("at", version.publishedAt().toString())
                .execute();
    }
}
