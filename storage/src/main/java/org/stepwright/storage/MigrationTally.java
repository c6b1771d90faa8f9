package org.stepwright.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stepwright.label.CarriedLabel;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;

/** Counts what a plan does to labels. */
final class MigrationTally {
    private static final int MOST_EXAMPLES = 200;

    /** Different values of one criterion that are told apart; a scale without steps has no end. */
    private static final int MOST_VALUES = 1000;

    private final MigrationPlan plan;
    private final Map<CriterionMove.Kind, Long> byKind = new LinkedHashMap<>();
    private final Map<String, Long> carried = new LinkedHashMap<>();
    private final Map<String, Long> lost = new LinkedHashMap<>();
    private final Map<String, SortedMap<Double, Long>> values = new LinkedHashMap<>();
    private final List<TouchedLabel> examples = new ArrayList<>();
    private long labels;
    private long dropped;
    private long stepsToRevisit;
    private long toRate;

    MigrationTally(MigrationPlan plan) {
        this.plan = plan;
    }

    void add(StepLabel before, CarriedLabel after) {
        labels++;
        dropped += after.dropped().size();
        toRate += after.toRate().size();
        stepsToRevisit += after.toRate().isEmpty() ? 0 : 1;
        for (Rating rating : before.ratings()) {
            addRating(rating, after.dropped().contains(rating.criterionId()));
        }
        boolean touched =
                !after.toRate().isEmpty() || !after.label().ratings().equals(before.ratings());
        if (touched && examples.size() < MOST_EXAMPLES) {
            examples.add(new TouchedLabel(before, after));
        }
    }

    private void addRating(Rating rating, boolean isLost) {
        String id = rating.criterionId();
        SortedMap<Double, Long> seen = values.computeIfAbsent(id, key -> new TreeMap<>());
        if (seen.size() < MOST_VALUES || seen.containsKey(rating.value())) {
            seen.merge(rating.value(), 1L, Long::sum);
        }
        (isLost ? lost : carried).merge(id, 1L, Long::sum);
        if (!isLost) {
            Optional<CriterionMove> move = plan.move(id);
            move.ifPresent(m -> byKind.merge(m.kind(), 1L, Long::sum));
        }
    }

    private long of(CriterionMove.Kind kind) {
        return byKind.getOrDefault(kind, 0L);
    }

    MigrationPreview preview() {
        List<MoveUse> uses =
                plan.moves().stream()
                        .map(
                                m ->
                                        new MoveUse(
                                                m,
                                                carried.getOrDefault(m.from(), 0L),
                                                lost.getOrDefault(m.from(), 0L),
                                                values.getOrDefault(m.from(), new TreeMap<>())))
                        .toList();
        return new MigrationPreview(
                labels,
                of(CriterionMove.Kind.SAME),
                of(CriterionMove.Kind.RENAMED),
                of(CriterionMove.Kind.RESCALED),
                dropped,
                stepsToRevisit,
                toRate,
                uses,
                examples);
    }

    MigrationResult result(long changedMeanwhile, SortedMap<String, Integer> undoSteps) {
        return new MigrationResult(
                labels,
                of(CriterionMove.Kind.SAME),
                of(CriterionMove.Kind.RENAMED),
                of(CriterionMove.Kind.RESCALED),
                dropped,
                stepsToRevisit,
                changedMeanwhile,
                undoSteps);
    }
}
