package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stepwright.trace.ProblemKey;

/**
 * Answers to the same problem, two by two, to be compared. Problems are the same when their {@link
 * ProblemKey} is. Safe for many threads.
 */
public final class PairQueue {
    /**
     * Two answers to one problem.
     *
     * @param first the id of one trace
     * @param second the id of the other; sorts after {@code first}
     */
    public record Pair(String first, String second) {
        /** Validates. */
        public Pair {
            if (first.compareTo(second) >= 0) {
                throw new IllegalArgumentException("A pair stands in the order of its ids.");
            }
        }

        static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /**
     * What is left to compare.
     *
     * @param pairs the next ones, one of each problem before a second of any
     * @param open how many there are in all
     * @param done how many this annotator has compared
     */
    public record Left(List<Pair> pairs, long open, long done) {
        /** Copies. */
        public Left {
            pairs = List.copyOf(pairs);
        }
    }

    private final Database database;

    PairQueue(Database database) {
        this.database = database;
    }

    /**
     * Looks at every problem of the workspace; not for the UI thread.
     *
     * @param annotator who compares
     * @param limit how many pairs at most, at least 1
     * @return pairs that the annotator has not compared yet, in an order that stays the same
     */
    public Left left(String annotator, int limit) {
        Objects.requireNonNull(annotator, "annotator");
        return database.read(
                db -> {
                    Set<Pair> done = done(db, annotator);
                    return left(groups(db), done, limit);
                });
    }

    private static Left left(Collection<List<String>> groups, Set<Pair> done, int limit) {
        List<Pair> pairs = new ArrayList<>();
        long all = 0;
        long compared = 0;
        int largest = 0;
        Set<String> paired = new HashSet<>();
        for (List<String> ids : groups) {
            all += (long) ids.size() * (ids.size() - 1) / 2;
            largest = Math.max(largest, ids.size());
            paired.addAll(ids);
        }
        for (Pair pair : done) {
            if (paired.contains(pair.first()) && paired.contains(pair.second())) {
                compared++;
            }
        }
        // Round by round: neighbours first, then those that stand further apart.
        for (int apart = 1; apart < largest && pairs.size() < limit; apart++) {
            for (int at = 0; at + apart < largest && pairs.size() < limit; at++) {
                for (List<String> ids : groups) {
                    if (at + apart >= ids.size() || pairs.size() == limit) {
                        break; // the others are no larger
                    }
                    Pair pair = Pair.of(ids.get(at), ids.get(at + apart));
                    if (!done.contains(pair)) {
                        pairs.add(pair);
                    }
                }
            }
        }
        return new Left(pairs, Math.max(0, all - compared), compared);
    }

    private static Collection<List<String>> groups(Db db) throws SQLException {
        Map<String, List<String>> byProblem = new LinkedHashMap<>();
        try (ResultSet row =
                db.prepare(
                                "SELECT id, problem FROM trace WHERE seq NOT IN (SELECT trace FROM"
                                        + " unlisted) ORDER BY seq")
                        .executeQuery()) {
            while (row.next()) {
                byProblem
                        .computeIfAbsent(ProblemKey.of(row.getString(2)), k -> new ArrayList<>(2))
                        .add(row.getString(1));
            }
        }
        return byProblem.values().stream()
                .filter(ids -> ids.size() > 1)
                .sorted(Comparator.comparingInt((List<String> ids) -> ids.size()).reversed())
                .toList();
    }

    private static Set<Pair> done(Db db, String annotator) throws SQLException {
        Set<Pair> done = new HashSet<>();
        PreparedStatement select =
                db.prepare(
                        "SELECT t.id, o.id FROM preference p JOIN trace t ON t.seq = p.trace"
                                + " JOIN trace o ON o.seq = p.other WHERE p.annotator = ?");
        select.setString(1, annotator);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                done.add(Pair.of(row.getString(1), row.getString(2)));
            }
        }
        return done;
    }
}
