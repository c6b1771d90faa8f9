package org.stepwright.ui.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private final Typesetter typesetter = new Typesetter();

    @Test
    void whatModelsWriteIsTypeset() throws Exception {
        for (String latex :
                List.of(
                        "x^2",
                        "\\dfrac{1}{2} + \\sqrt[3]{8} = \\boxed{\\text{two apples}}",
                        "\\begin{align*} a &= b \\\\ &= c \\end{align*}",
                        "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
                        "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}",
                        "\\left\\lfloor \\frac{n}{k} \\right\\rfloor \\pmod{5}",
                        "\\overline{AB} \\cong \\triangle ABC, \\angle = 90^\\circ",
                        "20\\% \\cdot \\lvert x \\rvert \\implies 50%",
                        "\\operatorname{lcm}(3, 4) \\in \\mathbb{R}",
                        "\\text{Größe 中文}")) {
            FormulaShape shape = made(latex);
            assertThat(shape).as(latex).isNotEqualTo(FormulaShape.NONE);
            assertThat(shape.path()).startsWith("M");
            assertThat(shape.width()).isPositive();
            assertThat(shape.height()).isGreaterThanOrEqualTo(shape.depth());
        }
    }

    @Test
    void whatIsBrokenOrDangerousIsNot() throws Exception {
        for (String latex :
                List.of(
                        "\\frac{1}{",
                        "\\unknowncommand{x}",
                        "\\newcommand{\\a}{\\a\\a}\\a",
                        "\\def\\a{\\a}\\a",
                        "\\input{/etc/passwd}",
                        "\\includegraphics{/etc/passwd}",
                        "\\rule{999cm}{999cm}",
                        "\\scalebox{9999}{x}",
                        "{".repeat(500) + "}".repeat(500),
                        "\\sqrt".repeat(700),
                        "x^".repeat(1_000),
                        "\\left(".repeat(300),
                        "x".repeat(5_000),
                        "}",
                        " ",
                        "\\")) {
            assertThat(made(latex)).as(latex).isEqualTo(FormulaShape.NONE);
        }
    }

    @Test
    void aFormulaIsKept() throws Exception {
        Formula formula = new Formula("a+b", false, "$a+b$");
        assertThat(typesetter.known(formula)).isNull();
        FormulaShape first = made("a+b");
        assertThat(typesetter.warm()).isTrue();
        assertThat(typesetter.known(formula)).isSameAs(first);
        assertThat(typesetter.now(formula)).isSameAs(first);
    }

    private FormulaShape made(String latex) throws Exception {
        CompletableFuture<FormulaShape> shape = new CompletableFuture<>();
        typesetter.later(new Formula(latex, false, latex), shape::complete);
        return shape.get(30, TimeUnit.SECONDS);
    }
}
