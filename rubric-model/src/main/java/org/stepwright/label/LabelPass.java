package org.stepwright.label;

/**
 * Why somebody goes through a trace. An annotator may have one label of a step in each pass; they
 * do not overwrite each other.
 */
public enum LabelPass {
    /** To label it. */
    LABEL,
    /** To label it once more without seeing the first labels. */
    REPEAT,
    /** To decide between labellers. */
    DECISION;

    /**
     * @param source where a label comes from
     * @return the pass in which such labels are given
     */
    public static LabelPass of(LabelSource source) {
        return switch (source) {
            case REPEAT -> REPEAT;
            case ADJUDICATED -> DECISION;
            case HUMAN, IMPORTED, SYNTHETIC, ROLLOUT -> LABEL;
        };
    }

    /**
     * @return what a person's labels of this pass come from
     */
    public LabelSource source() {
        return switch (this) {
            case LABEL -> LabelSource.HUMAN;
            case REPEAT -> LabelSource.REPEAT;
            case DECISION -> LabelSource.ADJUDICATED;
        };
    }
}
