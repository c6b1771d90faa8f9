package org.stepwright.label;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.stepwright.trace.ProblemKey;

/**
 * The part of all problems that is labelled in random order whatever the order of the rest, so that
 * what is measured on it holds for all of them. A problem is in the slice or not by its normalised
 * text alone: every copy of a workspace agrees on it, and all answers to a problem go together.
 */
public final class RandomSlice {
    private static final double TWO_TO_64 = 0x1p64;

    private RandomSlice() {}

    /**
     * @param problem what was asked
     * @param share the slice's share of all problems, in [0, 1]; a larger slice holds every smaller
     *     one
     * @return whether its answers belong to the slice: whether the first eight bytes of the SHA-256
     *     of {@link ProblemKey}'s UTF-8 bytes, read as a fraction of 2^64, lie under the share
     */
    public static boolean contains(String problem, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies in [0, 1].");
        }
        byte[] key = ProblemKey.of(problem).getBytes(StandardCharsets.UTF_8);
        long head = ByteBuffer.wrap(sha256().digest(key)).getLong();
        double unsigned = (head >>> 1) * 2.0 + (head & 1);
        return share == 1 || unsigned / TWO_TO_64 < share;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
