package org.stepwright.prm.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stepwright.work.Progress;

/**
 * The mean of several learners' logits. Trees fit the sources they see best, a linear model carries
 * over to other sources best; measured on real labels, their mean loses little of either.
 */
final class Blend implements Learner {
    private final List<Learner> learners;

    Blend(Learner... learners) {
        this.learners = List.of(learners);
    }

    @Override
    public String name() {
        return learners.stream().map(Learner::name).collect(Collectors.joining("+"));
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        for (Learner learner : learners) {
            learner.parameters()
                    .forEach((name, value) -> all.put(learner.name() + "." + name, value));
        }
        return all;
    }

    @Override
    public Head fit(Design design, long seed, Progress progress) {
        List<Head> heads = new ArrayList<>();
        for (Learner learner : learners) {
            heads.add(learner.fit(design, seed, progress));
        }
        return (graph, prefix) -> mean(graph, prefix, heads);
    }

    private static String mean(OnnxGraph graph, String prefix, List<Head> heads) {
        String sum = heads.get(0).addTo(graph, prefix + "part0_");
        for (int i = 1; i < heads.size(); i++) {
            String next = heads.get(i).addTo(graph, prefix + "part" + i + "_");
            sum = graph.node("Add", prefix + "sum" + i, List.of(sum, next));
        }
        float[] share = {1f / heads.size()};
        return graph.node(
                "Mul", prefix + "mean", List.of(sum, graph.floats(prefix + "share", share, 1)));
    }
}
