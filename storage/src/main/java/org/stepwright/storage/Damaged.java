package org.stepwright.storage;

import org.stepwright.work.WorkFailed;

/** A file of a workspace is damaged, so that its own content cannot be relied on. */
final class Damaged extends WorkFailed {
    private static final long serialVersionUID = 1L;

    Damaged(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
