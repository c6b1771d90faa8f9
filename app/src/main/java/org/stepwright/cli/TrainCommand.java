package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stepwright.app.Runs;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.eval.EvalJson;
import org.stepwright.prm.train.Recipe;
import org.stepwright.prm.train.TrainOptions;
import org.stepwright.prm.train.Trainer;
import org.stepwright.prm.train.TrainingData;
import org.stepwright.prm.train.TrainingResult;
import org.stepwright.prm.train.TrainingSet;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.SplitRatios;
import org.stepwright.work.WorkFailed;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a reward model. */
@Command(
        name = "train",
        description = "Trains a reward model on the labels of a workspace or of labelled files.")
final class TrainCommand extends BaseCommand {
    @ArgGroup(multiplicity = "1")
    private Source source;

    /** Where the labels come from. */
    static final class Source {
        @Option(names = "--workspace", paramLabel = "W", description = "Takes its labels.")
        private Path workspace;

        @Option(
                names = "--data",
                arity = "1..*",
                paramLabel = "FILE",
                description = "Takes labelled files directly.")
        private List<Path> files;
    }

    @Option(
            names = "--recipe",
            paramLabel = "R",
            defaultValue = "signals",
            description = "signals or frozen (default: ${DEFAULT-VALUE}).")
    private String recipe;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "M.prm",
            description = "Where the model goes.")
    private Path out;

    @Option(
            names = "--where",
            paramLabel = "FILTER",
            defaultValue = "",
            description =
                    "Which traces: key:value of text, state, source, annotator, labelled, id.")
    private String where;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of split and learner (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--split",
            paramLabel = "80/10/10",
            defaultValue = "80/10/10",
            description =
                    "Shares of train, validation and test; no problem is in two of them"
                            + " (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--neutral",
            paramLabel = "P",
            defaultValue = "correct",
            description =
                    "What a neutral step counts as: wrong, correct or drop"
                            + " (default: ${DEFAULT-VALUE}).")
    private String neutral;

    @Option(
            names = "--exclude-problems",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Drops every problem that occurs in these files, or nearly so.")
    private List<Path> exclude = List.of();

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "auto",
            description = "The files' format, or auto to tell by the content (default: auto).")
    private String format;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The model's name (default: the file's name without its ending).")
    private String name;

    @Option(
            names = "--rubric",
            paramLabel = "KEY",
            description = "The rubric version of the labels, ID@NUMBER, for the model's manifest.")
    private String rubric;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Processor threads; never changes the result.")
    private Integer threads;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Lists rejected rows here, as JSON lines.")
    private Path rejectsFile;

    TrainCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        Recipe chosen = chosenRecipe();
        SplitRatios ratios = Options.split(this, split);
        requireWritable();
        Instant startedAt = Instant.now();
        Rejects rejects = new Rejects();
        List<LabelledTrace> rows = rows(rejects, job);
        rejects.tell(rejectsFile, job);
        TrainOptions options = options(chosen, ratios, rows);
        TrainingSet set =
                TrainingSet.of(withoutExcluded(rows, job), ratios, seed, options.neutral());
        job.progress().checkCancelled();
        TrainingResult result = new Trainer().train(set, options, job.progress());
        job.progress().checkCancelled();
        result.bundle().write(out);
        keep(options, result, startedAt);
        print(options, result, job);
        return Result.done(json(options, result, rejects), rejects);
    }

    private void keep(TrainOptions options, TrainingResult result, Instant startedAt) {
        if (source.workspace != null) {
            try (Workspace workspace = Workspace.open(source.workspace)) {
                Runs.keepTraining(workspace, options, result, out, startedAt);
            }
        }
    }

    private Recipe chosenRecipe() {
        try {
            return Recipe.of(recipe);
        } catch (WorkFailed e) {
            throw wrongUsage(e.getMessage());
        }
    }

    /** Found out before the work, not after it. */
    private void requireWritable() {
        Path parent = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw new WorkFailed(
                    "The model cannot be written to " + out + "; choose a folder where you may.");
        }
    }

    private List<LabelledTrace> rows(Rejects rejects, Job job) {
        if (source.files != null) {
            if (!where.isBlank()) {
                throw wrongUsage("--where filters a workspace; it does not go with --data.");
            }
            return LabelledRows.read(source.files, format, rejects, job.progress());
        }
        List<LabelledTrace> rows = new ArrayList<>();
        TraceFilter filter = TraceFilter.parse(where);
        try (Workspace workspace = Workspace.open(source.workspace)) {
            workspace
                    .traces()
                    .forEach(
                            filter,
                            row -> {
                                job.progress().checkCancelled();
                                rows.add(row);
                            });
        }
        return rows;
    }

    private List<LabelledTrace> withoutExcluded(List<LabelledTrace> rows, Job job) {
        if (exclude.isEmpty()) {
            return rows;
        }
        // What cannot be read in there cannot be told apart from the training data either.
        Rejects unread = new Rejects();
        List<String> problems =
                LabelledRows.read(exclude, "auto", unread, job.progress()).stream()
                        .flatMap(r -> r.trace().problems().stream())
                        .distinct()
                        .toList();
        unread.tell(null, job);
        List<LabelledTrace> kept = TrainingData.exclude(rows, problems);
        job.say(
                "Left out "
                        + Text.count(rows.size() - (long) kept.size(), "trace")
                        + " whose problem is among "
                        + Text.count(problems.size(), "excluded problem")
                        + ".");
        return kept;
    }

    private TrainOptions options(Recipe chosen, SplitRatios ratios, List<LabelledTrace> rows) {
        TrainOptions usual = TrainOptions.of(chosen, name == null ? fileName() : name);
        return new TrainOptions(
                chosen,
                seed,
                Options.neutral(this, neutral),
                ratios,
                threads == null ? usual.threads() : Math.max(1, threads),
                usual.name(),
                Objects.requireNonNullElseGet(rubric, () -> RubricVersions.of(rows)));
    }

    private String fileName() {
        String file = String.valueOf(out.getFileName());
        return file.endsWith(".prm") ? file.substring(0, file.length() - 4) : file;
    }

    private void print(TrainOptions options, TrainingResult result, Job job) {
        result.bundle().manifest().warnings().forEach(job::say);
        job.print(
                "Trained "
                        + options.name()
                        + " ("
                        + options.recipe().id()
                        + ") on "
                        + Text.count(result.traces(), "trace")
                        + " with "
                        + Text.count(result.steps(), "labelled step")
                        + " in "
                        + Text.number(result.seconds(), 1)
                        + " s into "
                        + out
                        + ".");
        job.print("");
        job.print("Validation part:");
        EvalTable.print(options.name(), result.validation(), splitText(), job);
        if (result.heldOut() != null) {
            job.print("");
            job.print("Held-out part:");
            EvalTable.print(options.name(), result.heldOut(), splitText(), job);
        }
    }

    private String splitText() {
        return split + " by problem, seed " + seed;
    }

    private ObjectNode json(TrainOptions options, TrainingResult result, Rejects rejects) {
        ObjectNode json =
                Json.object()
                        .put("model", out.toString())
                        .put("recipe", options.recipe().id())
                        .put("traces", result.traces())
                        .put("steps", result.steps())
                        .put("positives", result.positives());
        Json.put(json, "seconds", result.seconds());
        Json.put(json, "threshold", result.threshold());
        json.set("validation", Json.tree(EvalJson.of(result.validation())));
        if (result.heldOut() != null) {
            json.set("held_out", Json.tree(EvalJson.of(result.heldOut())));
        }
        return json.put("dataset_sha256", result.datasetSha256()).put("rejected", rejects.count());
    }
}
