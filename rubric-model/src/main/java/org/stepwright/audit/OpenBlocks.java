package org.stepwright.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * What an answer opens and never closes: a fence of code, a LaTeX environment or display, a
 * thought. Looked at over all steps together, as a block may be laid out over several of them.
 */
final class OpenBlocks {
    private static final int LONGEST_NAME = 24;

    /** One kind of block that is open: its name and the step that opened it. */
    private record Open(String name, int step) {}

    private final List<Open> open = new ArrayList<>();
    private int fence = -1;
    private int step;

    private OpenBlocks() {}

    /** The finding and its step. */
    record At(int step, Found found) {}

    static Optional<At> of(Trace trace) {
        OpenBlocks blocks = new OpenBlocks();
        for (Step step : trace.steps()) {
            if (step.kind() != StepKind.TOOL_CALL) {
                blocks.read(step.text());
            }
            blocks.step++;
        }
        return blocks.result();
    }

    private Optional<At> result() {
        if (fence >= 0) {
            return found(fence, "A code block (```) is opened here and never closed.");
        }
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Open first = open.get(0);
        return found(first.step(), "A block " + first.name() + " is opened here and never closed.");
    }

    private static Optional<At> found(int step, String message) {
        return Optional.of(new At(step, new Found(JunkRule.OPEN_BLOCK, 0.8, message)));
    }

    private void read(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '`' && text.startsWith("```", i)) {
                fence = fence >= 0 ? -1 : step;
                i += 2;
            } else if (fence < 0 && c == '\\') {
                i = command(text, i);
            } else if (fence < 0 && c == '<') {
                tag(text, i);
            }
        }
    }

    /** The index of the last character that was read. */
    private int command(String text, int at) {
        if (text.startsWith("\\begin{", at)) {
            push("\\begin{" + name(text, at + 7) + "}");
        } else if (text.startsWith("\\end{", at)) {
            pop("\\begin{" + name(text, at + 5) + "}");
        } else if (text.startsWith("\\[", at)) {
            push("\\[");
        } else if (text.startsWith("\\]", at)) {
            pop("\\[");
        } else if (text.startsWith("\\(", at)) {
            push("\\(");
        } else if (text.startsWith("\\)", at)) {
            pop("\\(");
        }
        return at + 1;
    }

    private void tag(String text, int at) {
        if (text.startsWith("<think>", at)) {
            push("<think>");
        } else if (text.startsWith("</think>", at)) {
            pop("<think>");
        }
    }

    private static String name(String text, int from) {
        int to = from;
        while (to < text.length()
                && to - from < LONGEST_NAME
                && (Character.isLetter(text.charAt(to)) || text.charAt(to) == '*')) {
            to++;
        }
        return text.substring(from, to);
    }

    private void push(String name) {
        // a text of nothing but openings would only fill memory
        if (open.size() < 100) {
            open.add(new Open(name, step));
        }
    }

    private void pop(String name) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).name().equals(name)) {
                open.remove(i);
                return;
            }
        }
    }
}
