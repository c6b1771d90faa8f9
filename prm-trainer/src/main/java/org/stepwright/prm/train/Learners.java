package org.stepwright.prm.train;

/** The learners of the recipes, with the settings that did best on real labels. */
final class Learners {
    private Learners() {}

    static Learner of(Recipe recipe) {
        return switch (recipe) {
            case SIGNALS ->
                    new Blend(new BoostedTrees(150, 4, 0.08, 20), new LogisticRegression(1e-5));
            case FROZEN -> new LogisticRegression(1e-3);
        };
    }

    /** What fits the signals where the trees' native library does not load. */
    static Learner fallback() {
        return new LogisticRegression(1e-5);
    }
}
