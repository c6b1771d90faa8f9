package org.stepwright.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a value in a tool's answer. Where the path leads to several values, all have to fit.
 * Capital letters make no difference; numbers are compared as numbers, ISO dates by time.
 *
 * @param tool the tool that answered
 * @param path where the value stands in its answer
 * @param operator one of {@code ==, !=, <, <=, >, >=, in, not in}
 * @param values what it is compared with; {@code $name} stands for the call's argument of that name
 */
record Comparison(String tool, JsonPath path, String operator, List<String> values) {
    private static final int MAX_DIGITS = 60;

    /** Values of one argument that are compared. */
    private static final int MAX_GIVEN = 100;

    private static final Pattern FORM =
            Pattern.compile(
                    "([\\w-]+)\\.([\\w.\\[\\]-]+)\\s*(==|!=|<=|>=|<|>|\\snot\\s+in\\b|\\sin\\b)\\s*(.+)");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:\"([^\"]*)\"|([^,\"]*))\\s*(,|$)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,30}(?:\\.\\d{1,30})?");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d.*)?");

    /**
     * What a comparison found.
     *
     * @param holds whether it holds
     * @param found the value that decided
     */
    record Result(boolean holds, String found) {}

    /** Reads {@code tool.path operator value}; empty when it is something else. */
    static Optional<Comparison> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        JsonPath path = JsonPath.of(matcher.group(2));
        String operator = matcher.group(3).strip().replaceAll("\\s+", " ");
        String right = matcher.group(4).strip();
        boolean list = operator.endsWith("in");
        boolean bracketed = right.startsWith("(") && right.endsWith(")");
        List<String> values = list == bracketed ? items(list, right) : List.of();
        return path == null || values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Comparison(matcher.group(1), path, operator, values));
    }

    private static List<String> items(boolean list, String text) {
        String inside = list ? text.substring(1, text.length() - 1) : text;
        List<String> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(inside);
        int at = 0;
        while (at <= inside.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                return List.of();
            }
            String quoted = matcher.group(1);
            items.add(quoted != null ? quoted : matcher.group(2).strip());
            at = matcher.group(3).isEmpty() ? inside.length() + 1 : matcher.end();
        }
        return list || items.size() == 1 ? items : List.of();
    }

    /**
     * @param answer what the tool answered
     * @param arguments the arguments of the call that is checked, if they can be read
     * @return what was found; empty when the answer has no such value, or one that cannot be
     *     compared
     */
    Optional<Result> check(JsonNode answer, Optional<JsonNode> arguments) {
        List<JsonNode> found = path.values(answer);
        List<Value> wanted = wanted(arguments);
        if (found == null || found.isEmpty() || wanted.isEmpty()) {
            return Optional.empty();
        }
        for (JsonNode node : found) {
            Optional<Boolean> fits = fits(Value.of(JsonPath.text(node)), wanted);
            if (fits.isEmpty() || !fits.get()) {
                return fits.map(no -> new Result(false, Options.shown(JsonPath.text(node))));
            }
        }
        return Optional.of(new Result(true, Options.shown(JsonPath.text(found.get(0)))));
    }

    /** The values with those of arguments in their place; none when an argument has no value. */
    private List<Value> wanted(Optional<JsonNode> arguments) {
        List<Value> wanted = new ArrayList<>();
        for (String value : values) {
            JsonPath argument = value.startsWith("$") ? JsonPath.of(value.substring(1)) : null;
            if (argument == null) {
                wanted.add(Value.of(value));
                continue;
            }
            List<JsonNode> given = arguments.map(argument::values).orElse(null);
            if (given == null || given.isEmpty() || given.size() > MAX_GIVEN) {
                return List.of();
            }
            given.forEach(node -> wanted.add(Value.of(JsonPath.text(node))));
        }
        return wanted;
    }

    private Optional<Boolean> fits(Value found, List<Value> wanted) {
        return switch (operator) {
            case "==", "in" -> Optional.of(wanted.stream().anyMatch(found::same));
            case "!=", "not in" -> Optional.of(wanted.stream().noneMatch(found::same));
            default -> found.order(wanted.get(0)).map(this::ordered);
        };
    }

    private boolean ordered(int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /**
     * One side of a comparison.
     *
     * @param text its text
     * @param number its value as a number, or null
     */
    private record Value(String text, BigDecimal number) {
        static Value of(String text) {
            String bare = text.strip();
            boolean number = bare.length() < MAX_DIGITS && NUMBER.matcher(bare).matches();
            return new Value(bare, number ? new BigDecimal(bare) : null);
        }

        boolean same(Value other) {
            return number != null && other.number != null
                    ? number.compareTo(other.number) == 0
                    : text.equalsIgnoreCase(other.text);
        }

        /** The order of two numbers or two dates; empty for anything else. */
        Optional<Integer> order(Value other) {
            if (number != null && other.number != null) {
                return Optional.of(number.compareTo(other.number));
            }
            if (!date() || !other.date()) {
                return Optional.empty();
            }
            int length = Math.min(text.length(), other.text.length());
            String first = text.replace(' ', 'T').substring(0, length);
            return Optional.of(first.compareTo(other.text.replace(' ', 'T').substring(0, length)));
        }

        private boolean date() {
            return text.length() < MAX_DIGITS && DATE.matcher(text).matches();
        }
    }

    /** The value's place, for people. */
    String where() {
        return tool + "." + path.written();
    }

    @Override
    public String toString() {
        String right = String.join(", ", values);
        return where()
                + " "
                + operator
                + " "
                + (operator.endsWith("in") ? "(" + right + ")" : right);
    }
}
