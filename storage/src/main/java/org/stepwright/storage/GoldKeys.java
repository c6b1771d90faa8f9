package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

/** What the right labels of a trace are taken to be. */
final class GoldKeys {
    private GoldKeys() {}

    /** One verdict a step, null where nobody knows; empty when nobody knows any. */
    static Optional<List<Verdict>> of(Db db, String traceId, String asker) throws SQLException {
        PreparedStatement select =
                db.prepare("SELECT " + TraceRows.COLUMNS + " FROM trace t WHERE t.id = ?");
        select.setString(1, traceId);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Trace trace = TraceRows.trace(db, row);
            List<StepLabel> labels =
                    LabelRows.of(db, row.getLong(1), traceId, LabelRows.Which.counting(""));
            List<StepLabel> others =
                    labels.stream().filter(l -> !l.annotator().equals(asker)).toList();
            List<Verdict> key = StepTargets.of(new LabelledTrace(trace, best(others))).verdicts();
            return Optional.of(key).filter(k -> k.stream().anyMatch(Objects::nonNull));
        }
    }

    /** Of each step the labels that count most: decisions, else what came, else what people say. */
    private static List<StepLabel> best(List<StepLabel> labels) {
        Map<Integer, Integer> most = new HashMap<>();
        for (StepLabel label : labels) {
            if (label.verdict() != null && label.candidate() == 0) {
                most.merge(label.step(), weight(label), Math::max);
            }
        }
        return labels.stream().filter(l -> weight(l) == most.getOrDefault(l.step(), -1)).toList();
    }

    private static int weight(StepLabel label) {
        return switch (label.source()) {
            case ADJUDICATED -> 2;
            case IMPORTED, SYNTHETIC, ROLLOUT -> 1;
            case HUMAN, REPEAT -> 0;
        };
    }
}
