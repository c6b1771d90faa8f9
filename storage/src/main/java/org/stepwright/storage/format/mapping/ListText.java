package org.stepwright.storage.format.mapping;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/**
 * Lists that stand in a cell as text: JSON, or as Python prints a list of texts, numbers and truth
 * values.
 */
public final class ListText {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static final int ITEM_LIMIT = 100_000;

    private ListText() {}

    /**
     * @param text a cell
     * @return whether it may be a list
     */
    public static boolean looksLike(String text) {
        String bare = text.strip();
        return bare.startsWith("[") && bare.endsWith("]");
    }

    /**
     * @param text a cell
     * @return its items; empty when it is no list
     */
    public static Optional<ArrayNode> items(String text) {
        if (!looksLike(text)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(text);
            return node instanceof ArrayNode list ? Optional.of(list) : Optional.empty();
        } catch (JacksonException e) {
            return new Python(text.strip()).list();
        }
    }

    /** One flat list as Python prints it. */
    private static final class Python {
        private final String text;
        private final ArrayNode items = JsonNodeFactory.instance.arrayNode();
        private int at = 1;

        Python(String text) {
            this.text = text;
        }

        Optional<ArrayNode> list() {
            try {
                while (!end()) {
                    item();
                    if (items.size() > ITEM_LIMIT) {
                        return Optional.empty();
                    }
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                return Optional.empty();
            }
            return at == text.length() ? Optional.of(items) : Optional.empty();
        }

        /** Steps over space; the items of an array of NumPy have no comma between them. */
        private boolean end() {
            while (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',') {
                at++;
            }
            if (text.charAt(at) == ']') {
                at++;
                return true;
            }
            return false;
        }

        private void item() {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                at++;
                items.add(quoted(c));
            } else {
                int start = at;
                while (" ,]\n\r\t".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                word(text.substring(start, at));
            }
        }

        private void word(String word) {
            switch (word) {
                case "True" -> items.add(true);
                case "False" -> items.add(false);
                case "None" -> items.addNull();
                default -> number(word);
            }
        }

        private void number(String word) {
            boolean plausible = word.length() <= 40 && "+-.0123456789".indexOf(word.charAt(0)) >= 0;
            if (!plausible) {
                throw new IllegalArgumentException(word);
            }
            double value = Double.parseDouble(word);
            if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                items.add((long) value);
            } else {
                items.add(value);
            }
        }

        private String quoted(char quote) {
            StringBuilder out = new StringBuilder();
            for (char c = text.charAt(at++); c != quote; c = text.charAt(at++)) {
                if (c == '\\') {
                    escape(out);
                } else {
                    out.append(c);
                }
            }
            return out.toString();
        }

        private void escape(StringBuilder out) {
            char c = text.charAt(at++);
            switch (c) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case '\\', '\'', '"' -> out.append(c);
                case 'x' -> out.appendCodePoint(hex(2));
                case 'u' -> out.appendCodePoint(hex(4));
                case 'U' -> out.appendCodePoint(hex(8));
                default -> out.append('\\').append(c);
            }
        }

        private int hex(int digits) {
            int value = Integer.parseInt(text.substring(at, at + digits), 16);
            at += digits;
            return value;
        }
    }
}
