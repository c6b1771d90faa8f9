package org.stepwright.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Scanner;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Preference;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

/**
 * An endless script of everything that a labeller does, the same every time: act n depends on n
 * only and is one batch of the history. In a process of its own it goes on from a number and prints
 * each number after the act's future completed: from then on it must not be lost.
 */
final class KillScript {
    private static final int TRACES = 60;
    private static final int STEPS = 10;
    private static final String WHO = "anna";

    private KillScript() {}

    static List<LabelledTrace> traces() {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < TRACES; i++) {
            List<String> steps = new ArrayList<>();
            for (int s = 0; s < STEPS; s++) {
                steps.add("s" + s);
            }
            rows.add(new LabelledTrace(Trace.of(trace(i), "p", steps), List.of()));
        }
        return rows;
    }

    private static String trace(int i) {
        return String.format("t%03d", i);
    }

    /** Does act n and waits until it is on the disk. */
    static void act(Workspace workspace, int n) {
        Random random = new Random(n * 7919L);
        LabelStore labels = workspace.labels();
        int kind = random.nextInt(100);
        if (kind < 12 && labels.undo(WHO).join().isPresent()) {
            return;
        }
        if (kind >= 12 && kind < 16 && labels.redo(WHO).join().isPresent()) {
            return;
        }
        String trace = trace(random.nextInt(TRACES));
        int step = random.nextInt(STEPS);
        Act act = new Act("s", random.nextInt(5000), "");
        if (kind < 30) {
            labels.putAll(firstError(trace, step), act).join();
        } else if (kind < 38) {
            TraceState state = TraceState.values()[random.nextInt(4)];
            labels.finish(trace, WHO, LabelPass.LABEL, state, "because", act).join();
        } else if (kind < 45) {
            String other = trace.equals("t000") ? "t001" : "t000";
            labels.prefer(
                            Preference.of(
                                    trace,
                                    other,
                                    Preference.Choice.values()[random.nextInt(4)],
                                    "",
                                    WHO,
                                    Samples.AT),
                            act)
                    .join();
        } else if (kind < 50) {
            labels.clear(trace, step, 0, WHO, LabelPass.LABEL, act).join();
        } else if (kind < 55) {
            labels.put(
                            StepLabel.verdict(
                                    trace,
                                    step,
                                    Verdict.WRONG,
                                    WHO,
                                    Samples.AT,
                                    LabelSource.ADJUDICATED),
                            act)
                    .join();
        } else {
            Verdict verdict = Verdict.values()[random.nextInt(3)];
            labels.put(Samples.label(trace, step, verdict, WHO), act).join();
        }
    }

    /** The first error is here: what is before it is right. */
    private static List<StepLabel> firstError(String trace, int step) {
        List<StepLabel> group = new ArrayList<>();
        for (int s = 0; s < step; s++) {
            group.add(Samples.label(trace, s, Verdict.CORRECT, WHO));
        }
        group.add(Samples.label(trace, step, Verdict.WRONG, WHO));
        return group;
    }

    /**
     * @param args the workspace
     */
    public static void main(String[] args) {
        int first = new Scanner(System.in).nextInt();
        try (Workspace workspace = Workspace.open(Path.of(args[0]))) {
            for (int n = first; ; n++) {
                act(workspace, n);
                System.out.println(n);
            }
        }
    }
}
