package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.RubricDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what changed from one rubric to another. */
@Command(name = "diff", description = "Says what changed from one rubric to another.")
final class RubricDiffCommand extends RubricCommand {
    @Parameters(index = "0", paramLabel = "BEFORE", description = RubricSource.HELP)
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "In the same way.")
    private String after;

    RubricDiffCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        List<Change> changes = withSource(s -> RubricDiff.between(s.find(before), s.find(after)));
        ObjectNode json = Json.object();
        ArrayNode rows = json.putArray("changes");
        for (Change change : changes) {
            job.print(change.where());
            if (!change.before().isEmpty()) {
                job.print("  - " + Text.oneLine(change.before(), 160));
            }
            if (!change.after().isEmpty()) {
                job.print("  + " + Text.oneLine(change.after(), 160));
            }
            rows.addObject()
                    .put("where", change.where())
                    .put("before", change.before())
                    .put("after", change.after());
        }
        if (changes.isEmpty()) {
            job.print("Nothing changed.");
        }
        return Result.done(json);
    }
}
