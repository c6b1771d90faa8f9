package org.stepwright.prm.train;

import java.util.Map;

/**
 * A fitted head and who fitted it.
 *
 * @param learner the learner
 * @param head what it found
 * @param width numbers in a row
 */
record Fitted(Learner learner, Learner.Head head, int width) {
    byte[] onnx(double temperature) {
        OnnxGraph graph = new OnnxGraph(width);
        return graph.finish(head.addTo(graph, ""), temperature, Map.of("learner", learner.name()));
    }
}
