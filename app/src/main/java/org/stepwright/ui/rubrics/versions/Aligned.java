package org.stepwright.ui.rubrics.versions;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ids of two orders, side by side: what stayed in order shares a line, what moved stands where it
 * is now.
 *
 * @param id the id
 * @param before whether the older order has it here
 * @param after whether the newer order has it here
 * @param moved whether it stands at another place among those that stayed
 */
record Aligned(String id, boolean before, boolean after, boolean moved) {
    /** Every id of both orders; one that moved comes once, at its new place. */
    static List<Aligned> of(List<String> before, List<String> after) {
        Set<String> old = new HashSet<>(before);
        Set<String> now = new HashSet<>(after);
        List<Aligned> lines = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                delta.getTarget()
                        .getLines()
                        .forEach(id -> lines.add(new Aligned(id, true, true, false)));
                continue;
            }
            for (String id : delta.getSource().getLines()) {
                if (!now.contains(id)) {
                    lines.add(new Aligned(id, true, false, false));
                }
            }
            for (String id : delta.getTarget().getLines()) {
                boolean known = old.contains(id);
                lines.add(new Aligned(id, known, true, known));
            }
        }
        return lines;
    }
}
