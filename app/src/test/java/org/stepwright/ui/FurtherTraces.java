package org.stepwright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;

/** Makes a workspace large: traces of ten steps of about twenty words each. */
final class FurtherTraces {
    private static final int STEPS = 10;
    private static final int WORDS = 20;
    private static final int AT_ONCE = 2000;

    private FurtherTraces() {}

    static void add(Workspace workspace, int traces) {
        Random random = new Random(7);
        for (int from = 0; from < traces; from += AT_ONCE) {
            List<LabelledTrace> rows = new ArrayList<>();
            for (int i = from; i < Math.min(traces, from + AT_ONCE); i++) {
                List<String> steps = new ArrayList<>();
                for (int s = 0; s < STEPS; s++) {
                    steps.add(words(random));
                }
                rows.add(
                        new LabelledTrace(
                                Trace.of("further-" + i, words(random), steps), List.of()));
            }
            workspace.traces().add(rows);
        }
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            text.append("word").append(random.nextInt(5000)).append(' ');
        }
        return text.append(random.nextInt(1000)).append('.').toString();
    }
}
