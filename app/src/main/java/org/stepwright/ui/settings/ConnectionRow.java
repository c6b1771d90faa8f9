package org.stepwright.ui.settings;

import org.stepwright.prm.live.Connection;

/**
 * A connection as it is listed.
 *
 * @param connection the connection
 * @param keyFrom {@code keyring}, {@code environment}, empty when there is no key, or null while
 *     that is being looked up
 * @param test what the last test said; empty before
 * @param tested how the last test went
 */
record ConnectionRow(Connection connection, String keyFrom, String test, Tested tested) {
    /** How a test went. */
    enum Tested {
        /** Not tested since it was changed. */
        NO,
        /** Under way. */
        RUNNING,
        /** It answered. */
        WORKS,
        /** It did not. */
        FAILS
    }

    ConnectionRow withKey(String from) {
        return new ConnectionRow(connection, from, test, tested);
    }

    ConnectionRow withTest(Tested how, String sentence) {
        return new ConnectionRow(connection, keyFrom, sentence, how);
    }
}
