package org.stepwright.storage.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Tells a format by the names at the top of a file's first row. */
final class FirstRow {
    private static final int SNIFFED_LINES = 20;

    private FirstRow() {}

    /** Looks behind damaged rows, but not far: a whole row decides, pieces may. */
    static boolean looksLike(String head, boolean mayBeKeyed, Predicate<Set<String>> looksLike) {
        String text = (head.startsWith("\uFEFF") ? head.substring(1) : head).stripLeading();
        for (int line = 0; line < SNIFFED_LINES && !text.isEmpty(); line++) {
            TopKeys row = TopKeys.at(text, mayBeKeyed);
            if (looksLike.test(row.names())) {
                return true;
            }
            if (row.decides()) {
                return false;
            }
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end).stripLeading();
        }
        return false;
    }

    /**
     * The names at the top of a row.
     *
     * @param names the names seen
     * @param decides whether these are all; false for a row that is damaged or cut off
     */
    private record TopKeys(Set<String> names, boolean decides) {
        static TopKeys at(String text, boolean mayBeKeyed) {
            Set<String> names = new TreeSet<>();
            boolean keyed = JsonRows.layout(text, mayBeKeyed) == JsonRows.Layout.KEYED;
            int rowDepth = keyed ? 3 : text.startsWith("[") ? 2 : 1;
            try (JsonParser parser = Json.MAPPER.createParser(text)) {
                int depth = 0;
                for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
                    if (t.isStructStart()) {
                        depth++;
                    } else if (t.isStructEnd()) {
                        depth--;
                        if (depth < rowDepth && !names.isEmpty()) {
                            return new TopKeys(names, true);
                        }
                    } else if (t == JsonToken.FIELD_NAME && depth == rowDepth) {
                        names.add(parser.currentName());
                    }
                }
            } catch (IOException e) {
                // Damaged, or cut off where the head ends.
                return new TopKeys(names, false);
            }
            return new TopKeys(names, !names.isEmpty());
        }
    }
}
