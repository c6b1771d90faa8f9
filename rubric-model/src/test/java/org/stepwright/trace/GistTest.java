package org.stepwright.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GistTest {
    private static final String POLICY = "# Policy\n\n" + "No refunds on Mondays. ".repeat(60);

    @Test
    void aShortProblemIsKnownByItsBeginning() {
        assertThat(Gist.of("Policy.\n\nCan I have my money back, please?"))
                .isEqualTo("Policy.\n\nCan I have my money back, please?");
        assertThat(Gist.of("")).isEmpty();
    }

    @Test
    void aQuestionAboutALongPolicyIsKnownByTheQuestion() {
        assertThat(Gist.of(POLICY + "\n\nCan I have my money back, please?\n\nThanks!"))
                .isEqualTo("Can I have my money back, please?\n\nThanks!");
    }

    @Test
    void aLongProblemWithoutParagraphsIsKnownByItsBeginning() {
        String problem = "word ".repeat(500);
        assertThat(Gist.of(problem)).isEqualTo(problem.substring(0, 300));
    }
}
