package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.stepwright.label.Verdict;

/** How annotation tools name machines and write what those say. */
final class Machines {
    private static final String AGENT = "agent:";

    /** The kinds that a source may name itself. */
    private static final List<String> KINDS =
            List.of(AGENT, "rollout:", "model:", "verifier:", "judge:", "import:");

    private Machines() {}

    /** The source of suggestions of a machine that a file names. */
    static String source(String name) {
        return KINDS.stream().anyMatch(name::startsWith) ? name : AGENT + name;
    }

    /** The name that {@link #source} turns back into the source. */
    static String name(String source) {
        String name = source.startsWith(AGENT) ? source.substring(AGENT.length()) : source;
        return source(name).equals(source) && !name.isBlank() ? name : source;
    }

    /** What a word or a truth value says of a step; null for anything else. */
    static Verdict verdict(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? Verdict.CORRECT : Verdict.WRONG;
        }
        if (!value.isTextual()) {
            return null;
        }
        return switch (value.textValue().strip().toLowerCase(Locale.ROOT)) {
            case "correct", "right", "good", "true", "yes", "+" -> Verdict.CORRECT;
            case "neutral", "okay", "ok" -> Verdict.NEUTRAL;
            case "wrong", "incorrect", "bad", "false", "no", "-" -> Verdict.WRONG;
            default -> null;
        };
    }

    /** The reward that a verdict means. */
    static double reward(Verdict verdict) {
        return verdict.ordinal() / (Verdict.values().length - 1.0);
    }

    /** A number in [0, 1], or the reward of a verdict; empty for anything else. */
    static OptionalDouble reward(JsonNode value) {
        if (value.isNumber()) {
            double number = value.doubleValue();
            return number >= 0 && number <= 1 ? OptionalDouble.of(number) : OptionalDouble.empty();
        }
        Verdict verdict = verdict(value);
        return verdict == null ? OptionalDouble.empty() : OptionalDouble.of(reward(verdict));
    }

    /** One minus a number in [0, 1], by its decimal digits: of 0.3 it is 0.7. */
    static double rest(double number) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(number)).doubleValue();
    }
}
