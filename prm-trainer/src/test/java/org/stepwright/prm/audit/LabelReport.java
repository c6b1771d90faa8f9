package org.stepwright.prm.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stepwright.label.LabelledTrace;
import org.stepwright.tryout.Share;
import org.stepwright.work.Progress;

/** How many swapped labels confident learning finds, next to a draw by lot. */
final class LabelReport {
    /**
     * @param precision swapped ones among the issues
     * @param recall issues among the swapped ones
     * @param top swapped ones among the least believed, as many as were swapped
     * @param share swapped ones among all labels: what a draw by lot finds
     */
    record Score(
            ConfidentLearning.Result result,
            Share precision,
            Share recall,
            Share top,
            Share share) {}

    private LabelReport() {}

    static Score of(List<LabelledTrace> good, long seed) {
        SwappedLabels swapped = SwappedLabels.in(good, 0.05, seed);
        ConfidentLearning.Result result = run(swapped.rows());
        long hits =
                result.issues().stream()
                        .filter(
                                i ->
                                        swapped.swapped()
                                                .contains(SwappedLabels.key(i.traceId(), i.step())))
                        .count();
        long top =
                result.issues().stream()
                        .limit(swapped.swapped().size())
                        .filter(
                                i ->
                                        swapped.swapped()
                                                .contains(SwappedLabels.key(i.traceId(), i.step())))
                        .count();
        int all = swapped.swapped().size();
        return new Score(
                result,
                new Share((int) hits, result.issues().size()),
                new Share((int) hits, all),
                new Share((int) top, Math.min(all, result.issues().size())),
                new Share(all, result.steps()));
    }

    static ConfidentLearning.Result run(List<LabelledTrace> rows) {
        try (ConfidentLearning learning =
                new ConfidentLearning(ConfidentLearning.Options.DEFAULT)) {
            rows.forEach(learning::add);
            return learning.run(Progress.NONE);
        }
    }

    static void print(String name, List<LabelledTrace> good) {
        long start = System.nanoTime();
        Score s = of(good, 1);
        System.out.printf(
                Locale.ROOT,
                "### %s: %d traces, %d steps, %d problems, auroc %.3f, joint %s, %.1f s%n"
                        + "  precision %s recall %s top %s lot %s%n",
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
                JunkReport.text(s.share()));
    }
}
