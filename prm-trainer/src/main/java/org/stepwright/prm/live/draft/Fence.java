package org.stepwright.prm.live.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Puts material between two marks that do not occur in it, so that nothing in it can pretend that
 * it has ended. The marks follow from the material: the same question is the same text each time,
 * and a text that holds its own digest cannot be found.
 */
final class Fence {
    private static final int DIGITS = 16;

    private Fence() {}

    /**
     * @param what what it is, such as {@code DESCRIPTION}
     * @param material any text
     * @return the material between its marks, a line each
     */
    static String around(String what, String material) {
        String mark = what + " " + digest(material);
        return "<<<" + mark + "\n" + material.strip() + "\n" + mark + ">>>";
    }

    private static String digest(String material) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(material.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
