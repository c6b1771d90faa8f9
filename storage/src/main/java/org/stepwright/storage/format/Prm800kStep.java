package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/**
 * One step of a PRM800K row.
 *
 * @param offered the texts, the path's first; empty when nothing was offered
 * @param verdicts one for each text, null where it has no rating
 * @param skeleton the step without those texts and the completions' ratings
 */
record Prm800kStep(List<String> offered, List<Verdict> verdicts, JsonNode skeleton) {
    /** The place of the labeller's own completion in {@link #order}. */
    static final int HUMAN = -1;

    static Prm800kStep read(int number, JsonNode raw) {
        JsonRow step = new JsonRow(null, raw);
        ObjectNode skeleton = raw.deepCopy();
        List<String> offered = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int place : order(number, step)) {
            if (place == HUMAN) {
                offered.add(step.object("human_completion").text("text"));
                verdicts.add(human(step.object("human_completion"), number));
                ((ObjectNode) skeleton.get("human_completion")).remove("text");
            } else {
                JsonRow completion = new JsonRow(null, step.list("completions").get(place));
                offered.add(completion.text("text"));
                verdicts.add(rating(completion, number));
                ((ObjectNode) skeleton.get("completions").get(place))
                        .remove(List.of("text", "rating"));
            }
        }
        return new Prm800kStep(offered, Collections.unmodifiableList(verdicts), skeleton);
    }

    /**
     * The places of a step's completions, the path's first: the chosen one, else the labeller's
     * own, else the first. Works on a raw step and on its skeleton alike.
     */
    static List<Integer> order(int number, JsonRow step) {
        int count = step.has("completions") ? step.list("completions").size() : 0;
        JsonRow.checkStepCount(Math.max(1, count));
        List<Integer> order = new ArrayList<>();
        if (step.has("chosen_completion")) {
            int chosen = step.integer("chosen_completion");
            if (chosen < 0 || chosen >= count) {
                throw new BadRow(
                        "chosen_completion "
                                + chosen
                                + " of step "
                                + number
                                + " points past its last completion (there are "
                                + count
                                + ")");
            }
            order.add(chosen);
        } else if (step.has("human_completion")) {
            order.add(HUMAN);
        }
        for (int i = 0; i < count; i++) {
            if (order.isEmpty() || order.get(0) != i) {
                order.add(i);
            }
        }
        return order;
    }

    Step step() {
        return new Step(offered.get(0), StepKind.TEXT, "", offered.subList(1, offered.size()));
    }

    private static Verdict human(JsonRow completion, int number) {
        Verdict rated = rating(completion, number);
        return rated == null ? Verdict.CORRECT : rated;
    }

    private static Verdict rating(JsonRow completion, int number) {
        if (!completion.has("rating")) {
            return null;
        }
        JsonNode rating = completion.node().get("rating");
        if (rating.isIntegralNumber()) {
            switch (rating.asText()) {
                case "-1":
                    return Verdict.WRONG;
                case "0":
                    return Verdict.NEUTRAL;
                case "1":
                    return Verdict.CORRECT;
                default:
                    break;
            }
        }
        throw new BadRow(
                "a rating of step "
                        + number
                        + " is "
                        + JsonRow.shown(rating)
                        + ", not -1, 0, 1 or null");
    }
}
