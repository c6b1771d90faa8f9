package org.stepwright.storage.format.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells by the values of a column what kind of labels they are. */
final class LabelValues {
    private static final Set<String> WORDS =
            Set.of(
                    "true",
                    "false",
                    "+",
                    "-",
                    "yes",
                    "no",
                    "correct",
                    "incorrect",
                    "wrong",
                    "right",
                    "good",
                    "bad",
                    "positive",
                    "negative",
                    "pass",
                    "fail",
                    "ok",
                    "error");
    private static final Set<String> MIDDLE = Set.of("neutral", "okay");

    private LabelValues() {}

    /** The rule for labels of steps; empty when the values are none. */
    static Optional<LabelRule> rule(SampleColumn column, StepCut cut) {
        boolean list =
                switch (column.shape()) {
                    case TEXTS, NUMBERS, TRUTHS -> true;
                    default -> false;
                };
        boolean signs = column.values().stream().anyMatch(LabelValues::isSigns);
        if (!list && !signs && cut != StepCut.STEP_PER_ROW) {
            return Optional.empty();
        }
        List<String> items = items(column);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        if (items.stream().allMatch(LabelValues::isNumber)) {
            return numbers(items.stream().map(Double::parseDouble).toList());
        }
        boolean known = items.stream().allMatch(i -> WORDS.contains(i) || MIDDLE.contains(i));
        if (!known) {
            return Optional.empty();
        }
        boolean middle = items.stream().anyMatch(MIDDLE::contains);
        return Optional.of(LabelRule.of(middle ? LabelKind.THREE_WAY : LabelKind.TWO_WAY));
    }

    private static Optional<LabelRule> numbers(List<Double> numbers) {
        boolean minus = numbers.contains(-1.0);
        boolean whole = numbers.stream().allMatch(n -> n == -1 || n == 0 || n == 1);
        if (whole) {
            return Optional.of(LabelRule.of(minus ? LabelKind.THREE_WAY : LabelKind.TWO_WAY));
        }
        boolean shares = numbers.stream().allMatch(n -> n >= 0 && n <= 1);
        return shares ? Optional.of(LabelRule.of(LabelKind.SHARE)) : Optional.empty();
    }

    /** The rule for the number of the first wrong step. */
    static LabelRule firstError(SampleColumn column) {
        List<Double> numbers =
                items(column).stream()
                        .filter(LabelValues::isNumber)
                        .map(Double::parseDouble)
                        .toList();
        boolean fromOne = !numbers.contains(-1.0) && numbers.contains(0.0);
        return new LabelRule(
                LabelKind.FIRST_ERROR,
                fromOne ? 1 : 0,
                fromOne ? "0" : "-1",
                List.of(),
                List.of(),
                List.of());
    }

    private static boolean isSigns(JsonNode value) {
        return value.isTextual()
                && value.textValue().strip().length() > 1
                && value.textValue().strip().chars().allMatch(c -> c == '+' || c == '-');
    }

    private static List<String> items(SampleColumn column) {
        List<String> items = new ArrayList<>();
        for (JsonNode value : column.values()) {
            if (value.isArray()) {
                value.forEach(item -> add(item, items));
            } else if (isSigns(value)) {
                items.add("+");
            } else {
                add(value, items);
            }
        }
        return items;
    }

    private static void add(JsonNode value, List<String> items) {
        if (!value.isNull() && !value.asText().isBlank()) {
            items.add(LabelRule.folded(value.asText()));
        }
    }

    private static boolean isNumber(String text) {
        return text.length() <= 30 && text.matches("[-+]?[0-9]+(\\.[0-9]+)?(e[-+]?[0-9]{1,3})?");
    }
}
