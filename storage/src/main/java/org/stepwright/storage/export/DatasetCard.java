package org.stepwright.storage.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.stepwright.agreement.AgreementRow;
import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.Estimate;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.format.LabelWriter;
import org.stepwright.storage.format.Names;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.trace.Part;

/** The README.md of an export: front matter for dataset hubs, then the facts for people. */
record DatasetCard(
        ExportOptions options,
        LabelWriter writer,
        RubricVersion rubric,
        ExportStats stats,
        ExportPlan plan,
        List<String> warnings) {

    /**
     * @param files the files written, by part
     */
    String text(Map<Part, Path> files) throws IOException {
        StringJoiner card = new StringJoiner("\n\n", "", "\n");
        card.add(
                "---\n"
                        + new CardHeader(options, writer, stats, plan, title()).text(files)
                        + "---");
        card.add("# " + prose(title()));
        card.add(
                "Step labels of "
                        + stats.all().traces
                        + " answers, exported in the format `"
                        + options.format()
                        + "` for training and evaluating process reward models.");
        card.add("## Counts\n\n" + counts());
        card.add("## Labels\n\n" + labels());
        card.add("## Agreement\n\n" + agreement());
        card.add("## Split\n\n" + split() + filter());
        card.add("## Rubric\n\n" + rubricText());
        card.add("## Known limits\n\n" + limits());
        return card.toString();
    }

    private String title() {
        return (rubric == null ? "Step labels" : oneLine(rubric.rubric().title()))
                + " ("
                + options.format()
                + ")";
    }

    private String counts() {
        StringBuilder table =
                new StringBuilder(
                        "| part | traces | steps | labels | wrong | neutral | correct | wrong steps"
                                + " | traces with an error |\n"
                                + "|---|---|---|---|---|---|---|---|---|\n");
        stats.parts.forEach((part, counts) -> row(table, Names.of(part), counts));
        row(table, "all", stats.all());
        return table
                + "\nWrong, neutral and correct count the steps of the traces before the format cut"
                + " or left out anything, one verdict a step; \"wrong steps\" is their share among"
                + " labelled steps, \"traces with an error\" the share among traces whose first"
                + " error is known.";
    }

    private static void row(StringBuilder table, String name, ExportStats.PartStats c) {
        long labelled = c.wrong + c.neutral + c.correct;
        table.append(
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %d | %d | %d | %d | %s | %s |\n",
                        name,
                        c.traces,
                        c.steps,
                        c.labels,
                        c.wrong,
                        c.neutral,
                        c.correct,
                        share(c.wrong, labelled),
                        share(c.withError, c.firstErrorKnown)));
    }

    private String labels() {
        List<String> lines = new ArrayList<>();
        lines.add("Label sources: " + counted(stats.labelSources, "none"));
        lines.add("Sources of the traces: " + counted(stats.traceSources, "not recorded"));
        lines.add("Rubric versions of the labels: " + counted(stats.labelVersions, "none"));
        lines.add("Annotators: " + stats.annotators.size());
        lines.add("Label policy: " + policy(options.labels()));
        if (stats.changed > 0) {
            lines.add("Steps with another verdict than the majority's: " + stats.changed);
        }
        if (stats.masked > 0) {
            lines.add("Steps with labels that the policy masks: " + stats.masked);
        }
        lines.add("Neutral: " + neutral(options.neutral()));
        lines.add("Soft labels: " + soft());
        lines.add("Class balance: " + plan.balancing().sentence());
        return bullets(lines);
    }

    private static String policy(LabelPolicy policy) {
        String what =
                switch (policy) {
                    case MAJORITY -> "what most annotators said; a tie goes to the worse verdict.";
                    case DAWID_SKENE ->
                            "what is most likely when each annotator's votes weigh by how far they"
                                    + " can be relied on (Dawid & Skene 1979).";
                    case UNANIMOUS ->
                            "what all annotators said; steps on which they differ are masked.";
                };
        return policy.word() + ": " + what + " A reviewer's decision stands.";
    }

    private String soft() {
        SoftSource soft = options.soft();
        if (soft.isNone()) {
            return "none; labels are hard.";
        }
        String source = "from " + prose(soft.text());
        if (soft.harden().isPresent()) {
            return String.format(
                    Locale.ROOT,
                    "%s, made hard: a step counts as correct from a reward of %s on.",
                    source,
                    Double.toString(soft.harden().getAsDouble()));
        }
        return String.format(
                Locale.ROOT,
                "%s, on %d steps, with a mean of %.3f. A reviewer's decision stands as 0 or 1.",
                source,
                stats.softSteps,
                stats.softSum / Math.max(1, stats.softSteps));
    }

    private static String neutral(NeutralPolicy policy) {
        return switch (policy) {
            case WRONG -> "counts as wrong where the format knows only wrong and correct.";
            case CORRECT -> "counts as correct where the format knows only wrong and correct.";
            case DROP -> "is left out where the format knows only wrong and correct.";
        };
    }

    private String agreement() {
        AgreementStudy study = stats.agreement();
        if (study == null) {
            return "No trace was labelled by more than one annotator, so agreement is not known.";
        }
        AgreementRow row = study.overall();
        return bullets(
                        List.of(
                                "Steps with verdicts of two annotators or more: " + row.items(),
                                "Krippendorff's alpha, nominal: " + figure(row.alphaNominal()),
                                "Krippendorff's alpha, ordinal: " + figure(row.alphaOrdinal()),
                                "Cohen's kappa, mean over pairs: " + figure(row.kappa()),
                                "Same first error: "
                                        + figure(row.firstError())
                                        + " of "
                                        + row.firstErrorTraces()
                                        + " traces"))
                + "\n\n"
                + "In brackets 95 % intervals by the bootstrap over whole traces, where there are"
                + " traces enough. Only what people said on their own counts: no decisions of"
                + " reviewers.";
    }

    private static String figure(Estimate estimate) {
        return estimate.hasInterval()
                ? String.format(
                        Locale.ROOT,
                        "%.3f [%.3f, %.3f]",
                        estimate.value(),
                        estimate.low(),
                        estimate.high())
                : number(estimate.value());
    }

    private String split() {
        return String.format(
                Locale.ROOT,
                "Shares %.0f/%.0f/%.0f, seed %d. Answers to the same problem, or to nearly the same"
                        + " one, are always in the same part.",
                100 * options.split().train(),
                100 * options.split().validation(),
                100 * options.split().test(),
                options.seed());
    }

    /** What the filter asked for; nothing when it asked for everything. */
    private String filter() {
        String where = oneLine(options.where().write());
        if (where.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longestTicks(where) + 1);
        return "\n\nOf the workspace, the export took what the filter "
                + fence
                + " "
                + where
                + " "
                + fence
                + " says.";
    }

    private String rubricText() {
        if (rubric == null) {
            return "No rubric was named for this export.";
        }
        String yaml = new RubricYaml().write(rubric.rubric());
        String fence = "`".repeat(Math.max(3, longestTicks(yaml) + 1));
        return "The export was asked for with version `"
                + rubric.key()
                + "`, content "
                + rubric.contentHash()
                + ":\n\n"
                + fence
                + "yaml\n"
                + yaml
                + fence;
    }

    private String limits() {
        // Names of sources come from files of strangers.
        List<String> lines = new ArrayList<>(warnings.stream().map(DatasetCard::prose).toList());
        lines.addAll(new ExportWarnings(options, plan, stats).limits());
        lines.addAll(writer.losses());
        if (plan.setAside() > 0) {
            lines.add(
                    ExportWarnings.traces(plan.setAside())
                            + " of the workspace had been set aside, so no export without the"
                            + " filter aside:yes holds any of them.");
        }
        if (writer.features().isEmpty()) {
            lines.add("Rows of this form differ in their columns, so the card names none.");
        }
        if (options.licence().equals(ExportOptions.UNKNOWN_LICENCE)) {
            lines.add("The licence is not known to the exporter; set it before you publish.");
        }
        return bullets(lines);
    }

    private static String counted(Map<String, Long> counts, String emptyName) {
        if (counts.isEmpty()) {
            return "none";
        }
        StringJoiner all = new StringJoiner(", ");
        counts.forEach((name, n) -> all.add((name.isEmpty() ? emptyName : prose(name)) + " " + n));
        return all.toString();
    }

    private static String bullets(List<String> lines) {
        return "- " + String.join("\n- ", lines);
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "not defined" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Foreign text between the card's own: no tags, no links, no images. */
    private static String prose(String text) {
        return oneLine(text)
                .replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("[", "\\[");
    }

    private static int longestTicks(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
