package org.stepwright.prm.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.trace.Trace;
import org.stepwright.tryout.Share;
import org.stepwright.work.Progress;

/** How many swapped labels confident learning finds, next to a draw by lot. */
final class LabelReport {
    /**
     * @param precision swapped ones among the issues
     * @param recall issues among the swapped ones
     * @param top swapped ones among the least believed, as many as were swapped
     * @param first swapped ones among the hundred least believed
     * @param share swapped ones among all labels: what a draw by lot finds
     */
    record Score(
            ConfidentLearning.Result result,
            Share precision,
            Share recall,
            Share top,
            Share first,
            Share share) {}

    private LabelReport() {}

    static Score of(List<LabelledTrace> good, long seed) {
        SwappedLabels swapped = SwappedLabels.in(good, 0.05, seed);
        ConfidentLearning.Result result = run(swapped.rows());
        int all = swapped.swapped().size();
        Share whole = share(result, swapped, Integer.MAX_VALUE);
        return new Score(
                result,
                whole,
                new Share(whole.part(), all),
                share(result, swapped, all),
                share(result, swapped, 100),
                new Share(all, result.steps()));
    }

    private static Share share(ConfidentLearning.Result result, SwappedLabels swapped, int most) {
        List<LabelIssue> least = result.issues().stream().limit(most).toList();
        long hits =
                least.stream()
                        .map(i -> SwappedLabels.key(i.traceId(), i.step()))
                        .filter(swapped.swapped()::contains)
                        .count();
        return new Share((int) hits, least.size());
    }

    static ConfidentLearning.Result run(List<LabelledTrace> rows) {
        try (ConfidentLearning learning =
                new ConfidentLearning(ConfidentLearning.Options.DEFAULT)) {
            rows.forEach(learning::add);
            return learning.run(Progress.NONE);
        }
    }

    /** The same answer under another id, as an answer to another problem. */
    static LabelledTrace again(LabelledTrace row, String mark) {
        Trace old = row.trace();
        String id = mark + old.id();
        return new LabelledTrace(
                new Trace(
                        id,
                        mark + ' ' + id + ' ' + old.problem().hashCode(),
                        old.steps(),
                        old.outcome(),
                        old.reference(),
                        Map.of()),
                row.labels().stream()
                        .map(
                                l ->
                                        StepLabel.verdict(
                                                id,
                                                l.step(),
                                                l.verdict(),
                                                l.annotator(),
                                                l.at(),
                                                l.source()))
                        .toList());
    }

    static void print(String name, List<LabelledTrace> good) {
        long start = System.nanoTime();
        Score s = of(good, 1);
        System.out.printf(
                Locale.ROOT,
                "### %s: %d traces, %d steps, %d problems, auroc %.3f, joint %s, %.1f s%n"
                        + "  precision %s recall %s top %s lot %s%n  first 100 %s heap %d MB%n",
                name,
                good.size(),
                s.result().steps(),
                s.result().problems(),
                s.result().auroc(),
                Arrays.deepToString(s.result().joint()),
                (System.nanoTime() - start) / 1e9,
                JunkReport.text(s.precision()),
                JunkReport.text(s.recall()),
                JunkReport.text(s.top()),
                JunkReport.text(s.share()),
                JunkReport.text(s.first()),
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }
}
