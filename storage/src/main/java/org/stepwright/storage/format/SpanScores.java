package org.stepwright.storage.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.storage.format.span.Score;
import org.stepwright.storage.format.span.SpanTrace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Trace;

/**
 * What becomes of the scores of a tracing tool.
 *
 * <p>A person's yes or no about correctness, given to a span that made exactly one step, is a
 * label. What a machine says of a step, as a number in [0, 1] or as correct or wrong, is a
 * suggestion. All else (scores of whole traces, other scales, a person's other answers) is
 * metadata.
 */
final class SpanScores {
    private static final int METADATA_LIMIT = 150;
    private static final int NAME_LIMIT = 200;

    private static final Set<String> CORRECTNESS =
            Set.of(
                    "correct",
                    "correctness",
                    "is_correct",
                    "step_correct",
                    "step_correctness",
                    "accuracy",
                    "accurate",
                    "right",
                    "valid",
                    "verdict");

    private final SpanTrace trace;
    private final String format;
    private final Map<String, String> metadata;
    private final List<StepLabel> labels = new ArrayList<>();
    private final List<Suggestion> suggestions = new ArrayList<>();
    private final Set<String> spoken = new HashSet<>();
    private Outcome outcome = Outcome.UNKNOWN;
    private int leftOut;

    SpanScores(SpanTrace trace, String format) {
        this.trace = trace;
        this.format = format;
        this.metadata = new TreeMap<>(trace.metadata());
    }

    LabelledTrace labelled() {
        trace.scores().forEach(this::take);
        if (leftOut > 0) {
            metadata.put("scores_left_out", String.valueOf(leftOut));
        }
        return new LabelledTrace(
                new Trace(trace.id(), trace.problem(), trace.steps(), outcome, null, metadata),
                labels,
                suggestions);
    }

    private void take(SpanTrace.Scored scored) {
        Score score = scored.score();
        if (score.name().length() > NAME_LIMIT || score.person().length() > NAME_LIMIT) {
            leftOut++;
            return;
        }
        if (scored.step() < 0) {
            judge(scored);
            keep(scored);
        } else if (score.person().isEmpty()) {
            suggest(scored);
        } else {
            label(scored);
        }
    }

    private void suggest(SpanTrace.Scored scored) {
        Score score = scored.score();
        OptionalDouble reward = reward(score);
        if (reward.isEmpty()) {
            keep(scored);
            return;
        }
        suggestions.add(
                new Suggestion(
                        trace.id(),
                        scored.step(),
                        "agent:" + (score.name().isBlank() ? format : score.name()),
                        reward.getAsDouble(),
                        score.comment().isEmpty() ? score.label() : score.comment(),
                        score.at()));
    }

    private static OptionalDouble reward(Score score) {
        if (score.value() == null) {
            Verdict word = verdict(score.label());
            return word == null ? OptionalDouble.empty() : OptionalDouble.of(word.ordinal() / 2.0);
        }
        double value = score.value();
        return value >= 0 && value <= 1 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private void label(SpanTrace.Scored scored) {
        Score score = scored.score();
        Verdict verdict = humanVerdict(score);
        boolean first = spoken.add(scored.step() + " " + score.person());
        if (verdict == null || !scored.alone() || !first) {
            keep(scored);
            return;
        }
        labels.add(
                new Verdicts(trace.id(), score.person(), score.at(), LabelSource.IMPORTED)
                        .of(scored.step(), 0, verdict, false, score.comment()));
    }

    /** A person's yes or no about the correctness of the whole trace is its outcome. */
    private void judge(SpanTrace.Scored scored) {
        boolean ofTrace = scored.where().isEmpty() && !scored.score().person().isEmpty();
        Verdict verdict = ofTrace ? humanVerdict(scored.score()) : null;
        if (verdict == Verdict.CORRECT || verdict == Verdict.WRONG) {
            outcome = verdict == Verdict.CORRECT ? Outcome.RIGHT : Outcome.WRONG;
        }
    }

    private static Verdict humanVerdict(Score score) {
        String name = score.name().strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        if (!CORRECTNESS.contains(name.replace('-', '_'))) {
            return null;
        }
        boolean yesNo = score.yesNo() && score.value() != null;
        if (yesNo && (score.value() == 0 || score.value() == 1)) {
            return score.value() == 1 ? Verdict.CORRECT : Verdict.WRONG;
        }
        return yesNo ? null : verdict(score.label());
    }

    private static Verdict verdict(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "correct", "right", "pass", "passed", "true" -> Verdict.CORRECT;
            case "neutral" -> Verdict.NEUTRAL;
            case "wrong", "incorrect", "fail", "failed", "false" -> Verdict.WRONG;
            default -> null;
        };
    }

    private void keep(SpanTrace.Scored scored) {
        Score score = scored.score();
        String name = "score." + (score.name().isBlank() ? format : score.name());
        if (scored.step() >= 0) {
            name += ".step " + (scored.step() + 1);
        } else if (!scored.where().isEmpty()) {
            name += "." + scored.where();
        }
        String said = score.label().isEmpty() ? "" : score.label();
        if (score.value() != null) {
            said = said.isEmpty() ? number(score.value()) : number(score.value()) + " " + said;
        }
        if (!score.person().isEmpty()) {
            said += " (" + score.person() + ")";
        }
        if (!score.comment().isEmpty()) {
            said += ": " + score.comment();
        }
        if (metadata.size() >= METADATA_LIMIT) {
            leftOut++;
            return;
        }
        metadata.merge(name, said, (one, other) -> one + "; " + other);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
