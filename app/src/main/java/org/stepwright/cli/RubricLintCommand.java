package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricLint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Names what makes a rubric's labels unreliable. */
@Command(name = "lint", description = "Names what would make a rubric's labels unreliable.")
final class RubricLintCommand extends RubricCommand {
    @Parameters(paramLabel = "RUBRIC", description = RubricSource.HELP)
    private String name;

    RubricLintCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        Rubric rubric = withSource(s -> s.find(name));
        List<LintFinding> findings = RubricLint.check(rubric, verifiers(name)::problem);
        ObjectNode json = Json.object().put("ok", findings.isEmpty());
        ArrayNode rows = json.putArray("findings");
        for (LintFinding finding : findings) {
            job.print(finding.where() + ": " + finding.message() + " [" + finding.rule() + "]");
            rows.addObject()
                    .put("rule", finding.rule())
                    .put("where", finding.where())
                    .put("message", finding.message());
        }
        if (findings.isEmpty()) {
            job.print("Nothing stands out in " + rubric.id() + ".");
        }
        return Result.done(json);
    }
}
