package org.stepwright.ui.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaFinderTest {
    @Test
    void delimitersAndBareCommandsAreFormulas() {
        assertThat(found("a $x$ b \\(y\\) c $$z$$ d \\[w\\]")).containsExactly("x", "y", "z", "w");
        assertThat(found("So \\boxed{\\frac{1}{2}} it is"))
                .containsExactly("\\boxed{\\frac{1}{2}}");
        assertThat(found("about \\frac{1}{2}^2 and 3 \\times 4"))
                .containsExactly("\\frac{1}{2}^2", "\\times");
        assertThat(found("\\begin{align*}\na &= b\n\\end{align*} end"))
                .containsExactly("\\begin{align*}\na &= b\n\\end{align*}");
        assertThat(found("$ \\pi $ with spaces")).containsExactly(" \\pi ");
    }

    @Test
    void moneyCodeAndPathsAreNone() {
        assertThat(found("It costs $3 and then $4.")).isEmpty();
        assertThat(found("It costs \\$3 and then \\$4.")).isEmpty();
        assertThat(found("He pays $5 for the first and gets $2 back")).isEmpty();
        assertThat(found("run `echo $A $B` now")).isEmpty();
        assertThat(found("```\n$A = $B\n```\nthen $x$")).containsExactly("x");
        assertThat(found("C:\\times and a\\pi")).isEmpty();
        assertThat(found("$a\n\nb$")).isEmpty();
        assertThat(found("\\boxed{ never closed")).isEmpty();
    }

    private static List<String> found(String text) {
        return ProseSource.of(text).formulas().stream().map(Formula::latex).toList();
    }
}
