package org.stepwright.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.stepwright.near.Hashes;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * Digests of a trace's problem and of every beginning of its answer. Each is made from the one
 * before and the next step's normalised text, with what came between them (a tool's result, a
 * user's message), so equal digests mean the same problem and the same steps up to there.
 */
final class PrefixDigests {
    private final MessageDigest sha = Hashes.sha256();
    private final List<Step> steps;

    /** One more than there are steps; the first is of the problem alone. */
    private final byte[][] digests;

    PrefixDigests(Trace trace) {
        steps = trace.steps();
        digests = new byte[steps.size() + 1][];
        digests[0] = digest(new byte[0], ContentKey.of(trace.problem()), "");
        for (int i = 0; i < steps.size(); i++) {
            digests[i + 1] = digest(digests[i], i, steps.get(i).text());
        }
    }

    /** 64 bits of the digest of the problem and all steps. */
    long whole() {
        return Hashes.first(digests[steps.size()]);
    }

    /**
     * @param step a step's index
     * @param candidate 0 for the step itself, k for its k-th alternative
     * @return 64 bits of the digest of the problem, the steps before, and that text
     */
    long upTo(int step, int candidate) {
        if (candidate == 0) {
            return Hashes.first(digests[step + 1]);
        }
        String text = steps.get(step).alternatives().get(candidate - 1);
        return Hashes.first(digest(digests[step], step, text));
    }

    private byte[] digest(byte[] before, int index, String text) {
        return digest(
                before, ContentKey.of(steps.get(index).context()), ContentKey.ofStep(text, index));
    }

    private byte[] digest(byte[] before, String context, String text) {
        sha.update(before);
        sha.update(context.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        return sha.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
