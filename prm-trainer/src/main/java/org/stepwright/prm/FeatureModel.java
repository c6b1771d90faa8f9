package org.stepwright.prm;

import java.util.ArrayList;
import java.util.List;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** A reward model that reads numbers from each step and runs a head over them. */
final class FeatureModel implements RewardModel {
    /** Traces between two looks at progress; more only makes a cancel wait longer. */
    private static final int BATCH = 256;

    private final ModelInfo info;
    private final StepFeatures features;
    private final OnnxHead head;

    FeatureModel(ModelInfo info, StepFeatures features, OnnxHead head) {
        this.info = info;
        this.features = features;
        this.head = head;
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public ScoringSession begin(String problem) {
        StepFeatures.State state = features.begin(problem);
        return step -> head.rewards(new float[][] {state.next(step)}).get(0);
    }

    @Override
    public List<List<Double>> scoreAll(List<Trace> traces, Progress progress) {
        List<List<Double>> all = new ArrayList<>(traces.size());
        for (int from = 0; from < traces.size(); from += BATCH) {
            progress.checkCancelled();
            List<Trace> batch = traces.subList(from, Math.min(traces.size(), from + BATCH));
            for (float[][] rows : features.all(batch, new Quiet(progress))) {
                all.add(head.rewards(rows));
            }
            progress.report(all.size(), traces.size(), "Scoring traces");
        }
        return all;
    }

    @Override
    public void close() {
        head.close();
        features.close();
    }

    /** Passes a cancel on and keeps the inner counts away from the outer ones. */
    private record Quiet(Progress outer) implements Progress {
        @Override
        public void report(long done, long total, String message) {
            // traces are reported by the loop outside
        }

        @Override
        public boolean isCancelled() {
            return outer.isCancelled();
        }
    }
}
