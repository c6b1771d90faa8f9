package org.stepwright.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwright.agreement.AgreementRow;
import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.StageOf;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;

/**
 * How far an annotator agrees with themselves when they label a trace once more without seeing
 * their first labels.
 *
 * @param annotator who
 * @param agreement between the first labels and the repeats: Cohen's κ, the share of equal
 *     verdicts, first errors; each with an interval over traces where at least 5 were repeated
 */
public record Steadiness(String annotator, AgreementRow agreement) {
    private static final String FIRST = "first";
    private static final String AGAIN = "again";

    /**
     * @param traces traces with first labels and repeats
     * @return by annotator, of those who repeated a step that they had labelled
     */
    public static SortedMap<String, Steadiness> all(List<LabelledTrace> traces) {
        TreeSet<String> names = new TreeSet<>();
        traces.forEach(
                t ->
                        t.labels().stream()
                                .filter(l -> l.pass() == LabelPass.REPEAT)
                                .forEach(l -> names.add(l.annotator())));
        SortedMap<String, Steadiness> all = new TreeMap<>();
        for (String name : names) {
            Steadiness own = of(traces, name);
            if (own.agreement().items() > 0) {
                all.put(name, own);
            }
        }
        return all;
    }

    /**
     * @param traces traces with first labels and repeats
     * @param annotator whose
     * @return how steady they are; unknown without repeats
     */
    public static Steadiness of(List<LabelledTrace> traces, String annotator) {
        List<LabelledTrace> twice = new ArrayList<>();
        for (LabelledTrace t : traces) {
            List<StepLabel> labels = new ArrayList<>();
            for (StepLabel label : t.labels()) {
                boolean own = label.annotator().equals(annotator) && label.verdict() != null;
                if (own && label.candidate() == 0 && label.pass() != LabelPass.DECISION) {
                    labels.add(as(label, label.pass() == LabelPass.REPEAT ? AGAIN : FIRST));
                }
            }
            twice.add(new LabelledTrace(t.trace(), labels));
        }
        return new Steadiness(annotator, AgreementStudy.of(twice, StageOf.none()).overall());
    }

    private static StepLabel as(StepLabel label, String name) {
        return StepLabel.verdict(
                label.traceId(),
                label.step(),
                label.verdict(),
                name,
                label.at(),
                LabelSource.HUMAN);
    }
}
