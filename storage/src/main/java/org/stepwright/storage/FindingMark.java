package org.stepwright.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.stepwright.audit.AuditFinding;

/** Names a finding by what it says of which rows, so that it is known again in the next audit. */
final class FindingMark {
    private static final int BYTES = 16;

    private FindingMark() {}

    /**
     * The sentence counts only where nothing else tells findings apart: it holds numbers that
     * change with every label.
     */
    static String of(AuditFinding finding) {
        boolean nameless = finding.traceId().isEmpty() && finding.other().isEmpty();
        String text =
                String.join(
                        "\u001f",
                        finding.kind().name(),
                        finding.traceId(),
                        Integer.toString(finding.step()),
                        finding.other(),
                        nameless ? finding.message() : "");
        return HexFormat.of().formatHex(digest(text), 0, BYTES);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
