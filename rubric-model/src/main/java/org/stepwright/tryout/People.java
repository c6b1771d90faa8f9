package org.stepwright.tryout;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;

/** What people say about a trace's steps. */
final class People {
    private static final Set<LabelSource> PEOPLE =
            EnumSet.of(LabelSource.HUMAN, LabelSource.IMPORTED, LabelSource.ADJUDICATED);

    private final List<StepLabel> labels;
    private final StepTargets verdicts;

    private People(List<StepLabel> labels, StepTargets verdicts) {
        this.labels = labels;
        this.verdicts = verdicts;
    }

    static People of(LabelledTrace row) {
        List<StepLabel> labels =
                row.labels().stream()
                        .filter(l -> l.candidate() == 0 && PEOPLE.contains(l.source()))
                        .toList();
        return new People(labels, StepTargets.of(new LabelledTrace(row.trace(), labels)));
    }

    boolean saySomething() {
        return !labels.isEmpty();
    }

    /** The first wrong step, -1 for none; empty when they do not say. */
    OptionalInt firstError() {
        return verdicts.firstError();
    }

    /** Whether the step is wrong by the criterion, else by its verdict; empty without a label. */
    Optional<Boolean> wrong(int step, Criterion criterion) {
        Optional<Boolean> rated = ratedWrong(step, criterion);
        return rated.isPresent()
                ? rated
                : Optional.ofNullable(verdicts.verdicts().get(step)).map(v -> v == Verdict.WRONG);
    }

    /** An adjudicated rating decides, then the majority; a tie counts as wrong, the safe side. */
    private Optional<Boolean> ratedWrong(int step, Criterion criterion) {
        List<Boolean> decided = votes(step, criterion, EnumSet.of(LabelSource.ADJUDICATED));
        List<Boolean> counted = decided.isEmpty() ? votes(step, criterion, PEOPLE) : decided;
        long wrong = counted.stream().filter(w -> w).count();
        return counted.isEmpty() ? Optional.empty() : Optional.of(2 * wrong >= counted.size());
    }

    private List<Boolean> votes(int step, Criterion criterion, Set<LabelSource> sources) {
        return labels.stream()
                .filter(l -> l.step() == step && sources.contains(l.source()))
                .flatMap(l -> rating(l, criterion))
                .map(rating -> rating.value() <= criterion.scale().min())
                .toList();
    }

    private static Stream<Rating> rating(StepLabel label, Criterion criterion) {
        return label.ratings().stream().filter(r -> r.criterionId().equals(criterion.id()));
    }
}
