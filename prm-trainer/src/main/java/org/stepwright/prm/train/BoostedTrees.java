package org.stepwright.prm.train;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Gradient-boosted trees by XGBoost, histogram method, one thread, no sampling: the same rows give
 * the same trees. Needs XGBoost's native library, which on Linux needs the system's libgomp.
 */
final class BoostedTrees implements Learner {
    private final int trees;
    private final int depth;
    private final double rate;
    private final double mostLeastWeight;
    private final int columns;

    /**
     * @param trees how many
     * @param depth most decisions one after the other
     * @param rate how much of a tree counts
     * @param mostLeastWeight what a leaf has to hold at the most, however many rows there are
     * @param columns how many of a row's first numbers the trees see; all where there are fewer
     */
    BoostedTrees(int trees, int depth, double rate, double mostLeastWeight, int columns) {
        this.trees = trees;
        this.depth = depth;
        this.rate = rate;
        this.mostLeastWeight = mostLeastWeight;
        this.columns = columns;
    }

    @Override
    public String name() {
        return "boosted-trees";
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> named = new TreeMap<>();
        settings(0, 0).forEach((name, value) -> named.put(name, value.toString()));
        named.put("trees", Integer.toString(trees));
        if (columns < Integer.MAX_VALUE) {
            named.put("columns", "the first " + columns);
        }
        named.put("min_child_weight", "rows/1000 in [1, " + mostLeastWeight + "]");
        named.remove("seed");
        named.remove("nthread");
        named.remove("verbosity");
        return named;
    }

    private Map<String, Object> settings(long seed, int rows) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("objective", "binary:logistic");
        settings.put("tree_method", "hist");
        settings.put("max_depth", depth);
        settings.put("eta", rate);
        settings.put("min_child_weight", leastWeight(rows));
        settings.put("lambda", 1.0);
        settings.put("nthread", 1);
        settings.put("seed", (int) (seed & Integer.MAX_VALUE));
        settings.put("verbosity", 0);
        return settings;
    }

    /** A leaf needs more behind it where there is more to have; few rows must still split. */
    private double leastWeight(int rows) {
        return Math.max(1, Math.min(mostLeastWeight, rows / 1000.0));
    }

    @Override
    public Head fit(Design design, long seed, Progress progress) {
        try {
            return new TreeHead(TreeDump.parse(grow(design, seed, progress)));
        } catch (XGBoostError | IOException e) {
            throw new WorkFailed(
                    "The trees could not be grown; try again, or use fewer traces.", e);
        } catch (LinkageError e) {
            throw new LearnerMissing(e);
        }
    }

    /** Grows the trees one by one, so that a cancel is heard between two. */
    private byte[] grow(Design design, long seed, Progress progress) throws XGBoostError {
        DMatrix matrix = matrix(design);
        Booster booster = null;
        try {
            booster =
                    XGBoost.train(
                            matrix, settings(seed, design.size()), 0, new HashMap<>(), null, null);
            for (int round = 0; round < trees; round++) {
                progress.checkCancelled();
                booster.update(matrix, round);
                progress.report(round + 1L, trees, "Growing trees");
            }
            return booster.toByteArray("json");
        } finally {
            matrix.dispose();
            if (booster != null) {
                booster.dispose();
            }
        }
    }

    private DMatrix matrix(Design design) throws XGBoostError {
        int width = Math.min(columns, design.width());
        float[] flat = new float[Math.multiplyExact(design.size(), width)];
        float[] labels = new float[design.size()];
        float[] weights = new float[design.size()];
        for (int i = 0; i < design.size(); i++) {
            System.arraycopy(design.rows()[i], 0, flat, i * width, width);
            labels[i] = (float) design.targets()[i];
            weights[i] = (float) design.weights()[i];
        }
        DMatrix matrix = new DMatrix(flat, design.size(), width, Float.NaN);
        matrix.setLabel(labels);
        matrix.setWeight(weights);
        return matrix;
    }
}
