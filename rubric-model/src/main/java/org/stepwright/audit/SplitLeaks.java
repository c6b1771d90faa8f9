package org.stepwright.audit;

import java.util.Comparator;
import java.util.List;

/** Finds rows whose problem is also in a part of the split where that does more harm. */
final class SplitLeaks {
    private final RowTable rows;
    private final List<String> parts;
    private final ProblemTable problems;
    private final Upper[] uppers;

    /**
     * @param rows all rows
     * @param parts the part of each row, empty when nobody says
     * @param problems the rows' problems
     */
    SplitLeaks(RowTable rows, List<String> parts, ProblemTable problems) {
        this.rows = rows;
        this.parts = parts;
        this.problems = problems;
        uppers = uppers();
    }

    /** A row of the part where its problem does most harm, and how near the problem is. */
    private record Upper(int row, double similarity) {}

    /** For each text the first row of the uppermost part that has it; null where none has one. */
    private Upper[] uppers() {
        Upper[] uppers = new Upper[problems.texts().size()];
        for (int row = 0; row < rows.size(); row++) {
            if (!parts.get(row).isEmpty()) {
                for (int text : problems.textsOf(row)) {
                    uppers[text] = upper(uppers[text], new Upper(row, 1));
                }
            }
        }
        return uppers;
    }

    private Upper upper(Upper a, Upper b) {
        return a == null || upperFirst().compare(b, a) < 0 ? b : a;
    }

    private Comparator<Upper> upperFirst() {
        Comparator<Upper> byPart =
                (a, b) -> SplitOf.compare(parts.get(b.row()), parts.get(a.row()));
        return byPart.thenComparing(Comparator.comparingDouble(Upper::similarity).reversed())
                .thenComparing(Upper::row, rows.byName());
    }

    void add(int row, List<AuditFinding> found) {
        String part = parts.get(row);
        if (part.isEmpty()) {
            return;
        }
        Upper[] best = {null};
        for (int text : problems.textsOf(row)) {
            problems.pairs()
                    .forSelfAndNear(
                            text,
                            (other, similarity) -> {
                                if (uppers[other] != null) {
                                    int seen = uppers[other].row();
                                    best[0] = upper(best[0], new Upper(seen, similarity));
                                }
                            });
        }
        if (best[0] != null && SplitOf.compare(parts.get(best[0].row()), part) > 0) {
            found.add(finding(row, best[0]));
        }
    }

    private AuditFinding finding(int row, Upper leak) {
        String how =
                leak.similarity() < 1
                        ? "nearly the same problem (" + Shown.percent(leak.similarity()) + " alike)"
                        : "the same problem";
        return new AuditFinding(
                FindingKind.SPLIT_LEAK,
                rows.id(row),
                AuditFinding.WHOLE_TRACE,
                rows.id(leak.row()),
                leak.similarity(),
                "It is in the part "
                        + parts.get(row)
                        + ", and "
                        + rows.named(leak.row(), row)
                        + " in the part "
                        + parts.get(leak.row())
                        + " has "
                        + how
                        + ".");
    }
}
