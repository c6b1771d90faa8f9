package org.stepwright.ui.rubrics.tryout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.ui.kit.MarkedText;
import org.stepwright.verify.Finding;

/** Where in a step's text stands what a verifier checked. */
final class Evidence {
    private Evidence() {}

    /**
     * Marks each finding's evidence; equal ones one after the other, as they were found.
     *
     * @param text the text that is shown
     * @param findings the findings
     * @return marks, good or bad; a finding whose evidence is not in the text has none
     */
    static List<MarkedText.Mark> marks(String text, List<Finding> findings) {
        Map<String, Integer> next = new HashMap<>();
        List<MarkedText.Mark> marks = new ArrayList<>();
        for (Finding finding : findings) {
            String evidence = finding.evidence();
            if (evidence.isBlank()) {
                continue;
            }
            int from = next.getOrDefault(evidence, 0);
            int start = text.indexOf(evidence, from);
            if (start < 0) {
                start = text.indexOf(evidence);
            }
            if (start >= 0) {
                int end = start + evidence.length();
                next.put(evidence, end);
                marks.add(
                        new MarkedText.Mark(
                                start, end, finding.holds() ? "found-good" : "found-bad"));
            }
        }
        return marks;
    }
}
