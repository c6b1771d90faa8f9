package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricDiff;
import org.stepwright.rubric.RubricPatch;
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
        List<Rubric> both = withSource(s -> List.of(s.find(before), s.find(after)));
        List<Change> changes = RubricDiff.between(both.get(0), both.get(1));
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
            put(rows, change);
        }
        ArrayNode edits = json.putArray("edits");
        RubricPatch.between(both.get(0), both.get(1)).forEach(e -> put(edits, e.change()));
        if (changes.isEmpty()) {
            job.print("Nothing changed.");
        }
        return Result.done(json);
    }

    private static void put(ArrayNode rows, Change change) {
        rows.addObject()
                .put("where", change.where())
                .put("before", change.before())
                .put("after", change.after());
    }
}
