package org.stepwright.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Rows made by a rule. */
final class Rows {
    private Rows() {}

    /** Ten ordinary steps, labelled by three people who mostly agree. */
    static AuditRow labelled(int i) {
        String id = "t" + i;
        List<Step> steps = new ArrayList<>();
        List<StepLabel> labels = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(i);
        for (int s = 0; s < 10; s++) {
            int a = random.nextInt(100);
            int b = random.nextInt(100);
            steps.add(
                    Step.of(
                            "In step "
                                    + s
                                    + " we add "
                                    + a
                                    + " and "
                                    + b
                                    + " to get "
                                    + (a + b)
                                    + "."));
            boolean wrong = random.nextInt(5) == 0;
            for (String who : List.of("ann", "ben", "cy")) {
                labels.add(label(id, s, wrong != (random.nextInt(10) == 0), who, s));
            }
        }
        steps.set(9, Step.of("So the answer is " + i + "."));
        return row(id, "How much is it for customer " + i + "?", "", steps, labels);
    }

    static StepLabel label(String id, int step, boolean wrong, String who, long seconds) {
        return StepLabel.verdict(
                id,
                step,
                wrong ? Verdict.WRONG : Verdict.CORRECT,
                who,
                Instant.EPOCH.plusSeconds(20 * seconds),
                LabelSource.HUMAN);
    }

    static AuditRow row(
            String id, String problem, String generator, List<Step> steps, List<StepLabel> labels) {
        Map<String, String> metadata =
                generator.isEmpty() ? Map.of() : Map.of(Trace.GENERATOR, generator);
        return new AuditRow(
                new LabelledTrace(
                        new Trace(id, problem, steps, Outcome.UNKNOWN, null, metadata), labels),
                "");
    }
}
