package org.stepwright.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * Makes workspaces of any size, the same for the same size: ten steps of 50 words a trace (10,000
 * bytes a trace with labels and search index, so 100,000 traces are a gigabyte); every step
 * labelled by an import, half of the traces by anna, a fifth by bert, half of those by both; some
 * labels with comments, kinds, sparks and doubts; one order of work, a shuffle.
 */
final class ScaleWorkspace {
    static final int STEPS = 10;
    private static final int CHUNK = 2_000;

    private final Random random = new Random(7);
    private final int traces;

    private ScaleWorkspace(int traces) {
        this.traces = traces;
    }

    /** The workspace with so many traces in a folder; made unless it is there. */
    static Path file(Path folder, int traces) throws java.io.IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("scale-" + traces + ".stepwright");
        if (!Files.exists(file)) {
            Path unfinished = folder.resolve("scale-" + traces + ".unfinished");
            Files.deleteIfExists(unfinished);
            try (Workspace workspace = Workspace.create(unfinished)) {
                new ScaleWorkspace(traces).fill(workspace);
            }
            Files.move(unfinished, file);
        }
        return file;
    }

    private void fill(Workspace workspace) {
        for (int from = 0; from < traces; from += CHUNK) {
            List<LabelledTrace> rows = new ArrayList<>();
            for (int i = from; i < Math.min(traces, from + CHUNK); i++) {
                rows.add(row(i));
            }
            workspace.traces().add(rows);
        }
        finish(workspace, "anna", 0, traces / 2);
        finish(workspace, "bert", traces * 4 / 10, traces * 6 / 10);
        SearchIndex.catchUp(workspace.database());
        SlicePlaces.catchUp(workspace.database());
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < traces; i++) {
            ranked.add(new Ranked("t" + i, i % 10 == 0));
        }
        Collections.shuffle(ranked, random);
        workspace.ranks().replace(QueueOrder.UNCERTAIN, "bench", ranked, Progress.NONE);
    }

    private static void finish(Workspace workspace, String who, int from, int to) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            all.add(workspace.labels().finish("t" + i, who, TraceState.SUBMITTED, ""));
        }
        all.forEach(CompletableFuture::join);
    }

    private LabelledTrace row(int i) {
        String id = "t" + i;
        List<Step> steps = new ArrayList<>();
        List<StepLabel> labels = new ArrayList<>();
        boolean anna = i < traces / 2;
        boolean bert = i >= traces * 4 / 10 && i < traces * 6 / 10;
        for (int s = 0; s < STEPS; s++) {
            steps.add(Step.of(words(50)));
            Verdict verdict = s == 7 && i % 3 == 0 ? Verdict.WRONG : Verdict.CORRECT;
            labels.add(label(id, s, verdict, "import:generic", LabelSource.IMPORTED));
            if (anna) {
                labels.add(label(id, s, verdict, "anna", LabelSource.HUMAN));
            }
            if (bert) {
                Verdict other = s == 7 && i % 20 == 0 ? Verdict.NEUTRAL : verdict;
                labels.add(label(id, s, other, "bert", LabelSource.HUMAN));
            }
        }
        Map<String, String> metadata =
                Map.of(Trace.SOURCE, "source" + i % 7, Trace.GENERATOR, "model" + i % 11);
        return new LabelledTrace(
                new Trace(id, words(80), steps, Outcome.WRONG, "42", metadata), labels);
    }

    private StepLabel label(String id, int s, Verdict verdict, String who, LabelSource source) {
        boolean human = source == LabelSource.HUMAN;
        return new StepLabel(
                id,
                s,
                0,
                verdict,
                List.of(),
                human && random.nextInt(100) == 0 ? List.of("arithmetic") : List.of(),
                human && random.nextInt(50) == 0,
                human && random.nextInt(50) == 0,
                human && random.nextInt(100) == 0 ? "a comment" : "",
                who,
                Samples.AT,
                "",
                source);
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // Few words are frequent, many are rare, as in a language.
            int word = (int) Math.exp(random.nextDouble() * Math.log(20_000));
            text.append(Integer.toString(word * 7919, 36)).append(' ');
        }
        return text.toString();
    }
}
