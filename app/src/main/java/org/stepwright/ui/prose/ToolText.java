package org.stepwright.ui.prose;

import java.util.ArrayList;
import java.util.List;

/** Reads what conversations with tools are written as: calls, and what came before a step. */
public final class ToolText {
    private static final int LONGEST_NAME = 80;

    private ToolText() {}

    /**
     * A call of a tool.
     *
     * @param name the tool
     * @param arguments its arguments: JSON on indented lines if they are JSON; empty if none
     */
    public record Call(String name, String arguments) {}

    /**
     * What somebody said before a step.
     *
     * @param speaker {@code user}, a tool's name, …; empty if nobody is named
     * @param text what was said; JSON on indented lines if it is JSON
     * @param code whether it is to stand in the font of code
     */
    public record Said(String speaker, String text, boolean code) {}

    /**
     * @param step a step that calls a tool, written {@code name(arguments)}
     * @return the call; without a name when it is written in another way
     */
    public static Call call(String step) {
        String text = step.strip();
        int open = text.indexOf('(');
        boolean call = open > 0 && open <= LONGEST_NAME && text.endsWith(")");
        if (!call || !name(text.substring(0, open))) {
            return new Call("", JsonLines.of(step));
        }
        String arguments = text.substring(open + 1, text.length() - 1).strip();
        return new Call(
                text.substring(0, open), arguments.equals("{}") ? "" : JsonLines.of(arguments));
    }

    /**
     * @param context what came between two steps; messages stand after blank lines, each with who
     *     said it and a colon
     * @return the messages in their order
     */
    public static List<Said> context(String context) {
        List<Said> all = new ArrayList<>();
        int from = 0;
        for (int at = next(context, 0); at >= 0; at = next(context, at + 2)) {
            add(context.substring(from, at), all);
            from = at + 2;
        }
        add(context.substring(from), all);
        return all;
    }

    /** The next blank line after which somebody speaks, or -1. */
    private static int next(String text, int from) {
        for (int at = text.indexOf("\n\n", from); at >= 0; at = text.indexOf("\n\n", at + 1)) {
            if (speaks(text, at + 2)) {
                return at;
            }
        }
        return -1;
    }

    /** A user may write "Note: …" too; only users and what answers in JSON begin a message. */
    private static boolean speaks(String text, int from) {
        int colon = colon(text, from);
        if (colon < 0) {
            return false;
        }
        String name = text.substring(from, colon);
        int after = colon + 2;
        boolean json = after < text.length() && "{[".indexOf(text.charAt(after)) >= 0;
        return json || name.indexOf('_') > 0 || List.of("user", "system", "tool").contains(name);
    }

    /** Where the name of a speaker ends, or -1. */
    private static int colon(String text, int from) {
        int limit = Math.min(text.length() - 1, from + LONGEST_NAME);
        for (int i = from; i < limit; i++) {
            if (text.charAt(i) == ':') {
                boolean named = i > from && text.charAt(i + 1) == ' ';
                return named && name(text.substring(from, i)) ? i : -1;
            }
        }
        return -1;
    }

    private static boolean name(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "_.-:/".indexOf(c) >= 0);
    }

    private static void add(String message, List<Said> all) {
        if (message.isBlank()) {
            return;
        }
        int colon = colon(message, 0);
        String speaker = colon < 0 ? "" : message.substring(0, colon);
        String text = (colon < 0 ? message : message.substring(colon + 2)).strip();
        boolean json = JsonLines.looksLike(text);
        boolean person = speaker.isEmpty() || speaker.equals("user") || speaker.equals("system");
        all.add(new Said(speaker, json ? JsonLines.of(text) : text, json || !person));
    }
}
