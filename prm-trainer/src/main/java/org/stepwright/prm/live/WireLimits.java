package org.stepwright.prm.live;

import java.time.Duration;

/**
 * How much and how slowly a server may send.
 *
 * @param idle longest silence, also before the first byte
 * @param bytes most bytes of a stream; each token comes wrapped in a few hundred
 * @param lineBytes most bytes without an end of line, because readers buffer a line
 * @param errorBytes most bytes of an error's body
 * @param textChars most characters of answer and reasoning together
 */
record WireLimits(Duration idle, long bytes, long lineBytes, long errorBytes, int textChars) {
    static WireLimits of(Connection c) {
        return new WireLimits(
                Duration.ofSeconds(c.timeoutSeconds()), 512L << 20, 8L << 20, 1L << 20, 4 << 20);
    }
}
