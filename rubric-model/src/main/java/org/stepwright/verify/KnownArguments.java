package org.stepwright.verify;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
    private static final int MAX_VALUES = 50;

    /** Characters that are looked through for one path, from the call backwards. */
    private static final int MAX_TEXT = 1_000_000;

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
        return new KnownArguments(List.copyOf(paths));
    }

    @Override
    public List<Finding> check(Seen seen) {
        List<Finding> findings = new ArrayList<>();
        seen.json().ifPresent(json -> paths.forEach(path -> check(seen, json, path, findings)));
        return findings;
    }

    private static void check(Seen seen, JsonNode json, JsonPath path, List<Finding> findings) {
        List<JsonNode> values = path.values(json);
        if (values == null) {
            return;
        }
        Set<String> wanted = new LinkedHashSet<>();
        values.stream()
                .filter(v -> !v.isBoolean())
                .forEach(v -> wanted.add(JsonPath.text(v).strip()));
        wanted.remove("");
        if (wanted.isEmpty()
                || wanted.size() > MAX_VALUES
                || wanted.stream().anyMatch(v -> v.length() > MAX_VALUE)) {
            return;
        }
        String first = wanted.iterator().next();
        if (!search(seen.prefix(), wanted)) {
            return;
        }
        if (wanted.isEmpty()) {
            String message = "The " + path.written() + " was mentioned before.";
            findings.add(new Finding(true, seen.evidence(first), message));
        } else {
            String missing = wanted.iterator().next();
            String message =
                    "The "
                            + path.written()
                            + " "
                            + Options.shown(missing)
                            + " was mentioned neither by the user nor by a tool.";
            findings.add(new Finding(false, seen.evidence(missing), message));
        }
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
