package org.stepwright.ui.data.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.stepwright.ui.kit.MarkedText;

class DifferingTest {
    private static List<String> marked(String text, List<MarkedText.Mark> marks) {
        return marks.stream().map(m -> text.substring(m.start(), m.end())).toList();
    }

    @Test
    void wordsThatDifferAreMarkedOnBothSides() {
        String one = "First the facts: 3 apples.";
        String other = "To begin with: 4 apples.";
        Differing differing = Differing.of(one, other);
        assertThat(String.join("|", marked(one, differing.left()))).contains("First").contains("3");
        assertThat(String.join("|", marked(other, differing.right()))).contains("4");
        assertThat(marked(one, differing.left())).noneMatch(m -> m.contains("apples"));
        assertThat(Differing.of(one, one).left()).isEmpty();
        assertThat(Differing.of("", "abc").right()).hasSize(1);
        assertThat(Differing.of("x ".repeat(4_000), "y").left()).hasSize(1);
    }

    @Property(tries = 200)
    void marksLieInTheirTextAndRiseWithoutOverlap(@ForAll String one, @ForAll String other) {
        Differing differing = Differing.of(one, other);
        check(one, differing.left());
        check(other, differing.right());
    }

    private static void check(String text, List<MarkedText.Mark> marks) {
        int at = 0;
        for (MarkedText.Mark mark : marks) {
            assertThat(mark.start()).isGreaterThanOrEqualTo(at);
            assertThat(mark.end()).isLessThanOrEqualTo(text.length());
            at = mark.end();
        }
    }
}
