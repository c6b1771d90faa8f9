package org.stepwright.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.trace.Step;

/**
 * What earlier tools must have answered, as in {@code get_order.status == paid or get_order.total
 * <= 50 when order_id}: looks at the latest earlier call of each tool that had the same argument
 * and that was answered with JSON. One of the comparisons has to hold.
 *
 * @param written the rule as it was written
 * @param comparisons at least one
 * @param when the argument that both calls share, or null
 */
record ResultRule(String written, List<Comparison> comparisons, JsonPath when) implements CallRule {
    private static final Pattern WHEN = Pattern.compile("^(.*\\S)\\s+when\\s+(\\S+)$");

    /** Values that JSON writes in one way only. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private static final int MAX_COMPARISONS = 10;

    private static final int MAX_RULES = 20;

    /** Earlier calls of a tool that are read; an older answer than this decides nothing. */
    private static final int MAX_CALLS = 300;

    /** Characters of earlier calls and answers that are read for one rule. */
    private static final int MAX_TEXT = 500_000;

    static List<ResultRule> of(Options options, String option) {
        List<ResultRule> rules = new ArrayList<>();
        for (String line : options.lines(option)) {
            Matcher matcher = WHEN.matcher(line);
            boolean tied = matcher.matches();
            JsonPath when = tied ? JsonPath.of(matcher.group(2)) : null;
            List<Comparison> comparisons = new ArrayList<>();
            for (String part : alternatives(tied ? matcher.group(1) : line)) {
                comparisons.add(Comparison.of(part).orElse(null));
            }
            if (comparisons.contains(null)
                    || comparisons.size() > MAX_COMPARISONS
                    || tied && when == null) {
                throw options.unusable(
                        option,
                        "has a line that is no rule: \""
                                + Options.shown(line)
                                + "\"; write get_order.status == paid when order_id, with ==, !=,"
                                + " <, <=, >, >=, in (a, b) or not in (a, b)");
            }
            rules.add(new ResultRule(line, List.copyOf(comparisons), when));
        }
        if (rules.size() > MAX_RULES) {
            throw options.unusable(option, "has more than " + MAX_RULES + " rules; shorten it");
        }
        return List.copyOf(rules);
    }

    /** The parts between "or", except within quotation marks. */
    private static List<String> alternatives(String line) {
        String text = line + " ";
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (!quoted && text.startsWith(" or ", i)) {
                parts.add(text.substring(from, i).strip());
                from = i + 4;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    @Override
    public List<Finding> check(Seen seen) {
        List<String> same = when == null ? List.of() : same(seen.json());
        if (when != null && same.isEmpty()) {
            return List.of();
        }
        List<String> against = new ArrayList<>();
        Map<String, Optional<JsonNode>> answers = new HashMap<>();
        boolean open = false;
        for (Comparison comparison : comparisons) {
            Optional<JsonNode> answer =
                    answers.computeIfAbsent(
                            comparison.tool(), t -> answer(seen.prefix().steps(), t, same));
            Optional<Comparison.Result> result =
                    answer.flatMap(json -> comparison.check(json, seen.json()));
            open |= result.isEmpty();
            if (result.isPresent() && result.get().holds()) {
                String said = comparison.where() + " is " + result.get().found() + ", as needed.";
                return List.of(finding(seen, true, same, said));
            }
            result.ifPresent(r -> against.add(comparison.where() + " is " + r.found()));
        }
        if (open) {
            return List.of();
        }
        String needed =
                String.join(" or ", comparisons.stream().map(Comparison::toString).toList());
        String message =
                String.join(", ", against.stream().distinct().toList())
                        + "; before "
                        + seen.call().name()
                        + " it has to be that "
                        + needed
                        + ".";
        return List.of(finding(seen, false, same, message));
    }

    private static Finding finding(Seen seen, boolean holds, List<String> same, String message) {
        String piece = same.isEmpty() ? "" : same.get(0);
        return new Finding(holds, seen.evidence(piece), message);
    }

    /** The values of the argument that both calls share; empty when the call has none. */
    private List<String> same(Optional<JsonNode> json) {
        List<JsonNode> values = json.map(when::values).orElse(null);
        return values == null ? List.of() : values.stream().map(JsonPath::text).toList();
    }

    /** The latest JSON that the tool answered to a call with the same argument. */
    private Optional<JsonNode> answer(List<Step> steps, String tool, List<String> same) {
        Conversation conversation = new Conversation(steps);
        int calls = MAX_CALLS;
        int left = MAX_TEXT;
        for (int i = steps.size() - 2; i >= 0 && calls > 0; i--) {
            if (!Call.calls(steps.get(i), tool)) {
                continue;
            }
            calls--;
            left -= steps.get(i).text().length();
            boolean fits = left >= 0 && (when == null || shares(steps.get(i), same));
            left -= fits ? conversation.cost(i) : 0;
            if (left < 0) {
                return Optional.empty();
            }
            Optional<String> answer = fits ? conversation.answer(i) : Optional.empty();
            Optional<JsonNode> json = answer.map(String::strip).flatMap(BoundedJson::structure);
            if (json.isPresent()) {
                return json;
            }
        }
        return Optional.empty();
    }

    /** Whether a call has the same argument; reads no JSON where its text already says no. */
    private boolean shares(Step step, List<String> same) {
        boolean apart =
                same.stream().anyMatch(v -> PLAIN.matcher(v).matches() && !step.text().contains(v));
        return !apart
                && same(Call.of(step).flatMap(call -> BoundedJson.structure(call.arguments())))
                        .equals(same);
    }
}
