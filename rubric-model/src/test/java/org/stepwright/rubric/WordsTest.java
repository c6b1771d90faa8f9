package org.stepwright.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void vowelSignsBelongToWords() {
        // Hindi "ki" and "ka": the same letter with another vowel sign.
        assertThat(Words.plain("\u0915\u093f")).isNotEqualTo(Words.plain("\u0915\u093e"));
        assertThat(Words.of("\u0915\u093f \u0915\u093e")).hasSize(2);
    }

    @Test
    void titlesOfSignsOnlyAreToldApart() {
        assertThat(Words.plain(" \u2211 ")).isEqualTo("\u2211").isNotEqualTo(Words.plain("\u00b1"));
        assertThat(Words.plain("Sums,  right?")).isEqualTo("sums right");
    }
}
