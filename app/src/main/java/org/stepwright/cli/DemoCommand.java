package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stepwright.prm.eval.EvalJson;
import org.stepwright.prm.eval.EvalReport;
import org.stepwright.prm.train.Recipe;
import org.stepwright.work.WorkFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole loop on the bundled samples, without a window. */
@Command(
        name = "demo",
        description =
                "The whole loop on bundled synthetic samples: workspace, rubric, import, train,"
                        + " evaluate, score a recorded live answer, export, report.")
final class DemoCommand extends BaseCommand {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "stepwright-demo",
            description =
                    "Where everything goes (default: ${DEFAULT-VALUE}). What an earlier demo made"
                            + " there is replaced while nobody changed it; with anything else in"
                            + " there a new folder inside it is taken.")
    private Path dir;

    @Option(
            names = "--quick",
            description = "Trains the recipe signals only, which takes a few seconds.")
    private boolean quick;

    DemoCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        long start = System.nanoTime();
        Path folder = DemoFolder.prepare(dir, job::say);
        List<Recipe> recipes =
                quick ? List.of(Recipe.SIGNALS) : List.of(Recipe.SIGNALS, Recipe.FROZEN);
        DemoResult result;
        Path report;
        try {
            try {
                result = new DemoLoop(context(), folder, recipes, job).run();
                report = new DemoReport(result).write(folder);
            } finally {
                DemoFolder.seal(folder); // a demo that was cancelled made these files too
            }
        } catch (IOException e) {
            throw new WorkFailed(
                    "The demo cannot write to " + folder + "; choose another folder with --dir.",
                    e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        job.print("");
        job.print("All samples are synthetic; the live answer is recorded.");
        job.print("Report:  " + report);
        job.print("Model:   " + result.first().file());
        job.print("Export:  " + folder.resolve("export"));
        job.print("Done in " + Text.number(seconds, 1) + " s.");
        return Result.done(json(folder, report, result, seconds));
    }

    private static ObjectNode json(Path folder, Path report, DemoResult result, double seconds) {
        ObjectNode json =
                Json.object()
                        .put("dir", folder.toString())
                        .put("report", report.toString())
                        .put("model", result.first().file().toString())
                        .put("export", folder.resolve("export").toString())
                        .put("workspace", folder.resolve("workspace.stepwright").toString());
        Json.put(json, "seconds", seconds);
        json.set("eval", Json.tree(EvalJson.of(EvalReport.of(List.of(result.first().heldOut())))));
        ArrayNode models = json.putArray("models");
        for (DemoResult.Model model : result.models()) {
            ObjectNode row =
                    models.addObject()
                            .put("recipe", model.recipe())
                            .put("model", model.file().toString());
            row.set("eval", Json.tree(EvalJson.of(model.heldOut())));
        }
        json.set("live", ScoreRows.row(result.live().score()));
        return json.put("recorded", true).put("synthetic", true);
    }
}
