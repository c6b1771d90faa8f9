package org.stepwright.trace;

import java.util.function.Consumer;

/**
 * Looks at the first characters of a section, at most {@link #LONGEST_HEAD} of them, to tell a JSON
 * array of steps from text, and hands over to the section that reads it.
 */
final class HeadSection implements Section {
    private static final int LONGEST_HEAD = 200;
    private static final int MAYBE = -1;
    private static final int NO = -2;

    private final SplitRule rule;
    private final Consumer<String> sink;
    private final StringBuilder head = new StringBuilder();
    private Section body;

    HeadSection(SplitRule rule, Consumer<String> sink) {
        this.rule = rule;
        this.sink = sink;
        if (rule != SplitRule.AUTO && rule != SplitRule.JSON_ARRAY) {
            body = new TextSection(rule, sink);
        }
    }

    @Override
    public void accept(char c) {
        if (body != null) {
            body.accept(c);
            return;
        }
        head.append(c);
        if (head.toString().isBlank()) {
            // Blank text in front changes nothing and would make the head unbounded.
            head.setLength(0);
            return;
        }
        decide();
    }

    private void decide() {
        int array = arrayAt();
        if (array == MAYBE && head.length() < LONGEST_HEAD) {
            return;
        }
        if (array >= 0) {
            body = new JsonSection(rule, sink);
            replay(array);
        } else {
            body = new TextSection(rule, sink);
            replay(0);
        }
    }

    /** Where the array starts; {@link #MAYBE} while that is open. */
    private int arrayAt() {
        int at = 0;
        if (head.charAt(0) == '`') {
            int line = head.indexOf("\n");
            String fence = line < 0 ? head.toString() : head.substring(0, line).stripTrailing();
            if (line < 0) {
                return "```json".startsWith(fence) ? MAYBE : NO;
            }
            if (!fence.equals("```json") && !fence.equals("```")) {
                return NO;
            }
            at = skipBlank(line);
            if (at == head.length()) {
                return MAYBE;
            }
        }
        if (head.charAt(at) != '[') {
            return NO;
        }
        int first = skipBlank(at + 1);
        if (first == head.length()) {
            return MAYBE;
        }
        return head.charAt(first) == '"' || head.charAt(first) == '{' ? at : NO;
    }

    private int skipBlank(int from) {
        int at = from;
        while (at < head.length() && Character.isWhitespace(head.charAt(at))) {
            at++;
        }
        return at;
    }

    private void replay(int from) {
        for (int i = from; i < head.length(); i++) {
            body.accept(head.charAt(i));
        }
        head.setLength(0);
    }

    @Override
    public void finish() {
        if (body == null) {
            body = new TextSection(rule, sink);
            replay(0);
        }
        body.finish();
    }

    @Override
    public boolean quotes() {
        return body == null ? head.indexOf("```") == 0 : body.quotes();
    }
}
