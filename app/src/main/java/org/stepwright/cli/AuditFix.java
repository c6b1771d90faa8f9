package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.stepwright.app.audit.AuditJson;
import org.stepwright.app.audit.Cleanup;
import org.stepwright.app.audit.CleanupEffect;
import org.stepwright.app.audit.Done;
import org.stepwright.app.audit.EffectOptions;
import org.stepwright.app.audit.EffectReport;
import org.stepwright.prm.eval.PairedRow;
import org.stepwright.prm.train.Trainer;
import org.stepwright.storage.FindingFilter;
import org.stepwright.storage.StoredFinding;
import org.stepwright.storage.Workspace;
import org.stepwright.work.WorkFailed;

/** Cleaning up from the command line: setting aside, taking back, measuring. */
final class AuditFix {
    private final Workspace workspace;
    private final String annotator;
    private final Job job;

    AuditFix(Workspace workspace, String annotator, Job job) {
        this.workspace = workspace;
        this.annotator = annotator;
        this.job = job;
    }

    /** Sets the traces of findings aside, or says which they would be. */
    ObjectNode setAside(FindingFilter filter, boolean dryRun) {
        int most = Math.toIntExact(workspace.audits().count(filter));
        List<StoredFinding> findings = workspace.audits().page(filter, 0, most);
        List<String> ids = Cleanup.traces(findings);
        long labels = ids.stream().mapToLong(id -> workspace.labels().of(id).size()).sum();
        if (!dryRun) {
            new Cleanup(workspace, Clock.systemUTC()).setAside(findings, annotator);
        }
        job.print("");
        job.print(
                (dryRun ? "Would set aside " : "Set aside ")
                        + Text.count(ids.size(), "trace")
                        + " with "
                        + Text.count(labels, "label")
                        + " for "
                        + Text.count(findings.size(), "open finding")
                        + (dryRun || ids.isEmpty()
                                ? "."
                                : "; audit --workspace W --undo takes them back."));
        ObjectNode json =
                Json.object()
                        .put("kind", AuditJson.name(filter.kind()))
                        .put("findings", findings.size())
                        .put("traces_set_aside", ids.size())
                        .put("labels_set_aside", labels)
                        .put("dry_run", dryRun);
        json.set("traces", Json.array(ids));
        return json;
    }

    Result undo() {
        Cleanup cleanup = new Cleanup(workspace, Clock.systemUTC());
        long before = workspace.aside().count();
        Optional<Done> last = cleanup.last(annotator);
        if (last.isEmpty()) {
            throw new WorkFailed(
                    before == 0
                            ? "Nothing is set aside, so there is nothing to take back."
                            : "What is set aside here was not set aside by "
                                    + annotator
                                    + "; take it back in the window, on Data under Audit.");
        }
        cleanup.undo(last.get());
        long back = before - workspace.aside().count();
        job.print("Took back " + Text.count(back, "trace") + ".");
        return Result.done(
                Json.object()
                        .put("traces_taken_back", back)
                        .put("aside", workspace.aside().count()));
    }

    /** Measures what was done, or what setting these findings aside would do. */
    Result effect(FindingFilter planned, int seeds) {
        EffectOptions options =
                new EffectOptions(
                        LongStream.rangeClosed(1, seeds).boxed().toList(),
                        EffectOptions.DEFAULT.heldOut(),
                        EffectOptions.DEFAULT.neutral());
        CleanupEffect effect = new CleanupEffect(workspace, new Trainer());
        EffectReport report =
                planned == null
                        ? effect.ofWhatWasDone(options, job.progress())
                        : effect.ofSettingAside(planned, options, job.progress());
        print(report);
        return Result.done(json(report));
    }

    private void print(EffectReport report) {
        job.print("");
        job.print(
                (report.planned() ? "The clean-up would leave out " : "The clean-up leaves out ")
                        + Text.count(report.asideTraces(), "labelled trace")
                        + (report.planned() ? " and decide " : " and decides ")
                        + Text.count(report.decidedSteps(), "step")
                        + ": "
                        + report.tracesAfter()
                        + " of "
                        + Text.count(report.tracesBefore(), "labelled trace")
                        + " stay.");
        job.print(
                "The signals recipe was trained before and after, "
                        + Text.count(report.seeds(), "time")
                        + " each; a fifth of the problems was held out from both.");
        table(
                "held-out traces as they were (" + Text.number(report.heldOut(), 0) + ")",
                report.asBefore());
        if (report.asAfter().isEmpty()) {
            job.print("The clean-up touches no held-out trace, so they are the same after it.");
        } else {
            table(
                    "held-out traces without findings ("
                            + Text.number(report.heldOutClean(), 0)
                            + ")",
                    report.asAfter());
        }
        job.print("");
        job.print(verdict(report));
    }

    private void table(String title, Map<String, PairedRow> figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(title, "before", "after", "difference", "95 % interval"));
        figures.forEach(
                (name, row) -> {
                    int decimals = name.equals("f1") ? 1 : 4;
                    rows.add(
                            List.of(
                                    word(name),
                                    Text.number(row.before(), decimals),
                                    Text.number(row.after(), decimals),
                                    Text.number(row.difference(), decimals),
                                    "["
                                            + Text.number(row.low(), decimals)
                                            + ", "
                                            + Text.number(row.high(), decimals)
                                            + "]"));
                });
        job.print("");
        Text.table(rows).forEach(job::print);
    }

    private static String word(String name) {
        return switch (name) {
            case "f1" -> "F1 % (more is better)";
            case "auroc" -> "AUROC (more is better)";
            default -> "Brier (less is better)";
        };
    }

    private static String verdict(EffectReport report) {
        List<String> beyond = report.beyondNoise();
        if (beyond.isEmpty()) {
            return "No difference beyond noise: every interval holds 0.";
        }
        return "Beyond noise: "
                + String.join(
                        ", ",
                        beyond.stream()
                                .map(
                                        name ->
                                                name
                                                        + (report.better(name)
                                                                ? " is better"
                                                                : " is worse"))
                                .toList())
                + " after the clean-up.";
    }

    private static ObjectNode json(EffectReport report) {
        ObjectNode json =
                Json.object()
                        .put("planned", report.planned())
                        .put("traces_left_out", report.asideTraces())
                        .put("steps_decided", report.decidedSteps())
                        .put("traces_before", report.tracesBefore())
                        .put("traces_after", report.tracesAfter())
                        .put("seeds", report.seeds())
                        .put("held_out_traces", report.heldOut())
                        .put("held_out_clean_traces", report.heldOutClean());
        json.set("held_out", json(report.asBefore()));
        json.set("held_out_clean", json(report.asAfter()));
        json.set("beyond_noise", Json.array(report.beyondNoise()));
        return json;
    }

    private static ObjectNode json(Map<String, PairedRow> figures) {
        ObjectNode json = Json.object();
        figures.forEach(
                (name, row) -> {
                    ObjectNode figure = json.putObject(name);
                    Json.put(figure, "before", row.before());
                    Json.put(figure, "after", row.after());
                    Json.put(figure, "difference", row.difference());
                    figure.set("ci95", Json.numbers(List.of(row.low(), row.high())));
                });
        return json;
    }
}
