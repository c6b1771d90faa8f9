package org.stepwright.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Merges another workspace into this one, in one transaction: whole or not at all. The history of
 * the result is the union of the batches of both, and each key holds what the latest batch by
 * (written_at, uid) says, a last-writer-wins register (Shapiro et al. 2011, "Conflict-free
 * Replicated Data Types"); so it does not matter in which order, in which direction or how often
 * workspaces are merged.
 */
final class Merging {
    private static final List<String> TEMPORARY =
            List.of(
                    "merge_trace",
                    "merge_batch",
                    "merge_event",
                    "merge_prev",
                    "merge_key",
                    "merge_ours",
                    "merge_again",
                    "merge_hidden");

    private final Db db;
    private final OtherFile other;
    private final Progress progress;

    private Merging(Db db, OtherFile other, Progress progress) {
        this.db = db;
        this.other = other;
        this.progress = progress;
    }

    /**
     * @throws WorkFailed when the other file cannot be merged; nothing was changed
     * @throws Cancelled when the user stopped it; nothing was changed
     */
    static MergeReport merge(Database database, Path other, Runnable before, Progress progress) {
        progress.report(0, -1, "Reading the other workspace");
        try (OtherFile file =
                OtherFile.open(other.toAbsolutePath(), database.file(), Migrations.CURRENT)) {
            before.run();
            return database.writeAlone(db -> new Merging(db, file, progress).run());
        } catch (WorkFailed e) {
            if (progress.isCancelled()) {
                throw new Cancelled();
            }
            throw e;
        }
    }

    private MergeReport run() throws SQLException {
        other.attach(db);
        try {
            other.requireSameTables(db);
            db.interruptWhen(progress::isCancelled);
            db.begin(Durability.EVERY_COMMIT);
            try {
                MergeReport report = mergeAll();
                for (String table : TEMPORARY) {
                    db.execute("DROP TABLE IF EXISTS temp." + table);
                }
                progress.checkCancelled();
                db.interruptWhen(null);
                db.commit();
                return report;
            } catch (SQLException e) {
                db.rollback();
                // What breaks a rule of our tables was not held to it there.
                if (Sentences.isConstraint(e)) {
                    throw other.damaged(e);
                }
                throw e;
            } catch (RuntimeException e) {
                db.rollback();
                throw e;
            }
        } finally {
            db.interruptWhen(null);
            OtherFile.detach(db);
        }
    }

    private MergeReport mergeAll() throws SQLException {
        MergeRubrics.requireOneMeaning(db, other);
        long before = EventLog.nextSeq(db) - 1;
        MergeConflicts conflicts = new MergeConflicts(db);
        conflicts.begin();
        progress.report(0, -1, "Adding traces");
        MergeTraces traces = new MergeTraces(db, other, progress);
        long tracesAdded = traces.run();
        long versions = MergeRubrics.add(db, other);
        long batches = events(before);
        progress.report(0, -1, "Finding what holds now");
        MergeWinners winners = new MergeWinners(db, before);
        winners.run();
        new MergeGuard(db, other).requireSoundCuts(before);
        MergeRest rest = new MergeRest(db, other);
        rest.run();
        progress.report(0, -1, "Listing what differs");
        conflicts.find();
        return new MergeReport(
                tracesAdded,
                traces.stepsAdded(),
                versions,
                batches,
                winners.labelsChanged(),
                winners.preferencesChanged(),
                rest.remarks(),
                rest.gold(),
                conflicts.conflicts(),
                conflicts.inAll());
    }

    private long events(long before) throws SQLException {
        progress.report(0, -1, "Finding what is not known here");
        MergeEvents events = new MergeEvents(db, before);
        MergeGuard guard = new MergeGuard(db, other);
        events.find();
        guard.requireSoundBatches(Instant.now());
        long all = events.number();
        progress.report(0, all, "Adding labels");
        long batches = events.append();
        guard.requireSoundEvents(before, all, progress);
        return batches;
    }
}
