package org.stepwright.storage.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The ids seen in one file, and ids for rows that have none. */
final class RowIds {
    /** The longest id in characters. */
    static final int LIMIT = 500;

    // Eight bytes of a digest instead of the id: a file of millions of rows stays small in memory.
    private final Map<Long, Long> lines = new HashMap<>();
    private final Map<Long, Integer> uses = new HashMap<>();

    /** Takes an id for a line, or says what is wrong with it or where it was taken before. */
    void claim(String id, long line) {
        if (id.length() > LIMIT) {
            throw new BadRow("the id is longer than " + LIMIT + " characters");
        }
        Long before = lines.putIfAbsent(key(id), line);
        if (before != null) {
            throw new BadRow("the id \"" + id + "\" was already used at line " + before);
        }
    }

    /** The start of a long name, for a message. */
    static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    /** The id itself the first time, then {@code id-2}, {@code id-3}, … */
    String distinct(String id) {
        int use = uses.merge(key(id), 1, Integer::sum);
        return use == 1 ? id : id + "-" + use;
    }

    /** An id made from what the row says, so that the same row has the same id everywhere. */
    static String ofContent(String prefix, List<String> parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return prefix + "-" + HexFormat.of().formatHex(digest.digest(), 0, 10);
    }

    /**
     * The row's own id, or one made of its problem and steps. Rows without ids may say the same in
     * one file; they are numbered, as their labels may differ.
     */
    String of(JsonRow row, String format, String problem, List<String> steps) {
        if (row.has("id")) {
            return row.id("id");
        }
        List<String> parts = new ArrayList<>(steps);
        parts.add(0, problem);
        return distinct(ofContent(format, parts));
    }

    private static long key(String id) {
        return ByteBuffer.wrap(sha256().digest(id.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
