package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Carries labels over from one version of a rubric to another, and keeps what has to be looked at
 * again. Safe for many threads; reads and writes a batch at a time, so call it off the UI thread.
 */
public final class LabelMigrations {
    /** Labels that are written together, and so are one undo step of their annotator. */
    private static final int BATCH = 1000;

    private final Database database;

    LabelMigrations(Database database) {
        this.database = database;
    }

    /**
     * @param version key of a version
     * @return how many current labels are under it
     */
    public long labelsUnder(String version) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT count(*) FROM label l JOIN label_event e ON e.seq ="
                                            + " l.event WHERE e.rubric_version = ?");
                    select.setString(1, version);
                    try (ResultSet row = select.executeQuery()) {
                        return row.getLong(1);
                    }
                });
    }

    /**
     * Proposes a plan whose tables name every value that labels hold.
     *
     * @param from the version that labels were made under
     * @param to the version that they are to be carried over to
     * @param progress hears how far it is; may cancel
     * @return a plan for a person to look through
     * @throws IllegalArgumentException when both are the same version
     */
    public MigrationPlan propose(RubricVersion from, RubricVersion to, Progress progress) {
        MigrationPlan plan = MigrationPlan.propose(from, to);
        if (plan.moves().stream().noneMatch(m -> m.kind() == CriterionMove.Kind.RESCALED)) {
            return plan;
        }
        return MigrationPlan.propose(
                from,
                to,
                preview(plan, progress).uses().stream()
                        .collect(
                                Collectors.toMap(
                                        use -> use.move().from(), use -> use.values().keySet())));
    }

    /**
     * Says what a plan would do; changes nothing.
     *
     * @param plan the plan
     * @param progress hears how far it is; may cancel
     * @return counts and examples
     * @throws org.stepwright.work.Cancelled when the user stopped it
     */
    public MigrationPreview preview(MigrationPlan plan, Progress progress) {
        MigrationTally tally = new MigrationTally(plan);
        inBatches(
                plan,
                progress,
                "Looking through the labels",
                group -> {
                    group.forEach(c -> tally.add(c.before(), c.after()));
                    return null;
                });
        return tally.preview();
    }

    /**
     * Carries the labels over. Each batch is one commit and one undo step of the annotator whose
     * labels it holds; who decided is noted with it. Labels that are under the newer version
     * already, or that somebody changes meanwhile, are left alone, so that it can be done again
     * after it was stopped and a second time adds nothing.
     *
     * @param plan the plan
     * @param annotatorWhoDecides who decided to do this
     * @param progress hears how far it is; may cancel
     * @return what was done
     * @throws org.stepwright.work.Cancelled when the user stopped it; whole batches stay done
     * @throws WorkFailed when the newer version is not published here or nothing can be written
     */
    public MigrationResult carryOver(
            MigrationPlan plan, String annotatorWhoDecides, Progress progress) {
        if (annotatorWhoDecides.isBlank()) {
            throw new WorkFailed("Say who decides to carry labels over.");
        }
        MigrationTally tally = new MigrationTally(plan);
        SortedMap<String, Integer> undoSteps = new TreeMap<>();
        long[] changed = {0};
        inBatches(
                plan,
                progress,
                "Carrying labels over",
                group -> {
                    List<CarryRows.Carried> written =
                            database.write(
                                    Durability.EVERY_COMMIT,
                                    db -> CarryRows.write(db, plan, annotatorWhoDecides, group));
                    written.forEach(c -> tally.add(c.before(), c.after()));
                    changed[0] += group.size() - written.size();
                    if (!written.isEmpty()) {
                        undoSteps.merge(group.get(0).before().annotator(), 1, Integer::sum);
                    }
                    return null;
                });
        return tally.result(changed[0], undoSteps);
    }

    private void inBatches(
            MigrationPlan plan,
            Progress progress,
            String message,
            Function<List<CarryRows.Carried>, Void> use) {
        requirePublished(plan.from());
        requirePublished(plan.to());
        List<CarryRows.Place> places = database.read(db -> CarryRows.places(db, plan.from().key()));
        progress.report(0, places.size(), message);
        for (int at = 0; at < places.size(); ) {
            progress.checkCancelled();
            int end = endOfBatch(places, at);
            List<CarryRows.Place> batch = places.subList(at, end);
            List<CarryRows.Carried> group = database.read(db -> CarryRows.carried(db, plan, batch));
            use.apply(group);
            progress.report(end, places.size(), message);
            at = end;
        }
    }

    private static int endOfBatch(List<CarryRows.Place> places, int start) {
        int end = start;
        while (end < places.size()
                && end - start < BATCH
                && places.get(end).annotator().equals(places.get(start).annotator())) {
            end++;
        }
        return end;
    }

    /** Labels name versions of this workspace; a plan made for another file must not run here. */
    private void requirePublished(RubricVersion version) {
        boolean there =
                new RubricStore(database)
                        .version(version.key())
                        .filter(v -> v.contentHash().equals(version.contentHash()))
                        .isPresent();
        if (!there) {
            throw new WorkFailed(
                    "The version "
                            + version.key()
                            + " is not published in this workspace; publish it, then carry labels"
                            + " over.");
        }
    }

    /**
     * @param rubricVersion key of a version
     * @return what is to be looked at again under it, trace by trace and step by step
     */
    public List<Revisit> revisits(String rubricVersion) {
        return revisits("r.rubric_version = ?", rubricVersion);
    }

    /**
     * @param traceId a trace
     * @return what is to be looked at again in it, under any version
     */
    public List<Revisit> revisitsOf(String traceId) {
        return revisits("t.id = ?", traceId);
    }

    private List<Revisit> revisits(String which, String value) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT t.id, r.step, r.candidate, r.annotator,"
                                            + " r.rubric_version, r.criterion FROM open_revisit r"
                                            + " JOIN trace t ON t.seq = r.trace WHERE "
                                            + which
                                            + " ORDER BY r.trace, r.step, r.candidate, r.annotator,"
                                            + " r.criterion");
                    select.setString(1, value);
                    return revisits(select);
                });
    }

    private static List<Revisit> revisits(PreparedStatement select) throws SQLException {
        List<Revisit> revisits = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                revisits.add(
                        new Revisit(
                                row.getString(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)));
            }
        }
        return revisits;
    }

    /**
     * Says that a criterion need not be rated there. Nothing happens when it was not asked for.
     *
     * @param revisit what was asked for
     */
    public void dismiss(Revisit revisit) {
        database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    PreparedStatement update =
                            db.prepare(
                                    "UPDATE revisit SET dismissed = 1 WHERE trace = (SELECT seq"
                                            + " FROM trace WHERE id = ?) AND step = ? AND candidate"
                                            + " = ? AND annotator = ? AND rubric_version = ? AND"
                                            + " criterion = ?");
                    update.setString(1, revisit.traceId());
                    update.setInt(2, revisit.step());
                    update.setInt(3, revisit.candidate());
                    update.setString(4, revisit.annotator());
                    update.setString(5, revisit.rubricVersion());
                    update.setString(6, revisit.criterionId());
                    return update.executeUpdate();
                });
    }
}
