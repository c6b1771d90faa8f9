package org.stepwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Scale;
import org.stepwright.storage.MigrationPreview;
import org.stepwright.storage.MigrationResult;
import org.stepwright.storage.Workspace;
import org.stepwright.work.WorkFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Carries labels over to another version of their rubric; shows first what that does. */
@Command(name = "migrate", description = "Carries labels over to another version of their rubric.")
final class RubricMigrateCommand extends RubricCommand {
    private static final Pattern VALUES = Pattern.compile("([a-z0-9-]{1,80}):(.{1,2000})");

    @Option(names = "--from", required = true, paramLabel = "ID@N", description = "The version.")
    private String from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "ID@N",
            description = "The version that the labels are carried over to.")
    private String to;

    @Option(
            names = "--map",
            paramLabel = "OLD=NEW",
            description = "A criterion that was renamed; may be repeated.")
    private Map<String, String> renamed = new TreeMap<>();

    @Option(
            names = "--values",
            paramLabel = "OLD:1=1,2=3",
            description = "Old values of a criterion and what they become; others are dropped.")
    private List<String> tables = new ArrayList<>();

    @Option(
            names = "--drop",
            paramLabel = "OLD",
            description = "A criterion whose ratings are dropped; may be repeated.")
    private List<String> dropped = new ArrayList<>();

    @Option(
            names = "--annotator",
            paramLabel = "WHO",
            description = "Who decides this; by default the annotator of the settings.")
    private String annotator;

    @Option(names = "--dry-run", description = "Only shows what would be done.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Does it.")
    private boolean yes;

    RubricMigrateCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        if (dryRun == yes) {
            throw wrongUsage("Say --dry-run to see what would be done, or --yes to do it.");
        }
        return inWorkspace(w -> migrate(w, job));
    }

    private Result migrate(Workspace workspace, Job job) {
        MigrationPlan plan = plan(workspace, job);
        MigrationPreview preview = workspace.migrations().preview(plan, job.progress());
        MigrationTable table = new MigrationTable(plan, preview);
        table.lines().forEach(job::print);
        if (dryRun) {
            job.print("Nothing was changed; the same command with --yes does it.");
            return Result.done(table.json().put("done", false));
        }
        MigrationResult result = workspace.migrations().carryOver(plan, who(), job.progress());
        job.print(MigrationTable.summary(result, plan.to().key()));
        var json = table.json().put("done", true);
        json.set("result", MigrationTable.json(result));
        return Result.done(json);
    }

    private String who() {
        return annotator == null ? context().app().settings().current().annotator() : annotator;
    }

    private MigrationPlan plan(Workspace workspace, Job job) {
        RubricVersion older = version(workspace, from);
        RubricVersion newer = version(workspace, to);
        if (older.key().equals(newer.key())) {
            throw wrongUsage("--from and --to name the same version.");
        }
        if (!older.rubric().id().equals(newer.rubric().id())) {
            throw wrongUsage("--from and --to name versions of two rubrics; name one rubric's.");
        }
        requireOneSay();
        MigrationPlan plan = workspace.migrations().propose(older, newer, job.progress());
        try {
            // What a person says frees a place before it takes one.
            for (String criterion : dropped) {
                plan = plan.with(CriterionMove.dropped(require(plan, criterion)));
            }
            for (String criterion : renamed.keySet()) {
                plan = plan.with(CriterionMove.dropped(require(plan, criterion)));
            }
            for (Map.Entry<String, String> pair : renamed.entrySet()) {
                plan = plan.with(move(plan, pair.getKey(), pair.getValue()));
            }
            for (String table : tables) {
                plan = plan.with(rescaled(plan, table));
            }
            return plan;
        } catch (IllegalArgumentException e) {
            throw new WorkFailed(e.getMessage());
        }
    }

    /** Two answers for one criterion are a slip of the hand, and which one counts is a guess. */
    private void requireOneSay() {
        for (String criterion : dropped) {
            boolean valued = tables.stream().anyMatch(t -> t.startsWith(criterion + ":"));
            if (renamed.containsKey(criterion) || valued) {
                throw wrongUsage(
                        "--drop and another option both name " + criterion + "; say one of them.");
            }
        }
    }

    private static RubricVersion version(Workspace workspace, String key) {
        return workspace
                .rubrics()
                .version(key)
                .orElseThrow(
                        () ->
                                new WorkFailed(
                                        "There is no version "
                                                + key
                                                + " in this workspace; stepwright rubric list"
                                                + " shows the rubrics and their latest version."));
    }

    private static String require(MigrationPlan plan, String criterion) {
        if (plan.move(criterion).isEmpty()) {
            throw new WorkFailed(
                    "There is no criterion " + criterion + " in " + plan.from().key() + ".");
        }
        return criterion;
    }

    /** Under the same scale a rename, under another one the proposed table. */
    private static CriterionMove move(MigrationPlan plan, String old, String now) {
        Scale before = scale(plan.from(), old);
        Scale after = scale(plan.to(), now);
        boolean same =
                before.kind() == after.kind()
                        && before.min() == after.min()
                        && before.max() == after.max();
        if (!same) {
            return CriterionMove.rescaled(old, now, plan.proposeValues(old, now));
        }
        return old.equals(now) ? CriterionMove.same(old) : CriterionMove.renamed(old, now);
    }

    private static Scale scale(RubricVersion version, String criterion) {
        return version.rubric().criteria().stream()
                .filter(c -> c.id().equals(criterion))
                .map(Criterion::scale)
                .findFirst()
                .orElseThrow(
                        () ->
                                new WorkFailed(
                                        "There is no criterion "
                                                + criterion
                                                + " in "
                                                + version.key()
                                                + "."));
    }

    private CriterionMove rescaled(MigrationPlan plan, String text) {
        Matcher parts = VALUES.matcher(text);
        if (!parts.matches()) {
            throw wrongUsage("--values takes CRITERION:OLD=NEW,OLD=NEW, not " + text + ".");
        }
        String old = require(plan, parts.group(1));
        String now = plan.move(old).orElseThrow().to();
        if (now == null) {
            throw wrongUsage("The ratings of " + old + " are dropped; say --map " + old + "=NEW.");
        }
        Map<Double, Double> values = new TreeMap<>();
        for (String pair : parts.group(2).split(",")) {
            String[] sides = pair.split("=", -1);
            if (sides.length != 2) {
                throw wrongUsage("--values takes CRITERION:OLD=NEW,OLD=NEW, not " + text + ".");
            }
            if (values.put(number(sides[0]), number(sides[1])) != null) {
                throw wrongUsage("--values names " + sides[0] + " twice in " + text + ".");
            }
        }
        return CriterionMove.rescaled(old, now, values);
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw wrongUsage("--values takes numbers, not \"" + text + "\".");
        }
    }
}
