package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.app.TemplateInfo;
import org.stepwright.storage.RubricHead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the rubrics of a workspace, or the templates. */
@Command(name = "list", description = "Lists the rubrics of a workspace, or the templates.")
final class RubricListCommand extends RubricCommand {
    @Option(names = "--templates", description = "Lists the templates that come with Stepwright.")
    private boolean templates;

    RubricListCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        if (templates) {
            return templates(job);
        }
        List<RubricHead> heads = inWorkspace(w -> w.rubrics().list());
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("rubric", "version", "draft", "title"));
        ObjectNode json = Json.object();
        ArrayNode rows = json.putArray("rubrics");
        for (RubricHead head : heads) {
            String version = head.latestVersion() == 0 ? "-" : "" + head.latestVersion();
            String draft = head.draftDiffers() ? "differs" : "-";
            table.add(List.of(head.rubricId(), version, draft, head.title()));
            rows.addObject()
                    .put("id", head.rubricId())
                    .put("title", head.title())
                    .put("version", head.latestVersion())
                    .put("draft_differs", head.draftDiffers());
        }
        Text.table(table).forEach(job::print);
        return Result.done(json);
    }

    private Result templates(Job job) {
        ObjectNode json = Json.object();
        ArrayNode names = json.putArray("templates");
        ArrayNode gallery = json.putArray("gallery");
        String category = "";
        for (TemplateInfo info : context().app().templates().infos()) {
            if (!info.category().equals(category)) {
                category = info.category();
                job.print(category);
            }
            job.print("  " + info.name() + ": " + info.title());
            job.print("    " + info.summary());
            names.add(info.name());
            gallery.add(json(info));
        }
        return Result.done(json);
    }

    private ObjectNode json(TemplateInfo info) {
        ObjectNode json =
                Json.object()
                        .put("name", info.name())
                        .put("title", info.title())
                        .put("category", info.category())
                        .put("summary", info.summary())
                        .put("stages", info.stages())
                        .put("criteria", info.criteria());
        json.set("verifiers", Json.array(info.verifiers()));
        return json.put("samples", context().app().templates().hasSamples(info.name()));
    }
}
