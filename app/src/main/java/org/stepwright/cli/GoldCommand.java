package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.storage.GoldTrace;
import org.stepwright.storage.GoldUse;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which traces are gold or for screening: served blind among the others, with feedback. */
@Command(
        name = "gold",
        description =
                "Lists, adds or removes traces whose right labels are known. They are served among"
                        + " the others, and labellers see afterwards how they did.")
final class GoldCommand extends BaseCommand {
    /** What to do. */
    enum Action {
        list,
        add,
        remove
    }

    @Parameters(index = "0", paramLabel = "list|add|remove", description = "What to do.")
    private Action action;

    @Option(
            names = "--workspace",
            required = true,
            paramLabel = "W",
            description = "The workspace.")
    private Path file;

    @Option(
            names = "--where",
            paramLabel = "FILTER",
            description = "Which traces are added or removed, such as decided:yes or id:gsm8k-3.")
    private String where;

    @Option(
            names = "--screening",
            description = "Adds them as the set that a new annotator labels first.")
    private boolean screening;

    GoldCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        if (action != Action.list && where == null) {
            throw wrongUsage("Say which traces with --where, such as --where decided:yes.");
        }
        try (Workspace workspace = Workspace.open(file)) {
            return switch (action) {
                case list -> list(workspace, job);
                case add -> add(workspace, job);
                case remove -> remove(workspace, job);
            };
        }
    }

    private Result list(Workspace workspace, Job job) {
        List<GoldTrace> all = workspace.gold().all();
        List<List<String>> rows = new ArrayList<>();
        ObjectNode result = Json.object();
        ArrayNode json = result.putArray("gold");
        for (GoldTrace gold : all) {
            boolean known = workspace.gold().key(gold.traceId()).isPresent();
            String use = name(gold.use());
            rows.add(
                    List.of(
                            Text.oneLine(gold.traceId(), 60),
                            use,
                            known ? "key known" : "no key yet, so not served",
                            "by " + Text.oneLine(gold.by(), 40)));
            json.add(
                    Json.object()
                            .put("trace", gold.traceId())
                            .put("use", use)
                            .put("key", known)
                            .put("by", gold.by())
                            .put("at", gold.at().toString()));
        }
        if (!rows.isEmpty()) {
            Text.table(rows).forEach(job::print);
        }
        job.print(Text.count(all.size(), "gold trace") + ".");
        return Result.done(result);
    }

    private Result add(Workspace workspace, Job job) {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids(workspace)) {
            (workspace.gold().key(id).isPresent() ? known : unknown).add(id);
        }
        String who = context().app().settings().current().annotator();
        workspace.gold().add(known, screening ? GoldUse.SCREENING : GoldUse.GOLD, who);
        job.print(
                Text.count(known.size(), "trace")
                        + (screening ? " for screening." : " added as gold."));
        if (!unknown.isEmpty()) {
            job.print(
                    Text.count(unknown.size(), "trace")
                            + " left out: nobody has labelled or decided them, so there is no"
                            + " key.");
        }
        return Result.done(
                Json.object().put("added", known.size()).put("without_key", unknown.size()));
    }

    private Result remove(Workspace workspace, Job job) {
        List<String> ids = ids(workspace);
        int before = workspace.gold().all().size();
        workspace.gold().remove(ids);
        int removed = before - workspace.gold().all().size();
        job.print(
                Text.count(removed, "trace") + " ordinary again; what people said of them stays.");
        return Result.done(Json.object().put("removed", removed));
    }

    private List<String> ids(Workspace workspace) {
        List<String> ids = new ArrayList<>();
        workspace.traces().forEach(TraceFilter.parse(where), t -> ids.add(t.trace().id()));
        return ids;
    }

    private static String name(GoldUse use) {
        return use.name().toLowerCase(Locale.ROOT);
    }
}
