package org.stepwright.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwright.work.WorkFailed;

/**
 * Reads the options of one verifier within bounds; every complaint names the verifier.
 *
 * @param verifier the kind of verifier, as rubrics name it
 * @param values its options by name
 */
record Options(String verifier, Map<String, String> values) {
    private static final int MAX_NAMES = 500;
    private static final int MAX_NAME = 200;
    private static final int MAX_LINES = 200;
    private static final int MAX_LINE = 1_000;

    /** The option without blanks around it; empty when it is not given. */
    String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** Names between commas or line ends, without doubles, in their order. */
    List<String> names(String name) {
        List<String> names = new ArrayList<>();
        for (String part : text(name).split("[,\\n]", -1)) {
            String bare = part.strip();
            if (!bare.isEmpty() && !names.contains(bare)) {
                names.add(bare);
            }
            if (bare.length() > MAX_NAME || names.size() > MAX_NAMES) {
                throw unusable(name, "has too many names, or too long ones; shorten the list");
            }
        }
        return List.copyOf(names);
    }

    /** Lines that are not blank. */
    List<String> lines(String name) {
        List<String> lines =
                text(name).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.size() > MAX_LINES || lines.stream().anyMatch(l -> l.length() > MAX_LINE)) {
            throw unusable(name, "has too many lines, or too long ones; shorten it");
        }
        return lines;
    }

    /** A whole number from 0 to 1,000,000; the fallback when it is not given. */
    int count(String name, int fallback) {
        String text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        if (!text.matches("\\d{1,6}|1000000")) {
            throw unusable(
                    name, "is a whole number from 0 to 1000000, not \"" + shown(text) + "\"");
        }
        return Integer.parseInt(text);
    }

    /** One of the choices; the first when it is not given. */
    String choice(String name, List<String> choices) {
        String text = text(name);
        if (text.isEmpty()) {
            return choices.get(0);
        }
        if (!choices.contains(text)) {
            throw unusable(
                    name,
                    "is one of " + String.join(", ", choices) + ", not \"" + shown(text) + "\"");
        }
        return text;
    }

    /** What to tell when an option cannot be used. */
    WorkFailed unusable(String name, String why) {
        return new WorkFailed(
                "The option " + name + " of the verifier " + verifier + " " + why + ".");
    }

    /** A text of any length, short enough for a sentence. */
    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
