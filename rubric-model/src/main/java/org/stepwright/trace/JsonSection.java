package org.stepwright.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a JSON array of steps, one element at a time: strings, or objects with the step's text.
 * What is no such element is taken as it is written. Text after the array is read as text.
 */
final class JsonSection implements Section {
    /** Text behind a quote that the model forgot to escape would be lost without a word. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final List<String> TEXT_FIELDS = List.of("step", "text", "content");

    private final SplitRule rule;
    private final Consumer<String> sink;
    private final StringBuilder element = new StringBuilder();
    private final StringBuilder fence = new StringBuilder();
    private Section rest;
    private boolean opened;
    private boolean closed;
    private boolean inString;
    private boolean escaped;
    private int depth;

    JsonSection(SplitRule rule, Consumer<String> sink) {
        this.rule = rule;
        this.sink = sink;
    }

    @Override
    public void accept(char c) {
        if (rest != null) {
            rest.accept(c);
        } else if (closed) {
            afterArray(c);
        } else if (!opened) {
            opened = true;
        } else if (inString) {
            inString(c);
        } else {
            outsideString(c);
        }
    }

    private void inString(char c) {
        element.append(c);
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '"') {
            inString = false;
        }
    }

    private void outsideString(char c) {
        if (depth == 0 && (c == ',' || c == ']')) {
            emit();
            closed = c == ']';
            return;
        }
        element.append(c);
        if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth = Math.max(0, depth - 1);
        }
    }

    /** Drops the mark that closes a code block around the array. */
    private void afterArray(char c) {
        if (fence.length() == 0 && Character.isWhitespace(c)) {
            return;
        }
        if (c == '`' && fence.length() < 3) {
            fence.append(c);
            if (fence.length() < 3) {
                return;
            }
            fence.setLength(0);
            startRest();
            return;
        }
        startRest();
        rest.accept(c);
    }

    private void startRest() {
        rest = new TextSection(rule == SplitRule.AUTO ? rule : SplitRule.BLANK_LINE, sink);
        for (int i = 0; i < fence.length(); i++) {
            rest.accept(fence.charAt(i));
        }
        fence.setLength(0);
    }

    @Override
    public void finish() {
        if (rest == null && fence.length() > 0) {
            startRest();
        }
        if (rest != null) {
            rest.finish();
        } else if (inString && depth == 0) {
            element.setLength(element.length() - (escaped ? 1 : 0));
            element.append('"');
            emit();
        } else {
            emit();
        }
    }

    private void emit() {
        sink.accept(textOf(element.toString().strip()));
        element.setLength(0);
    }

    private static String textOf(String raw) {
        if (raw.isEmpty()) {
            return raw;
        }
        try {
            JsonNode node = JSON.readTree(raw);
            if (node.isTextual()) {
                return node.textValue();
            }
            for (String field : TEXT_FIELDS) {
                if (node.path(field).isTextual()) {
                    return node.path(field).textValue();
                }
            }
            return raw;
        } catch (JsonProcessingException e) {
            // Broken JSON is still what the model said.
            return raw;
        }
    }

    @Override
    public boolean quotes() {
        return rest == null ? !closed : rest.quotes();
    }
}
