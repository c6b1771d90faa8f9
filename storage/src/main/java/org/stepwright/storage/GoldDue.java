package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stepwright.storage.DueTrace.Reason;

/**
 * Which trace is due for an annotator instead of the next one in the order, inside one reading
 * transaction. Spacing is by what the annotator has finished, so that nothing has to be remembered
 * and undo takes it back as well.
 */
final class GoldDue {
    private static final String MINE =
            " FROM trace_state s WHERE s.annotator = ? AND s.state <> 'OPEN' AND s.pass = ";

    /** Traces that the annotator has not finished and did not decide about. */
    private static final String UNSEEN =
            " AND NOT EXISTS (SELECT 1 FROM trace_state s WHERE s.trace = t.seq"
                    + " AND s.annotator = ? AND (s.pass = 'DECISION'"
                    + " OR s.pass = 'LABEL' AND s.state <> 'OPEN'))"
                    + " AND NOT EXISTS (SELECT 1 FROM label l WHERE l.trace = t.seq"
                    + " AND l.annotator = ? AND l.pass = 'DECISION')";

    private final Db db;
    private final String annotator;
    private final Instant now;
    private final ProjectSettings settings;

    GoldDue(Db db, String annotator, Instant now) throws SQLException {
        this.db = db;
        this.annotator = annotator;
        this.now = now;
        this.settings = ProjectStore.current(db);
    }

    Optional<DueTrace> next() throws SQLException {
        Optional<DueTrace> due = screening();
        if (due.isEmpty() && isTurn(settings.goldShare(), lastFinished("'LABEL'", true))) {
            due = gold(GoldUse.GOLD, Reason.GOLD);
        }
        if (due.isEmpty() && isTurn(settings.repeatShare(), lastFinished("'REPEAT'", false))) {
            due = repeat();
        }
        return due;
    }

    /** For who has finished nothing else, until enough are done. */
    private Optional<DueTrace> screening() throws SQLException {
        if (settings.screening() == 0) {
            return Optional.empty();
        }
        String screened =
                " AND EXISTS (SELECT 1 FROM gold g WHERE g.trace = s.trace"
                        + " AND g.purpose = 'SCREENING')";
        long done = number("SELECT count(*)" + MINE + "'LABEL'" + screened, annotator);
        long all = number("SELECT count(*)" + MINE + "'LABEL'", annotator);
        boolean isNew = all == 0 || done > 0;
        return isNew && done < settings.screening()
                ? gold(GoldUse.SCREENING, Reason.SCREENING)
                : Optional.empty();
    }

    /** The number of the event that ended the last one of its kind; 0 when there was none. */
    private long lastFinished(String pass, boolean gold) throws SQLException {
        String which =
                gold
                        ? " AND EXISTS (SELECT 1 FROM gold g WHERE g.trace = s.trace"
                                + " AND g.purpose = 'GOLD')"
                        : "";
        return number("SELECT coalesce(max(s.event), 0)" + MINE + pass + which, annotator);
    }

    /** Whether as many traces were finished since then as stand between two of a kind. */
    private boolean isTurn(double share, long since) throws SQLException {
        if (share <= 0) {
            return false;
        }
        long period = Math.round(Math.min(1 / share, Integer.MAX_VALUE));
        long finished =
                number(
                        "SELECT count(*)" + MINE + "'LABEL' AND s.event > CAST(? AS INTEGER)",
                        annotator,
                        Long.toString(since));
        return finished >= period - 1;
    }

    private Optional<DueTrace> gold(GoldUse use, Reason reason) throws SQLException {
        List<String> candidates =
                ids(
                        "SELECT t.id FROM gold g JOIN trace t ON t.seq = g.trace"
                                + " WHERE g.purpose = ?"
                                + " AND t.seq NOT IN (SELECT trace FROM unlisted)"
                                + UNSEEN,
                        use.name(),
                        annotator,
                        annotator);
        for (String id : candidates) {
            if (GoldKeys.of(db, id, annotator).isPresent()) {
                return Optional.of(new DueTrace(id, reason));
            }
        }
        return Optional.empty();
    }

    private Optional<DueTrace> repeat() throws SQLException {
        Instant before = now.minus(settings.repeatAfterDays(), ChronoUnit.DAYS);
        return ids(
                        "SELECT t.id FROM trace_state s JOIN trace t ON t.seq = s.trace"
                                + " JOIN label_event e ON e.seq = s.event"
                                + " JOIN label_batch b ON b.seq = e.batch"
                                + " WHERE s.annotator = ? AND s.pass = 'LABEL'"
                                + " AND s.state = 'SUBMITTED' AND b.written_at <= ?"
                                + " AND t.seq NOT IN (SELECT trace FROM unlisted)"
                                + " AND NOT EXISTS (SELECT 1 FROM trace_state r"
                                + " WHERE r.trace = s.trace AND r.annotator = s.annotator"
                                + " AND r.pass <> 'LABEL' AND r.state <> 'OPEN')",
                        annotator,
                        Stamps.write(before))
                .stream()
                .findFirst()
                .map(id -> new DueTrace(id, Reason.REPEAT));
    }

    /** Ids in an order of the annotator's own: nobody can tell another what comes next. */
    private List<String> ids(String sql, String... values) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet row = bound(sql, values).executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        ids.sort(
                Comparator.comparing((String id) -> Digests.hex(annotator + '\n' + id))
                        .thenComparing(Comparator.naturalOrder()));
        return ids;
    }

    private long number(String sql, String... values) throws SQLException {
        try (ResultSet row = bound(sql, values).executeQuery()) {
            return row.getLong(1);
        }
    }

    private PreparedStatement bound(String sql, String... values) throws SQLException {
        PreparedStatement select = db.prepare(sql);
        for (int i = 0; i < values.length; i++) {
            select.setString(i + 1, values[i]);
        }
        return select;
    }
}
