package org.stepwright.storage.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * Math-Shepherd: {@code input} ends each step with a tag, {@code label} is the same text with + or
 * - in its place. Reading both side by side tells a tag from a step that itself holds those
 * letters: there {@code label} has them too.
 */
final class MathShepherdFormat extends JsonFormat {
    private static final String TAG = "\u043A\u0438";
    private static final String FIRST_STEP = "Step 1:";

    @Override
    public String name() {
        return "math-shepherd";
    }

    @Override
    public String title() {
        return "Math-Shepherd";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.containsAll(Set.of("input", "label"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> pieces = align(row.text("input"), row.text("label"), verdicts);
        JsonRow.checkStepCount(pieces.size());
        int start = pieces.get(0).lastIndexOf(FIRST_STEP);
        if (start < 0) {
            throw new BadRow("there is no \"Step 1:\" before the first tag");
        }
        String problem = pieces.get(0).substring(0, start).strip();
        pieces.set(0, pieces.get(0).substring(start));
        List<String> steps = pieces.stream().map(String::strip).toList();
        List<String> parts = new ArrayList<>(steps);
        parts.add(0, problem);
        String id = RowIds.ofContent(name(), parts);
        return new LabelledTrace(trace(row, id, problem, steps), labels(id, verdicts));
    }

    private Trace trace(JsonRow row, String id, String problem, List<String> steps) {
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, name());
        if (row.has("task")) {
            metadata.put("math-shepherd.task", row.text("task"));
        }
        List<Step> made = steps.stream().map(Step::of).toList();
        return new Trace(id, problem, made, Outcome.UNKNOWN, null, metadata);
    }

    private List<StepLabel> labels(String id, List<Verdict> verdicts) {
        // The labels are Monte-Carlo estimates of the data set's authors; here they are imported.
        Verdicts maker = Verdicts.imported(id, name());
        List<StepLabel> labels = new ArrayList<>(verdicts.size());
        for (int i = 0; i < verdicts.size(); i++) {
            labels.add(maker.of(i, verdicts.get(i)));
        }
        return labels;
    }

    private static List<String> align(String input, String label, List<Verdict> verdicts) {
        List<String> pieces = new ArrayList<>();
        int in = 0;
        int out = 0;
        int pieceStart = 0;
        while (in < input.length()) {
            boolean sameLetter = out < label.length() && input.charAt(in) == label.charAt(out);
            if (sameLetter) {
                in++;
                out++;
            } else if (input.startsWith(TAG, in) && out < label.length()) {
                verdicts.add(verdict(label.charAt(out), pieces.size() + 1));
                pieces.add(input.substring(pieceStart, in));
                in += TAG.length();
                out++;
                pieceStart = in;
            } else {
                throw new BadRow("input and label differ from character " + (in + 1) + " on");
            }
        }
        if (out < label.length()) {
            throw new BadRow("label is longer than input");
        }
        if (pieces.isEmpty()) {
            throw new BadRow("there is no tag behind a step");
        }
        if (!input.substring(pieceStart).isBlank()) {
            throw new BadRow("there is text behind the last tag");
        }
        return pieces;
    }

    private static Verdict verdict(char mark, int step) {
        return switch (mark) {
            case '+' -> Verdict.CORRECT;
            case '-' -> Verdict.WRONG;
            default -> throw new BadRow("step " + step + " is marked '" + mark + "', not + or -");
        };
    }
}
