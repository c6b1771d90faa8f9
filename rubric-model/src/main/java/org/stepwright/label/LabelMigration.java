package org.stepwright.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.Stage;

/** Carries labels over from one version of a rubric to another. */
public final class LabelMigration {
    private LabelMigration() {}

    /**
     * @param plan what becomes of each criterion
     * @param label a label under the plan's older version
     * @param stageOfStep the stage of the newer version that the label's step belongs to, if any
     * @return the label under the newer version
     */
    public static CarriedLabel carry(
            MigrationPlan plan, StepLabel label, Optional<Stage> stageOfStep) {
        List<Rating> kept = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        Set<String> lost = new HashSet<>();
        for (Rating rating : label.ratings()) {
            Optional<CriterionMove> move = plan.move(rating.criterionId());
            Optional<Rating> carried = move.flatMap(m -> carry(m, rating));
            carried.ifPresentOrElse(kept::add, () -> dropped.add(rating.criterionId()));
            if (carried.isEmpty() && move.isPresent() && move.get().to() != null) {
                lost.add(move.get().to());
            }
        }
        Set<String> added = new HashSet<>(lost);
        plan.added().forEach(c -> added.add(c.id()));
        List<String> toRate =
                applying(plan, stageOfStep)
                        // A verifier decides these without a person.
                        .filter(c -> c.automatic().isEmpty())
                        .map(Criterion::id)
                        .filter(added::contains)
                        .toList();
        return new CarriedLabel(with(label, kept, plan.to().key()), dropped, toRate);
    }

    private static Optional<Rating> carry(CriterionMove move, Rating rating) {
        return switch (move.kind()) {
            case SAME -> Optional.of(rating);
            case RENAMED -> Optional.of(new Rating(move.to(), rating.value()));
            case RESCALED ->
                    Optional.ofNullable(move.values().get(rating.value() + 0.0))
                            .map(value -> new Rating(move.to(), value));
            case DROPPED -> Optional.empty();
        };
    }

    private static Stream<Criterion> applying(MigrationPlan plan, Optional<Stage> stage) {
        return Stream.concat(
                plan.to().rubric().everyStep().stream(),
                stage.stream().flatMap(s -> s.criteria().stream()));
    }

    private static StepLabel with(StepLabel label, List<Rating> ratings, String version) {
        return new StepLabel(
                label.traceId(),
                label.step(),
                label.candidate(),
                label.verdict(),
                ratings,
                label.errorKinds(),
                label.spark(),
                label.unsure(),
                label.comment(),
                label.annotator(),
                label.at(),
                version,
                label.source(),
                label.correction());
    }
}
