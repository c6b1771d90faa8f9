package org.stepwright.ui.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stepwright.storage.format.Reject;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.WorkFailed;

/** Rejects as plain text, one a line: {@code file:line: reason}. */
final class RejectList {
    private RejectList() {}

    static Path write(List<Reject> rejects, Path file, Messages texts) {
        List<String> lines =
                rejects.stream().map(r -> r.file() + ":" + r.line() + ": " + r.reason()).toList();
        try {
            return Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new WorkFailed(texts.text("rejects.failed", file), e);
        }
    }
}
