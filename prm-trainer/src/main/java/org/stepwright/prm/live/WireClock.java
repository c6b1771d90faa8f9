package org.stepwright.prm.live;

import java.util.function.LongSupplier;

/**
 * What wires measure silence with; tests pass one that need not be waited for.
 *
 * @param later wakes the watch
 * @param nanos the time now, as {@link System#nanoTime} gives it
 */
record WireClock(Later later, LongSupplier nanos) {}
