package org.stepwright.prm.active;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stepwright.prm.encode.Encoder;
import org.stepwright.prm.signal.StepMarker;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * Places from the bundled encoder: the mean of the vectors of a trace's most doubted steps, as
 * {@link Focus} says. Texts are read some hundred traces at a time. Safe for many threads when its
 * sources are.
 */
public final class EncodedVectors implements Vectors {
    private static final int BATCH = 256;

    private final Encoder encoder;
    private final Function<String, Trace> traces;
    private final Function<String, List<Double>> rewards;

    /**
     * @param encoder the encoder; stays the caller's
     * @param traces a trace by its id; null when it is gone
     * @param rewards a model's rewards of a trace's steps by its id; empty when it has not scored
     *     it
     */
    public EncodedVectors(
            Encoder encoder,
            Function<String, Trace> traces,
            Function<String, List<Double>> rewards) {
        this.encoder = encoder;
        this.traces = traces;
        this.rewards = rewards;
    }

    /** A trace without steps, or one that is gone, lies at 0: as far from all others. */
    @Override
    public float[][] of(List<String> traceIds, Progress progress) {
        float[][] vectors = new float[traceIds.size()][];
        for (int from = 0; from < vectors.length; from += BATCH) {
            int to = Math.min(vectors.length, from + BATCH);
            List<List<String>> texts = new ArrayList<>();
            List<Focus> focuses = new ArrayList<>();
            for (String id : traceIds.subList(from, to)) {
                Trace trace = traces.apply(id);
                List<Double> own = rewards.apply(id);
                Focus focus = focus(trace, own);
                focuses.add(focus);
                texts.add(
                        focus.steps().stream()
                                .map(i -> StepMarker.dropped(trace.steps().get(i).text()))
                                .toList());
            }
            progress.checkCancelled();
            Map<String, float[]> byText =
                    encoder.encodeAll(
                            texts.stream().flatMap(List::stream).toList(), progress.quiet());
            for (int i = from; i < to; i++) {
                List<float[]> steps = texts.get(i - from).stream().map(byText::get).toList();
                vectors[i] =
                        steps.isEmpty()
                                ? new float[Encoder.DIMENSION]
                                : focuses.get(i - from).mean(steps);
            }
            progress.report(to, vectors.length, "Comparing answers");
        }
        return vectors;
    }

    private static Focus focus(Trace trace, List<Double> rewards) {
        if (trace == null) {
            return Focus.ofUnscored(0);
        }
        // A score of an older cut of the steps says nothing about these.
        return rewards.size() == trace.steps().size()
                ? Focus.of(rewards)
                : Focus.ofUnscored(trace.steps().size());
    }
}
