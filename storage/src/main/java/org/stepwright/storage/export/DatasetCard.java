package org.stepwright.storage.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.stepwright.agreement.AgreementReport;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.format.LabelWriter;
import org.stepwright.storage.format.Names;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.trace.Part;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The README.md of an export: front matter for dataset hubs, then the facts for people. */
record DatasetCard(
        ExportOptions options,
        LabelWriter writer,
        RubricVersion rubric,
        ExportStats stats,
        List<String> warnings) {

    /**
     * @param files the files written, by part
     */
    String text(Map<Part, Path> files) {
        StringJoiner card = new StringJoiner("\n\n", "", "\n");
        card.add("---\n" + frontMatter(files) + "---");
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
        card.add("## Split\n\n" + split());
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

    private String frontMatter(Map<Part, Path> files) {
        Map<String, Object> front = new LinkedHashMap<>();
        front.put("license", options.licence());
        front.put("pretty_name", title());
        front.put("task_categories", List.of("text-classification"));
        front.put("tags", List.of("process-reward-model", "step-labels", "stepwright"));
        front.put("size_categories", List.of(size(stats.all().traces)));
        List<Map<String, Object>> dataFiles = new ArrayList<>();
        files.forEach(
                (part, file) -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("split", Names.of(part));
                    entry.put("path", file.getFileName().toString());
                    dataFiles.add(entry);
                });
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("config_name", "default");
        config.put("data_files", dataFiles);
        front.put("configs", List.of(config));
        front.put("dataset_info", info(files));
        DumperOptions style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        style.setLineBreak(DumperOptions.LineBreak.UNIX);
        return new Yaml(style).dump(front);
    }

    /** What hubs check a file against: its columns, where they can be promised, and its rows. */
    private Map<String, Object> info(Map<Part, Path> files) {
        Map<String, Object> info = new LinkedHashMap<>();
        List<Map<String, Object>> features = new ArrayList<>();
        writer.features()
                .forEach(
                        (name, type) -> {
                            Map<String, Object> feature = new LinkedHashMap<>();
                            feature.put("name", name);
                            boolean list = type.startsWith("sequence:");
                            feature.put(
                                    list ? "sequence" : "dtype",
                                    list ? type.substring("sequence:".length()) : type);
                            features.add(feature);
                        });
        if (!features.isEmpty()) {
            info.put("features", features);
        }
        List<Map<String, Object>> splits = new ArrayList<>();
        for (Part part : files.keySet()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", Names.of(part));
            entry.put("num_examples", stats.parts.get(part).rows);
            splits.add(entry);
        }
        info.put("splits", splits);
        return info;
    }

    /** The hubs' own words for sizes. */
    static String size(long rows) {
        if (rows < 1_000) {
            return "n<1K";
        }
        if (rows < 10_000) {
            return "1K<n<10K";
        }
        if (rows < 100_000) {
            return "10K<n<100K";
        }
        return rows < 1_000_000 ? "100K<n<1M" : "1M<n<10M";
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
        lines.add("Neutral: " + neutral(options.neutral()));
        return bullets(lines);
    }

    private static String neutral(NeutralPolicy policy) {
        return switch (policy) {
            case WRONG -> "counts as wrong where the format knows only wrong and correct.";
            case CORRECT -> "counts as correct where the format knows only wrong and correct.";
            case DROP -> "is left out where the format knows only wrong and correct.";
        };
    }

    private String agreement() {
        AgreementReport report = stats.agreement();
        if (report == null) {
            return "No trace was labelled by more than one annotator, so agreement is not known.";
        }
        return bullets(
                List.of(
                        "Steps with verdicts of two annotators or more: " + report.items(),
                        "Krippendorff's alpha, nominal: " + number(report.alphaNominal()),
                        "Krippendorff's alpha, ordinal: " + number(report.alphaOrdinal()),
                        "Cohen's kappa, mean over pairs: " + number(report.kappa()),
                        "Same first error: "
                                + number(report.firstErrorAgreement())
                                + " of "
                                + report.firstErrorTraces()
                                + " traces"));
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
        List<String> lines = new ArrayList<>(warnings);
        lines.addAll(writer.losses());
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
