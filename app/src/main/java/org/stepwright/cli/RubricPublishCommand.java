package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes a draft as the next version. */
@Command(name = "publish", description = "Publishes a draft as the next version.")
final class RubricPublishCommand extends RubricCommand {
    @Parameters(paramLabel = "ID", description = "The rubric's id.")
    private String id;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "What changed.")
    private String note;

    RubricPublishCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        return inWorkspace(w -> publish(w, job));
    }

    private Result publish(Workspace workspace, Job job) {
        RubricVersion version = workspace.rubrics().publish(id, note);
        job.print("Published " + version.key() + ".");
        ObjectNode json =
                Json.object()
                        .put("key", version.key())
                        .put("number", version.number())
                        .put("content_hash", version.contentHash());
        ObjectNode older = json.putObject("older_labels");
        Map<String, Long> labelled = workspace.labels().countByRubric();
        for (int number = 1; number < version.number(); number++) {
            String key = id + "@" + number;
            long labels = labelled.getOrDefault(key, 0L);
            if (labels > 0) {
                older.put(key, labels);
                job.print(
                        labels
                                + " labels are under "
                                + key
                                + "; see what changed for them with: stepwright rubric migrate"
                                + " --workspace W --from "
                                + key
                                + " --to "
                                + version.key()
                                + " --dry-run");
            }
        }
        return Result.done(json);
    }
}
