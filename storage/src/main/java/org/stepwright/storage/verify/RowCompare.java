package org.stepwright.storage.verify;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Compares the rows of two results and says the first difference. */
final class RowCompare {
    /** Comparisons of rows that are made at most. */
    private static final int BUDGET = 20_000_000;

    private final Cells cells;
    private final boolean sameOrder;
    private int left = BUDGET;

    RowCompare(Cells cells, boolean sameOrder) {
        this.cells = cells;
        this.sameOrder = sameOrder;
    }

    /** Too many rows are nearly alike to tell. */
    static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param wanted what is expected; with -1 columns when it has no rows and any columns do
     * @param got what was returned
     * @return the first difference as one sentence; empty when there is none
     */
    Optional<String> difference(SqlAnswer wanted, SqlAnswer got) throws TooMuch {
        if (wanted.columns() >= 0 && wanted.columns() != got.columns()) {
            return Optional.of(
                    "The query returns "
                            + count(got.columns(), "column")
                            + "; "
                            + wanted.columns()
                            + (wanted.columns() == 1 ? " is" : " are")
                            + " expected.");
        }
        if (wanted.rows().size() != got.rows().size() || got.more()) {
            return Optional.of(
                    "The query returns "
                            + (got.more() ? "more than " : "")
                            + count(got.rows().size(), "row")
                            + "; "
                            + wanted.rows().size()
                            + (wanted.rows().size() == 1 ? " is" : " are")
                            + " expected.");
        }
        return sameOrder ? inOrder(wanted.rows(), got.rows()) : inAny(wanted.rows(), got.rows());
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private Optional<String> inOrder(List<List<Object>> wanted, List<List<Object>> got)
            throws TooMuch {
        for (int i = 0; i < wanted.size(); i++) {
            if (!cells.same(wanted.get(i), got.get(i))) {
                return Optional.of(
                        inAny(wanted, got).isEmpty()
                                ? "The rows are the expected ones, but in another order: row "
                                        + row(i, wanted, got)
                                : "Row " + row(i, wanted, got));
            }
        }
        return Optional.empty();
    }

    private static String row(int i, List<List<Object>> wanted, List<List<Object>> got) {
        return (i + 1)
                + " is "
                + Cells.shown(got.get(i))
                + ", not "
                + Cells.shown(wanted.get(i))
                + ".";
    }

    /** Rows that are equal to the letter first, as most are; then those that are only near. */
    private Optional<String> inAny(List<List<Object>> wanted, List<List<Object>> got)
            throws TooMuch {
        int[] partner = new int[got.size()]; // of each returned row, or -1
        Arrays.fill(partner, -1);
        boolean[] paired = new boolean[wanted.size()];
        pairAlike(wanted, got, row -> row, partner, paired);
        pairAlike(wanted, got, Cells::rough, partner, paired);
        for (int i = 0; i < wanted.size(); i++) {
            if (!paired[i] && !pair(i, wanted, got, partner)) {
                return Optional.of(missing(wanted.get(i), got, partner));
            }
        }
        return Optional.empty();
    }

    private void pairAlike(
            List<List<Object>> wanted,
            List<List<Object>> got,
            UnaryOperator<List<Object>> key,
            int[] partner,
            boolean[] paired)
            throws TooMuch {
        Map<List<Object>, Deque<Integer>> places = new HashMap<>();
        for (int k = 0; k < got.size(); k++) {
            if (partner[k] < 0) {
                places.computeIfAbsent(key.apply(got.get(k)), row -> new ArrayDeque<>()).add(k);
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            Deque<Integer> free = paired[i] ? null : places.get(key.apply(wanted.get(i)));
            if (free != null && !free.isEmpty() && near(wanted.get(i), got.get(free.peek()))) {
                partner[free.poll()] = i;
                paired[i] = true;
            }
        }
    }

    /**
     * Finds a partner for one more row, moving others where that helps: an augmenting path in the
     * graph of rows that are near each other (Kuhn's algorithm), breadth first.
     */
    private boolean pair(int row, List<List<Object>> wanted, List<List<Object>> got, int[] partner)
            throws TooMuch {
        int[] from = new int[got.size()]; // the expected row that reached a returned one
        Arrays.fill(from, -1);
        Map<Integer, Integer> held = new HashMap<>(); // the returned row that an expected one holds
        Deque<Integer> open = new ArrayDeque<>(List.of(row));
        while (!open.isEmpty()) {
            int i = open.poll();
            for (int k = 0; k < got.size(); k++) {
                if (from[k] >= 0 || !near(wanted.get(i), got.get(k))) {
                    continue;
                }
                from[k] = i;
                if (partner[k] < 0) {
                    move(k, from, held, partner);
                    return true;
                }
                held.put(partner[k], k);
                open.add(partner[k]);
            }
        }
        return false;
    }

    private static void move(int end, int[] from, Map<Integer, Integer> held, int[] partner) {
        Integer k = end;
        while (k != null) {
            int i = from[k];
            partner[k] = i;
            k = held.get(i);
        }
    }

    private boolean near(List<Object> wanted, List<Object> got) throws TooMuch {
        if (--left < 0) {
            throw new TooMuch();
        }
        return cells.same(wanted, got);
    }

    private static String missing(List<Object> row, List<List<Object>> got, int[] partner) {
        String sentence = "The row " + Cells.shown(row) + " is missing";
        for (int k = 0; k < got.size(); k++) {
            if (partner[k] < 0) {
                return sentence + "; " + Cells.shown(got.get(k)) + " is not expected.";
            }
        }
        return sentence + ".";
    }
}
