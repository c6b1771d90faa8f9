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
        List<String> wanted = new ArrayList<>();
        for (String value : values) {
            if (value.startsWith("$")) {
                JsonPath argument = JsonPath.of(value.substring(1));
                List<JsonNode> given =
                        argument == null ? null : arguments.map(argument::values).orElse(null);
                if (given == null || given.isEmpty()) {
                    return Optional.empty();
                }
                given.forEach(node -> wanted.add(JsonPath.text(node)));
            } else {
                wanted.add(value);
            }
        }
        if (found == null || found.isEmpty()) {
            return Optional.empty();
        }
        for (JsonNode node : found) {
            Optional<Boolean> fits = fits(JsonPath.text(node), wanted);
            if (fits.isEmpty() || !fits.get()) {
                return fits.map(no -> new Result(false, Options.shown(JsonPath.text(node))));
            }
        }
        return Optional.of(new Result(true, Options.shown(JsonPath.text(found.get(0)))));
    }

    private Optional<Boolean> fits(String found, List<String> wanted) {
        return switch (operator) {
            case "==", "in" -> Optional.of(wanted.stream().anyMatch(w -> equal(found, w)));
            case "!=", "not in" -> Optional.of(wanted.stream().noneMatch(w -> equal(found, w)));
            default -> order(found, wanted.get(0)).map(this::ordered);
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

    private static boolean equal(String one, String other) {
        boolean numbers = isNumber(one) && isNumber(other);
        return numbers
                ? new BigDecimal(one).compareTo(new BigDecimal(other)) == 0
                : one.strip().equalsIgnoreCase(other.strip());
    }

    /** The order of two numbers or two dates; empty for anything else. */
    private static Optional<Integer> order(String one, String other) {
        if (isNumber(one) && isNumber(other)) {
            return Optional.of(new BigDecimal(one).compareTo(new BigDecimal(other)));
        }
        if (isDate(one) && isDate(other)) {
            int length = Math.min(one.length(), other.length());
            String first = one.replace(' ', 'T').substring(0, length);
            return Optional.of(first.compareTo(other.replace(' ', 'T').substring(0, length)));
        }
        return Optional.empty();
    }

    private static boolean isNumber(String text) {
        return text.length() < 64 && NUMBER.matcher(text).matches();
    }

    private static boolean isDate(String text) {
        return text.length() < 40 && DATE.matcher(text).matches();
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
