package org.stepwright.ui.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepwright.label.LabelSource;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/**
 * Makes decisions out of answers. A decision is a label of the reviewer's own; it never changes
 * what others said.
 *
 * @param traceId the trace
 * @param reviewer who decides
 * @param at when
 */
record Decide(String traceId, String reviewer, Instant at) {
    /** The decision on a step that is now, with another verdict. */
    StepLabel verdict(ReviewRow row, Verdict verdict) {
        StepLabel now = row.decision() == null ? blank(row) : row.decision();
        return with(now, row, verdict, now.ratings(), now.errorKinds(), now.spark(), now.comment());
    }

    /** The decision on a step that is now, with another comment. */
    StepLabel comment(ReviewRow row, String comment) {
        StepLabel now = row.decision() == null ? blank(row) : row.decision();
        return with(now, row, now.verdict(), now.ratings(), now.errorKinds(), now.spark(), comment);
    }

    /** What all who answered say alike of a step on which they agree. */
    StepLabel agreed(ReviewRow row) {
        List<StepLabel> said = said(row);
        return with(
                blank(row),
                row,
                row.split().verdict(),
                common(said, StepLabel::ratings),
                common(said, StepLabel::errorKinds),
                said.stream().allMatch(StepLabel::spark),
                comment(row));
    }

    /**
     * One person's answer as it is; a decision that says nothing where this person said nothing.
     */
    StepLabel taken(ReviewRow row, StepLabel answer) {
        if (answer == null) {
            return blank(row);
        }
        return new StepLabel(
                traceId,
                row.index(),
                0,
                answer.verdict(),
                answer.ratings(),
                answer.errorKinds(),
                answer.spark(),
                false,
                comment(row),
                reviewer,
                at,
                answer.rubricVersion(),
                LabelSource.ADJUDICATED,
                answer.correction());
    }

    /** Whether a decision says nothing. */
    static boolean saysNothing(StepLabel label) {
        return label.verdict() == null
                && label.ratings().isEmpty()
                && label.errorKinds().isEmpty()
                && !label.spark()
                && label.comment().isEmpty()
                && label.correction().isEmpty();
    }

    private StepLabel with(
            StepLabel now,
            ReviewRow row,
            Verdict verdict,
            List<Rating> ratings,
            List<String> kinds,
            boolean spark,
            String comment) {
        return new StepLabel(
                traceId,
                row.index(),
                0,
                verdict,
                ratings,
                kinds,
                spark,
                false,
                comment,
                reviewer,
                at,
                now.rubricVersion(),
                LabelSource.ADJUDICATED,
                now.correction());
    }

    private StepLabel blank(ReviewRow row) {
        return new StepLabel(
                traceId,
                row.index(),
                0,
                null,
                List.of(),
                List.of(),
                false,
                false,
                comment(row),
                reviewer,
                at,
                version(row),
                LabelSource.ADJUDICATED);
    }

    /** The reviewer's words stay whatever is decided. */
    private static String comment(ReviewRow row) {
        return row.decision() == null ? "" : row.decision().comment();
    }

    /** The rubric version that most answers were given under. */
    private static String version(ReviewRow row) {
        Map<String, Long> counts =
                said(row).stream()
                        .collect(
                                Collectors.groupingBy(
                                        StepLabel::rubricVersion, Collectors.counting()));
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static List<StepLabel> said(ReviewRow row) {
        return row.answers().stream().filter(Objects::nonNull).toList();
    }

    private static <T> List<T> common(List<StepLabel> labels, Function<StepLabel, List<T>> what) {
        if (labels.isEmpty()) {
            return List.of();
        }
        List<T> all = new ArrayList<>(what.apply(labels.get(0)));
        labels.forEach(l -> all.retainAll(what.apply(l)));
        return all;
    }
}
