package org.stepwright.rubric;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.stepwright.score.Aggregation;

/**
 * What good work is: the content of a draft and of a published version alike.
 *
 * @param id the rubric's id: lower-case letters, digits and hyphens
 * @param title a few words
 * @param description what the work is and who does it, maybe empty
 * @param stages the stages in order
 * @param everyStep criteria that are judged in every step
 * @param aggregation how step rewards become the trace's reward
 * @param errorKinds names of kinds of error that labellers can choose
 */
public record Rubric(
        String id,
        String title,
        String description,
        List<Stage> stages,
        List<Criterion> everyStep,
        Aggregation aggregation,
        List<String> errorKinds) {
    /** Validates; stage ids and criterion ids are unique. */
    public Rubric {
        Ids.require(id, "rubric");
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("A rubric has a title.");
        }
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(aggregation, "aggregation");
        stages = List.copyOf(stages);
        everyStep = List.copyOf(everyStep);
        errorKinds = List.copyOf(errorKinds);
        requireUnique(stages.stream().map(Stage::id).toList(), "stage");
        requireUnique(allCriteria(stages, everyStep).map(Criterion::id).toList(), "criterion");
    }

    /**
     * @return all criteria, those of every step first
     */
    public List<Criterion> criteria() {
        return allCriteria(stages, everyStep).toList();
    }

    private static Stream<Criterion> allCriteria(List<Stage> stages, List<Criterion> everyStep) {
        return Stream.concat(
                everyStep.stream(), stages.stream().flatMap(s -> s.criteria().stream()));
    }

    private static void requireUnique(List<String> ids, String what) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(
                        "Two of the rubric's ids are the same: " + what + " " + id);
            }
        }
    }
}
