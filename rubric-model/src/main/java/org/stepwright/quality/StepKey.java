package org.stepwright.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;

/** Which label a moment is about. */
record StepKey(String traceId, String annotator, LabelPass pass, int step, int candidate) {
    static StepKey of(LabelMoment m) {
        return new StepKey(m.traceId(), m.annotator(), m.pass(), m.step(), m.candidate());
    }

    /** What each label was in the end: its last moment. */
    static Map<StepKey, LabelMoment> last(List<LabelMoment> moments) {
        Map<StepKey, LabelMoment> last = new LinkedHashMap<>();
        for (LabelMoment m : moments) {
            last.merge(of(m), m, (was, is) -> is.at().isBefore(was.at()) ? was : is);
        }
        return last;
    }
}
