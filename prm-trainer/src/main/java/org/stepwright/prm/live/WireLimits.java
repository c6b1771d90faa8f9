package org.stepwright.prm.live;

import java.time.Duration;

/**
 * How much and how slowly a server may send.
 *
 * @param idle longest silence, also before the first byte
 * @param stall longest time without a piece of answer or reasoning, whatever else the server sends
 * @param bytes most bytes of a stream; each token comes wrapped in a few hundred
 * @param lineBytes most bytes without an end of line, because readers buffer a line
 * @param errorBytes most bytes of an error's body
 * @param textChars most characters of answer and reasoning together
 */
record WireLimits(
        Duration idle, Duration stall, long bytes, long lineBytes, long errorBytes, int textChars) {
    /**
     * A server that only says that it is alive gets more patience than a silent one: it may be
     * loading a model or thinking where nobody hears it.
     */
    static final int STALL_FACTOR = 4;

    static WireLimits of(Connection c) {
        Duration idle = Duration.ofSeconds(c.timeoutSeconds());
        return new WireLimits(
                idle, idle.multipliedBy(STALL_FACTOR), 512L << 20, 8L << 20, 1L << 20, 4 << 20);
    }
}
