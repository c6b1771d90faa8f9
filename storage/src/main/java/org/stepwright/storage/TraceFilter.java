package org.stepwright.storage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwright.label.Verdict;
import org.stepwright.work.WorkFailed;

/**
 * Which traces are meant. All parts have to hold; {@link #ALL} has none. Labels and states are
 * those of the annotator that the filter names, else of the one for whom traces are asked, else
 * everybody's. Without an annotator, the state SUBMITTED and the like mean that somebody is there,
 * OPEN that nobody finished.
 *
 * @param values what is asked for, in the form in which it is written; immutable, without empty
 *     values
 */
public record TraceFilter(Map<FilterKey, String> values) {
    /** Every trace. */
    public static final TraceFilter ALL = new TraceFilter(Map.of());

    /**
     * Copies.
     *
     * @throws WorkFailed naming the allowed values when a key does not take its value
     */
    public TraceFilter {
        EnumMap<FilterKey, String> canonical = new EnumMap<>(FilterKey.class);
        values.forEach((key, value) -> canonical.put(key, key.canonical(value)));
        canonical.values().removeIf(String::isEmpty);
        values = Collections.unmodifiableMap(canonical);
    }

    /**
     * A filter by what is asked for most.
     *
     * @param text words, empty for any
     * @param state the state, null for any
     * @param source the source, empty for any
     * @param annotator whose labels and state count, empty for everybody's
     * @param labelled whether there is a verdict, null for any
     */
    public TraceFilter(
            String text, TraceState state, String source, String annotator, Boolean labelled) {
        this(
                Map.of(
                        FilterKey.TEXT,
                        text,
                        FilterKey.STATE,
                        state == null ? "" : state.name(),
                        FilterKey.SOURCE,
                        source,
                        FilterKey.ANNOTATOR,
                        annotator,
                        FilterKey.LABELLED,
                        yesOrNo(labelled)));
    }

    /**
     * Reads a filter as people write it: {@code key:value} or {@code key=value}, separated by
     * spaces; a value with spaces stands in double quotes, in which two quotes stand for one.
     * {@code text} may come more than once.
     *
     * @param where the filter; blank for {@link #ALL}
     * @return the filter
     * @throws WorkFailed naming the allowed keys and values when it cannot be read
     */
    public static TraceFilter parse(String where) {
        FilterReader reader = new FilterReader();
        for (FilterWords.Word word : FilterWords.split(where)) {
            reader.strict(word);
        }
        return reader.filter();
    }

    /**
     * Reads what somebody types into a search box: parts that {@link #parse} understands are taken
     * as such, all other words are text. Words in quotes are always text.
     *
     * @param typed anything
     * @return the filter
     */
    public static TraceFilter search(String typed) {
        FilterReader reader = new FilterReader();
        for (FilterWords.Word word : FilterWords.split(typed)) {
            reader.lenient(word);
        }
        return reader.filter();
    }

    /**
     * @param key what is asked for
     * @param value the value as it is written; empty for any
     * @return this filter with another value
     * @throws WorkFailed when the key does not take the value
     */
    public TraceFilter with(FilterKey key, String value) {
        EnumMap<FilterKey, String> changed = new EnumMap<>(FilterKey.class);
        changed.putAll(values);
        changed.put(key, value);
        return new TraceFilter(changed);
    }

    /**
     * @param key what is asked for; one that takes yes or no
     * @param value yes or no; null for any
     * @return this filter with another value
     */
    public TraceFilter with(FilterKey key, Boolean value) {
        return with(key, yesOrNo(value));
    }

    /**
     * @param text words; empty for any. Plain words: nothing in it is syntax
     * @return this filter with other words
     */
    public TraceFilter withText(String text) {
        return with(FilterKey.TEXT, text);
    }

    /**
     * @param state the state, null for any
     * @return this filter with another state
     */
    public TraceFilter withState(TraceState state) {
        return with(FilterKey.STATE, state == null ? "" : state.name());
    }

    /**
     * @param source the source, empty for any
     * @return this filter with another source
     */
    public TraceFilter withSource(String source) {
        return with(FilterKey.SOURCE, source);
    }

    /**
     * @param generator the model that wrote the trace, empty for any
     * @return this filter with another generator
     */
    public TraceFilter withGenerator(String generator) {
        return with(FilterKey.GENERATOR, generator);
    }

    /**
     * @param annotator whose labels and state count, empty for everybody's
     * @return this filter with another annotator
     */
    public TraceFilter withAnnotator(String annotator) {
        return with(FilterKey.ANNOTATOR, annotator);
    }

    /**
     * @param id the trace's id, empty for any
     * @return this filter with another id
     */
    public TraceFilter withId(String id) {
        return with(FilterKey.ID, id);
    }

    /**
     * @param labelled whether there is a verdict, null for any
     * @return this filter with another value
     */
    public TraceFilter withLabelled(Boolean labelled) {
        return with(FilterKey.LABELLED, labelled);
    }

    /**
     * @param revisit whether a label that was carried over waits for a rating, null for any
     * @return this filter with another value
     */
    public TraceFilter withRevisit(Boolean revisit) {
        return with(FilterKey.REVISIT, revisit);
    }

    /**
     * @param verdict a verdict that some step has, null for any
     * @return this filter with another verdict
     */
    public TraceFilter withVerdict(Verdict verdict) {
        return with(FilterKey.VERDICT, verdict == null ? "" : verdict.name());
    }

    /**
     * @param view the name of a saved view whose filter has to hold as well; empty for none
     * @return this filter with another view
     */
    public TraceFilter withView(String view) {
        return with(FilterKey.VIEW, view);
    }

    /**
     * @param key what is asked for
     * @return the value as it is written; empty for any
     */
    public String value(FilterKey key) {
        return values.getOrDefault(key, "");
    }

    /**
     * @param key one that takes yes or no
     * @return the value; null for any
     */
    public Boolean flag(FilterKey key) {
        String value = value(key);
        return value.isEmpty() ? null : Boolean.valueOf(value.equals("yes"));
    }

    /**
     * @return words; empty for any
     */
    public String text() {
        return value(FilterKey.TEXT);
    }

    /**
     * @return the state; null for any
     */
    public TraceState state() {
        String value = value(FilterKey.STATE);
        return value.isEmpty() ? null : TraceState.valueOf(value.toUpperCase(Locale.ROOT));
    }

    /**
     * @return whose labels and state count; empty for everybody's
     */
    public String annotator() {
        return value(FilterKey.ANNOTATOR);
    }

    /**
     * @return the filter as {@link #parse} and {@link #search} read it
     */
    public String write() {
        return values.entrySet().stream()
                .map(e -> e.getKey().word() + ":" + FilterWords.quoted(e.getValue()))
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return write();
    }

    private static String yesOrNo(Boolean value) {
        return value == null ? "" : value ? "yes" : "no";
    }
}
