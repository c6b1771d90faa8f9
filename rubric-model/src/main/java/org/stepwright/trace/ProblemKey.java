package org.stepwright.trace;

import java.text.Normalizer;
import java.util.Locale;

/** The normalised text by which problems are compared. */
public final class ProblemKey {
    private ProblemKey() {}

    /**
     * Unicode NFKC, lower case, LaTeX delimiters and punctuation dropped, white space collapsed.
     * Points, slashes, hyphens and the like between two digits stay, so 3.5 is not 35; commas
     * between digits go, so 1,200 is 1200.
     *
     * @param problem what was asked
     * @return the normalised text; equal for problems that differ in form only
     */
    public static String of(String problem) {
        String text = Normalizer.normalize(problem, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (carriesMeaning(c) || betweenDigits(text, i, next) && ".:/-*^".indexOf(c) >= 0) {
                if (gap && key.length() > 0) {
                    key.append(' ');
                }
                key.appendCodePoint(c);
                gap = false;
            } else if (!(c == ',' && betweenDigits(text, i, next))) {
                gap = true;
            }
            i = next;
        }
        return key.toString();
    }

    private static boolean carriesMeaning(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || Character.getType(c) == Character.MATH_SYMBOL;
    }

    private static boolean betweenDigits(String text, int at, int next) {
        return at > 0
                && next < text.length()
                && Character.isDigit(text.codePointBefore(at))
                && Character.isDigit(text.codePointAt(next));
    }
}
