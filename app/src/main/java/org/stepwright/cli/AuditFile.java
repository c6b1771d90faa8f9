package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.stepwright.app.WholeFile;
import org.stepwright.app.audit.AuditJson;
import org.stepwright.audit.AuditFinding;

/** All findings in one file: CSV that a spreadsheet can open without harm, or JSON lines. */
final class AuditFile {
    private AuditFile() {}

    static boolean isCsv(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    static void write(Path file, List<AuditFinding> findings) {
        boolean csv = isCsv(file);
        WholeFile.write(
                file,
                "The findings",
                out -> {
                    if (csv) {
                        out.write(
                                Csv.line(
                                        List.of(
                                                "kind",
                                                "trace",
                                                "step",
                                                "other",
                                                "strength",
                                                "message")));
                    }
                    for (AuditFinding finding : findings) {
                        out.write(csv ? csv(finding) : Json.line(json(finding)) + "\n");
                    }
                });
    }

    private static String csv(AuditFinding finding) {
        return Csv.line(
                List.of(
                        AuditJson.name(finding.kind()),
                        finding.traceId(),
                        finding.step() < 0 ? "" : Integer.toString(finding.step() + 1),
                        finding.other(),
                        String.format(Locale.ROOT, "%.4f", finding.strength()),
                        finding.message()));
    }

    /** Steps count from 0, as in every JSON of the program; -1 is the whole trace. */
    static ObjectNode json(AuditFinding finding) {
        return Json.object()
                .put("kind", AuditJson.name(finding.kind()))
                .put("trace", finding.traceId())
                .put("step", finding.step())
                .put("other", finding.other())
                .put("strength", finding.strength())
                .put("message", finding.message());
    }
}
