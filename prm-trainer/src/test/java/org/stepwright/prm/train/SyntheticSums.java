package org.stepwright.prm.train;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

/** Small labelled answers to made-up sums; about half of them hold one wrong equality. */
public final class SyntheticSums {
    private static final String[] THINGS = {
        "apples", "bolts", "books", "coins", "eggs", "keys", "lamps", "maps", "pens", "tiles"
    };

    private SyntheticSums() {}

    /**
     * @param traces how many
     * @param seed of the generator
     * @return labelled traces, labels up to the first error
     */
    public static List<LabelledTrace> rows(int traces, long seed) {
        Random random = new Random(seed);
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < traces; i++) {
            rows.add(row("sum-" + seed + "-" + i, random));
        }
        return rows;
    }

    private static LabelledTrace row(String id, Random random) {
        String thing = THINGS[random.nextInt(THINGS.length)];
        int total = 2 + random.nextInt(90);
        StringBuilder problem =
                new StringBuilder("Box " + id + " has " + total + " " + thing + ".");
        int steps = 2 + random.nextInt(5);
        int wrongAt = random.nextBoolean() ? random.nextInt(steps) : -1;
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            int more = 2 + random.nextInt(90);
            problem.append(" Then ").append(more).append(' ').append(thing).append(" come.");
            int claimed = total + more + (i == wrongAt ? 1 + random.nextInt(9) : 0);
            String doubt = i == wrongAt && random.nextInt(3) == 0 ? "Wait, perhaps: " : "";
            texts.add(doubt + "Now there are " + total + " + " + more + " = " + claimed + ".");
            total = claimed;
        }
        Trace trace = Trace.of(id, problem.append(" How many?").toString(), texts);
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < steps && (wrongAt < 0 || i <= wrongAt); i++) {
            Verdict verdict = i == wrongAt ? Verdict.WRONG : Verdict.CORRECT;
            labels.add(
                    StepLabel.verdict(
                            id, i, verdict, "tester", Instant.EPOCH, LabelSource.SYNTHETIC));
        }
        return new LabelledTrace(trace, labels);
    }
}
