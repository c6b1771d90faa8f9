package org.stepwright.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Cuts a streamed text into steps as it arrives. However the text is cut into chunks, the steps are
 * the same. Steps are trimmed, line ends inside them are line feeds, blank ones are dropped.
 * Nothing is cut inside a code block or a LaTeX display. Not safe for use by several threads at
 * once.
 */
public final class StepStream {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private final SplitRule rule;
    private final List<Step> ready = new ArrayList<>();
    private final StringBuilder tag = new StringBuilder();
    private Section section;
    private boolean thinking;
    private boolean afterReturn;
    private boolean finished;

    /**
     * @param rule where to cut
     */
    public StepStream(SplitRule rule) {
        this.rule = Objects.requireNonNull(rule, "rule");
        section = newSection();
    }

    /**
     * @param chunk the next piece of text, maybe empty
     * @return the steps that are complete now
     * @throws IllegalStateException after {@link #finish()}
     */
    public List<Step> feed(String chunk) {
        requireOpen();
        for (int i = 0; i < chunk.length(); i++) {
            acceptRaw(chunk.charAt(i));
        }
        return taken();
    }

    /**
     * Says that the text has ended, also when it broke off.
     *
     * @return the steps that were still open
     * @throws IllegalStateException when called twice
     */
    public List<Step> finish() {
        requireOpen();
        finished = true;
        releaseTag();
        section.finish();
        return taken();
    }

    private void requireOpen() {
        if (finished) {
            throw new IllegalStateException("The text has ended.");
        }
    }

    private List<Step> taken() {
        List<Step> steps = List.copyOf(ready);
        ready.clear();
        return steps;
    }

    private void acceptRaw(char c) {
        boolean secondHalf = afterReturn && c == '\n';
        afterReturn = c == '\r';
        if (!secondHalf) {
            accept(c == '\r' ? '\n' : c);
        }
    }

    /** Holds back what may become a tag; gives everything else to the section. */
    private void accept(char c) {
        tag.append(c);
        while (tag.length() > 0 && !startsTag()) {
            section.accept(tag.charAt(0));
            tag.deleteCharAt(0);
        }
        if (tag.length() > 0) {
            actOnTag();
        }
    }

    private boolean startsTag() {
        String held = tag.toString();
        return OPEN.startsWith(held) || CLOSE.startsWith(held);
    }

    private void actOnTag() {
        String held = tag.toString();
        if (held.equals(CLOSE) && (thinking || !section.quotes())) {
            turn(false);
        } else if (held.equals(OPEN) && !section.quotes()) {
            turn(true);
        } else if (held.equals(OPEN) || held.equals(CLOSE)) {
            releaseTag();
        }
    }

    private void turn(boolean nowThinking) {
        tag.setLength(0);
        section.finish();
        thinking = nowThinking;
        section = newSection();
    }

    private void releaseTag() {
        for (int i = 0; i < tag.length(); i++) {
            section.accept(tag.charAt(i));
        }
        tag.setLength(0);
    }

    private Section newSection() {
        StepKind kind = thinking ? StepKind.THOUGHT : StepKind.TEXT;
        return new HeadSection(rule, text -> emit(text, kind));
    }

    private void emit(String text, StepKind kind) {
        String trimmed = text.strip();
        if (!trimmed.isEmpty()) {
            ready.add(new Step(trimmed, kind, "", List.of()));
        }
    }
}
