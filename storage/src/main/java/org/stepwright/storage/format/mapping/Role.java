package org.stepwright.storage.format.mapping;

/** What a column can say about a trace, in the order in which people are asked. */
public enum Role {
    /** What was asked. */
    PROBLEM,
    /** The steps: a list, a text to cut, or one step a row; see {@link StepCut}. */
    STEPS,
    /** The labels; see {@link LabelRule}. */
    LABELS,
    /** What identifies the trace. Without it the id is made of the problem and the steps. */
    ID,
    /** The place of a row's step in its trace; only for one step a row. */
    ORDER,
    /** What came between the step before and this one; one for each step, or one for the first. */
    CONTEXT,
    /** The kind of the step: text, thought, message or tool_call. */
    KIND,
    /** Whether it ended right. */
    OUTCOME,
    /** The reference answer. */
    REFERENCE,
    /** The model that wrote the answer. */
    GENERATOR,
    /** Who labelled. */
    ANNOTATOR,
    /** What the annotator says about the step. */
    COMMENT
}
