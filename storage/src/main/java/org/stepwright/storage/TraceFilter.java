package org.stepwright.storage;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.stepwright.work.WorkFailed;

/**
 * Which traces are meant. All parts have to hold.
 *
 * @param text words that the problem or the steps contain, the last one maybe unfinished; empty for
 *     any. Plain words: nothing in it is search syntax
 * @param state the annotator's state; null for any. Without an annotator: SUBMITTED and the like
 *     mean that somebody is there, OPEN that nobody finished
 * @param source the trace's source; empty for any
 * @param annotator only this annotator's labels and state count; empty for everybody's
 * @param labelled whether there is a verdict; null for any
 * @param id the trace's id; empty for any
 * @param revisit whether a label that was carried over to another version of its rubric waits for a
 *     rating; null for any
 */
public record TraceFilter(
        String text,
        TraceState state,
        String source,
        String annotator,
        Boolean labelled,
        String id,
        Boolean revisit) {
    /** Every trace. */
    public static final TraceFilter ALL = new TraceFilter("", null, "", "", null, "", null);

    private static final String KEYS = "text, state, source, annotator, labelled, id, revisit";

    /** Validates. */
    public TraceFilter {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(annotator, "annotator");
        Objects.requireNonNull(id, "id");
    }

    /**
     * A filter over any id.
     *
     * @param text words, empty for any
     * @param state the state, null for any
     * @param source the source, empty for any
     * @param annotator whose labels and state count, empty for everybody's
     * @param labelled whether there is a verdict, null for any
     */
    public TraceFilter(
            String text, TraceState state, String source, String annotator, Boolean labelled) {
        this(text, state, source, annotator, labelled, "", null);
    }

    /**
     * Reads a filter as people write it: {@code key:value} or {@code key=value}, separated by
     * spaces; a value with spaces stands in double quotes. {@code text} may come more than once.
     *
     * @param where the filter; blank for {@link #ALL}
     * @return the filter
     * @throws WorkFailed naming the allowed keys and values when it cannot be read
     */
    public static TraceFilter parse(String where) {
        TraceFilter filter = ALL;
        for (String word : FilterWords.split(where)) {
            int colon = separator(word);
            if (colon < 1) {
                throw new WorkFailed(
                        "The filter part \""
                                + word
                                + "\" is not key:value; the keys are "
                                + KEYS
                                + ".");
            }
            filter = filter.with(word.substring(0, colon), word.substring(colon + 1));
        }
        return filter;
    }

    private static int separator(String word) {
        return Stream.of(word.indexOf(':'), word.indexOf('='))
                .filter(i -> i >= 0)
                .min(Integer::compare)
                .orElse(-1);
    }

    private TraceFilter with(String key, String value) {
        String name = key.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "text" -> withText((text + " " + value).strip());
            case "state" ->
                    new TraceFilter(text, state(value), source, annotator, labelled, id, revisit);
            case "source" -> new TraceFilter(text, state, value, annotator, labelled, id, revisit);
            case "annotator" -> new TraceFilter(text, state, source, value, labelled, id, revisit);
            case "labelled" ->
                    new TraceFilter(
                            text, state, source, annotator, yesOrNo(name, value), id, revisit);
            case "id" -> new TraceFilter(text, state, source, annotator, labelled, value, revisit);
            case "revisit" ->
                    new TraceFilter(
                            text, state, source, annotator, labelled, id, yesOrNo(name, value));
            default ->
                    throw new WorkFailed(
                            "There is no filter key \"" + key + "\"; the keys are " + KEYS + ".");
        };
    }

    private TraceFilter withText(String words) {
        return new TraceFilter(words, state, source, annotator, labelled, id, revisit);
    }

    private static TraceState state(String value) {
        String wanted = value.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(TraceState.values())
                .filter(s -> s.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                new WorkFailed(
                                        "There is no state \""
                                                + value
                                                + "\"; the states are open, submitted, gave_up and"
                                                + " bad_problem."));
    }

    private static Boolean yesOrNo(String key, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default ->
                    throw new WorkFailed(
                            "The filter key "
                                    + key
                                    + " takes true or false, not \""
                                    + value
                                    + "\".");
        };
    }
}
