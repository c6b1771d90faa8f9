package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * MR-Ben: an object keyed by question id, each value a list of solutions. The first error is a step
 * number from 1, or "N/A"; in the coding file it is the text of the wrong line. Blank entries
 * between the steps are no steps: the numbers do not count them. Steps behind the first error are
 * unlabelled.
 */
final class MrBenFormat extends JsonFormat {
    private static final String NONE = "N/A";

    @Override
    public String name() {
        return "mr-ben";
    }

    @Override
    public String title() {
        return "MR-Ben";
    }

    @Override
    boolean mayBeKeyed() {
        return true;
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("Model_Solution_Steps", "Model_Solution_First_Error_Step"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        String question = row.key() != null ? row.key() : row.id("Question_UUID");
        String model = row.text("Sampled_Model", "unknown");
        String id = source.ids().distinct(question + "-" + model);
        List<String> steps = steps(row);
        int first = firstError(row, steps);
        Trace trace =
                new Trace(
                        id,
                        problem(row),
                        steps.stream().map(Step::of).toList(),
                        outcome(row.text("Model_Solution_Correctness", "")),
                        reference(row),
                        metadata(row, model));
        String reason = firstText(row, "Model_Solution_Error_Reason");
        return new LabelledTrace(
                trace, Verdicts.imported(id, name()).firstError(steps.size(), first, reason));
    }

    private static List<String> steps(JsonRow row) {
        JsonNode value = row.require("Model_Solution_Steps");
        List<String> all =
                value.isTextual()
                        ? JsonRow.text(value, "Model_Solution_Steps").lines().toList()
                        : row.steps("Model_Solution_Steps");
        List<String> steps = all.stream().filter(s -> !s.isBlank()).toList();
        JsonRow.checkStepCount(steps.size());
        return steps;
    }

    private static int firstError(JsonRow row, List<String> steps) {
        String text = row.scalar("Model_Solution_First_Error_Step");
        if (text == null || text.isBlank()) {
            throw new BadRow("Model_Solution_First_Error_Step does not say which step is wrong");
        }
        if (text.strip().equals(NONE)) {
            return -1;
        }
        if (text.strip().length() <= 6
                && text.strip().chars().allMatch(c -> c >= '0' && c <= '9')) {
            return stepNumber(Integer.parseInt(text.strip()), steps.size());
        }
        return lineOf(text, steps);
    }

    private static int stepNumber(int number, int steps) {
        if (number < 1) {
            throw new BadRow(
                    "first error step " + number + " is before the first step, which is 1");
        }
        if (number > steps) {
            throw new BadRow(
                    "first error step "
                            + number
                            + " points past the last step (there are "
                            + steps
                            + ")");
        }
        return number - 1;
    }

    /** The one step with this text; indentation counts when it is needed to tell. */
    private static int lineOf(String text, List<String> steps) {
        List<Integer> places = places(steps, s -> s.equals(text));
        if (places.size() != 1) {
            places = places(steps, s -> s.strip().equals(text.strip()));
        }
        if (places.size() != 1) {
            throw new BadRow(
                    "the text of the first error step stands in "
                            + (places.isEmpty() ? "none" : places.size() + "")
                            + " of the steps, so it does not tell which one is wrong");
        }
        return places.get(0);
    }

    private static List<Integer> places(List<String> steps, Predicate<String> wanted) {
        return IntStream.range(0, steps.size())
                .filter(i -> wanted.test(steps.get(i)))
                .boxed()
                .toList();
    }

    private static String problem(JsonRow row) {
        String options = row.text("Options", "");
        String question = row.text("Question");
        return options.isBlank() ? question : question + "\n" + options;
    }

    private static String reference(JsonRow row) {
        String modified = row.scalar("Ground_Truth_Answer_Modified");
        String answer =
                modified == null || modified.isBlank()
                        ? row.scalar("Ground_Truth_Answer")
                        : modified;
        return answer == null || answer.isBlank() ? null : answer;
    }

    private static Outcome outcome(String correctness) {
        return switch (correctness) {
            case "correct" -> Outcome.RIGHT;
            case "incorrect" -> Outcome.WRONG;
            default -> Outcome.UNKNOWN;
        };
    }

    private TreeMap<String, String> metadata(JsonRow row, String model) {
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, name());
        metadata.put(Trace.GENERATOR, model);
        for (String field : List.of("Subject", "Question_UUID", "Ground_Truth_Analysis")) {
            String value = row.text(field, "");
            if (!value.isBlank()) {
                metadata.put("mr-ben." + field, value);
            }
        }
        String rectified = firstText(row, "Model_Solution_Rectified_First_Error_Step");
        if (!rectified.isBlank()) {
            metadata.put("mr-ben.rectified_step", rectified);
        }
        return metadata;
    }

    /** A text, or the first of a list of texts; empty for "N/A" and anything else. */
    private static String firstText(JsonRow row, String field) {
        JsonNode value = row.node().path(field);
        JsonNode first = value.isArray() ? value.path(0) : value;
        String text = first.isTextual() ? JsonRow.text(first, field).strip() : "";
        return text.equals(NONE) ? "" : text;
    }
}
