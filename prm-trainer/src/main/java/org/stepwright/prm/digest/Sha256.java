package org.stepwright.prm.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256. */
public final class Sha256 {
    private Sha256() {}

    /**
     * @param content any bytes
     * @return their digest, 64 hexadecimal digits
     */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(start().digest(content));
    }

    /**
     * @param text any text
     * @return the digest of its UTF-8 bytes, 32 bytes
     */
    public static byte[] bytesOf(String text) {
        return start().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @return a digest that takes its content piece by piece; for one thread at a time
     */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
