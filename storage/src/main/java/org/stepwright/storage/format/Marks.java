package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * A row's labels, one a step: either all hard (+ and -, true and false, 1 and 0 or -1) or all soft
 * (numbers with a decimal point in [0, 1]). Soft ones are estimates that no person gave; they
 * become suggestions and never labels.
 *
 * @param hard the verdicts, empty when they are soft
 * @param soft the rewards, empty when they are hard
 */
record Marks(List<Verdict> hard, List<Double> soft) {
    static Marks read(JsonNode list) {
        if (list.size() > JsonRow.STEP_LIMIT) {
            throw new BadRow(
                    "there are " + list.size() + " labels; the limit is " + JsonRow.STEP_LIMIT);
        }
        List<Verdict> hard = new ArrayList<>();
        List<Double> soft = new ArrayList<>();
        for (JsonNode item : list) {
            int number = hard.size() + soft.size() + 1;
            if (item.isFloatingPointNumber()) {
                soft.add(reward(item, "label " + number));
            } else {
                hard.add(verdict(item, number));
            }
        }
        if (!hard.isEmpty() && !soft.isEmpty()) {
            throw new BadRow("some labels are numbers with a decimal point and others are not");
        }
        return new Marks(List.copyOf(hard), List.copyOf(soft));
    }

    int size() {
        return hard.size() + soft.size();
    }

    /** A number in [0, 1]. */
    static double reward(JsonNode value, String what) {
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
            throw new BadRow(what + " is " + JsonRow.shown(value) + ", not a number from 0 to 1");
        }
        return value.doubleValue();
    }

    private static Verdict verdict(JsonNode item, int number) {
        return switch (item.isContainerNode() ? "" : item.asText()) {
            case "+", "true", "1" -> Verdict.CORRECT;
            case "-", "false", "0", "-1" -> Verdict.WRONG;
            default ->
                    throw new BadRow(
                            "label "
                                    + number
                                    + " is "
                                    + JsonRow.shown(item)
                                    + ", not +, -, true, false, 1, 0 or a number from 0 to 1");
        };
    }

    /**
     * The row with these marks.
     *
     * @param row where the row says its id and what its labels come from
     * @param source the file
     * @param format the format's name
     * @param problem the problem
     * @param steps as many steps as marks
     * @param metadata what else is kept
     */
    LabelledTrace on(
            JsonRow row,
            JsonFormat.Source source,
            String format,
            String problem,
            List<String> steps,
            java.util.Map<String, String> metadata) {
        String id = source.ids().of(row, format, problem, steps);
        List<Step> made = steps.stream().map(Step::of).toList();
        Trace trace = new Trace(id, problem, made, Outcome.UNKNOWN, null, metadata);
        Verdicts maker = Verdicts.imported(id, format, row, LabelSource.IMPORTED);
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < hard.size(); i++) {
            labels.add(maker.of(i, hard.get(i)));
        }
        List<Suggestion> suggestions = new ArrayList<>();
        for (int i = 0; i < soft.size(); i++) {
            suggestions.add(
                    new Suggestion(
                            id,
                            i,
                            "import:" + format,
                            soft.get(i),
                            "A soft label of the imported file.",
                            Instant.EPOCH));
        }
        return new LabelledTrace(trace, labels, suggestions);
    }
}
