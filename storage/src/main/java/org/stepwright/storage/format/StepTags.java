package org.stepwright.storage.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts in which each step ends with a tag, as Math-Shepherd, OpenRLHF and OpenR have them: {@code
 * Step 1: … ки} line by line. Readers of these formats look for the token of a word that begins
 * with the tag, so a tag inside a word does no harm and one at its start does.
 */
final class StepTags {
    static final String TAG = "\u043A\u0438";

    /** Why a trace with such a text cannot be written. */
    static final String TAG_INSIDE =
            "its problem or a step has a word that begins with the tag "
                    + TAG
                    + ", which readers take for the end of a step";

    private static final String FIRST_STEP = "Step 1:";

    private StepTags() {}

    /** The texts as they are written: without white space around them and with their numbers. */
    static List<String> numbered(List<String> steps) {
        List<String> numbered = new ArrayList<>(steps.size());
        for (String step : steps) {
            String number = "Step " + (numbered.size() + 1) + ":";
            String text = step.strip();
            numbered.add(text.startsWith(number) ? text : (number + " " + text).strip());
        }
        return numbered;
    }

    /** One text of steps, each with its mark, a step a line. */
    static String join(List<String> steps, List<String> marks) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(steps.get(i)).append(' ').append(marks.get(i));
        }
        return text.toString();
    }

    /** One text of steps, each with the tag, a step a line. */
    static String join(List<String> steps) {
        return join(steps, java.util.Collections.nCopies(steps.size(), TAG));
    }

    /** Whether a word of the text begins with the tag. */
    static boolean holdsTag(String text) {
        for (int at = text.indexOf(TAG); at >= 0; at = text.indexOf(TAG, at + 1)) {
            if (startsWord(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || Character.isWhitespace(text.charAt(at - 1));
    }

    /**
     * Cuts a text at its tags. A tag is a word of its own; only where there are not as many of them
     * as labels are those inside other words looked at, too.
     *
     * @throws BadRow when there are not as many tags as labels, or text behind the last one
     */
    static List<String> split(String text, int labels) {
        List<Integer> tags = tags(text, true);
        if (tags.size() != labels) {
            List<Integer> all = tags(text, false);
            if (all.size() != labels) {
                throw new BadRow("there are " + labels + " labels for " + tags.size() + " tags");
            }
            tags = all;
        }
        JsonRow.checkStepCount(labels);
        List<String> pieces = new ArrayList<>(labels);
        int start = 0;
        for (int tag : tags) {
            pieces.add(text.substring(start, tag).strip());
            start = tag + TAG.length();
        }
        if (!text.substring(start).isBlank()) {
            throw new BadRow("there is text behind the last tag");
        }
        return pieces;
    }

    private static List<Integer> tags(String text, boolean wordsOnly) {
        List<Integer> tags = new ArrayList<>();
        int at = text.indexOf(TAG);
        while (at >= 0) {
            int end = at + TAG.length();
            boolean ends = end == text.length() || Character.isWhitespace(text.charAt(end));
            if (!wordsOnly || startsWord(text, at) && ends) {
                tags.add(at);
            }
            at = text.indexOf(TAG, end);
        }
        return tags;
    }

    /**
     * Takes the problem off the first piece, up to the last {@code Step 1:} in it.
     *
     * @param pieces the pieces; the first becomes the first step
     * @return the problem
     * @throws BadRow when the first piece does not show where the problem ends
     */
    static String takeProblem(List<String> pieces) {
        String first = pieces.get(0);
        int start = first.lastIndexOf(FIRST_STEP);
        if (start < 0) {
            throw new BadRow(
                    "there is no \"" + FIRST_STEP + "\" that would show where the problem ends");
        }
        pieces.set(0, first.substring(start).strip());
        return first.substring(0, start).strip();
    }
}
