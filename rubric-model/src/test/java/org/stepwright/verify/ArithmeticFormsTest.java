package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.trace.Step;

/** The forms that the arithmetic verifier promises: one sign for each equality that it decides. */
class ArithmeticFormsTest {
    private static String signs(String text) {
        StringBuilder signs = new StringBuilder();
        new ArithmeticVerifier()
                .check(new Prefix("p", null, List.of(Step.of(text.replace('@', '\n')))))
                .forEach(finding -> signs.append(finding.holds() ? '+' : '-'));
        return signs.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 + 3 + 4 = 5 + 4 = 9|++",
                "2 + 3 + 4 = 5 + 4 = 8|+-",
                "2 + 3 + 4@= 5 + 4@= 9|++",
                "10 - 2 * 3 = 10 - 6 = 4 = 2 + 2|+++"
            })
    void chainedEqualities(String text, String signs) {
        assertThat(signs(text)).isEqualTo(signs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/2 + 1/4 = 3/4|+",
                "3/4 * 80 = 60|+",
                "\\frac{3}{4} \\times 80 = 60|+",
                "\\dfrac{1}{2} + \\tfrac{1}{3} = \\frac{5}{6}|+",
                "\\frac{1 + 3}{2} = 2|+"
            })
    void fractions(String text, String signs) {
        assertThat(signs(text)).isEqualTo(signs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25% of 80 = 20|+",
                "25% of 80 = 25|-",
                "80 * 25% = 20|+",
                "80 \\times 25\\% = 20|+",
                "0.25 * 80 = 20|+",
                "20 / 80 = 25%|+",
                "20 / 80 * 100 = 25\\%|+",
                "100% - 35% = 65%|+"
            })
    void percentages(String text, String signs) {
        assertThat(signs(text)).isEqualTo(signs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 hours * $12/hour = $60|+",
                "5 hours * $12/hour = $65|-",
                "3 kg + 4 kg = 7 kg|+",
                "3kg + 4kg = 8kg|-",
                "12 cm × 3 cm = 36 cm|+",
                "$1,250.50 - $50.50 = $1,200|+",
                "€20 + €30 = €60|-",
                "6 boxes × 12 eggs per box = 72 eggs|+"
            })
    void units(String text, String signs) {
        assertThat(signs(text)).isEqualTo(signs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\(4 \\cdot 5 = 20\\)|+",
                "$$4 \\times 5 = 21$$|-",
                "\\[ \\left( 3 + 4 \\right) \\times 2 = 14 \\]|+",
                "\\[ 12 \\div 4 = 3 \\]|+",
                "\\( 3 \\text{ bags} \\times 4 \\text{ kg} = 13 \\text{ kg} \\)|-",
                "\\( 1{,}000 - 1 = 999 \\)|+",
                "\\( 2^{3} + 1 = 9 \\)|+",
                "\\( \\boxed{3 + 4 = 7} \\)|+",
                "\\( \\mathbf{3 + 4 = 8} \\)|-"
            })
    void latex(String text, String signs) {
        assertThat(signs(text)).isEqualTo(signs);
    }

    /**
     * Forms it says nothing about: a result that is off by less than one may be rounded once
     * something is divided or a percentage, a fraction within a fraction is not read, and neither
     * is what stands right behind a LaTeX environment's name.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/2 + 1/4 = 2/6",
                "1 / (1/4) = 5",
                "100% - 35% = 75%",
                "\\frac{1}{\\frac{1}{4}} = 5",
                "\\begin{align*} 2 + 3 = 6 \\end{align*}",
                "60 km/h * 2 h = 130 km"
            })
    void whatIsLeftAlone(String text) {
        assertThat(signs(text)).isEmpty();
    }
}
