package org.stepwright.ui.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.ui.TestWindow;

/** What models write, and what nobody should. */
class ProseWindowTest {
    private static final String[] PIECES = {
        "word",
        " ",
        "\n",
        "\n\n",
        "$",
        "$$",
        "\\(",
        "\\)",
        "\\[",
        "\\]",
        "\\frac{1}{2}",
        "{",
        "}",
        "\\boxed{",
        "**",
        "_",
        "`",
        "```\n",
        "# ",
        "- ",
        "1. ",
        "> ",
        "|",
        "|-|\n",
        "&",
        "<b>",
        "\\begin{aligned}",
        "\\end{aligned}",
        "\\\\",
        "\u0000",
        "\ud800",
        "\u202e",
        "😀",
        "é",
        "[",
        "](",
        ")",
        "!",
        "\\left(",
        "\\right)",
        "^",
        "_{",
        "~",
        "%",
        "#",
        "\t"
    };

    @TempDir Path dir;
    private TestWindow window;
    private Prose prose;

    @BeforeEach
    void open() {
        window = TestWindow.open(dir.resolve("config"), null, "light", 800, 600);
        prose = window.fx(Prose::new);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private VBox node(String text) {
        return window.fx(() -> prose.node(text));
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(ProseWindowTest::all))
                : Stream.of(node);
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        all(node)
                .forEach(
                        n -> {
                            if (n instanceof Text t) {
                                words.append(t.getText());
                            } else if (n instanceof Labeled l) {
                                words.append(l.getText());
                            }
                        });
        return words.toString();
    }

    @Test
    void anythingIsShown() {
        Random random = new Random(20_261_125);
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder("begin ");
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThat(words(node(text.toString()))).as(text.toString()).contains("begin");
        }
    }

    @Test
    void whatIsMadeToHangDoesNot() {
        for (String hostile :
                List.of(
                        "$" + "\\frac{".repeat(10_000) + "1" + "}{2}".repeat(10_000) + "$",
                        "$\\newcommand{\\a}{\\a\\a}\\a$",
                        "$\\def\\a{\\a\\a}\\a$",
                        "$\\input{/etc/passwd}$ $\\includegraphics{/etc/passwd}$",
                        "$\\rule{100000000cm}{100000000cm}$ $\\hspace{9999999cm}x$",
                        "$" + "{".repeat(5_000) + "$",
                        "[".repeat(100_000),
                        "> ".repeat(10_000) + "x",
                        "- ".repeat(10_000) + "x",
                        "*".repeat(50_000) + "x" + "_".repeat(50_000),
                        "|" + "a|".repeat(10_000) + "\n|" + "-|".repeat(10_000) + "\n",
                        "`".repeat(50_001),
                        "x".repeat(1_000_000),
                        "a\n".repeat(200_000),
                        "\\boxed{".repeat(2_000) + "1")) {
            long start = System.nanoTime();
            node(hostile);
            assertThat((System.nanoTime() - start) / 1e9)
                    .as(hostile.substring(0, Math.min(40, hostile.length())))
                    .isLessThan(10);
        }
    }

    /** One node of many thousands of such characters takes as many seconds to lay out. */
    @Test
    void scriptsThatJoinTheirLettersStandInShortNodes() {
        for (String piece :
                List.of(
                        "هذا نص عربي طويل ",
                        "यह एक वाक्य है ",
                        "a" + "\u0301".repeat(700),
                        "👩‍👩‍👧‍👦🏳️‍🌈",
                        "\u202eשלום\u200b\u200d\ufeff",
                        "\ud83d\ude00")) {
            String text = ("begin " + piece.repeat(12_000 / piece.length() + 1)).strip();
            for (Node shown :
                    List.of(
                            node(text),
                            node("- " + text),
                            node("> ".repeat(30) + text),
                            node("```\n" + text + "\n```"),
                            node("x ".repeat(15_000) + text),
                            window.fx(() -> prose.code(text)))) {
                assertThat(words(shown)).contains(text);
                assertThat(texts(shown))
                        .filteredOn(t -> t.chars().anyMatch(c -> c >= 0x300))
                        .allSatisfy(
                                t -> {
                                    assertThat(t).hasSizeLessThanOrEqualTo(200);
                                    assertThat(Character.isLowSurrogate(t.charAt(0))).isFalse();
                                });
            }
        }
    }

    /** A node a line takes more than a second where the lines are short. */
    @Test
    void linesOfWordsAreNoNodesOfTheirOwn() {
        VBox shown = node("a\n".repeat(5_000) + "**b**\n$x$\nc");
        assertThat(words(shown)).startsWith("a\na\n").contains("a\nb\n").endsWith("\nc");
        assertThat(texts(shown)).hasSizeLessThan(10);
    }

    private static List<String> texts(Node node) {
        return all(node).filter(Text.class::isInstance).map(n -> ((Text) n).getText()).toList();
    }

    @Test
    void nothingIsReadFromTheDisk() {
        assertThat(words(node("$\\input{/etc/passwd}$"))).doesNotContain("root:");
    }

    @Test
    void aFormulaBeginsWhereItsPlaceBegins() {
        node("$x$"); // fonts are read with the first
        window.until(
                "it is typeset",
                () -> all(prose.node("$2 \\times 3 = 6$")).anyMatch(SVGPath.class::isInstance));
        SVGPath outline =
                window.fx(
                        () ->
                                all(prose.node("$2 \\times 3 = 6$"))
                                        .filter(SVGPath.class::isInstance)
                                        .map(SVGPath.class::cast)
                                        .findFirst()
                                        .orElseThrow());
        // In hundredths of an em: a margin of its own would push it over the words behind it.
        assertThat(outline.getLayoutBounds().getMinX()).isBetween(-2.0, 8.0);
    }
}
