package org.stepwright.storage.format.span;

/** A trace or a span cannot go in; the message says why, for people. */
public final class BadSpan extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason a clause for people
     */
    public BadSpan(String reason) {
        super(reason);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
