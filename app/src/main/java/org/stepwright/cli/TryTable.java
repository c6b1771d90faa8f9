package org.stepwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.prm.search.BestOfNRow;
import org.stepwright.rubric.Rubric;
import org.stepwright.trace.Outcome;
import org.stepwright.tryout.CriterionUse;
import org.stepwright.tryout.FailedCheck;
import org.stepwright.tryout.Share;
import org.stepwright.tryout.StageUse;
import org.stepwright.tryout.TryOutReport;
import org.stepwright.tryout.VerifierQuality;

/** Prints what a try-out found. */
final class TryTable {
    private static final int LONGEST_MESSAGE = 160;

    private final Job job;

    TryTable(Job job) {
        this.job = job;
    }

    void print(
            Rubric rubric,
            TryOutReport report,
            TryScores scores,
            List<VerifierQuality> quality,
            int examples) {
        job.print(
                rubric.title()
                        + ": "
                        + Text.count(report.traces(), "trace")
                        + ", "
                        + Text.count(report.steps(), "step")
                        + "; outcomes: "
                        + report.tracesWith(Outcome.RIGHT)
                        + " right, "
                        + report.tracesWith(Outcome.WRONG)
                        + " wrong, "
                        + report.tracesWith(Outcome.UNKNOWN)
                        + " unknown.");
        stages(report);
        criteria(report);
        scores(rubric, scores);
        quality(quality);
        examples(report, examples);
    }

    private void table(String title, List<List<String>> rows) {
        job.print("");
        job.print(title);
        Text.table(rows).forEach(job::print);
    }

    private void stages(TryOutReport report) {
        if (report.stages().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("stage", "steps", "traces", "traces without"));
        for (StageUse use : report.stages()) {
            String without = String.valueOf(use.tracesWithout());
            rows.add(
                    List.of(
                            use.stageId(),
                            String.valueOf(use.steps()),
                            String.valueOf(use.traces()),
                            use.required() ? without + " (required)" : without));
        }
        rows.add(List.of("(no stage)", String.valueOf(report.stepsWithoutStage()), "", ""));
        table("Which steps belong to which stage", rows);
    }

    private void criteria(TryOutReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "criterion",
                        "verifier",
                        "steps",
                        "held",
                        "failed",
                        "failed in right traces",
                        "failed in wrong traces"));
        for (CriterionUse use : report.criteria()) {
            rows.add(
                    List.of(
                            use.criterionId(),
                            use.verifier(),
                            String.valueOf(use.looked()),
                            String.valueOf(use.held()),
                            String.valueOf(use.failed()),
                            share(use.onPassed()),
                            share(use.onWrong())));
        }
        table("What the verifiers find (traces in which they could decide; 95 % interval)", rows);
        report.unusable().forEach((id, why) -> job.print(id + " did not run: " + why));
    }

    private void scores(Rubric rubric, TryScores scores) {
        job.print("");
        if (!scores.quantiles().isEmpty()) {
            job.print(
                    "Trace rewards ("
                            + rubric.aggregation().name().toLowerCase(Locale.ROOT)
                            + "): smallest, quarter, median, three quarters, largest: "
                            + String.join(
                                    ", ",
                                    scores.quantiles().stream()
                                            .map(q -> Text.number(q, 2))
                                            .toList()));
        }
        if (!scores.aurocs().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("score", "AUROC (95 % interval)", "within groups"));
            scores.aurocs()
                    .forEach(
                            (name, a) ->
                                    rows.add(
                                            List.of(
                                                    name,
                                                    interval(a.auroc(), a.low(), a.high()),
                                                    interval(
                                                            a.within(),
                                                            a.withinLow(),
                                                            a.withinHigh()))));
            int groups = scores.aurocs().values().iterator().next().groups();
            table("Telling right from wrong outcomes (" + groups + " groups of traces)", rows);
        }
        if (!scores.bestOfN().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(
                    List.of(
                            "N",
                            "groups",
                            "the first",
                            "by reward",
                            "the shortest",
                            "a perfect choice"));
            for (TryScores.Choice choice : scores.bestOfN()) {
                BestOfNRow row = choice.byReward();
                rows.add(
                        List.of(
                                String.valueOf(row.n()),
                                String.valueOf(row.problems()),
                                percent(row.first()),
                                percent(row.best()),
                                percent(choice.byLength().best()),
                                percent(row.oracle())));
            }
            table("Right outcomes when one of N traces of a group is chosen", rows);
        }
    }

    private void quality(List<VerifierQuality> quality) {
        if (quality.stream().allMatch(q -> q.labelled() == 0 && q.placedFlags() == 0)) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "criterion",
                        "labelled",
                        "decided",
                        "precision",
                        "recall",
                        "at or after the first error"));
        for (VerifierQuality q : quality) {
            rows.add(
                    List.of(
                            q.criterionId(),
                            String.valueOf(q.labelled()),
                            String.valueOf(q.steps()),
                            share(q.precision()),
                            share(q.recall()),
                            share(q.fromError())));
        }
        table("Verifiers against people's labels (steps; 95 % interval)", rows);
    }

    private void examples(TryOutReport report, int most) {
        String criterion = "";
        for (FailedCheck check : report.examples(most)) {
            if (!check.criterionId().equals(criterion)) {
                criterion = check.criterionId();
                job.print("");
                job.print("Failed: " + criterion);
            }
            String evidence = Text.oneLine(check.evidence(), LONGEST_MESSAGE);
            job.print(
                    "  "
                            + Text.plainLine(check.traceId())
                            + " step "
                            + (check.step() + 1)
                            + ": "
                            + Text.oneLine(check.message(), LONGEST_MESSAGE)
                            + (evidence.isEmpty() ? "" : " [" + evidence + "]"));
        }
    }

    private static String interval(double value, double low, double high) {
        return Text.number(value, 3)
                + " ("
                + Text.number(low, 3)
                + " to "
                + Text.number(high, 3)
                + ")";
    }

    private static String share(Share share) {
        return share.whole() == 0
                ? "-"
                : share.part()
                        + "/"
                        + share.whole()
                        + " = "
                        + percent(share.value())
                        + " ("
                        + percent(share.low())
                        + " to "
                        + percent(share.high())
                        + ")";
    }

    private static String percent(double share) {
        return Text.number(100 * share, 0) + "%";
    }
}
