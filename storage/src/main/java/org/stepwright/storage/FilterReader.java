package org.stepwright.storage;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwright.work.WorkFailed;

/** Puts a filter together from the words it is written in. */
final class FilterReader {
    private final Map<FilterKey, String> values = new EnumMap<>(FilterKey.class);
    private final StringBuilder text = new StringBuilder();

    TraceFilter filter() {
        values.put(FilterKey.TEXT, text.toString());
        return new TraceFilter(values);
    }

    /** Takes {@code key:value}; fails for anything else. */
    void strict(FilterWords.Word word) {
        String written = word.text();
        int end = keyEnd(written);
        if (end < 1) {
            throw new WorkFailed(
                    "The filter part \""
                            + written
                            + "\" is not key:value; the keys are "
                            + FilterKey.words()
                            + ".");
        }
        FilterKey key =
                key(written.substring(0, end))
                        .orElseThrow(
                                () ->
                                        new WorkFailed(
                                                "There is no filter key \""
                                                        + written.substring(0, end)
                                                        + "\"; the keys are "
                                                        + FilterKey.words()
                                                        + "."));
        take(key, key.canonical(written.substring(end + 1)));
    }

    /** Takes {@code key:value} when it is that, else the word itself as text. */
    void lenient(FilterWords.Word word) {
        int end = keyEnd(word.text());
        Optional<FilterKey> key =
                end >= 1 && end < word.plain()
                        ? key(word.text().substring(0, end))
                        : Optional.empty();
        String value = word.text().substring(end + 1);
        if (key.isPresent() && key.get().accepts(value)) {
            take(key.get(), key.get().canonical(value));
        } else {
            take(FilterKey.TEXT, word.text());
        }
    }

    private void take(FilterKey key, String value) {
        if (key == FilterKey.TEXT) {
            text.append(text.isEmpty() ? "" : " ").append(value);
        } else {
            values.put(key, value);
        }
    }

    private static int keyEnd(String word) {
        return Stream.of(word.indexOf(':'), word.indexOf('='))
                .filter(i -> i >= 0)
                .min(Integer::compare)
                .orElse(-1);
    }

    private static Optional<FilterKey> key(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Stream.of(FilterKey.values()).filter(k -> k.word().equals(wanted)).findFirst();
    }
}
