package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.work.Progress;

/**
 * The last audit and its findings. A new one is written beside the old one in small pieces and
 * takes its place at once. Findings that were dismissed stay so in the next audit. Safe for many
 * threads.
 */
public final class AuditStore {
    /** What a label says that took the suggestion of an audit; see {@link Act#accepted}. */
    public static final String SOURCE = "audit";

    private final Database database;

    AuditStore(Database database) {
        this.database = database;
    }

    /**
     * Replaces the last audit.
     *
     * @param run when and how it was made
     * @param findings what it found, in the order in which people are to see it
     * @param progress how far it is, and whether to stop: then the old audit stays
     * @throws org.stepwright.work.WorkFailed when it cannot be written; the old audit stays
     * @throws org.stepwright.work.Cancelled when it was stopped
     */
    public void replace(AuditRun run, Iterator<AuditFinding> findings, Progress progress) {
        new AuditWriter(database).replace(run, findings, progress);
    }

    /**
     * @return when the last audit was made and how; empty when there was none
     */
    public Optional<AuditRun> last() {
        return database.read(
                db -> {
                    try (ResultSet row =
                            db.prepare(
                                            "SELECT made_at, options, summary FROM audit_run WHERE"
                                                    + " seq = "
                                                    + FindingSql.LAST)
                                    .executeQuery()) {
                        return row.next()
                                ? Optional.of(
                                        new AuditRun(
                                                Instant.parse(row.getString(1)),
                                                row.getString(2),
                                                row.getString(3)))
                                : Optional.empty();
                    }
                });
    }

    /**
     * @param filter which findings
     * @param offset how many to pass over
     * @param limit how many at most
     * @return findings of the last audit: of one kind the strongest first, of all kinds in the
     *     audit's order
     */
    public List<StoredFinding> page(FindingFilter filter, int offset, int limit) {
        return database.read(
                db -> {
                    FindingSql sql = FindingSql.of(filter);
                    PreparedStatement select =
                            db.prepare(sql.rows() + sql.order() + " LIMIT ? OFFSET ?");
                    int next = sql.bind(select, 1);
                    select.setInt(next, limit);
                    select.setInt(next + 1, offset);
                    List<StoredFinding> page = new ArrayList<>();
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            page.add(FindingSql.finding(row));
                        }
                    }
                    return page;
                });
    }

    /**
     * @param numbers places in the audit
     * @return these findings with what became of them by now; those that are not there are left out
     */
    public List<StoredFinding> find(Collection<Long> numbers) {
        List<Long> given = List.copyOf(numbers);
        return database.read(
                db -> {
                    FindingSql sql = FindingSql.of(FindingFilter.ALL);
                    PreparedStatement select = db.prepare(sql.rows() + " AND f.ordinal = ?");
                    int last = sql.bind(select, 1);
                    List<StoredFinding> found = new ArrayList<>();
                    for (long number : given) {
                        select.setLong(last, number);
                        try (ResultSet row = select.executeQuery()) {
                            if (row.next()) {
                                found.add(FindingSql.finding(row));
                            }
                        }
                    }
                    return found;
                });
    }

    /**
     * @param filter which findings
     * @return how many the pages hold
     */
    public long count(FindingFilter filter) {
        return database.read(
                db -> {
                    FindingSql sql = FindingSql.of(filter);
                    PreparedStatement select =
                            db.prepare("SELECT count(*) FROM (" + sql.rows() + ")");
                    sql.bind(select, 1);
                    try (ResultSet row = select.executeQuery()) {
                        return row.getLong(1);
                    }
                });
    }

    /**
     * @return how many findings of each kind the last audit has; kinds without any are left out
     */
    public List<FindingCount> counts() {
        return database.read(
                db -> {
                    Map<FindingKind, FindingCount> counts = new EnumMap<>(FindingKind.class);
                    FindingSql sql = FindingSql.of(FindingFilter.ALL);
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT kind, sum(state = 'OPEN'), count(*) FROM ("
                                            + sql.rows()
                                            + ") GROUP BY kind");
                    sql.bind(select, 1);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            FindingKind kind = FindingKind.valueOf(row.getString(1));
                            counts.put(
                                    kind, new FindingCount(kind, row.getLong(2), row.getLong(3)));
                        }
                    }
                    return List.copyOf(counts.values());
                });
    }

    /**
     * Says of findings that they are none, in this audit and all later ones.
     *
     * @param marks their marks
     * @param annotator who says so
     * @return those of the marks that were not dismissed before
     */
    public List<String> dismiss(Collection<String> marks, String annotator) {
        List<String> given = List.copyOf(marks);
        return database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    PreparedStatement insert =
                            db.prepare(
                                    "INSERT OR IGNORE INTO audit_dismissed (mark, annotator,"
                                            + " dismissed_at) VALUES (?, ?, ?)");
                    String now = Stamps.write(Instant.now());
                    List<String> fresh = new ArrayList<>();
                    for (String mark : given) {
                        insert.setString(1, mark);
                        insert.setString(2, annotator);
                        insert.setString(3, now);
                        if (insert.executeUpdate() > 0) {
                            fresh.add(mark);
                        }
                    }
                    return fresh;
                });
    }

    /**
     * Takes the dismissal of findings back.
     *
     * @param marks their marks
     */
    public void reopen(Collection<String> marks) {
        List<String> given = List.copyOf(marks);
        database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    PreparedStatement delete =
                            db.prepare("DELETE FROM audit_dismissed WHERE mark = ?");
                    for (String mark : given) {
                        delete.setString(1, mark);
                        delete.executeUpdate();
                    }
                    return null;
                });
    }

    /**
     * @param annotator who
     * @return the marks that the annotator dismissed last, all at once; empty if none
     */
    public List<String> lastDismissed(String annotator) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT mark FROM audit_dismissed WHERE annotator = ? AND"
                                            + " dismissed_at = (SELECT max(dismissed_at) FROM"
                                            + " audit_dismissed WHERE annotator = ?) ORDER BY"
                                            + " mark");
                    select.setString(1, annotator);
                    select.setString(2, annotator);
                    List<String> marks = new ArrayList<>();
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            marks.add(row.getString(1));
                        }
                    }
                    return marks;
                });
    }

    /**
     * Gives the steps whose current decision is one that an audit suggested, whatever later audits
     * find.
     *
     * @param sink takes a trace's id and a step from 0
     */
    public void decidedSteps(BiConsumer<String, Integer> sink) {
        database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT t.id, l.step FROM label l INDEXED BY label_decision"
                                            + " JOIN label_event e ON e.seq = l.event JOIN"
                                            + " label_batch b ON b.seq = e.batch JOIN trace t ON"
                                            + " t.seq = l.trace WHERE l.pass = 'DECISION' AND"
                                            + " l.candidate = 0 AND b.accepted = ?");
                    select.setString(1, SOURCE);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            sink.accept(row.getString(1), row.getInt(2));
                        }
                    }
                    return null;
                });
    }
}
