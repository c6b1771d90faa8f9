package org.stepwright.ui.review;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** Signs of verdicts: each has a shape and a word beside its colour. */
final class Marks {
    private Marks() {}

    static String sign(Verdict verdict) {
        if (verdict == null) {
            return "·";
        }
        return switch (verdict) {
            case WRONG -> "✗";
            case NEUTRAL -> "–";
            case CORRECT -> "✓";
        };
    }

    static String styleClass(Verdict verdict) {
        return verdict == null ? "open" : verdict.name().toLowerCase(Locale.ROOT);
    }

    /** One person's verdict on one step: the column's letter and the sign. */
    static Label mark(String letter, StepLabel answer, String who, Messages texts) {
        Verdict verdict = answer == null ? null : answer.verdict();
        Label mark = new Label(letter + " " + sign(verdict));
        mark.getStyleClass().addAll("review-mark", styleClass(verdict));
        mark.setMinWidth(Region.USE_PREF_SIZE);
        mark.setAccessibleText(who + ": " + texts.text("verdict.says." + name(verdict)));
        return mark;
    }

    static String name(Verdict verdict) {
        return verdict == null ? "none" : verdict.name();
    }

    /** How people's verdicts on one step are split. */
    static Label split(Split split, Messages texts) {
        Label badge;
        if (split.differs()) {
            badge = Kit.badge("≠ " + counts(split), Tone.WARNING);
        } else if (split.agreed()) {
            badge = Kit.badge("= " + split.judged(), Tone.NEUTRAL);
        } else {
            badge = Kit.badge(String.valueOf(split.judged()), Tone.NEUTRAL);
        }
        badge.setAccessibleText(
                texts.text("split.says", split.wrong(), split.neutral(), split.correct()));
        return badge;
    }

    /** The parts that were given, the largest first: {@code 2 : 1}. */
    private static String counts(Split split) {
        return java.util.stream.IntStream.of(split.wrong(), split.neutral(), split.correct())
                .filter(n -> n > 0)
                .boxed()
                .sorted(java.util.Comparator.reverseOrder())
                .map(String::valueOf)
                .collect(java.util.stream.Collectors.joining(" : "));
    }
}
