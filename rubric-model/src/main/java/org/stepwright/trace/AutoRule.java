package org.stepwright.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Follows what the text shows: headings and "Step 1:" rule once they are seen; a numbered list
 * rules until a paragraph ends it; otherwise blank lines cut. A text without blank lines is cut at
 * line ends. That is decided after the first {@link #LOOK_AHEAD} lines at the latest, so a live
 * answer gets its steps while it streams.
 */
final class AutoRule implements LineRule {
    private static final int LOOK_AHEAD = 4;

    private enum Mode {
        UNDECIDED,
        PARAGRAPHS,
        LINES,
        LIST,
        NAMED
    }

    private final List<String> held = new ArrayList<>();
    private Mode mode = Mode.UNDECIDED;
    private boolean afterBlank;
    private boolean onlyHeadings;

    @Override
    public void line(String line, StepBuilder steps) {
        Marker marker = Marker.of(line);
        if (marker == Marker.STEP || marker == Marker.HEADING && !isTitle(line)) {
            startNamed(marker, steps);
        } else if (marker == Marker.NUMBER && mode != Mode.NAMED) {
            enter(Mode.LIST, steps);
            steps.cut();
        } else if (!line.isBlank()) {
            plain(line, steps);
            onlyHeadings = marker == Marker.HEADING;
        } else if (mode == Mode.UNDECIDED && !held.isEmpty()) {
            enter(Mode.PARAGRAPHS, steps);
        }
        afterBlank = line.isBlank();
        if (mode == Mode.UNDECIDED && !line.isBlank()) {
            hold(line, steps);
        } else {
            steps.add(line);
        }
    }

    /** A first-level heading is the title of the whole answer and names no step. */
    private static boolean isTitle(String line) {
        return !line.stripLeading().startsWith("##");
    }

    /** A heading right below a heading belongs to the same step. */
    private void startNamed(Marker marker, StepBuilder steps) {
        enter(Mode.NAMED, steps);
        if (!onlyHeadings) {
            steps.cut();
        }
        onlyHeadings = marker == Marker.HEADING;
    }

    private void plain(String line, StepBuilder steps) {
        if (mode == Mode.LIST && afterBlank && endsList(line)) {
            mode = Mode.PARAGRAPHS;
        }
        boolean paragraph = mode == Mode.PARAGRAPHS && afterBlank && !onlyHeadings;
        if (mode == Mode.LINES || paragraph) {
            steps.cut();
        }
    }

    /** An indented line, or a formula or code, is still the item's. */
    private static boolean endsList(String line) {
        return !Character.isWhitespace(line.charAt(0)) && !Blocks.startsBlock(line);
    }

    private void hold(String line, StepBuilder steps) {
        held.add(line);
        if (held.size() == LOOK_AHEAD) {
            decide(steps);
        }
    }

    private void decide(StepBuilder steps) {
        if (mode == Mode.UNDECIDED) {
            enter(linesAreSentences() ? Mode.LINES : Mode.PARAGRAPHS, steps);
        }
    }

    @Override
    public void blockOpens(StepBuilder steps) {
        decide(steps);
    }

    private void enter(Mode next, StepBuilder steps) {
        boolean apart = next == Mode.LINES;
        for (String line : held) {
            if (apart) {
                steps.cut();
            }
            steps.add(line);
        }
        held.clear();
        mode = next;
    }

    /** Lines that are wrapped end in the middle of a sentence. */
    private boolean linesAreSentences() {
        long ended =
                held.stream()
                        .map(String::strip)
                        .filter(l -> !Character.isLetter(l.charAt(l.length() - 1)))
                        .filter(l -> !l.endsWith(","))
                        .count();
        return held.size() < 3 ? held.size() == 2 && ended == 2 : ended >= held.size() - 1;
    }

    @Override
    public void finish(StepBuilder steps) {
        decide(steps);
    }
}
