package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.stepwright.app.RubricVersions;
import org.stepwright.app.TrainingRuns;
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
                    "Which traces: key:value of text, state, source, annotator, labelled, id,"
                            + " revisit.")
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
            names = "--labels",
            paramLabel = "POLICY",
            defaultValue = "majority",
            description = "Of several people's labels: majority, dawid-skene or unanimous.")
    private String labels;

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
            description =
                    "The rubric version of the labels, ID@NUMBER, for the model's manifest"
                            + " (default: what the labels say).")
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
        Options.readable(this, format);
        TraceFilter filter = Options.where(this, where);
        if (source.files != null && !where.isBlank()) {
            throw wrongUsage("--where filters a workspace; it does not go with --data.");
        }
        if (threads != null && threads < 1) {
            throw wrongUsage("--threads is a number from 1 on.");
        }
        if (name != null && name.isBlank()) {
            throw wrongUsage("--name is empty; a model needs a name.");
        }
        TrainOptions options = options(chosen, ratios);
        requireWritable();
        Rejects rejects = new Rejects();
        TrainingResult result =
                source.files == null
                        ? fromWorkspace(filter, options, job)
                        : fromFiles(options, rejects, job);
        print(options, result, job);
        return Result.done(json(options, result, rejects), rejects);
    }

    /** The workspace remembers the run, also one that failed or was cancelled. */
    private TrainingResult fromWorkspace(TraceFilter filter, TrainOptions options, Job job) {
        try (Workspace workspace = Workspace.open(source.workspace)) {
            return new TrainingRuns(workspace, new Trainer(), Clock.systemUTC())
                    .train(
                            filter,
                            rows -> withoutExcluded(rows, job),
                            options,
                            out,
                            run -> {},
                            job.progress())
                    .result();
        }
    }

    private TrainingResult fromFiles(TrainOptions options, Rejects rejects, Job job) {
        List<LabelledTrace> rows = LabelledRows.read(source.files, format, rejects, job.progress());
        rejects.tell(rejectsFile, job);
        TrainOptions known =
                rubric == null
                        ? options.withRubric(RubricVersions.of(rows), options.aggregation())
                        : options;
        TrainingSet set = TrainingSet.of(withoutExcluded(rows, job), known);
        job.progress().checkCancelled();
        TrainingResult result = new Trainer().train(set, known, job.progress());
        job.progress().checkCancelled();
        result.bundle().write(out);
        return result;
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
        Path[] read = Outputs.with(source.files, exclude.toArray(Path[]::new));
        Outputs.checkReplaced(this, "--out", out, read);
        Outputs.check(this, "--rejects", rejectsFile, Outputs.with(List.of(read), out));
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

    private TrainOptions options(Recipe chosen, SplitRatios ratios) {
        TrainOptions usual = TrainOptions.of(chosen, name == null ? fileName() : name);
        return new TrainOptions(
                        chosen,
                        seed,
                        Options.neutral(this, neutral),
                        ratios,
                        threads == null ? usual.threads() : threads,
                        usual.name(),
                        Objects.requireNonNullElse(rubric, ""))
                .withLabels(Options.labels(this, labels));
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
