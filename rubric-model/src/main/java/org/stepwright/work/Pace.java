package org.stepwright.work;

import java.time.Duration;

/**
 * Guesses how long work takes yet, from what it says of how far it is. The rate is an exponentially
 * weighted mean over some ten seconds, so that one slow batch changes little; the time left counts
 * down like a clock and is drawn towards each new guess, so that it does not jump. A new part of
 * the work, one with another total or one that begins from the front, is measured anew. Not safe
 * for several threads at once.
 */
public final class Pace {
    private static final double NANOS = 1e9;

    /** Reports that come closer together are taken together. */
    private static final double LEAST_SECONDS = 0.25;

    /** How long a part is watched before anything is said. */
    private static final double FIRST_SECONDS = 2;

    /** After so many seconds an old rate counts for a third. */
    private static final double MEMORY_SECONDS = 10;

    /** How fast the time left follows a new guess: some two thirds in so many seconds. */
    private static final double FOLLOW_SECONDS = 5;

    private boolean fresh;
    private long startedNanos;
    private long seenNanos;
    private long done;
    private long total = -1;
    private double perSecond = -1;
    private double leftSeconds = -1;

    /**
     * The work begins: its first part is measured from here, also when it first says something
     * late.
     *
     * @param nanos now, as {@link System#nanoTime} says
     */
    public void starts(long nanos) {
        begin(nanos, 0, -1);
        fresh = true;
    }

    /**
     * Takes in how far the work is.
     *
     * @param nanos now, as {@link System#nanoTime} says
     * @param nowDone units done
     * @param nowTotal units in all; -1 when not known
     */
    public void saw(long nanos, long nowDone, long nowTotal) {
        if (fresh && nowTotal > 0) {
            begin(startedNanos, 0, nowTotal);
        }
        fresh = false;
        if (nowTotal != total || nowDone < done || total <= 0) {
            begin(nanos, nowDone, nowTotal);
            return;
        }
        double seconds = (nanos - seenNanos) / NANOS;
        if (seconds < LEAST_SECONDS) {
            return;
        }
        double now = (nowDone - done) / seconds;
        double weight = 1 - Math.exp(-seconds / MEMORY_SECONDS);
        perSecond =
                perSecond < 0
                        ? now
                        : perSecond + Math.max(weight, early(nanos)) * (now - perSecond);
        done = nowDone;
        seenNanos = nanos;
        guess(seconds);
    }

    private void begin(long nanos, long nowDone, long nowTotal) {
        startedNanos = nanos;
        seenNanos = nanos;
        done = nowDone;
        total = nowTotal;
        perSecond = -1;
        leftSeconds = -1;
    }

    /** The first rates count alike: there is nothing yet to remember. */
    private double early(long nanos) {
        double sinceStart = (nanos - startedNanos) / NANOS;
        return Math.min(1, (nanos - seenNanos) / NANOS / Math.max(LEAST_SECONDS, sinceStart));
    }

    private void guess(double seconds) {
        if (perSecond <= 0) {
            return;
        }
        double now = (total - done) / perSecond;
        if (leftSeconds < 0) {
            leftSeconds = now;
            return;
        }
        double counted = Math.max(0, leftSeconds - seconds);
        double follow = 1 - Math.exp(-seconds / FOLLOW_SECONDS);
        leftSeconds = counted + follow * (now - counted);
    }

    /**
     * @param nanos now, as {@link System#nanoTime} says
     * @return a guess at the time left, at least 0; null when there is none yet
     */
    public Duration left(long nanos) {
        if (!isKnown(nanos) || leftSeconds < 0) {
            return null;
        }
        double since = (nanos - seenNanos) / NANOS;
        return Duration.ofMillis(Math.round(1000 * Math.max(0, leftSeconds - since)));
    }

    /**
     * @param nanos now, as {@link System#nanoTime} says
     * @return units a second, above 0; -1 when not known yet
     */
    public double perSecond(long nanos) {
        return isKnown(nanos) && perSecond > 0 ? perSecond : -1;
    }

    private boolean isKnown(long nanos) {
        return total > 0 && (nanos - startedNanos) / NANOS >= FIRST_SECONDS;
    }
}
