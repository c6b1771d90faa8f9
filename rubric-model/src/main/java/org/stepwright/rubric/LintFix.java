package org.stepwright.rubric;

import java.util.List;

/**
 * What would mend a finding.
 *
 * @param title what the button says, a few words
 * @param edits the changes, in the order in which they are made; at least one
 */
public record LintFix(String title, List<RubricEdit> edits) {
    /** Validates. */
    public LintFix {
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("A fix has a title.");
        }
        edits = List.copyOf(edits);
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("A fix changes something.");
        }
    }

    /**
     * @param rubric the rubric that was read
     * @return the mended rubric
     * @throws IllegalArgumentException when the rubric has changed so much that the edits do not
     *     fit any more
     */
    public Rubric applyTo(Rubric rubric) {
        return RubricEdit.applyAll(rubric, edits);
    }
}
