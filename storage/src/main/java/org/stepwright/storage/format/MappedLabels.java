package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.stepwright.label.Verdict;
import org.stepwright.storage.format.mapping.LabelKind;
import org.stepwright.storage.format.mapping.LabelRule;
import org.stepwright.storage.format.mapping.ListText;

/** Reads the values of a label column as a rule says. */
final class MappedLabels {
    private static final Set<String> YES =
            Set.of(
                    "true",
                    "1",
                    "1.0",
                    "+1",
                    "+",
                    "yes",
                    "y",
                    "t",
                    "correct",
                    "right",
                    "good",
                    "positive",
                    "pass",
                    "passed",
                    "ok",
                    "valid",
                    "success",
                    "✓",
                    "✔",
                    "✅");
    private static final Set<String> NO =
            Set.of(
                    "false",
                    "0",
                    "0.0",
                    "-1",
                    "-1.0",
                    "-",
                    "−",
                    "no",
                    "n",
                    "f",
                    "incorrect",
                    "wrong",
                    "bad",
                    "negative",
                    "fail",
                    "failed",
                    "error",
                    "invalid",
                    "failure",
                    "✗",
                    "✘",
                    "❌");
    private static final Set<String> MIDDLE = Set.of("0", "0.0", "neutral", "okay", "ok", "–");

    /** Who does not know gives no label. */
    private static final Set<String> UNDECIDED = Set.of("?", "unsure", "unknown");

    private static final String BETWEEN = "[,;|\\s]+";
    private static final String BETWEEN_WORDS = "[,;|\\n\\r]+";

    private final LabelRule rule;

    MappedLabels(LabelRule rule) {
        this.rule = rule;
    }

    /** Whether a value says nothing. */
    static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.textValue().isBlank();
    }

    /**
     * The values for the steps of a trace, one a step.
     *
     * @throws BadRow when there are more or fewer
     */
    List<JsonNode> perStep(JsonNode value, int steps) {
        List<JsonNode> values = items(value);
        if (values.size() != steps) {
            throw new BadRow("there are " + values.size() + " labels for " + steps + " steps");
        }
        return values;
    }

    private List<JsonNode> items(JsonNode value) {
        List<JsonNode> items = new ArrayList<>();
        if (value.isTextual()) {
            String text = value.textValue().strip();
            Optional<? extends JsonNode> list = ListText.items(text);
            if (list.isPresent()) {
                return items(list.get());
            }
            boolean signs = text.length() > 1 && text.chars().allMatch(c -> c == '+' || c == '-');
            String between = rule.kind() == LabelKind.WORDS ? BETWEEN_WORDS : BETWEEN;
            for (String item : text.split(signs ? "" : between)) {
                items.add(JsonNodeFactory.instance.textNode(item));
            }
        } else if (value.isArray()) {
            value.forEach(items::add);
        } else {
            items.add(value);
        }
        return items;
    }

    /**
     * The verdict of one step, or null when the value is empty or says that nobody knows.
     *
     * @param what the label's name, for messages
     * @throws BadRow when the value is none
     */
    Verdict verdict(JsonNode value, String what) {
        if (isEmpty(value)) {
            return null;
        }
        if (value.isContainerNode()) {
            throw new BadRow(what + " is " + JsonRow.kind(value) + "; name the value in it");
        }
        String word = LabelRule.folded(value.asText());
        if (rule.kind() != LabelKind.WORDS && UNDECIDED.contains(word)) {
            return null;
        }
        return switch (rule.kind()) {
            case WORDS -> listed(word, what);
            case THREE_WAY -> threeWay(word, what);
            default -> twoWay(word, what);
        };
    }

    private static Verdict twoWay(String word, String what) {
        if (YES.contains(word)) {
            return Verdict.CORRECT;
        }
        // Where -1 is wrong, 0 is not; so this cannot be labels of two kinds.
        if (NO.contains(word) && !word.startsWith("-1")) {
            return Verdict.WRONG;
        }
        throw new BadRow(what + " is \"" + shown(word) + "\", neither correct nor wrong");
    }

    private static Verdict threeWay(String word, String what) {
        if (MIDDLE.contains(word)) {
            return Verdict.NEUTRAL;
        }
        if (YES.contains(word)) {
            return Verdict.CORRECT;
        }
        if (NO.contains(word)) {
            return Verdict.WRONG;
        }
        throw new BadRow(what + " is \"" + shown(word) + "\", not 1, 0 or -1");
    }

    private Verdict listed(String word, String what) {
        if (holds(rule.correct(), word)) {
            return Verdict.CORRECT;
        }
        if (holds(rule.neutral(), word)) {
            return Verdict.NEUTRAL;
        }
        if (holds(rule.wrong(), word)) {
            return Verdict.WRONG;
        }
        throw new BadRow(
                what + " is \"" + shown(word) + "\", a word that the mapping does not list");
    }

    private static boolean holds(List<String> words, String word) {
        return words.stream().anyMatch(w -> LabelRule.folded(w).equals(word));
    }

    /**
     * How likely one step is correct, or empty when the value is.
     *
     * @throws BadRow when the value is no share
     */
    static OptionalDouble share(JsonNode value, String what) {
        if (isEmpty(value)) {
            return OptionalDouble.empty();
        }
        double share = value.isBoolean() ? (value.booleanValue() ? 1 : 0) : number(value);
        if (share >= 0 && share <= 1) {
            return OptionalDouble.of(share);
        }
        throw new BadRow(what + " is " + JsonRow.shown(value) + ", not a number from 0 to 1");
    }

    private static double number(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        String text = value.asText().strip();
        boolean plausible = !text.isEmpty() && text.length() <= 40 && text.matches("[-+.0-9eE]+");
        try {
            return plausible ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * The first wrong step from 0, or -1 when none is; empty when nothing is said.
     *
     * @throws BadRow when the value is no step
     */
    OptionalInt firstError(JsonNode value, int steps) {
        if (isEmpty(value)) {
            return rule.none().isBlank() ? OptionalInt.of(-1) : OptionalInt.empty();
        }
        String text = value.asText().strip();
        double number = number(value);
        boolean none =
                text.equalsIgnoreCase(rule.none().strip())
                        || number == number(JsonNodeFactory.instance.textNode(rule.none()));
        if (none) {
            return OptionalInt.of(-1);
        }
        if (value.isContainerNode() || number != Math.rint(number)) {
            throw new BadRow(
                    "the first wrong step is " + JsonRow.shown(value) + ", not a whole number");
        }
        double step = number - rule.base();
        if (step < 0 || step >= steps) {
            throw new BadRow(
                    "the first wrong step is "
                            + shown(text)
                            + ", which is none of the "
                            + steps
                            + " steps counted from "
                            + rule.base());
        }
        return OptionalInt.of((int) step);
    }

    /** Whether a word says that something is right; empty when it says neither. */
    static Optional<Boolean> yes(String word) {
        String folded = LabelRule.folded(word);
        if (YES.contains(folded)) {
            return Optional.of(true);
        }
        return NO.contains(folded) ? Optional.of(false) : Optional.empty();
    }

    /** Whether a word is a label for two or three ways. */
    static boolean isKnown(String word) {
        String folded = LabelRule.folded(word);
        return YES.contains(folded)
                || NO.contains(folded)
                || MIDDLE.contains(folded)
                || UNDECIDED.contains(folded);
    }

    private static String shown(String word) {
        return word.length() <= 40 ? word : word.substring(0, 40) + "…";
    }
}
