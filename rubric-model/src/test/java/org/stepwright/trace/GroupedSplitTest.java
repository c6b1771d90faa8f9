package org.stepwright.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stepwright.work.WorkFailed;

class GroupedSplitTest {
    private static final String SUE =
            "Sue lives in a fun neighborhood. One weekend, the neighbors decided to play a prank on"
                    + " Sue. On Friday morning, the neighbors placed 18 pink plastic flamingos out"
                    + " on Sue's front yard.";

    @Test
    void keysForgetForm() {
        assertThat(ProblemKey.of("  What is $\\tfrac{1}{2}$ of  1,200?"))
                .isEqualTo(ProblemKey.of("what is \\(\\tfrac{1}{2}\\) of 1200"));
        assertThat(ProblemKey.of("3.5")).isNotEqualTo(ProblemKey.of("35"));
        assertThat(ProblemKey.of("2/5")).isNotEqualTo(ProblemKey.of("25"));
        assertThat(ProblemKey.of("ＴＩＴＬＥ")).isEqualTo("title");
        assertThat(ProblemKey.of("")).isEmpty();
    }

    @Test
    void nearDuplicatesShareAGroup() {
        ProblemGroups groups =
                ProblemGroups.of(
                        List.of(
                                SUE,
                                "Another thing entirely, with 3 apples.",
                                SUE.replace("weekend", "week-end"),
                                SUE.toUpperCase(java.util.Locale.ROOT)));
        assertThat(groups.count()).isEqualTo(2);
        assertThat(IntStream.range(0, 4).map(groups::group)).containsExactly(0, 1, 0, 0);
    }

    @Test
    void variantsThatAreALargeShareOfASmallSetStayTogether() {
        List<String> problems = new ArrayList<>();
        for (String topic : List.of("apples", "trains", "tickets")) {
            for (int i = 0; i < 6; i++) {
                problems.add(
                        ("In the morning a clerk counts all the %1$s of the small town by the"
                             + " river, and in the evening the clerk counts the %1$s of the town"
                             + " again with a friend from the %1$s office; together they find %2$d"
                             + " of them")
                                .formatted(topic, 10 + i));
            }
        }
        ProblemGroups groups = ProblemGroups.of(problems);
        assertThat(groups.count()).isEqualTo(3);
        for (int i = 0; i < 18; i++) {
            assertThat(groups.group(i)).isEqualTo(i / 6);
        }
    }

    @Test
    void aMatcherFindsNearDuplicates() {
        ProblemGroups.Matcher matcher = ProblemGroups.matcher(List.of(SUE, "What is 2 + 2?"));
        assertThat(matcher.matches(SUE.replace("18", "20"))).isTrue();
        assertThat(matcher.matches("what is 2+2")).isFalse();
        assertThat(matcher.matches("What is 2 + 2")).isTrue();
        assertThat(matcher.matches("Something else")).isFalse();
        assertThat(ProblemGroups.matcher(List.of()).matches("x")).isFalse();
    }

    @Test
    void aSharedPolicyDoesNotMakeProblemsTheSame() {
        String policy =
                IntStream.range(0, 500).mapToObj(i -> "rule" + i + " ").reduce("", String::concat);
        List<String> chats =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        policy
                                                + "please cancel flight F"
                                                + i
                                                + " of customer C"
                                                + i * 7)
                        .toList();
        assertThat(ProblemGroups.of(chats).count()).isEqualTo(40);
    }

    @Test
    void aHundredThousandProblemsAreGrouped() {
        Random random = new Random(7);
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 40; w++) {
                text.append('w').append((int) Math.pow(random.nextDouble() * 14, 3)).append(' ');
            }
            problems.add(text.toString());
        }
        for (int i = 0; i < 100; i++) {
            problems.set(99_999 - i, problems.get(i) + " extra");
        }
        assertThat(ProblemGroups.of(problems).count()).isEqualTo(99_900);
    }

    @Property(tries = 100)
    void noGroupIsInTwoPartsAndOrderDoesNotMatter(
            @ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            problems.add("problem number " + random.nextInt(20) + " about " + random.nextInt(3));
        }
        SplitRatios ratios = SplitRatios.parse("60/20/20");
        List<Part> parts = GroupedSplit.of(problems, ratios, seed);
        assertThat(parts).hasSize(size).isEqualTo(GroupedSplit.of(problems, ratios, seed));

        ProblemGroups groups = ProblemGroups.of(problems);
        Map<Integer, Part> partOfGroup = new HashMap<>();
        for (int i = 0; i < size; i++) {
            Part before = partOfGroup.put(groups.group(i), parts.get(i));
            assertThat(before).isIn(null, parts.get(i));
        }

        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        List<Part> shuffled =
                GroupedSplit.of(order.stream().map(problems::get).toList(), ratios, seed);
        assertThat(shuffled).isEqualTo(order.stream().map(parts::get).toList());
    }

    @Test
    void everyPartGetsSomething() {
        List<String> problems = IntStream.range(0, 10).mapToObj(i -> "p" + i).toList();
        assertThat(GroupedSplit.of(problems, SplitRatios.DEFAULT, 1))
                .contains(Part.TRAIN, Part.VALIDATION, Part.TEST);
        assertThat(GroupedSplit.of(problems, new SplitRatios(1, 0, 0), 1)).containsOnly(Part.TRAIN);
        assertThat(GroupedSplit.of(List.of("one"), SplitRatios.DEFAULT, 1))
                .containsOnly(Part.TRAIN);
        assertThat(GroupedSplit.of(List.of(), SplitRatios.DEFAULT, 1)).isEmpty();
    }

    @Test
    void ratiosAreRead() {
        assertThat(SplitRatios.parse("8/1/1").train()).isEqualTo(0.8);
        for (String bad : List.of("", "80/20", "a/b/c", "0/1/1", "0/0/0", "-1/1/1", "NaN/1/1")) {
            assertThatThrownBy(() -> SplitRatios.parse(bad))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("80/10/10");
        }
    }
}
