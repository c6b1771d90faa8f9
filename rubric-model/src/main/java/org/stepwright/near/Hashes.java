package org.stepwright.near;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that are the same on every machine and in every run. */
public final class Hashes {
    private Hashes() {}

    /**
     * @param z any bits
     * @return the finalizer of SplitMix64 (Steele et al., "Fast splittable pseudorandom number
     *     generators", 2014): every bit of the input changes about half of the output's
     */
    public static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    /**
     * @param text any text
     * @return 64 bits of its SHA-256: nobody can make two texts share them by a simple trick, and
     *     among a million texts two share them by chance once in 37 million times
     */
    public static long digest(String text) {
        return first(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @param digest at least eight bytes
     * @return the first eight as a number
     */
    public static long first(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }

    /**
     * @return a new SHA-256
     */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
