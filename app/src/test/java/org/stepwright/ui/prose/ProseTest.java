package org.stepwright.ui.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Makes nodes, which needs no window but the toolkit. */
class ProseTest {
    private static final List<String> MARKS =
            List.of(
                    "**",
                    "*",
                    "_",
                    "__",
                    "`",
                    "```\n",
                    "~~~",
                    "$",
                    "$$",
                    "\\(",
                    "\\)",
                    "\\[",
                    "\\]",
                    "# ",
                    "- ",
                    "+ ",
                    "1. ",
                    "7) ",
                    "> ",
                    "| ",
                    "|---|---|\n",
                    "\n",
                    "\n\n",
                    "    ",
                    "\t",
                    " ",
                    "<b>",
                    "</think>",
                    "&amp;",
                    "[x](http://y)",
                    "[1]: /u\n",
                    "![",
                    "\\",
                    "\\frac{",
                    "}",
                    "{",
                    "\\boxed{",
                    "\\begin{align*}",
                    "\\end{align*}",
                    "\\left(",
                    "^",
                    "---\n",
                    "===\n",
                    "\r\n",
                    "\u0000",
                    "\uFDD0",
                    "\uFDD1",
                    "\uD800",
                    "\u202E");

    private final Prose prose = new Prose();

    @BeforeContainer
    static void toolkit() throws InterruptedException {
        Shown.startToolkit();
    }

    @Property(tries = 600)
    void anyTextIsDrawnAndKeepsItsWords(@ForAll("texts") List<String> parts) {
        String text = String.join("", parts);
        String shown = Shown.words(prose.node(text));
        for (String part : parts) {
            if (part.startsWith("word")) {
                assertThat(shown).as(text).contains(part);
            }
        }
    }

    @Property(tries = 300)
    void whateverIsWrittenIsDrawn(@ForAll String text) {
        assertThat(prose.node(text).getChildren()).isNotNull();
        assertThat(prose.code(text)).isNotNull();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> word =
                Arbitraries.integers().between(0, 9_999).map(i -> "word" + i + "x");
        return Arbitraries.oneOf(word, Arbitraries.of(MARKS)).list().ofMaxSize(40);
    }

    @Example
    void markdownIsDrawnAsWhatItMeans() {
        Node node =
                prose.node(
                        "## Plan\n"
                                + "Say **why** and *how*, then `run()`.\n\n"
                                + "- one\n"
                                + "- two\n\n"
                                + "> said\n\n"
                                + "| a | b |\n"
                                + "|---|---|\n"
                                + "| 1 | 2 |\n\n"
                                + "```python\n"
                                + "x = 1\n"
                                + "```");
        assertThat(styles(node))
                .contains("prose-h2", "text-strong", "text-emphasis", "text-code", "prose-list")
                .contains("markdown-quote", "prose-table", "prose-fence", "prose-language");
        assertThat(Shown.words(node)).contains("Plan", "why", "run()", "said", "python", "x = 1");
    }

    @Example
    void whatTheWriterMeantLiterallyStays() {
        for (String text :
                List.of(
                        "2*3*4 = 24",
                        "5 *3 + 2* 4",
                        "def __init__(self)",
                        "a[1] and [2]: b",
                        "<think>x</think>",
                        "1 &lt; 2",
                        "see [here](http://a.b)",
                        "snake_case_name",
                        "~~no~~")) {
            assertThat(Shown.words(prose.node(text)).strip()).isEqualTo(text);
        }
    }

    @Example
    void numbersAndSignsOfListsAreThoseThatWereWritten() {
        assertThat(Shown.words(prose.node("3. c\n7. g"))).contains("3.", "7.").doesNotContain("4.");
        assertThat(Shown.words(prose.node("10\n- 3\n+ 2"))).contains("–", "+");
    }

    @Example
    void codeWithoutFenceKeepsItsIndent() {
        String shown = Shown.words(prose.node("def f(x):\n    return x"));
        assertThat(shown.replace('\u00A0', ' ')).contains("def f(x):\n    return x");
    }

    @Example
    void whatNestsWithoutEndIsDrawnToo() {
        assertThat(Shown.words(prose.node(">".repeat(15_000) + " deep"))).contains("deep");
        assertThat(Shown.words(prose.node("*a ".repeat(4_000) + "deep"))).contains("deep");
        assertThat(Shown.words(prose.node("- ".repeat(3_000) + "deep"))).contains("deep");
        assertThat(Shown.words(prose.node("$\\left(".repeat(2_000) + "deep"))).contains("deep");
        assertThat(Shown.words(prose.node("x".repeat(1_000_000)))).contains("xxx");
        assertThat(Shown.words(prose.node("[".repeat(15_000) + "deep"))).contains("deep");
        assertThat(Shown.words(prose.node("`".repeat(7_000) + "deep"))).contains("deep");
    }

    @Example
    void aTableTooLargeForAGridStandsInLines() {
        String table = "|a|b|\n|-|-|\n" + "|one|$x$|\n".repeat(200);
        assertThat(Shown.words(prose.node(table)).lines().filter("| one | $x$ |"::equals))
                .hasSize(200);
    }

    @Example
    void aLineOfAnyLengthIsSaidInOneLine() {
        assertThat(Prose.line("Find **all** $\\frac{1}{2} \\le x$\n\nnow", 80))
                .isEqualTo("Find **all** 1/2 ≤ x now");
        assertThat(Prose.line("word ".repeat(100), 20)).isEqualTo("word word word word…");
    }

    private static List<String> styles(Node node) {
        List<String> styles = new ArrayList<>(node.getStyleClass());
        if (node instanceof javafx.scene.Parent parent) {
            styles.addAll(
                    parent.getChildrenUnmodifiable().stream()
                            .flatMap(child -> styles(child).stream())
                            .collect(Collectors.toList()));
        }
        return styles;
    }
}
