package org.stepwright.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.stepwright.tryout.TraceTry;
import org.stepwright.work.WorkFailed;

/** Writes one row a trace for a spreadsheet. */
final class TryCsv {
    private static final List<String> HEAD =
            List.of(
                    "trace",
                    "outcome",
                    "reward",
                    "failed_checks",
                    "missing_stages",
                    "steps",
                    "rated_steps",
                    "tool_calls",
                    "characters");

    private TryCsv() {}

    static void write(Path out, List<TriedTrace> rows) {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            try (Writer csv = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                csv.write(Csv.line(HEAD));
                for (TriedTrace row : rows) {
                    csv.write(Csv.line(cells(row)));
                }
            }
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WorkFailed(
                    "The rows could not be written to "
                            + out
                            + "; choose a path where you may write.",
                    e);
        } finally {
            remove(part);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // A half-written file beside the wanted one does no harm, and the failure was told.
        }
    }

    private static List<String> cells(TriedTrace row) {
        TraceTry tried = row.tried();
        return List.of(
                tried.traceId(),
                tried.outcome().name().toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%.6f", tried.reward()),
                String.valueOf(tried.failedChecks()),
                String.join(" ", tried.missingRequiredStages()),
                String.valueOf(tried.steps()),
                String.valueOf(tried.ratedSteps()),
                String.valueOf(row.toolCalls()),
                String.valueOf(row.characters()));
    }
}
