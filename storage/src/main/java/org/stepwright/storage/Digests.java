package org.stepwright.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** SHA-256 of what makes two things the same. */
final class Digests {
    private final MessageDigest sha;
    private final ByteBuffer length = ByteBuffer.allocate(4);

    Digests() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    static String hex(String text) {
        Digests digests = new Digests();
        return HexFormat.of().formatHex(digests.sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The content of a trace: problem, steps, outcome and reference. Metadata says where a trace
     * was found, so it may differ between two copies of the same trace.
     */
    byte[] of(Trace trace) {
        add(trace.problem());
        add(trace.outcome().name());
        add(trace.reference());
        add(trace.steps().size());
        for (Step step : trace.steps()) {
            add(step.kind().name());
            add(step.text());
            add(step.context());
            add(step.alternatives().size());
            step.alternatives().forEach(this::add);
        }
        return sha.digest();
    }

    /** Length first, so that no two lists of texts give the same bytes. */
    private void add(String text) {
        if (text == null) {
            add(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        sha.update(bytes);
    }

    private void add(int number) {
        length.clear();
        sha.update(length.putInt(number).array());
    }
}
