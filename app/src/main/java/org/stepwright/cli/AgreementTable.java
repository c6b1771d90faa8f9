package org.stepwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.agreement.AgreementRow;
import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.ConsensusResult;
import org.stepwright.agreement.Estimate;
import org.stepwright.agreement.Reliability;
import org.stepwright.label.Verdict;
import org.stepwright.tryout.Share;

/** Prints how far annotators agree. */
final class AgreementTable {
    private static final int LONGEST_NAME = 60;
    private static final int MOST_ANNOTATORS = 50;

    private final Job job;

    AgreementTable(Job job) {
        this.job = job;
    }

    /** How a choice is written on the command line. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param found what was found
     * @param by how the figures are taken apart; null for not at all
     */
    void print(AgreementFindings found, AgreementCommand.By by) {
        AgreementStudy study = found.study();
        job.print(
                Text.count(study.annotators().size(), "annotator")
                        + "; two or more of them judged "
                        + Text.count(study.overall().items(), "step")
                        + " in "
                        + Text.count(study.traces(), "trace")
                        + ".");
        if (study.traces() == 0) {
            job.print(
                    "There is nothing to compare yet; let a second person label some of the same"
                            + " traces.");
        } else {
            overall(study);
            if (by != null) {
                groups(study, by);
            }
        }
        reliability(found.consensus());
    }

    private void table(String title, List<List<String>> rows) {
        job.print("");
        job.print(title);
        Text.table(rows).forEach(job::print);
    }

    private void overall(AgreementStudy study) {
        AgreementRow all = study.overall();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("measure", "value", "95 % interval"));
        rows.add(measure("Krippendorff's alpha, ordinal", all.alphaOrdinal()));
        rows.add(measure("Krippendorff's alpha, nominal", all.alphaNominal()));
        rows.add(measure("Fleiss' kappa", all.fleiss()));
        rows.add(measure("Cohen's kappa, mean of pairs", all.kappa()));
        rows.add(measure("same verdict, of two people", all.same()));
        rows.add(
                measure(
                        "same first error (" + Text.count(all.firstErrorTraces(), "trace") + ")",
                        all.firstError()));
        table(
                "All steps (1 is full agreement, 0 is chance; intervals over traces, "
                        + study.draws()
                        + " samples)",
                rows);
    }

    private static List<String> measure(String name, Estimate estimate) {
        return List.of(name, Text.number(estimate.value(), 3), interval(estimate));
    }

    private void groups(AgreementStudy study, AgreementCommand.By by) {
        switch (by) {
            case PAIR -> {
                table("By pair of annotators", withFirstError(study.byPair()));
                if (study.pairs() > study.byPair().size()) {
                    job.print(
                            "These are the "
                                    + study.byPair().size()
                                    + " pairs with most steps, of "
                                    + Text.count(study.pairs(), "pair")
                                    + ".");
                }
            }
            case STEP -> table("By position of the step", steps("step", study.byPosition()));
            case STAGE -> {
                if (study.byStage().isEmpty()) {
                    job.print("");
                    job.print("No step is in a stage; name a rubric with --rubric.");
                } else {
                    table("By stage", steps("stage", study.byStage()));
                }
            }
            case CRITERION -> criteria(study);
            case ANNOTATOR -> {
                List<List<String>> rows = new ArrayList<>();
                rows.add(List.of("annotator", "steps", "Cohen's kappa with others", "same"));
                for (AgreementRow row : study.byAnnotator()) {
                    rows.add(
                            List.of(
                                    name(row.name()),
                                    String.valueOf(row.items()),
                                    full(row.kappa()),
                                    full(row.same())));
                }
                table("By annotator, against each other one in turn", rows);
            }
        }
    }

    private void criteria(AgreementStudy study) {
        if (study.byCriterion().isEmpty()) {
            job.print("");
            job.print("No criterion was rated by two people on one step.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("criterion", "steps", "alpha ordinal", "alpha nominal", "same"));
        for (AgreementRow row : study.byCriterion()) {
            rows.add(
                    List.of(
                            name(row.name()),
                            String.valueOf(row.items()),
                            full(row.alphaOrdinal()),
                            full(row.alphaNominal()),
                            full(row.same())));
        }
        table("By criterion", rows);
    }

    private static List<List<String>> steps(String what, List<AgreementRow> groups) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(what, "steps", "alpha ordinal", "alpha nominal", "Cohen", "same"));
        for (AgreementRow row : groups) {
            rows.add(
                    List.of(
                            name(row.name()),
                            String.valueOf(row.items()),
                            full(row.alphaOrdinal()),
                            full(row.alphaNominal()),
                            full(row.kappa()),
                            full(row.same())));
        }
        return rows;
    }

    private static List<List<String>> withFirstError(List<AgreementRow> groups) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("pair", "steps", "Cohen", "alpha ordinal", "same", "same first error"));
        for (AgreementRow row : groups) {
            rows.add(
                    List.of(
                            name(row.name()),
                            String.valueOf(row.items()),
                            full(row.kappa()),
                            full(row.alphaOrdinal()),
                            full(row.same()),
                            full(row.firstError())));
        }
        return rows;
    }

    private void reliability(ConsensusResult consensus) {
        if (consensus.annotators().size() < 2) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "annotator",
                        "verdicts",
                        "as the consensus (95 %)",
                        "accuracy",
                        "sees wrong",
                        "sees neutral",
                        "sees correct",
                        "as decided"));
        consensus.annotators().stream()
                .limit(MOST_ANNOTATORS)
                .forEach(who -> rows.add(reliability(who)));
        table("Reliability against the consensus by " + word(consensus.rule()), rows);
        if (consensus.annotators().size() > MOST_ANNOTATORS) {
            job.print(
                    "These are the first "
                            + MOST_ANNOTATORS
                            + " of "
                            + Text.count(consensus.annotators().size(), "annotator")
                            + "; --json has all.");
        }
        job.print("Their own verdicts are part of the consensus, unless a reviewer decided.");
        if (!consensus.converged()) {
            job.print("The estimate was still moving after " + consensus.rounds() + " rounds.");
        }
    }

    private static List<String> reliability(Reliability who) {
        Share same = who.withConsensus();
        return List.of(
                name(who.annotator()),
                String.valueOf(same.whole()),
                percent(same.value())
                        + " ("
                        + percent(same.low())
                        + " to "
                        + percent(same.high())
                        + ")",
                percent(who.accuracy()),
                percent(who.probability(Verdict.WRONG, Verdict.WRONG)),
                percent(who.probability(Verdict.NEUTRAL, Verdict.NEUTRAL)),
                percent(who.probability(Verdict.CORRECT, Verdict.CORRECT)),
                who.decided().part() + "/" + who.decided().whole());
    }

    private static String name(String text) {
        return Text.oneLine(Text.plainLine(text), LONGEST_NAME);
    }

    private static String full(Estimate estimate) {
        return estimate.hasInterval()
                ? Text.number(estimate.value(), 2) + " (" + ends(estimate, 2) + ")"
                : Text.number(estimate.value(), 2);
    }

    private static String interval(Estimate estimate) {
        return estimate.hasInterval() ? ends(estimate, 3) : "-";
    }

    private static String ends(Estimate estimate, int decimals) {
        return Text.number(estimate.low(), decimals)
                + " to "
                + Text.number(estimate.high(), decimals);
    }

    private static String percent(double share) {
        return Text.number(100 * share, 0) + "%";
    }
}
