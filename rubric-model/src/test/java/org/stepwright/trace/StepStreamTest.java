package org.stepwright.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepStreamTest {
    private static List<String> texts(SplitRule rule, String text) {
        return new StepSplitter(rule).split(text).stream().map(Step::text).toList();
    }

    @Property(tries = 600)
    void anyChunksGiveTheStepsOfTheWhole(
            @ForAll SplitRule rule,
            @ForAll("answers") String text,
            @ForAll List<Integer> cutSeeds) {
        List<Step> whole = new StepSplitter(rule).split(text);

        assertThat(streamed(rule, chunks(text, cutSeeds))).isEqualTo(whole);
        assertThat(streamed(rule, text.chars().mapToObj(c -> "" + (char) c).toList()))
                .isEqualTo(whole);
        assertThat(texts(rule, text.replace("\r\n", "\n").replace("\n", "\r\n")))
                .isEqualTo(whole.stream().map(Step::text).toList());
    }

    @Property(tries = 300)
    void noStepIsBlankAndNoWordIsLost(@ForAll("answers") String text) {
        for (SplitRule rule :
                List.of(SplitRule.NUMBERED, SplitRule.BLANK_LINE, SplitRule.NEWLINE)) {
            List<String> steps = texts(rule, text);
            assertThat(steps).noneMatch(String::isBlank);
            assertThat(withoutTags(String.join("", steps))).isEqualTo(withoutTags(text));
        }
    }

    /** Without white space and without any character of a tag: taking one away may join another. */
    private static String withoutTags(String text) {
        return text.replaceAll("[\\s<>/think]", "");
    }

    @Provide
    Arbitrary<String> answers() {
        return Arbitraries.of(
                        "\n",
                        "\n",
                        "\n\n",
                        "\r\n",
                        "\r",
                        " ",
                        "Step 1: ",
                        "**Step 2**",
                        "### Step 3",
                        "1. ",
                        "2) ",
                        "10. ",
                        "# Title",
                        "## Part",
                        "first thing.",
                        "so 3 + 4 = 7",
                        "<think>",
                        "</think>",
                        "<thi",
                        "nk>",
                        "</",
                        "```",
                        "```json\n",
                        "~~~",
                        "\\[",
                        "\\]",
                        "$$",
                        "\\begin{align}",
                        "\\end{align}",
                        "[\"",
                        "\", \"",
                        "\"]",
                        "[",
                        "]",
                        "{\"step\": \"",
                        "\"}",
                        ",",
                        "\\",
                        "\"",
                        "#### 42",
                        "ü𝟛")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    private static List<String> chunks(String text, List<Integer> seeds) {
        List<String> chunks = new ArrayList<>();
        int at = 0;
        for (int seed : seeds) {
            int end = Math.min(text.length(), at + Math.floorMod(seed, 9));
            chunks.add(text.substring(at, end));
            at = end;
        }
        chunks.add(text.substring(at));
        return chunks;
    }

    private static List<Step> streamed(SplitRule rule, List<String> chunks) {
        StepStream stream = new StepStream(rule);
        List<Step> steps = new ArrayList<>();
        chunks.forEach(chunk -> steps.addAll(stream.feed(chunk)));
        steps.addAll(stream.finish());
        return steps;
    }

    @Test
    void numberedMarkersInAllForms() {
        assertThat(texts(SplitRule.NUMBERED, "Intro\n1. a\nmore\n2) b\n(3) c\n\nend"))
                .containsExactly("Intro", "1. a\nmore", "2) b", "(3) c\n\nend");
        assertThat(texts(SplitRule.NUMBERED, "Step 1: a\n1. list\n**Step 2** b\n### Step 3\nc"))
                .containsExactly("Step 1: a\n1. list", "**Step 2** b", "### Step 3\nc");
        assertThat(texts(SplitRule.NUMBERED, "3.5 is a number\n2024. was a year"))
                .containsExactly("3.5 is a number\n2024. was a year");
    }

    @Test
    void linesAndParagraphsAndHeadings() {
        assertThat(texts(SplitRule.NEWLINE, "a\n\n b \nc")).containsExactly("a", "b", "c");
        assertThat(texts(SplitRule.BLANK_LINE, "a\nb\n \nc\n\n\n")).containsExactly("a\nb", "c");
        assertThat(texts(SplitRule.HEADING, "x\n# A\n## B\ny\n\nz\n## C\nw"))
                .containsExactly("x", "# A\n## B\ny\n\nz", "## C\nw");
        assertThat(texts(SplitRule.HEADING, "**First**\na\n**Second**\nb"))
                .containsExactly("**First**\na", "**Second**\nb");
    }

    @Test
    void blocksAreNeverCut() {
        String code = "```python\na = 1\n\n1. b\n```";
        String display = "so \\[\nx\n\n= 2\n\\]";
        for (SplitRule rule : List.of(SplitRule.NEWLINE, SplitRule.BLANK_LINE, SplitRule.AUTO)) {
            assertThat(texts(rule, code + "\n\n" + display + "\n\nend"))
                    .containsExactly(code, display, "end");
        }
        assertThat(texts(SplitRule.BLANK_LINE, "\\begin{align}\na\n\nb\n\\end{align}\n\nc"))
                .containsExactly("\\begin{align}\na\n\nb\n\\end{align}", "c");
    }

    @Test
    void jsonArrays() {
        List<String> expected = List.of("a\nb", "c \"q\"");
        assertThat(texts(SplitRule.JSON_ARRAY, "[\"a\\nb\", {\"step\": \"c \\\"q\\\"\"}]"))
                .isEqualTo(expected);
        assertThat(
                        texts(
                                SplitRule.AUTO,
                                "```json\n[\n \"a\\nb\",\n {\"text\": \"c \\\"q\\\"\"}]\n```"))
                .isEqualTo(expected);
        assertThat(texts(SplitRule.AUTO, "[1] is a source.\n\nNext.")).hasSize(2);
        assertThat(texts(SplitRule.JSON_ARRAY, "[\"He said \"hi\" to her\", \"next\"]"))
                .containsExactly("\"He said \"hi\" to her\"", "next");
        assertThat(texts(SplitRule.JSON_ARRAY, "[\"a\", \"broken off"))
                .containsExactly("a", "broken off");
    }

    @Test
    void aJsonElementComesAsSoonAsItEnds() {
        StepStream stream = new StepStream(SplitRule.AUTO);
        assertThat(stream.feed("[\"first\", \"sec"))
                .extracting(Step::text)
                .containsExactly("first");
        assertThat(stream.feed("ond\"]")).extracting(Step::text).containsExactly("second");
    }

    @Test
    void thoughtsAreStepsOfTheirOwnKind() {
        List<Step> steps =
                new StepSplitter(SplitRule.BLANK_LINE).split("<think>\na\n\nb</think>\nc\n\nd");
        assertThat(steps).extracting(Step::text).containsExactly("a", "b", "c", "d");
        assertThat(steps)
                .extracting(Step::kind)
                .containsExactly(StepKind.THOUGHT, StepKind.THOUGHT, StepKind.TEXT, StepKind.TEXT);
        assertThat(new StepSplitter(SplitRule.AUTO).split("```\n<think>\n```")).hasSize(1);
    }

    @Test
    void autoFollowsWhatTheTextShows() {
        assertThat(texts(SplitRule.AUTO, "He has 3.\nShe has 4.\n#### 7"))
                .containsExactly("He has 3.", "She has 4.", "#### 7");
        assertThat(texts(SplitRule.AUTO, "A wrapped line that\ngoes on.\n\nSecond."))
                .containsExactly("A wrapped line that\ngoes on.", "Second.");
        assertThat(texts(SplitRule.AUTO, "Intro:\n\n1. a\n\n   b\n\n2. c\n\nThe answer is 4."))
                .containsExactly("Intro:", "1. a\n\n   b", "2. c", "The answer is 4.");
        assertThat(
                        texts(
                                SplitRule.AUTO,
                                "Plan.\n### Step 1: a\n\nb\n\nc\n### Step 2: d\n1. e\n2. f"))
                .containsExactly("Plan.", "### Step 1: a\n\nb\n\nc", "### Step 2: d\n1. e\n2. f");
        assertThat(texts(SplitRule.AUTO, "# Title\n\nOne.\n\nTwo."))
                .containsExactly("# Title\n\nOne.", "Two.");
    }

    @Test
    void autoGivesLinesOfALiveAnswerBeforeItEnds() {
        StepStream stream = new StepStream(SplitRule.AUTO);
        List<Step> early = stream.feed("a = 1.\nb = 2.\nc = 3.\nd = 4.\ne = 5.\n");
        assertThat(early)
                .extracting(Step::text)
                .containsExactly("a = 1.", "b = 2.", "c = 3.", "d = 4.");
    }

    @ParameterizedTest
    @EnumSource(SplitRule.class)
    void blankTextHasNoSteps(SplitRule rule) {
        assertThat(new StepSplitter(rule).split("")).isEmpty();
        assertThat(new StepSplitter(rule).split(" \n\t\r\n")).isEmpty();
        assertThat(new StepSplitter(rule).split("<think> </think>")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SplitRule.class)
    void hugeTextEnds(SplitRule rule) {
        String huge =
                "[".repeat(200_000)
                        + " ".repeat(200_000)
                        + "a\n".repeat(200_000)
                        + "`".repeat(9999);
        assertThat(new StepSplitter(rule).split(huge)).isNotEmpty();
        assertThat(new StepSplitter(rule).split("[\"" + "{".repeat(500_000))).isNotEmpty();
    }

    @Test
    void nothingComesAfterTheEnd() {
        StepStream stream = new StepStream(SplitRule.AUTO);
        stream.finish();
        assertThatThrownBy(() -> stream.feed("x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(stream::finish).isInstanceOf(IllegalStateException.class);
    }
}
