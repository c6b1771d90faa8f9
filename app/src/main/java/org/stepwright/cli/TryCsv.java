package org.stepwright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.stepwright.app.WholeFile;
import org.stepwright.tryout.TraceTry;

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
        WholeFile.write(
                out,
                "The table",
                csv -> {
                    csv.write(Csv.line(HEAD));
                    for (TriedTrace row : rows) {
                        csv.write(Csv.line(cells(row)));
                    }
                });
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
