package org.stepwright.prm.active;

/**
 * A random place for every trace that hangs on its id and the seed only: the order of the input
 * does not matter, and new traces do not move the old ones against each other.
 */
final class Chance {
    private final long seed;

    Chance(long seed) {
        this.seed = mix(seed);
    }

    /**
     * @param traceId a trace
     * @return its place among all longs
     */
    long of(String traceId) {
        // FNV-1a over the characters, then the mixing step of SplitMix64.
        long hash = 0xcbf29ce484222325L ^ seed;
        for (int i = 0; i < traceId.length(); i++) {
            hash = (hash ^ traceId.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash + seed);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
