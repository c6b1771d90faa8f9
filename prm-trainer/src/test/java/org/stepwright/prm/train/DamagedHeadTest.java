package org.stepwright.prm.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.OnnxHead;
import org.stepwright.work.WorkFailed;

/** A graph that runs and gives no number is refused with a sentence, not scored. */
class DamagedHeadTest {
    @Test
    void weightsThatAreNoNumbersAreRefusedWhenTheModelIsOpened() {
        for (float weight : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> OnnxHead.open(graph(1, weight), 1))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("gave no number")
                    .hasMessageContaining("train it again");
        }
    }

    @Test
    void aStepWithoutANumberIsRefusedWhenItIsScored() {
        // The trial row of zeros gives 0; only a real row overflows.
        try (OnnxHead head = OnnxHead.open(graph(Float.MAX_VALUE, 0), 1)) {
            assertThat(head.rewards(new float[][] {{0}})).containsExactly(0.5);
            assertThatThrownBy(() -> head.rewards(new float[][] {{0}, {4}}))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("gave no number");
        }
    }

    /** One feature times a weight plus a bias. */
    private static byte[] graph(float weight, float bias) {
        OnnxGraph graph = new OnnxGraph(1);
        String scale = graph.floats("weight", new float[] {weight}, 1);
        String shift = graph.floats("bias", new float[] {bias}, 1);
        String product = graph.node("Mul", "product", List.of(OnnxHead.INPUT, scale));
        return graph.finish(
                graph.node("Add", "sum", List.of(product, shift)), 1, Map.of("name", "test"));
    }
}
