package org.stepwright.prm.train;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.prm.digest.Sha256;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * The digest of what a model learns from in a trace: problem, steps and verdicts. Every text goes
 * in with its length before it, so no two different traces run together to the same bytes.
 */
final class CanonicalTrace {
    private CanonicalTrace() {}

    static byte[] digest(Trace trace, StepTargets targets) {
        MessageDigest sha = Sha256.start();
        put(sha, trace.problem());
        for (int i = 0; i < trace.steps().size(); i++) {
            Step step = trace.steps().get(i);
            Verdict verdict = targets.verdicts().get(i);
            put(sha, step.kind().name());
            put(sha, step.context());
            put(sha, step.text());
            put(sha, verdict == null ? "" : verdict.name());
        }
        return sha.digest();
    }

    static byte[] digestOf(Stream<byte[]> digests) {
        MessageDigest sha = Sha256.start();
        digests.forEach(sha::update);
        return sha.digest();
    }

    private static void put(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }
}
