package org.stepwright.trace;

/** The normalised text by which problems are compared. */
public final class ProblemKey {
    private ProblemKey() {}

    /**
     * Unicode NFKC, lower case, LaTeX delimiters and punctuation dropped, white space collapsed.
     *
     * @param problem what was asked
     * @return the normalised text; equal for problems that differ in form only
     */
    public static String of(String problem) {
        throw new UnsupportedOperationException();
    }
}
