package org.stepwright.prm.live;

import java.util.ArrayList;
import java.util.List;
import org.stepwright.prm.ModelInfo;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.ScoringSession;
import org.stepwright.score.Aggregation;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** A reward that depends on the problem and all steps so far, and on nothing else. */
class FakeRewardModel implements RewardModel {
    @Override
    public ModelInfo info() {
        return new ModelInfo("fake", "none", "", "r@1", 0.5, Aggregation.MIN);
    }

    @Override
    public ScoringSession begin(String problem) {
        StringBuilder prefix = new StringBuilder(problem);
        return step -> reward(prefix.append('\u0001').append(step.kind()).append(step.text()));
    }

    @Override
    public List<List<Double>> scoreAll(List<Trace> traces, Progress progress) {
        return traces.stream().map(FakeRewardModel::whole).toList();
    }

    private static List<Double> whole(Trace trace) {
        List<Double> rewards = new ArrayList<>();
        String prefix = trace.problem();
        for (Step step : trace.steps()) {
            prefix += "\u0001" + step.kind() + step.text();
            rewards.add(reward(prefix));
        }
        return rewards;
    }

    private static double reward(CharSequence prefix) {
        return Math.floorMod(prefix.toString().hashCode(), 1000) / 999.0;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
