package org.stepwright.storage.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepwright.label.LabelPolicy;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.format.Names;
import org.stepwright.trace.Part;

/** What of an export may surprise whoever uses it, in whole sentences. */
final class ExportWarnings {
    /** Fewer traces than this tell little, about a model or about people. */
    private static final int FEW = 30;

    private final ExportOptions options;
    private final ExportPlan plan;
    private final ExportStats stats;

    ExportWarnings(ExportOptions options, ExportPlan plan, ExportStats stats) {
        this.options = options;
        this.plan = plan;
        this.stats = stats;
    }

    /** All of a finished export. */
    List<String> all(RubricVersion rubric) {
        List<String> warnings = new ArrayList<>();
        stats.skipped.forEach(
                (reason, n) -> warnings.add(traces(n) + " left out: " + reason + "."));
        stats.warned.forEach((what, n) -> warnings.add("Each of " + traces(n) + " " + what + "."));
        if (rubric != null) {
            long other =
                    stats.labelVersions.entrySet().stream()
                            .filter(e -> !e.getKey().equals(rubric.key()))
                            .mapToLong(Map.Entry::getValue)
                            .sum();
            if (other > 0) {
                warnings.add(other + " of the labels were not made under " + rubric.key() + ".");
            }
        }
        warnings.addAll(ofParts());
        warnings.addAll(ofPolicy());
        return warnings;
    }

    /** Those that are known before anything is written. */
    List<String> ofChoices() {
        List<String> warnings = new ArrayList<>(ofParts());
        warnings.addAll(ofPolicy());
        return warnings;
    }

    private List<String> ofParts() {
        List<String> warnings = new ArrayList<>();
        for (Part part : Part.values()) {
            if (stats.parts.get(part).traces == 0) {
                warnings.add("The part " + Names.of(part) + " is empty and has no file.");
            }
        }
        return warnings;
    }

    private List<String> ofPolicy() {
        List<String> warnings = new ArrayList<>();
        if (options.labels() == LabelPolicy.DAWID_SKENE && plan.decider().sharedSteps() == 0) {
            warnings.add(
                    "No step was labelled by two people, so how far each can be relied on is not"
                            + " known; the labels are those that were given.");
        }
        if (stats.masked > 0 && options.soft().isNone()) {
            warnings.add(
                    steps(stats.masked)
                            + " on which people differ "
                            + (stats.masked == 1 ? "is" : "are")
                            + " masked.");
        }
        if (!plan.balancing().warning().isEmpty()) {
            warnings.add(plan.balancing().warning());
        }
        return warnings;
    }

    /** What a data set of this size and origin cannot tell; for its card. */
    List<String> limits() {
        List<String> limits = new ArrayList<>();
        long traces = stats.all().traces;
        if (traces < FEW) {
            limits.add("Only " + traces(traces) + ": too few to train on or to measure with.");
        }
        long test = stats.parts.get(Part.TEST).traces;
        if (traces >= FEW && test > 0 && test < FEW) {
            limits.add(
                    "The test part has "
                            + traces(test)
                            + " only; figures measured on it are rough.");
        }
        if (stats.annotators.size() == 1) {
            limits.add("One annotator gave all labels, so their own habits cannot be told apart.");
        }
        long imported = stats.labelSources.getOrDefault("imported", 0L);
        long labels = stats.labelSources.values().stream().mapToLong(n -> n).sum();
        if (imported > 0) {
            limits.add(
                    String.format(
                            Locale.ROOT,
                            "%.1f %% of the labels were imported: how they were made is for their"
                                    + " source to say.",
                            100.0 * imported / labels));
        }
        if (stats.labelSources.containsKey("synthetic")) {
            limits.add(
                    "Some labels come from a generator that planted the errors, or from a model.");
        }
        if (stats.labelSources.containsKey("rollout")) {
            limits.add("Some labels come from Monte-Carlo completions: they are noisy.");
        }
        return limits;
    }

    static String traces(long n) {
        return n == 1 ? "1 trace" : n + " traces";
    }

    private static String steps(long n) {
        return n == 1 ? "1 step" : n + " steps";
    }
}
