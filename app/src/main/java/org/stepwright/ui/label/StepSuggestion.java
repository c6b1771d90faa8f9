package org.stepwright.ui.label;

import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;

/**
 * What a machine suggests for a step. Never a label: a person takes it by a key or leaves it.
 *
 * @param source who says so, such as {@code verifier:arithmetic} or {@code model:NAME}
 * @param verdict the verdict that it comes to; null when it comes to none
 * @param reward the reward that it gave, in [0, 1]
 */
record StepSuggestion(String source, Verdict verdict, double reward) {
    /** The source of what one's own ratings come to. */
    static final String RATINGS = "ratings";

    private static final double RIGHT = 0.5;

    static StepSuggestion of(Suggestion said) {
        Verdict verdict = said.reward() >= RIGHT ? Verdict.CORRECT : Verdict.WRONG;
        return new StepSuggestion(said.source(), verdict, said.reward());
    }

    /** The kind of machine: {@code verifier}, {@code model} or {@code judge}. */
    String kind() {
        return kind(source);
    }

    static String kind(String source) {
        int colon = source.indexOf(':');
        return colon < 0 ? source : source.substring(0, colon);
    }

    /** Its name for people: a verifier's, a model's or a judge's. */
    String name() {
        int colon = source.indexOf(':');
        String name = colon < 0 ? source : source.substring(colon + 1);
        int part = name.indexOf(':');
        return kind().equals("verifier") && part > 0 ? name.substring(0, part) : name;
    }
}
