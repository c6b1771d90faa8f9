package org.stepwright.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwright.label.Verdict;
import org.stepwright.work.WorkFailed;

/** What a {@link TraceFilter} can ask for. A filter asks for each at most once. */
public enum FilterKey {
    /** Words that the problem or the steps contain. */
    TEXT,
    /** How far the annotator is: a {@link TraceState}. */
    STATE(names(TraceState.values())),
    /** The trace's source. */
    SOURCE,
    /** Whose labels and state count. */
    ANNOTATOR,
    /** Whether there is a verdict. */
    LABELLED(Values.YES_OR_NO),
    /** The trace's id. */
    ID,
    /** Whether a label that was carried over waits for a rating. */
    REVISIT(Values.YES_OR_NO),
    /** The model that wrote the trace. */
    GENERATOR,
    /** Whether some step has this verdict. */
    VERDICT(names(Verdict.values())),
    /** Whether some step is marked as an insight. */
    SPARK(Values.YES_OR_NO),
    /** Whether the annotator was unsure of some step. */
    UNSURE(Values.YES_OR_NO),
    /** Whether some step has a comment. */
    COMMENT(Values.YES_OR_NO),
    /** A kind of error that some step has. */
    KIND,
    /** Whether two people give a step different verdicts. */
    DISAGREE(Values.YES_OR_NO),
    /** Whether a reviewer decided what people differ on. */
    DECIDED(Values.YES_OR_NO),
    /** Whether the right labels are known and the trace is served to check labellers. */
    GOLD(Values.YES_OR_NO),
    /** Whether it is in the random slice that is kept apart for evaluation. */
    SLICE(Values.YES_OR_NO),
    /** Whether it was set aside; where nobody asks, such traces are left out. */
    ASIDE(Values.ASIDE),
    /** The name of a saved view whose filter has to hold as well. */
    VIEW;

    /** Values of several keys; enum constants cannot refer to constants of their own enum. */
    private static final class Values {
        static final List<String> YES_OR_NO = List.of("yes", "no");
        static final List<String> ASIDE = List.of("yes", "no", "any");
    }

    private final List<String> choices;

    FilterKey() {
        this(List.of());
    }

    FilterKey(List<String> choices) {
        this.choices = choices;
    }

    /**
     * @return the key as it is written, in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return the values it takes, in lower case; empty when it takes any text
     */
    public List<String> choices() {
        return choices;
    }

    /** All keys as they are written. */
    static String words() {
        return Arrays.stream(FilterKey.values())
                .map(FilterKey::word)
                .collect(Collectors.joining(", "));
    }

    /** Whether it takes the value; an empty one is any. */
    boolean accepts(String value) {
        return choices.isEmpty() || value.isEmpty() || choices.contains(spelled(value));
    }

    /** The value in the one form in which filters hold it; empty for any. */
    String canonical(String value) {
        if (this == TEXT) {
            return value.strip();
        }
        if (!accepts(value)) {
            throw new WorkFailed(
                    "The filter key "
                            + word()
                            + " takes "
                            + sentence(choices)
                            + ", not \""
                            + value
                            + "\".");
        }
        return choices.isEmpty() ? value : spelled(value);
    }

    private String spelled(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (choices != Values.YES_OR_NO) {
            return lower.replace('-', '_');
        }
        return switch (lower) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> lower;
        };
    }

    private static String sentence(List<String> values) {
        int last = values.size() - 1;
        return String.join(", ", values.subList(0, last)) + " or " + values.get(last);
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    }
}
