package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelSource;
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
    private static final String TAG = StepTags.TAG;
    private static final String TASK = "math-shepherd.task";
    private static final String NO_TASK = "other";

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
        String problem = StepTags.takeProblem(pieces);
        List<String> steps = pieces.stream().map(String::strip).toList();
        String id = source.ids().of(row, name(), problem, steps);
        return new LabelledTrace(trace(row, id, problem, steps), labels(row, id, verdicts));
    }

    private Trace trace(JsonRow row, String id, String problem, List<String> steps) {
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, name());
        if (!row.text("task", NO_TASK).equals(NO_TASK)) {
            metadata.put(TASK, row.text("task"));
        }
        List<Step> made = steps.stream().map(Step::of).toList();
        return new Trace(id, problem, made, Outcome.UNKNOWN, null, metadata);
    }

    private List<StepLabel> labels(JsonRow row, String id, List<Verdict> verdicts) {
        // The data set's labels are Monte-Carlo estimates; files of ours say what theirs are.
        Verdicts maker = Verdicts.imported(id, name(), row, LabelSource.ROLLOUT);
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

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new Writer(this));
    }

    private static final class Writer extends TaggedWriter {
        Writer(JsonFormat format) {
            super(format, true);
        }

        @Override
        void put(ObjectNode row, Trace trace, List<String> steps, List<Target> targets) {
            String problem = trace.problem().strip();
            List<String> marks = targets.stream().map(Target::mark).toList();
            row.put("input", problem + " " + StepTags.join(steps));
            row.put("label", problem + " " + StepTags.join(steps, marks));
            row.put("task", trace.metadata().getOrDefault(TASK, NO_TASK));
        }

        @Override
        Map<String, String> ownFeatures() {
            Map<String, String> own = new LinkedHashMap<>();
            own.put("input", "string");
            own.put("label", "string");
            own.put("task", "string");
            return own;
        }
    }
}
