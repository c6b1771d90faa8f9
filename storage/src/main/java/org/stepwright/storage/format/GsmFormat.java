package org.stepwright.storage.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * GSM8K: a question and its worked solution, a step a line, with {@code #### ANSWER} at the end.
 * Notes for a calculator, such as {@code <<48/2=24>>}, stand in front of what they give and are
 * taken out. The solutions are right as a whole; nobody labelled their steps, so there are no
 * labels.
 */
final class GsmFormat extends JsonFormat {
    private static final String FINAL = "####";

    @Override
    public String name() {
        return "gsm8k";
    }

    @Override
    public String title() {
        return "GSM8K (grade school math)";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.equals(Set.of("question", "answer"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        String question = row.text("question");
        List<String> steps = new ArrayList<>();
        String last = null;
        for (String line : row.text("answer").lines().toList()) {
            if (line.startsWith(FINAL)) {
                last = line.substring(FINAL.length()).strip();
            } else if (!line.isBlank()) {
                steps.add(withoutNotes(line).strip());
            }
        }
        if (last == null || last.isEmpty()) {
            throw new BadRow("there is no final answer behind " + FINAL);
        }
        JsonRow.checkStepCount(steps.size());
        List<String> parts = new ArrayList<>(steps);
        parts.add(0, question);
        String id = source.ids().distinct(RowIds.ofContent(name(), parts));
        Trace trace =
                new Trace(
                        id,
                        question,
                        steps.stream().map(Step::of).toList(),
                        Outcome.RIGHT,
                        last,
                        Map.of(Trace.SOURCE, name()));
        return new LabelledTrace(trace, List.of());
    }

    /** The line without {@code <<…>>}; an open one without an end stays. */
    private static String withoutNotes(String line) {
        StringBuilder text = new StringBuilder(line.length());
        int from = 0;
        int open = line.indexOf("<<");
        while (open >= 0) {
            int close = line.indexOf(">>", open);
            if (close < 0) {
                break;
            }
            text.append(line, from, open);
            from = close + 2;
            open = line.indexOf("<<", from);
        }
        return text.append(line, from, line.length()).toString();
    }
}
