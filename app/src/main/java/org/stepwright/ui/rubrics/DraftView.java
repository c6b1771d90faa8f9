package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Optional;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;

/**
 * The draft and what of it is in sight; the three always fit each other.
 *
 * @param rubric the draft
 * @param stageIndex the stage, from 0; -1 for the criteria of every step
 * @param open the id of the criterion that is open for editing; empty for none
 */
record DraftView(Rubric rubric, int stageIndex, String open) {
    /** The stage in sight; empty for every step. */
    Optional<Stage> stage() {
        return stageIndex == RubricEdits.EVERY_STEP
                ? Optional.empty()
                : Optional.of(rubric.stages().get(stageIndex));
    }

    /** What is judged there. */
    List<Criterion> criteria() {
        return CriteriaEdits.of(rubric, stageIndex);
    }

    /** The id of the stage in sight; empty for every step. */
    String stageId() {
        return stage().map(Stage::id).orElse("");
    }
}
