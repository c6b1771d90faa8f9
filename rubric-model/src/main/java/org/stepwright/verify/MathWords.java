package org.stepwright.verify;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words and LaTeX commands that {@link Tokens} knows. */
final class MathWords {
    /** Plain words that are operators. */
    static final Map<String, String> OPERATOR_WORDS =
            Map.of("times", "*", "plus", "+", "minus", "-");

    /** Commands that are operators. */
    static final Map<String, String> COMMANDS =
            Map.of("times", "*", "cdot", "*", "ast", "*", "div", "/");

    /** Commands that only set type or space. */
    static final Set<String> SILENT =
            words(
                    "left right big Big bigg Bigg quad qquad displaystyle bf rm it mathopen limits"
                            + " , ; : ! ( ) $ ~",
                    " ");

    /** Commands whose argument stands in the line as it is. */
    static final Set<String> WRAPPERS =
            words(
                    "text mathrm textbf mathbf textit mbox textrm operatorname boxed fbox mathit"
                            + " underline bold emph");

    /** Commands that end a chain of equalities. */
    static final Set<String> BREAKS =
            words(
                    "\\ [ ] implies Rightarrow rightarrow to therefore because newline begin end"
                            + " item Longrightarrow longrightarrow par");

    /** Commands that say "about". */
    static final Set<String> ABOUT_WORDS = words("approx simeq sim thickapprox");

    /** Number suffixes that are units, not variables. */
    static final Set<String> GLUED_UNITS =
            words("cm mm km kg mg ml lb lbs oz mph hr hrs min mins sec secs ft in yd mi kmh");

    private MathWords() {}

    private static Set<String> words(String spaced, String... more) {
        Set<String> words = new HashSet<>(Set.of(spaced.split(" ")));
        words.addAll(Set.of(more));
        return Set.copyOf(words);
    }
}
