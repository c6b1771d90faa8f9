package org.stepwright.storage.format;

/** A row cannot go in; the message says why, for people. Never leaves this package. */
final class BadRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRow(String reason) {
        super(reason, null, false, false);
    }
}
