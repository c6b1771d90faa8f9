package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * Who&amp;When: a log of several agents that failed, a file each. {@code mistake_step}, a text,
 * counts all messages from 0 and names the decisive error; the messages before it count as correct.
 * Each message is a step, {@code speaker: text}. Where {@code mistake_agent} is not the speaker of
 * that message, both are kept as metadata and the step counts.
 */
final class WhoAndWhenFormat extends JsonFormat {
    private static final String PREFIX = "who-and-when.";
    private static final int SPEAKER_LIMIT = 200;

    /** One of them is in the head of every file, however long its history is. */
    private static final Set<String> OWN =
            Set.of("mistake_step", "question_ID", "is_correct", "is_corrected");

    @Override
    public String name() {
        return "who-and-when";
    }

    @Override
    public String title() {
        return "Who&When";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("history", "question"))
                && OWN.stream().anyMatch(keys::contains);
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        JsonNode history = row.list("history");
        JsonRow.checkStepCount(history.size());
        List<String> speakers = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (JsonNode item : history) {
            JsonRow message = new JsonRow(null, item);
            String speaker = speaker(message);
            speakers.add(speaker);
            String said = speaker + ": " + message.text("content", "");
            steps.add(new Step(said, StepKind.MESSAGE, "", List.of()));
        }
        int mistake = mistake(row, steps.size());
        String problem = row.text("question");
        List<String> parts = new ArrayList<>(steps.stream().map(Step::text).toList());
        parts.add(0, problem);
        String prefix = row.text("question_ID", name());
        String id = RowIds.ofContent(prefix, parts);
        Trace trace =
                new Trace(
                        id,
                        problem,
                        steps,
                        outcome(row),
                        reference(row),
                        metadata(row, speakers.get(mistake)));
        return new LabelledTrace(
                trace,
                Verdicts.imported(id, name(), row, LabelSource.IMPORTED)
                        .firstError(steps.size(), mistake, row.text("mistake_reason", "")));
    }

    private static String speaker(JsonRow message) {
        String speaker = message.text(message.has("name") ? "name" : "role");
        if (speaker.length() > SPEAKER_LIMIT) {
            throw new BadRow("a speaker's name is longer than " + SPEAKER_LIMIT + " characters");
        }
        return speaker;
    }

    private static int mistake(JsonRow row, int steps) {
        String text = row.scalar("mistake_step");
        String number = text == null ? "" : text.strip();
        boolean digits =
                !number.isEmpty()
                        && number.length() <= 6
                        && number.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw new BadRow("\"mistake_step\" does not say which step is wrong");
        }
        int mistake = Integer.parseInt(number);
        if (mistake >= steps) {
            throw new BadRow(
                    "mistake_step "
                            + mistake
                            + " points past the last step (there are "
                            + steps
                            + ")");
        }
        return mistake;
    }

    /** The data set has two spellings. */
    private static Outcome outcome(JsonRow row) {
        Boolean correct = row.bool("is_correct", row.bool("is_corrected", null));
        if (correct == null) {
            return Outcome.UNKNOWN;
        }
        return correct ? Outcome.RIGHT : Outcome.WRONG;
    }

    private static String reference(JsonRow row) {
        return row.scalar(row.has("ground_truth") ? "ground_truth" : "groundtruth");
    }

    /** Hand-made systems add what an agent was doing: {@code Orchestrator (thought)}. */
    private static boolean speaks(String agent, String speaker) {
        return speaker.equals(agent) || speaker.startsWith(agent + " (");
    }

    private TreeMap<String, String> metadata(JsonRow row, String speaker) {
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, name());
        for (String field : List.of("level", "mistake_agent")) {
            if (row.has(field)) {
                metadata.put(PREFIX + field, row.scalar(field));
            }
        }
        if (row.has("mistake_agent") && !speaks(row.scalar("mistake_agent"), speaker)) {
            metadata.put(PREFIX + "speaker_at_mistake", speaker);
        }
        if (row.has("system_prompt")) {
            metadata.put(PREFIX + "system_prompt", Json.write(row.node().get("system_prompt")));
        }
        return metadata;
    }
}
