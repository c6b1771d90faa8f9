package org.stepwright.work;

/**
 * How long work tells how far it is and hears that it should stop. Implementations are safe to call
 * from any thread and return quickly.
 */
public interface Progress {
    /** Progress that goes nowhere and is never cancelled. */
    Progress NONE =
            new Progress() {
                @Override
                public void report(long done, long total, String message) {
                    // nobody listens
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };

    /**
     * Says how far the work is.
     *
     * @param done units finished, at least 0
     * @param total units in all, or -1 when not known
     * @param message what is being done now, in the user's words
     */
    void report(long done, long total, String message);

    /**
     * @return whether the user asked to stop
     */
    boolean isCancelled();

    /**
     * Call between units of work.
     *
     * @throws Cancelled when the user asked to stop
     */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new Cancelled();
        }
    }

    /**
     * For a part of the work whose counts would only confuse those of the whole.
     *
     * @return hears of a cancel as this does, and tells nobody how far it is
     */
    default Progress quiet() {
        Progress outer = this;
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                // The whole tells how far it is.
            }

            @Override
            public boolean isCancelled() {
                return outer.isCancelled();
            }
        };
    }
}
