package org.stepwright.rubric;

import java.util.List;

/**
 * One change to a rubric that a person would accept or refuse by itself. A fix of a lint finding,
 * the difference of two rubrics and a drafted proposal are lists of them.
 *
 * <p>An edit says what becomes of one thing and leaves the rest as it is, so it also fits a rubric
 * that has changed elsewhere meanwhile.
 */
public sealed interface RubricEdit permits ChangeRubric, StageEdit, CriterionEdit, LevelEdit {
    /**
     * @return what it changes, how that was and how it becomes, for people
     */
    Change change();

    /**
     * @return what it changes, as in {@link Change#where()}
     */
    default String where() {
        return change().where();
    }

    /**
     * @param rubric a rubric
     * @return the changed rubric
     * @throws IllegalArgumentException when the change does not fit, with a sentence that says why
     */
    Rubric applyTo(Rubric rubric);

    /**
     * @param rubric a rubric
     * @param edits changes, made one after another
     * @return the changed rubric
     * @throws IllegalArgumentException when one does not fit
     */
    static Rubric applyAll(Rubric rubric, List<RubricEdit> edits) {
        Rubric changed = rubric;
        for (RubricEdit edit : edits) {
            changed = edit.applyTo(changed);
        }
        return changed;
    }
}
