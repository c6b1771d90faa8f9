package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * PRMBench: {@code error_steps}, counted from 1, over {@code modified_process}; all other steps are
 * correct, also behind the first error. A row is one trace. The untouched {@code original_process}
 * makes no second trace: it is the same solution in the rows of all categories, so it would come in
 * up to nine times and shift every base rate.
 *
 * <p>{@code idx} names the problem and occurs once in each category (in {@code multi_solutions}
 * several solutions share it), so a trace's id is {@code idx-category}, numbered when it repeats.
 */
final class PrmBenchFormat extends JsonFormat {
    @Override
    public String name() {
        return "prmbench";
    }

    @Override
    public String title() {
        return "PRMBench";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("modified_process", "error_steps"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        String category = row.text("classification", categoryOf(source.name()));
        String id = source.ids().distinct(row.id("idx") + "-" + category);
        List<String> steps = row.steps("modified_process");
        Set<Integer> errors = errorSteps(row.list("error_steps"), steps.size());
        Trace trace =
                new Trace(
                        id,
                        row.has("modified_question")
                                ? row.text("modified_question")
                                : row.text("question"),
                        steps.stream().map(Step::of).toList(),
                        Outcome.UNKNOWN,
                        row.scalar("ground_truth"),
                        metadata(row, category));
        Verdicts verdicts = Verdicts.imported(id, name());
        List<StepLabel> labels = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            labels.add(verdicts.of(i, errors.contains(i) ? Verdict.WRONG : Verdict.CORRECT));
        }
        return new LabelledTrace(trace, labels);
    }

    private TreeMap<String, String> metadata(JsonRow row, String category) {
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, name());
        metadata.put(Trace.ERROR_KIND, category);
        metadata.put("prmbench.idx", row.id("idx"));
        put(metadata, "prmbench.reason", row.text("reason", ""));
        put(metadata, Trace.ORIGINAL_PROBLEM, row.text("original_question", ""));
        return metadata;
    }

    private static void put(TreeMap<String, String> metadata, String name, String value) {
        if (!value.isEmpty()) {
            metadata.put(name, value);
        }
    }

    private static Set<Integer> errorSteps(JsonNode list, int steps) {
        Set<Integer> errors = new TreeSet<>();
        for (JsonNode item : list) {
            if (!item.isIntegralNumber() || !item.canConvertToInt()) {
                throw new BadRow("error step " + JsonRow.shown(item) + " is not a whole number");
            }
            int step = item.intValue();
            if (step < 1) {
                throw new BadRow("error step " + step + " is before the first step, which is 1");
            }
            if (step > steps) {
                throw new BadRow(
                        "error step "
                                + step
                                + " points past the last step (there are "
                                + steps
                                + ")");
            }
            errors.add(step - 1);
        }
        return errors;
    }

    /** {@code prm800k_test_p1_4o_circular.jsonl} gives {@code circular}. */
    private static String categoryOf(String fileName) {
        String stem = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.jsonl?$", "");
        int marker = stem.lastIndexOf("4o_");
        return marker < 0 ? stem : stem.substring(marker + 3);
    }
}
