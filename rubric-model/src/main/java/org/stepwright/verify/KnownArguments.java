package org.stepwright.verify;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/**
 * Looks for the values of arguments in what was said before the call: in the problem, in what users
 * and tools said, and in earlier calls. One finding for each path that the call has a value at;
 * empty texts and truth values are not looked for. Capital letters make no difference.
 *
 * @param paths where the values stand
 */
record KnownArguments(List<JsonPath> paths) implements CallRule {
    private static final int MAX_VALUE = 2_000;
    private static final int MAX_VALUES = 100;
    private static final int MAX_PATHS = 50;

    /** Characters that are looked through, from the call backwards. */
    private static final int MAX_TEXT = 500_000;

    static KnownArguments of(Options options, String option) {
        List<JsonPath> paths = new ArrayList<>();
        for (String written : options.names(option)) {
            JsonPath path = JsonPath.of(written);
            if (path == null) {
                throw options.unusable(
                        option,
                        "has \""
                                + Options.shown(written)
                                + "\", which is no argument; write names such as"
                                + " payment_methods[].payment_id");
            }
            paths.add(path);
        }
        if (paths.size() > MAX_PATHS) {
            throw options.unusable(option, "has more than " + MAX_PATHS + " names; shorten it");
        }
        return new KnownArguments(List.copyOf(paths));
    }

    @Override
    public List<Finding> check(Seen seen) {
        if (seen.json().isEmpty()) {
            return List.of();
        }
        Map<JsonPath, Set<String>> wanted = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (JsonPath path : paths) {
            Set<String> values = values(seen.json().get(), path);
            if (!values.isEmpty() && values.stream().allMatch(v -> v.length() <= MAX_VALUE)) {
                wanted.put(path, values);
                all.addAll(values);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!all.isEmpty() && all.size() <= MAX_VALUES && search(seen.prefix(), all)) {
            wanted.forEach((path, values) -> findings.add(finding(seen, path, values, all)));
        }
        return findings;
    }

    /** The values at a path; none when there are too many. */
    private static Set<String> values(JsonNode json, JsonPath path) {
        Set<String> values = new LinkedHashSet<>();
        List<JsonNode> nodes = path.values(json);
        if (nodes != null) {
            nodes.stream()
                    .filter(node -> !node.isBoolean())
                    .forEach(node -> values.add(JsonPath.text(node).strip()));
        }
        values.remove("");
        return values;
    }

    private static Finding finding(
            Seen seen, JsonPath path, Set<String> values, Set<String> missing) {
        Optional<String> unknown = values.stream().filter(missing::contains).findFirst();
        if (unknown.isEmpty()) {
            String message = "The " + path.written() + " was mentioned before.";
            return new Finding(true, seen.evidence(values.iterator().next()), message);
        }
        String message =
                "The "
                        + path.written()
                        + " "
                        + Options.shown(unknown.get())
                        + " was mentioned neither by the user nor by a tool.";
        return new Finding(false, seen.evidence(unknown.get()), message);
    }

    /** Removes what it finds; false when there is too much to look through. */
    private static boolean search(Prefix prefix, Set<String> wanted) {
        List<Step> steps = prefix.steps();
        int left = MAX_TEXT;
        for (int i = steps.size(); i >= 0 && !wanted.isEmpty(); i--) {
            // The problem comes first in time and last here; the call itself is no source.
            boolean call =
                    i > 0 && i < steps.size() && steps.get(i - 1).kind() == StepKind.TOOL_CALL;
            String context = i == 0 ? prefix.problem() : steps.get(i - 1).context();
            String said = call ? steps.get(i - 1).text() : "";
            left -= context.length() + said.length();
            if (left < 0) {
                return false;
            }
            wanted.removeIf(value -> occurs(value, context) || occurs(value, said));
        }
        return true;
    }

    /** As it is, or as JSON writes it. */
    private static boolean occurs(String value, String text) {
        if (text.isEmpty()) {
            return false;
        }
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(value));
        String ascii = ascii(quoted);
        return Words.contains(text, value)
                || !quoted.equals(value) && Words.contains(text, quoted)
                || !ascii.equals(quoted) && Words.contains(text, ascii);
    }

    private static String ascii(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(c < 128 ? "" + (char) c : "\\u%04x".formatted(c)));
        return plain.toString();
    }
}
