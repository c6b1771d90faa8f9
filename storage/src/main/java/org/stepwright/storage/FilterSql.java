package org.stepwright.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts the conditions of filters together. Where an index holds some rows only, the condition says
 * so word for word as the index does, and names the index: SQLite would walk through all labels of
 * a trace instead.
 */
final class FilterSql {
    /** A label that is a person's and not an import's: label_of_person. */
    private static final String PERSON = "substr(l.annotator, 1, 7) <> 'import:'";

    private static final String IMPORT = "import:";

    /** Events of labels that say more than a verdict: label_event_marked. */
    private static final String MARKED =
            "e.kind = 'LABEL' AND (e.spark = 1 OR e.unsure = 1 OR e.comment IS NOT NULL"
                    + " OR e.error_kinds IS NOT NULL)";

    /** Two people who differ on a step; one of them does not say CORRECT: label_not_correct. */
    private static final String DIFFERING_FROM =
            "label n INDEXED BY label_not_correct CROSS JOIN label o ON o.trace = n.trace"
                    + " AND o.step = n.step AND o.candidate = 0";

    private static final String DIFFERING =
            "n.verdict <> 'CORRECT' AND n.candidate = 0 AND n.pass = 'LABEL' AND o.pass = 'LABEL'"
                    + " AND o.verdict <> n.verdict AND NOT EXISTS (SELECT 1 FROM label_event e"
                    + " WHERE e.seq IN (n.event, o.event)"
                    + " AND e.source NOT IN ('HUMAN', 'IMPORTED'))";

    private static final String MARKED_FROM =
            "label_event e INDEXED BY label_event_marked CROSS JOIN label l ON l.trace = e.trace"
                    + " AND l.step = e.step AND l.candidate = e.candidate"
                    + " AND l.annotator = e.annotator AND l.pass = e.pass";

    private final boolean counting;
    private final String seq;
    private final double sliceShare;
    private final List<String> sql = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private boolean asideAsked;

    /**
     * @param seq the SQL of a trace's number
     * @param sliceShare the share of all problems in the random slice
     * @param counting whether all traces are asked for and not the first few: then what only few
     *     have is gathered once, instead of asking each trace
     */
    FilterSql(String seq, double sliceShare, boolean counting) {
        this.counting = counting;
        this.seq = seq;
        this.sliceShare = sliceShare;
    }

    TraceQuery query() {
        List<String> all = new ArrayList<>();
        all.add(seq + " NOT IN (SELECT trace FROM " + (asideAsked ? "hidden)" : "unlisted)"));
        all.addAll(sql);
        return new TraceQuery(String.join(" AND ", all), List.copyOf(values));
    }

    /** Adds a filter; who is meant may be empty for everybody. Views are not followed. */
    void add(TraceFilter filter, String who) {
        filter.values().forEach((key, value) -> add(key, value, who));
    }

    private void add(FilterKey key, String value, String who) {
        boolean wanted = value.equals("yes");
        switch (key) {
            case ID -> equal("id", value);
            case SOURCE -> equal("source", value);
            case GENERATOR -> equal("generator", value);
            case TEXT -> text(SearchText.query(value));
            case STATE -> state(TraceState.valueOf(value.toUpperCase(Locale.ROOT)), who);
            case LABELLED -> label(wanted, "", "l.verdict IS NOT NULL", who);
            case VERDICT -> verdict(value.toUpperCase(Locale.ROOT), who);
            case REVISIT -> exists(wanted, "open_revisit l WHERE l.trace = " + seq, who);
            case SPARK -> marked(wanted, "e.spark = 1", who);
            case UNSURE -> marked(wanted, "e.unsure = 1", who);
            case COMMENT -> marked(wanted, "e.comment IS NOT NULL", who);
            case KIND -> {
                values.add(value);
                marked(
                        true,
                        "EXISTS (SELECT 1 FROM json_each(e.error_kinds) k WHERE k.value = ?)",
                        who);
            }
            case DISAGREE -> among(wanted, "n", DIFFERING_FROM, DIFFERING, "");
            case DECIDED -> decided(wanted);
            case GOLD -> exists(wanted, "gold l WHERE l.trace = " + seq, "");
            case SLICE -> {
                values.add(Double.toString(sliceShare));
                exists(wanted, "slice_place l WHERE l.trace = " + seq + " AND l.place < ?", "");
            }
            case ASIDE -> {
                asideAsked = true;
                if (!value.equals("any")) {
                    exists(wanted, "aside l WHERE l.trace = " + seq, "");
                }
            }
            case ANNOTATOR, VIEW -> {
                // Says who is meant, or was followed: no condition of its own.
            }
        }
    }

