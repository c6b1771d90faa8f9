package org.stepwright.error;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A short code that a user can quote: the same exception from the same place gives the same code,
 * whatever its message and the line numbers of the build.
 */
public final class ErrorCode {
    private static final String OURS = "org.stepwright.";
    // No vowels and nothing that looks like something else, so a code reads well over a telephone.
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private static final int HALF = 4;

    private ErrorCode() {}

    /**
     * @param failure what was thrown
     * @return its code, such as {@code SW-KH3T-9XBD}: the first half names the kind and place of
     *     the root cause, the second the kind and place of what was caught
     */
    public static String of(Throwable failure) {
        return "SW-" + half(place(root(failure))) + "-" + half(place(failure));
    }

    private static Throwable root(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        Throwable root = failure;
        while (root.getCause() != null && seen.add(root)) {
            root = root.getCause();
        }
        return root;
    }

    private static String place(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        StackTraceElement place = frames.length == 0 ? null : frames[0];
        for (StackTraceElement frame : frames) {
            if (frame.getClassName().startsWith(OURS)) {
                place = frame;
                break;
            }
        }
        String name = failure.getClass().getName();
        return place == null
                ? name
                : name + "@" + place.getClassName() + "." + place.getMethodName();
    }

    private static String half(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        long value = crc.getValue();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < HALF; i++) {
            out.append(LETTERS.charAt((int) (value % LETTERS.length())));
            value /= LETTERS.length();
        }
        return out.toString();
    }
}
