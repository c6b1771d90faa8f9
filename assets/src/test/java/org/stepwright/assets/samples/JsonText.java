package org.stepwright.assets.samples;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The little JSON that the samples need, so that the generator runs with nothing but the JDK. */
final class JsonText {
    private JsonText() {}

    /**
     * @param value null, a boolean, a whole number, a text, a list or a map with texts as keys
     * @return its JSON on one line, keys in the map's order
     */
    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> quote(e.getKey().toString()) + ":" + of(e.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? quote(text) : String.valueOf(value);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default ->
                        quoted.append(
                                c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c + "");
            }
        }
        return quoted.append('"').toString();
    }
}
