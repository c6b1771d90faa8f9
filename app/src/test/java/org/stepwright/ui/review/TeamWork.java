package org.stepwright.ui.review;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Importer;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** Workspaces in which several people labelled the same traces. */
public final class TeamWork {
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

    private static final long SECONDS = 9;

    private TeamWork() {}

    static Trace trace(int i) {
        return Trace.of(
                "t" + i,
                "Problem " + i + ": how many apples are there?",
                List.of("There are 2 apples.", "2 * 3 = 6.", "6 + 1 = 8.", "So it is 8."));
    }

    /** One letter a step: w, n, c, or a dot for no label. */
    static List<StepLabel> says(Trace trace, String name, String verdicts) {
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < verdicts.length(); i++) {
            Verdict verdict =
                    switch (verdicts.charAt(i)) {
                        case 'w' -> Verdict.WRONG;
                        case 'n' -> Verdict.NEUTRAL;
                        case 'c' -> Verdict.CORRECT;
                        default -> null;
                    };
            if (verdict != null) {
                labels.add(StepLabel.verdict(trace.id(), i, verdict, name, AT, LabelSource.HUMAN));
            }
        }
        return labels;
    }

    /** Adds a trace with what several people say: name, verdicts, name, verdicts, … */
    static void add(Workspace workspace, int i, String... said) {
        Trace trace = trace(i);
        List<StepLabel> labels = new ArrayList<>();
        for (int k = 0; k < said.length; k += 2) {
            labels.addAll(says(trace, said[k], said[k + 1]));
        }
        workspace.traces().add(List.of(new LabelledTrace(trace, labels)));
    }

    /**
     * Imports a labelled file and lets several people say of it what it says, with slips of their
     * own: a first error one step off, a wrong step called neutral, an insight seen or not.
     *
     * @param slips for each name, how often in a hundred traces this person slips
     */
    public static void fill(Workspace workspace, Path file, List<String> names, int[] slips) {
        new Importer(workspace).run(List.of(file), "auto", Progress.NONE);
        List<LabelledTrace> given = new ArrayList<>();
        workspace.traces().forEach(TraceFilter.ALL, given::add);
        for (int n = 0; n < names.size(); n++) {
            Random random = new Random(n + 1);
            Instant at = AT;
            List<LabelledTrace> rows = new ArrayList<>();
            // The file has its wrong traces first: in its order, everybody would seem to change.
            Collections.shuffle(given, random);
            for (LabelledTrace row : given) {
                boolean slip = random.nextInt(100) < slips[n];
                List<StepLabel> labels = altered(row, names.get(n), slip, random, at);
                // One trace after the other, as people work: time is not the place of a step.
                at = at.plusSeconds(SECONDS * (labels.size() + 1L));
                rows.add(new LabelledTrace(row.trace(), labels));
            }
            workspace.traces().add(rows);
        }
    }

    private static List<StepLabel> altered(
            LabelledTrace row, String name, boolean slip, Random random, Instant from) {
        int off = slip ? random.nextInt(3) - 1 : 0;
        int kind = random.nextInt(4);
        List<StepLabel> labels = new ArrayList<>();
        for (StepLabel label : row.labels()) {
            if (label.step() >= row.trace().steps().size() - (off < 0 ? 1 : 0)) {
                continue;
            }
            boolean wrong = label.verdict() == Verdict.WRONG;
            Verdict verdict =
                    slip && wrong
                            ? kind == 0 ? Verdict.NEUTRAL : Verdict.CORRECT
                            : slip && label.step() == 1 && kind == 1
                                    ? Verdict.WRONG
                                    : label.verdict();
            boolean says = verdict == Verdict.WRONG && random.nextInt(3) == 0;
            labels.add(
                    new StepLabel(
                            label.traceId(),
                            label.step(),
                            0,
                            verdict,
                            List.of(),
                            says ? List.of("arithmetic") : List.of(),
                            verdict == Verdict.CORRECT && random.nextInt(12) == 0,
                            random.nextInt(15) == 0,
                            says && kind == 2 ? "The numbers do not add up here." : "",
                            name,
                            from.plusSeconds(SECONDS * labels.size()),
                            "",
                            LabelSource.HUMAN));
        }
        return labels;
    }
}
