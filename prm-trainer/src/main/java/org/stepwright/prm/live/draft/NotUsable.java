package org.stepwright.prm.live.draft;

/** An answer that cannot be read; the message says what is wrong with it, for the model, too. */
final class NotUsable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what a clause without a full stop, made of our own words
     */
    NotUsable(String what) {
        super(what);
    }
}
