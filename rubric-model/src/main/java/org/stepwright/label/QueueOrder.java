package org.stepwright.label;

/** In which order traces are labelled. Orders other than the first come from a ranking. */
public enum QueueOrder {
    /** As they came in. */
    IMPORTED,
    /** Shuffled, the same way for everybody. */
    RANDOM,
    /** Where the PRM is least sure first. */
    UNCERTAIN,
    /** High scores with a wrong final answer first. */
    CONVINCING_WRONG,
    /** Where annotators differ first. */
    DISAGREEMENT,
    /** What a model would learn most from first: uncertain, and unlike what is before it. */
    LEARNING
}
