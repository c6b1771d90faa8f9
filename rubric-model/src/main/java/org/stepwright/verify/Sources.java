package org.stepwright.verify;

import java.util.List;
import java.util.Optional;
import org.stepwright.trace.Step;

/** What a step may take its facts from. */
final class Sources {
    /** The choices of where facts may come from. */
    static final List<String> CHOICES = List.of("all", "problem", "context", "reference");

    /** Characters of a source; more than this is not looked through. */
    private static final int MAX_TEXT = 400_000;

    private Sources() {}

    /**
     * @param from one of {@link #CHOICES}; the context is what users and tools said before the step
     * @param prefix the problem and the steps so far
     * @return the source; empty when there is none, or too much
     */
    static Optional<String> of(String from, Prefix prefix) {
        boolean all = from.equals("all");
        StringBuilder source = new StringBuilder();
        boolean fits = true;
        if (all || from.equals("problem")) {
            fits = add(source, prefix.problem());
        }
        if ((all || from.equals("reference")) && prefix.reference() != null) {
            fits &= add(source, prefix.reference());
        }
        if (all || from.equals("context")) {
            for (Step step : prefix.steps()) {
                fits = fits && add(source, step.context());
            }
        }
        return fits && !source.toString().isBlank()
                ? Optional.of(source.toString())
                : Optional.empty();
    }

    private static boolean add(StringBuilder source, String text) {
        if (source.length() + text.length() > MAX_TEXT) {
            return false;
        }
        if (!text.isEmpty()) {
            source.append(text).append("\n\n");
        }
        return true;
    }
}
