package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.stepwright.app.audit.AuditJson;
import org.stepwright.app.audit.AuditResult;
import org.stepwright.app.audit.AuditSummary;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FileOverlap;
import org.stepwright.audit.FindingKind;

/** What an audit found, for people and as JSON. */
final class AuditTable {
    private static final int EXAMPLES = 5;
    private static final int SHOWN = 3;
    private static final int WIDE = 160;
    private static final int FILES = 10;

    private AuditTable() {}

    static void print(AuditResult result, Job job) {
        AuditSummary summary = result.summary();
        job.print(
                "Looked at "
                        + Text.count(summary.traces(), "trace")
                        + ", "
                        + Text.count(summary.steps(), "step")
                        + " and "
                        + Text.count(summary.labels(), "label")
                        + " in "
                        + Text.number(summary.seconds(), 1)
                        + " s"
                        + (summary.aside() > 0
                                ? "; "
                                        + Text.count(summary.aside(), "trace")
                                        + " set aside left out."
                                : "."));
        if (summary.kept().problems() > 0) {
            job.print(
                    Text.count(summary.kept().different(), "different trace")
                            + " of "
                            + Text.count(summary.kept().problems(), "problem")
                            + " in "
                            + Text.count(summary.kept().groups(), "group")
                            + " of nearly equal ones.");
        }
        job.print("");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("kind", "findings"));
        summary.counts()
                .forEach((kind, n) -> rows.add(List.of(AuditJson.name(kind), Long.toString(n))));
        Text.table(rows).forEach(job::print);
        summary.counts().forEach((kind, n) -> examples(result, kind, n, job));
        overlaps(summary.overlaps(), job);
        summary.notes().forEach(job::say);
    }

    private static void examples(AuditResult result, FindingKind kind, long count, Job job) {
        if (count == 0) {
            return;
        }
        job.print("");
        job.print(AuditJson.name(kind) + ":");
        of(result, kind, SHOWN).forEach(f -> job.print("  " + Text.oneLine(sentence(f), WIDE)));
        if (count > SHOWN) {
            job.print("  … and " + Text.count(count - SHOWN, "more finding"));
        }
    }

    private static String sentence(AuditFinding finding) {
        String where =
                finding.traceId().isEmpty()
                        ? ""
                        : finding.traceId()
                                + (finding.step() < 0 ? "" : " step " + (finding.step() + 1))
                                + ": ";
        return where + finding.message();
    }

    private static void overlaps(List<FileOverlap> overlaps, Job job) {
        if (overlaps.isEmpty()) {
            return;
        }
        job.print("");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("files that share", "problems", "groups", "traces"));
        overlaps.stream()
                .sorted(Comparator.comparingLong((FileOverlap o) -> -o.problems()))
                .limit(FILES)
                .forEach(
                        o ->
                                rows.add(
                                        List.of(
                                                o.first() + " and " + o.second(),
                                                Long.toString(o.problems()),
                                                Long.toString(o.groups()),
                                                Long.toString(o.traces()))));
        Text.table(rows).forEach(job::print);
        if (overlaps.size() > FILES) {
            job.print("… and " + Text.count(overlaps.size() - FILES, "more pair") + " of files");
        }
    }

    private static List<AuditFinding> of(AuditResult result, FindingKind kind, int most) {
        return result.findings().stream().filter(f -> f.kind() == kind).limit(most).toList();
    }

    static ObjectNode json(AuditResult result) {
        AuditSummary summary = result.summary();
        ObjectNode json = Json.object();
        ArrayNode findings = json.putArray("findings");
        for (Map.Entry<FindingKind, Long> each : summary.counts().entrySet()) {
            ObjectNode row = findings.addObject();
            row.put("kind", AuditJson.name(each.getKey())).put("count", each.getValue());
            ArrayNode examples = row.putArray("examples");
            of(result, each.getKey(), EXAMPLES).forEach(f -> examples.add(AuditFile.json(f)));
        }
        json.put("traces", summary.traces())
                .put("steps", summary.steps())
                .put("labels", summary.labels())
                .put("aside", summary.aside());
        Json.put(json, "seconds", summary.seconds());
        if (summary.kept().problems() > 0) {
            json.put("traces_once", summary.kept().different())
                    .put("problems", summary.kept().problems())
                    .put("problem_groups", summary.kept().groups());
        }
        ArrayNode overlaps = json.putArray("overlaps");
        summary.overlaps()
                .forEach(
                        o ->
                                overlaps.addObject()
                                        .put("first", o.first())
                                        .put("second", o.second())
                                        .put("problems", o.problems())
                                        .put("groups", o.groups())
                                        .put("traces", o.traces()));
        json.set("notes", Json.array(summary.notes()));
        return json;
    }
}
