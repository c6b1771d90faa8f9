package org.stepwright.ui.data.audit;

import java.util.List;
import java.util.Optional;
import org.stepwright.label.Verdict;
import org.stepwright.storage.StoredFinding;
import org.stepwright.ui.kit.MarkedText;

/**
 * The rows of a finding.
 *
 * @param of the finding
 * @param sides the trace that it is about, and the one that it is held against; may be empty
 * @param suggested the verdict that it suggests, if it is about a label
 */
record Detail(StoredFinding of, List<Side> sides, Optional<Verdict> suggested) {
    Detail {
        sides = List.copyOf(sides);
    }

    /**
     * One trace.
     *
     * @param id its id
     * @param file the file that it came with; empty when nobody knows
     * @param aside whether it is set aside
     * @param problem its problem, with what differs from the other side marked
     * @param steps its steps, or those around the one that the finding is about
     * @param hidden how many steps are not among them
     */
    record Side(
            String id, String file, boolean aside, Marked problem, List<Line> steps, int hidden) {
        Side {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A text with marks.
     *
     * @param text the text
     * @param marks what differs
     */
    record Marked(String text, List<MarkedText.Mark> marks) {
        Marked {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A step.
     *
     * @param index from 0
     * @param text its text, with what differs from the other side marked
     * @param labels who says what, such as {@code ana ✓}
     * @param meant whether the finding is about it
     */
    record Line(int index, Marked text, List<String> labels, boolean meant) {
        Line {
            labels = List.copyOf(labels);
        }
    }
}
