package org.stepwright.ui.home;

/**
 * What is in the open workspace.
 *
 * @param traces traces
 * @param steps their steps
 * @param labels labels of steps
 * @param labelled traces with a label by anyone
 * @param waiting traces that this annotator has not finished
 * @param rubrics published rubric versions
 * @param models finished training runs
 * @param audited whether the traces were audited
 */
record HomeFacts(
        long traces,
        long steps,
        long labels,
        long labelled,
        long waiting,
        long rubrics,
        long models,
        boolean audited) {
    /** Labelled traces that make a first training worth while; fewer give no test part. */
    static final long ENOUGH_LABELLED = 30;

    /** What is in a workspace that was audited. */
    HomeFacts(
            long traces,
            long steps,
            long labels,
            long labelled,
            long waiting,
            long rubrics,
            long models) {
        this(traces, steps, labels, labelled, waiting, rubrics, models, true);
    }

    /**
     * @return whether an audit would be wise before the next thing
     */
    boolean auditFirst() {
        return !audited && next() == NextThing.TRAIN;
    }

    /**
     * @return the next best thing to do
     */
    NextThing next() {
        if (traces == 0) {
            return NextThing.IMPORT;
        }
        if (rubrics == 0) {
            return NextThing.RUBRIC;
        }
        if (labelled < Math.min(ENOUGH_LABELLED, traces)) {
            return NextThing.LABEL;
        }
        return models == 0 ? NextThing.TRAIN : NextThing.LIVE;
    }

    /**
     * @param thing a part of the work
     * @return whether it is done as far as it needs to be
     */
    boolean done(NextThing thing) {
        return switch (thing) {
            case IMPORT -> traces > 0;
            case RUBRIC -> rubrics > 0;
            case LABEL -> labelled > 0 && labelled >= Math.min(ENOUGH_LABELLED, traces);
            case TRAIN -> models > 0;
            case LIVE -> false;
        };
    }
}
