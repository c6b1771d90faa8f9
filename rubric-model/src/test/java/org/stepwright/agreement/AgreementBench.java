package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/** How long agreement and consensus take; prints the median of five runs after two to warm up. */
@Tag("bench")
class AgreementBench {
    private static List<LabelledTrace> traces(int traces, int steps, int annotators) {
        Random random = new Random(1);
        List<LabelledTrace> made = new ArrayList<>();
        for (int t = 0; t < traces; t++) {
            String id = "t" + t;
            List<StepLabel> labels = new ArrayList<>();
            for (int step = 0; step < steps; step++) {
                Verdict truth = Verdict.values()[random.nextInt(3)];
                for (int a = 0; a < annotators; a++) {
                    Verdict said =
                            random.nextDouble() < 0.6 + 0.05 * (a % 7)
                                    ? truth
                                    : Verdict.values()[random.nextInt(3)];
                    labels.add(LabelledTraces.said(id, step, said, "p" + a));
                }
            }
            made.add(new LabelledTrace(LabelledTraces.trace(id, steps), labels));
        }
        return made;
    }

    private static void time(String what, Supplier<String> work) {
        List<Long> millis = new ArrayList<>();
        String result = "";
        for (int run = 0; run < 7; run++) {
            long start = System.nanoTime();
            result = work.get();
            if (run > 1 || run == 0) {
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
        }
        long first = millis.remove(0);
        millis.sort(Long::compare);
        System.out.printf(
                Locale.ROOT,
                "%s: first %d ms, then median %d ms (%s)%n",
                what,
                first,
                millis.get(2),
                result);
    }

    @Test
    void study() {
        for (int[] size : new int[][] {{400, 5, 3}, {20_000, 5, 5}, {300, 5, 60}}) {
            List<LabelledTrace> traces = traces(size[0], size[1], size[2]);
            time(
                    "study of %d traces x %d steps x %d annotators"
                            .formatted(size[0], size[1], size[2]),
                    () -> {
                        AgreementStudy study = AgreementStudy.of(traces, StageOf.none());
                        return study.draws() + " samples, " + study.byPair().size() + " pairs";
                    });
        }
    }

    @Test
    void consensus() {
        List<LabelledTrace> many = traces(20_000, 5, 5);
        List<LabelledTrace> crowd = traces(50, 5, 3000);
        for (Consensus rule : Consensus.values()) {
            time(rule + " of 100,000 steps x 5", () -> rounds(rule.consensus(many)));
            time(rule + " of 250 steps x 3,000", () -> rounds(rule.consensus(crowd)));
        }
    }

    private static String rounds(ConsensusResult result) {
        return result.rounds() + " rounds, converged " + result.converged();
    }
}
