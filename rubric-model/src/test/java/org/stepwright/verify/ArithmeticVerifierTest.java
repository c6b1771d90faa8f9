package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.trace.Step;

class ArithmeticVerifierTest {
    private static List<Finding> check(String text) {
        return new ArithmeticVerifier().check(new Prefix("p", null, List.of(Step.of(text))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 × 20 = 80",
                "$1,200 * 3 = $3,600",
                "She has 18 - 6 = 12 flamingos left in her possession.",
                "She pays <<3+5=8>>8",
                "20% of 50 = 10",
                "20% * 50 = 10 dollars",
                "5/20 * 100 = 25%",
                "100% - 20% = 80%",
                "\\(\\frac{1}{3} \\times 18 = 6\\)",
                "\\[ 2 \\text{ books} \\times 2 \\text{ pounds/book} = 4 \\text{ pounds} \\]",
                "\\[ 8 \\text{ pounds} \\text{ (maths)} + 4 \\text{ pounds (French)} = 12 \\]",
                "33 classes * 15 students/class = 495 students",
                "10 / 3 ≈ 3.33",
                "10 / 3 = 3.33",
                "2/3 \\approx 0.667",
                "10 / 3 = about 3.3",
                "**15 * 3 = 45**",
                "1{,}200 \\div 4 = 300",
                "$\\$5 \\cdot 3 = \\$15$",
                "(3 + 4) * 2 = 14",
                "2^3 = 8",
                "12 x 2 = 24",
                "3 plus 4 = 7",
                "1/2 of the 20 = 10",
                "2(3+4) = 14",
                "80 = 4 * 20",
                "- 5 + 3 = 8"
            })
    void whatHolds(String text) {
        assertThat(check(text)).hasSize(1).allMatch(Finding::holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 × 80 = 180|2 × 80 = 160, not 180",
                "so $1,200 * 3 = $3,500.|1200 × 3 = 3600, not 3500",
                "20% of 50 = 12|20% × 50 = 10, not 12",
                "\\(\\frac{1}{3} \\times 18 = 9\\)|(1 ÷ 3) × 18 = 6, not 9",
                "495 students * $15/student = $7455|495 × 15 = 7425, not 7455",
                "4.20 + $9.45 + $1.35 = $14.99|4.20 + 9.45 + 1.35 = 15, not 14.99",
                "3 + 4 = 2 * 4|3 + 4 = 7, but 2 × 4 = 8",
                "10 / 4 ≈ 3.5|10 ÷ 4 = 2.5, not 3.5",
                "\\begin{align} x &= 5 \\cdot 5 \\\\ &= 26 \\end{align}|5 × 5 = 25, not 26"
            })
    void whatFailsAndHowItIsSaid(String text, String message) {
        assertThat(check(text)).extracting(Finding::message).containsExactly(message);
        assertThat(check(text)).noneMatch(Finding::holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 3",
                "2x + 3 = 8",
                "x + 3 = 5 and y = 2",
                "Mike + 3 = 5",
                "5 * apples = 12",
                "1 hour + 30 minutes = 90",
                "2 feet = 24 inches",
                "3 hours * 60 = 180 minutes after 3:30 + 2 = 7",
                "the ratio 2:3 + 1 = 9",
                "3:30 + 2 = 7",
                "twice 3 + 4 = 10",
                "half of 20 + 5 = 15",
                "5 classes a day, 5 days a week = 5 * 5",
                "7 / 2 = 3 full boxes",
                "3 dozen + 2 = 38",
                "17 = 2 (mod 5)",
                "10 mod 3 = 2",
                "1010_2 = 9",
                "5! = 1",
                "3 + 4 = ?",
                "3 + 4 != 8",
                "3 + 4 <= 8",
                "3 + 4 => 8",
                "1,5 * 2 = 10",
                "1st - 5 = 6",
                "6 / 0 = 0",
                "2 1/2 * 2 = 3",
                "20 + 10% = 22",
                "f(2, 3) = 5",
                "10 / (number of people) = 3",
                "100 / people = 3",
                "\\sqrt{16} + 1 = 9",
                "3 + 4 = 7x",
                "12/25/2020 = 5/5/5/z",
                "25 / 1/3 = 75",
                "240 – (40 + 84) = 240 – 124",
                "$4a=16$ and $a-3=1$",
                "$ar=2$ and $ar^3=6$",
                "$1 / 2 = 50 cents",
                "0900-0130 = 0730",
                ".1(Number of Minutes) + 1 = .15",
                "1/2 a cup = 4 ounces",
                "\\frac{1}{2}PQ = 56",
                "\\sqrt[3]{3^3} = 3",
                "1200 lire/$1.50 = 9 lire/x"
            })
    void whatIsUnclearIsLeftAlone(String text) {
        assertThat(check(text)).noneMatch(finding -> !finding.holds());
    }

    @Test
    void chainsAreCheckedLinkByLink() {
        assertThat(check("Total = books * price = 5 * 10 = 50 = 25 + 26"))
                .extracting(Finding::holds)
                .containsExactly(true, false);
        assertThat(check("20 + 5 = 25 * 2 = 50")).extracting(Finding::holds).containsExactly(true);
    }

    @Test
    void evidenceIsWordForWord() {
        String text = "So \\(\\frac{36}{4} = 8\\) of them.";
        assertThat(check(text)).extracting(Finding::evidence).containsExactly("\\frac{36}{4} = 8");
    }

    @Property
    void trueSumsHoldAndWrongOnesFail(
            @ForAll @IntRange(min = 2, max = 9999) int a,
            @ForAll @IntRange(min = 1, max = 9999) int b,
            @ForAll @IntRange(min = 1, max = 99) int off) {
        assertThat(check(a + " + " + b + " = " + (a + b)))
                .extracting(Finding::holds)
                .containsExactly(true);
        assertThat(check(a + " * " + b + " = " + (a * b + off)))
                .extracting(Finding::holds)
                .containsExactly(false);
    }

    @Property(tries = 500)
    void anyTextEnds(@ForAll("noise") String text) {
        for (Finding finding : check(text)) {
            assertThat(text).contains(finding.evidence());
        }
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of(
                        "1",
                        "20",
                        "3.5",
                        "=",
                        " = ",
                        "+",
                        "-",
                        "*",
                        "/",
                        "^",
                        "**",
                        "(",
                        ")",
                        "{",
                        "}",
                        "\\frac",
                        "\\text{",
                        "\\",
                        "%",
                        "$",
                        "≈",
                        "x",
                        " of ",
                        " apples ",
                        ",",
                        ".",
                        "\n",
                        "<<",
                        ">>",
                        "!",
                        "_",
                        "½",
                        "𝟛",
                        "é")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Test
    void hostileInputEndsSoon() {
        List<String> hostile =
                List.of(
                        "9**9**9 = 1",
                        "9^9^9 = 1",
                        "9^999999999 = 1",
                        "(((9^9)^9)^9)^9 = 1",
                        "100000! = 1",
                        "(".repeat(100_000) + "1" + ")".repeat(100_000) + " = 1",
                        "(1+".repeat(100_000) + "1 = 1",
                        "\\frac{".repeat(100_000),
                        "1+".repeat(500_000) + "1 = 1",
                        "1 = 1 = ".repeat(125_000),
                        "9".repeat(1_000_000) + " * 2 = 1",
                        "a ".repeat(500_000) + "= 1",
                        "1 + 1 = 3 ".repeat(100_000),
                        "1/(1/(1/(1/3))) = 4 ".repeat(50_000),
                        "\n".repeat(100_000),
                        "\\".repeat(100_000));
        for (String text : hostile) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> check(text), text.substring(0, 9));
        }
        assertThat(check("9^9^9 = 1")).isEmpty();
        assertThat(check("9**9**9 = 1")).isEmpty();
        assertThat(check("100000! = 1")).isEmpty();
        assertThat(check("((((999999999999999)^9)^9)^9)^9 = 1")).isEmpty();
        assertThat(check("999999999999999 * 999999999999999 = 1")).hasSize(1);
    }
}
