package org.stepwright.rubric;

import java.util.List;

/**
 * One change to a rubric that can be made by itself. A fix of a lint finding, the difference of two
 * rubrics and a drafted proposal are lists of them.
 */
public interface RubricEdit {
    /**
     * @return what it changes, as in {@link Change#where()}
     */
    String where();

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
