package org.stepwright.storage.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwright.agreement.LabelDecider;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.LabelWriter;
import org.stepwright.storage.format.Names;
import org.stepwright.trace.GroupedSplit;
import org.stepwright.trace.Part;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Goes through the workspace before anything is written: once to learn how far people can be relied
 * on, where the policy asks for it, and once to tell which traces can be written and which part
 * each is in. Holds ids and what problems are compared by, never whole texts.
 */
final class ExportPlan {
    private final Workspace workspace;
    private final ExportOptions options;
    private final LabelWriter writer;
    private final Map<String, String> columns;
    private final Balancing balancing;
    private final Map<String, Part> parts = new HashMap<>();
    private LabelDecider decider;
    private ReadyRows rows;
    private long done;
    private long total;

    ExportPlan(Workspace workspace, ExportOptions options, LabelWriter writer) {
        this.workspace = workspace;
        this.options = options;
        this.writer = writer;
        this.columns = columns(options);
        this.balancing = new Balancing(options);
    }

    /** What rows say of the export where it is not the usual. */
    static Map<String, String> columns(ExportOptions options) {
        Map<String, String> columns = new HashMap<>();
        if (options.labels() != org.stepwright.label.LabelPolicy.MAJORITY) {
            columns.put("label_policy", options.labels().word());
        }
        if (!options.soft().isNone()) {
            columns.put("soft_source", options.soft().text());
        }
        return columns;
    }

    /**
     * @param stats told what is left out
     * @throws WorkFailed when no trace matches the filter
     */
    void make(ExportStats stats, Progress progress) {
        boolean learns = LabelDecider.mustLearn(options.labels());
        long matching = workspace.traces().count(options.where(), "");
        total = matching * (learns ? 3 : 2);
        LabelDecider.Learner learner = new LabelDecider.Learner(options.labels());
        if (learns) {
            each(progress, "Learning how far people can be relied on", learner::add);
        }
        decider = learner.decider();
        rows = new ReadyRows(workspace, decider, options);
        List<String> ids = new ArrayList<>();
        GroupedSplit.Builder groups = new GroupedSplit.Builder(options.split(), options.seed());
        List<Balancing.Classes> classes = new ArrayList<>();
        each(
                progress,
                "Reading traces",
                said -> {
                    ReadyRow ready = rows.of(said);
                    stats.choices(ready);
                    String reason = reason(ready);
                    if (!reason.isEmpty()) {
                        stats.skip(reason);
                        return;
                    }
                    ids.add(said.trace().id());
                    groups.add(said.trace().problems());
                    if (!options.balance().isNone()) {
                        classes.add(balancing.classes(ready.row()));
                    }
                });
        if (ids.isEmpty() && stats.skipped.isEmpty()) {
            throw new WorkFailed("No trace matches the filter; there is nothing to export.");
        }
        assign(ids, groups, classes, progress);
    }

    private void assign(
            List<String> ids,
            GroupedSplit.Builder groups,
            List<Balancing.Classes> classes,
            Progress progress) {
        progress.report(done, total, "Grouping problems");
        GroupedSplit.Assigned assigned = groups.assign();
        for (int i = 0; i < ids.size(); i++) {
            Part part = assigned.parts().get(i);
            parts.put(ids.get(i), part);
            if (part == Part.TRAIN && !options.balance().isNone()) {
                balancing.add(ids.get(i), assigned.groups().group(i), classes.get(i));
            }
        }
        Set<String> leftOut = balancing.leftOut();
        parts.keySet().removeAll(leftOut);
    }

    private String reason(ReadyRow ready) {
        if (rows.isBare(ready)) {
            return "no step has a reward of " + options.soft().text();
        }
        return writer.skipped(ready.row(), facts(null, ready));
    }

    private void each(
            Progress progress, String what, java.util.function.Consumer<LabelledTrace> sink) {
        workspace
                .traces()
                .forEachWithSuggestions(
                        options.where(),
                        row -> {
                            progress.checkCancelled();
                            sink.accept(row);
                            progress.report(++done, Math.max(done, total), what);
                        });
    }

    /** Goes through all traces that are to be written, in the order in which they came in. */
    void forEach(Progress progress, java.util.function.BiConsumer<Part, ReadyRow> sink) {
        each(
                progress,
                "Writing traces",
                said -> {
                    Part part = parts.get(said.trace().id());
                    if (part != null) {
                        sink.accept(part, rows.of(said));
                    }
                });
    }

    LabelWriter.RowFacts facts(Part part, ReadyRow ready) {
        return new LabelWriter.RowFacts(
                part == null ? "" : Names.of(part), options.neutral(), ready.soft(), columns);
    }

    /** Names of the columns that rows have beside their format's own. */
    Set<String> moreColumns() {
        return new java.util.TreeSet<>(columns.keySet());
    }

    /** How many traces of the workspace are set aside. */
    long setAside() {
        return workspace.aside().count();
    }

    Balancing balancing() {
        return balancing;
    }

    LabelDecider decider() {
        return decider;
    }
}