    private void equal(String column, String value) {
        // Where an order is walked, fetching every trace to ask it costs more than asking all at
        // once.
        sql.add(
                seq.equals("t.seq")
                        ? "t." + column + " = ?"
                        : seq + " IN (SELECT i.seq FROM trace i WHERE i." + column + " = ?)");
        values.add(value);
    }

    private void text(String query) {
        if (query.isEmpty()) {
            // Only signs that no word holds: nothing can be found.
            sql.add("0");
            return;
        }
        sql.add(seq + " IN (SELECT rowid FROM trace_words WHERE trace_words MATCH ?)");
        values.add(query);
    }

    private void state(TraceState state, String who) {
        // OPEN is the absence of any other state.
        boolean open = state == TraceState.OPEN;
        values.add(state.name());
        exists(
                !open,
                "trace_state l WHERE l.trace = "
                        + seq
                        + " AND l.pass = 'LABEL' AND l.state "
                        + (open ? "<>" : "=")
                        + " ?",
                who);
    }

    private void verdict(String verdict, String who) {
        values.add(verdict);
        boolean everybody = !isPerson(who);
        boolean rare = everybody && !verdict.equals("CORRECT");
        String test = "l.verdict = ?" + (rare ? " AND l.verdict <> 'CORRECT'" : "");
        label(true, rare ? "INDEXED BY label_not_correct " : "", test, who);
    }

    private void label(boolean wanted, String index, String test, String who) {
        boolean person = isPerson(who);
        exists(
                wanted,
                "label l "
                        + (person ? "INDEXED BY label_of_person " : index)
                        + "WHERE l.trace = "
                        + seq
                        + " AND l.pass <> 'REPEAT' AND "
                        + (person ? PERSON + " AND " : "")
                        + test,
                who);
    }

    private static boolean isPerson(String who) {
        return !who.isEmpty() && !who.startsWith(IMPORT);
    }

    /** By the few events that say more than a verdict; those that are current have a label. */
    private void marked(boolean wanted, String test, String who) {
        String marks = MARKED + " AND e.pass <> 'REPEAT' AND l.event = e.seq AND " + test;
        among(wanted, "e", MARKED_FROM, marks, who);
    }

    /** Whether the trace is that of one of some rows; {@code of} is what holds the trace there. */
    private void among(boolean wanted, String of, String from, String test, String who) {
        if (!counting) {
            exists(wanted, from + " WHERE " + of + ".trace = " + seq + " AND " + test, who);
            return;
        }
        sql.add(
                seq
                        + (wanted ? " IN" : " NOT IN")
                        + " (SELECT "
                        + of
                        + ".trace FROM "
                        + from
                        + " WHERE "
                        + test
                        + mine(who)
                        + ")");
    }

    /** A reviewer finished it, or decided and left no step on which people differ. */
    private void decided(boolean wanted) {
        String finished =
                "EXISTS (SELECT 1 FROM trace_state s WHERE s.trace = "
                        + seq
                        + " AND s.pass = 'DECISION' AND s.state <> 'OPEN')";
        String decision =
                "SELECT 1 FROM label d INDEXED BY label_decision WHERE d.pass = 'DECISION'"
                        + " AND d.verdict IS NOT NULL AND d.trace = ";
        String left =
                DIFFERING_FROM
                        + " WHERE n.trace = "
                        + seq
                        + " AND "
                        + DIFFERING
                        + " AND NOT EXISTS ("
                        + decision
                        + "n.trace AND d.step = n.step AND d.candidate = 0)";
        sql.add(
                (wanted ? "" : "NOT ")
                        + "("
                        + finished
                        + " OR EXISTS ("
                        + decision
                        + seq
                        + ") AND NOT EXISTS (SELECT 1 FROM "
                        + left
                        + "))");
    }

    private void exists(boolean wanted, String rows, String who) {
        sql.add((wanted ? "" : "NOT ") + "EXISTS (SELECT 1 FROM " + rows + mine(who) + ")");
    }

    private String mine(String who) {
        if (who.isEmpty()) {
            return "";
        }
        values.add(who);
        return " AND l.annotator = ?";
    }
}
