package org.stepwright.task;

/** Where a task stands. Only the moves of {@link #mayBecome} happen. */
public enum TaskState {
    /** Waits for a thread. */
    SCHEDULED,
    /** Is at work. */
    RUNNING,
    /** Ended with a result. */
    SUCCEEDED,
    /** Ended with a failure. */
    FAILED,
    /** Was stopped by the user. */
    CANCELLED;

    /**
     * @return whether nothing can follow
     */
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }

    /**
     * @param next another state
     * @return whether a task in this state can move there
     */
    public boolean mayBecome(TaskState next) {
        return switch (this) {
            case SCHEDULED -> next == RUNNING || next == CANCELLED;
            case RUNNING -> next.isFinal();
            case SUCCEEDED, FAILED, CANCELLED -> false;
        };
    }
}
