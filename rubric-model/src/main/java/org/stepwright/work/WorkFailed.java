package org.stepwright.work;

/**
 * A failure that a user can read: the message is one plain sentence that says what happened and
 * what to do. The cause, if any, is logged once where the failure is finally caught.
 */
public class WorkFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param sentence what happened and what to do, for the user
     */
    public WorkFailed(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what happened and what to do, for the user
     * @param cause the technical reason, for the log; may be null
     */
    public WorkFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
