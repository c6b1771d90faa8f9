package org.stepwright.audit;

import java.util.Optional;

/**
 * Tells the language of prose by its sequences of letters, where its commonest words do not tell. A
 * library's work; the rules do without it, too. Safe for many threads.
 */
public interface LetterGuess {
    /** Knows no language. */
    LetterGuess NONE = prose -> Optional.empty();

    /**
     * @param prose at least eight words of prose
     * @return its language as ISO 639-1 says it; empty unless it is as good as sure
     */
    Optional<String> of(String prose);
}
