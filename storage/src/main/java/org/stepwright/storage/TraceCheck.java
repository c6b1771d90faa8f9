package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * Reads every trace: its text is what came in, and the search finds some of them by their words.
 * The search index holds no text, so it is asked instead of read.
 */
final class TraceCheck {
    /** So many traces are searched for, evenly spread. */
    private static final int SEARCHED = 300;

    private static final int TRACES_BETWEEN_QUESTIONS = 1_000;

    /** A word that every way to cut text into words leaves whole. */
    private static final Pattern WORD = Pattern.compile("(?<![^ .,])[A-Za-z]{3,30}(?![^ .,])");

    private final Db db;
    private final Progress progress;
    private long changed;
    private long unreadable;
    private long lost;

    TraceCheck(Db db, Progress progress) {
        this.db = db;
        this.progress = progress;
    }

    List<String> run() throws SQLException {
        readAll();
        List<String> problems = new ArrayList<>();
        add(problems, changed, "traces whose text is not what came in");
        add(problems, unreadable, "traces that cannot be read");
        add(
                problems,
                lost,
                "traces that the search does not find by their words (of some that"
                        + " were searched for)");
        return problems;
    }

    private static void add(List<String> problems, long count, String what) {
        if (count > 0) {
            problems.add("There are " + count + " " + what + ".");
        }
    }

    private void readAll() throws SQLException {
        Digests digests = new Digests();
        long all = MergeSql.number(db, "SELECT count(*) FROM trace");
        long apart = Math.max(1, all / SEARCHED);
        PreparedStatement select =
                db.prepare(
                        "SELECT " + TraceRows.COLUMNS + ", t.digest FROM trace t ORDER BY t.seq");
        try (ResultSet row = select.executeQuery()) {
            for (long i = 0; row.next(); i++) {
                if (i % TRACES_BETWEEN_QUESTIONS == 0) {
                    progress.checkCancelled();
                }
                Optional<Trace> trace = read(row);
                if (trace.isEmpty()) {
                    unreadable++;
                    continue;
                }
                if (!Arrays.equals(digests.of(trace.get()), row.getBytes(7))) {
                    changed++;
                } else if (i % apart == 0 && !isFound(row.getLong(1), trace.get())) {
                    lost++;
                }
            }
        }
    }

    private Optional<Trace> read(ResultSet row) throws SQLException {
        try {
            return Optional.of(TraceRows.trace(db, row));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private boolean isFound(long seq, Trace trace) throws SQLException {
        return isFound(seq, "problem", trace.problem())
                && (trace.steps().isEmpty()
                        || isFound(
                                seq, "steps", trace.steps().get(trace.steps().size() - 1).text()));
    }

    private boolean isFound(long seq, String column, String text) throws SQLException {
        Matcher word = WORD.matcher(text);
        if (!word.find()) {
            return true;
        }
        PreparedStatement search =
                db.prepare(
                        "SELECT EXISTS (SELECT 1 FROM trace_words WHERE trace_words MATCH ? AND"
                                + " rowid = ?)");
        search.setString(1, column + ": \"" + word.group() + "\"");
        search.setLong(2, seq);
        try (ResultSet found = search.executeQuery()) {
            return found.getBoolean(1);
        }
    }
}
