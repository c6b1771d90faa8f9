package org.stepwright.prm.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The trees of an XGBoost model in its JSON form (schema of the project's page "Introduction to
 * Model IO").
 *
 * @param trees the trees
 * @param margin what every row starts from, as a logit
 */
record TreeDump(List<Tree> trees, float margin) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * One tree; entry i of each array is node i, the root is 0.
     *
     * @param left node to go to when the feature is under the value; -1 at a leaf
     * @param right node to go to otherwise
     * @param feature index of the feature
     * @param value the value to compare with; at a leaf what it adds to the logit
     */
    record Tree(int[] left, int[] right, int[] feature, float[] value) {}

    static TreeDump parse(byte[] json) throws IOException {
        JsonNode learner = MAPPER.readTree(json).path("learner");
        List<Tree> trees = new ArrayList<>();
        for (JsonNode tree : learner.path("gradient_booster").path("model").path("trees")) {
            trees.add(
                    new Tree(
                            ints(tree.path("left_children")),
                            ints(tree.path("right_children")),
                            ints(tree.path("split_indices")),
                            floats(tree.path("split_conditions"))));
        }
        String score = learner.path("learner_model_param").path("base_score").asText();
        // A list since version 3, a plain number before.
        double share = Double.parseDouble(score.replace("[", "").replace("]", ""));
        return new TreeDump(trees, (float) StrictMath.log(share / (1 - share)));
    }

    private static int[] ints(JsonNode list) {
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asInt();
        }
        return values;
    }

    private static float[] floats(JsonNode list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.parseFloat(list.get(i).asText());
        }
        return values;
    }
}
