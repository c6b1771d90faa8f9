package org.stepwright.prm.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stepwright.label.QueueOrder;
import org.stepwright.trace.Outcome;
import org.stepwright.work.Progress;

class QueueRankerTest {
    private static final float NONE = Float.NaN;

    /** Places by id, as an encoder would give them. */
    private static final Vectors BY_ID =
            (ids, progress) ->
                    ids.stream()
                            .map(id -> new float[] {id.hashCode() % 7, id.hashCode() % 5})
                            .toArray(float[][]::new);

    @Provide
    Arbitrary<QueueOrder> orders() {
        return Arbitraries.of(QueueOrder.values()).filter(o -> o != QueueOrder.IMPORTED);
    }

    @Property(tries = 200)
    void everyTraceComesOnceWhateverTheInputsOrder(
            @ForAll("orders") QueueOrder order,
            @ForAll @IntRange(min = 0, max = 60) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll long seed) {
        List<RankInput> inputs = inputs(n, share, new Random(seed));
        List<RankInput> shuffled = new ArrayList<>(inputs);
        Collections.shuffle(shuffled, new Random(seed + 1));
        QueueRanker ranker = new QueueRanker(share, seed);

        List<Ranked> ranked = ranker.rank(order, inputs, BY_ID, Progress.NONE);

        assertThat(ranked.stream().map(Ranked::traceId))
                .containsExactlyInAnyOrderElementsOf(
                        inputs.stream().map(RankInput::traceId).toList());
        assertThat(ranker.rank(order, shuffled, BY_ID, Progress.NONE)).isEqualTo(ranked);
    }

    @Property(tries = 200)
    void theSliceComesEvenly(
            @ForAll("orders") QueueOrder order,
            @ForAll @IntRange(min = 2, max = 10) int every,
            @ForAll @IntRange(min = 0, max = 80) int n,
            @ForAll long seed) {
        double share = 1.0 / every;
        List<RankInput> inputs = inputs(n, share, new Random(seed));
        long inSlice = inputs.stream().filter(RankInput::slice).count();

        List<Ranked> ranked =
                new QueueRanker(share, seed).rank(order, inputs, BY_ID, Progress.NONE);

        long seen = 0;
        for (int i = 0; i < ranked.size(); i++) {
            seen += ranked.get(i).slice() ? 1 : 0;
            long othersSeen = i + 1 - seen;
            // As long as both last.
            if (seen < inSlice && othersSeen < n - inSlice) {
                assertThat(seen).isEqualTo((i + 1) / every);
            }
        }
        assertThat(seen).isEqualTo(inSlice);
    }

    @Property(tries = 100)
    void theSlicesOrderDoesNotHangOnScoresOrLabels(
            @ForAll("orders") QueueOrder order, @ForAll long seed) {
        List<RankInput> inputs = inputs(60, 0.5, new Random(seed));
        List<RankInput> others =
                inputs.stream()
                        .map(i -> input(i.traceId(), i.slice(), Outcome.WRONG, 0.1f, 0.9f, 2))
                        .toList();
        QueueRanker ranker = new QueueRanker(0.5, seed);

        assertThat(slice(ranker.rank(order, others, BY_ID, Progress.NONE)))
                .isEqualTo(slice(ranker.rank(QueueOrder.RANDOM, inputs, BY_ID, Progress.NONE)));
    }

    @Test
    void theLeastSureComesFirst() {
        List<RankInput> inputs =
                List.of(
                        scored("sure it is right", 0.99),
                        scored("sure it is wrong", 0.01),
                        unscored("not scored"),
                        scored("unsure", 0.5),
                        scored("rather right", 0.8));

        assertThat(ids(QueueOrder.UNCERTAIN, inputs).subList(0, 2))
                .containsExactly("unsure", "rather right");
        assertThat(ids(QueueOrder.UNCERTAIN, inputs)).last().isEqualTo("not scored");
    }

    @Test
    void highScoresWithAWrongOutcomeComeFirst() {
        List<RankInput> inputs =
                List.of(
                        input("right", false, Outcome.RIGHT, 0.1f, 0.99f, NONE),
                        input("nobody knows", false, Outcome.UNKNOWN, 0.1f, 0.99f, NONE),
                        input("wrong, low", false, Outcome.WRONG, 0.1f, 0.2f, NONE),
                        input("wrong, not scored", false, Outcome.WRONG, NONE, NONE, NONE),
                        input("wrong, high", false, Outcome.WRONG, 0.1f, 0.9f, NONE));

        assertThat(ids(QueueOrder.CONVINCING_WRONG, inputs))
                .containsExactly(
                        "wrong, high", "wrong, low", "wrong, not scored", "nobody knows", "right");
    }

    @Test
    void theMostDisputedComeFirst() {
        List<RankInput> inputs =
                List.of(
                        input("nothing", false, Outcome.UNKNOWN, NONE, NONE, NONE),
                        input("agreed", false, Outcome.UNKNOWN, NONE, NONE, 0),
                        input("model", false, Outcome.UNKNOWN, 0.1f, 0.5f, 0.7f),
                        input("people", false, Outcome.UNKNOWN, NONE, NONE, 1.2f));

        assertThat(ids(QueueOrder.DISAGREEMENT, inputs))
                .containsExactly("people", "model", "agreed", "nothing");
    }

    /** Twenty answers like the labelled one, and one for each of three other kinds. */
    @Property(tries = 50)
    void learningSpreadsOutAndKeepsAwayFromLabels(@ForAll long seed) {
        List<RankInput> inputs = new ArrayList<>();
        inputs.add(new RankInput("seen", false, Outcome.UNKNOWN, 0.69f, 0.5f, NONE, true));
        for (int i = 0; i < 20; i++) {
            inputs.add(input("like seen " + i, false, Outcome.UNKNOWN, 0.6f, 0.5f, NONE));
        }
        List<String> kinds = List.of("kind 0", "kind 1", "kind 2");
        kinds.forEach(id -> inputs.add(input(id, false, Outcome.UNKNOWN, 0.3f, 0.9f, NONE)));
        inputs.add(unscored("not scored"));
        Vectors places =
                (ids, progress) -> ids.stream().map(QueueRankerTest::place).toArray(float[][]::new);

        List<String> ranked =
                new QueueRanker(0, seed)
                        .rank(QueueOrder.LEARNING, inputs, places, Progress.NONE).stream()
                                .map(Ranked::traceId)
                                .toList();

        assertThat(ranked.subList(0, 3)).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(ranked.subList(23, 25)).containsExactly("not scored", "seen");
        assertThat(ids(QueueOrder.UNCERTAIN, inputs).subList(0, 21))
                .doesNotContainAnyElementsOf(kinds);
    }

    @Test
    void learningLooksAtABoundedNumberOfTraces() {
        List<RankInput> inputs = new ArrayList<>();
        for (int i = 0; i < QueueRanker.POOL + 50; i++) {
            float doubt = i < 50 ? 0.1f : 0.5f;
            inputs.add(input("free " + i, i % 10 == 5, Outcome.UNKNOWN, doubt, 0.5f, NONE));
        }
        for (int i = 0; i < QueueRanker.KNOWN + 50; i++) {
            inputs.add(new RankInput("done " + i, false, Outcome.UNKNOWN, 0.5f, 0.5f, NONE, true));
        }
        List<String> asked = new ArrayList<>();
        Vectors vectors =
                (ids, progress) -> {
                    asked.addAll(ids);
                    return new float[ids.size()][1];
                };

        List<Ranked> ranked =
                new QueueRanker(0, 1).rank(QueueOrder.LEARNING, inputs, vectors, Progress.NONE);

        assertThat(asked).hasSize(QueueRanker.POOL + QueueRanker.KNOWN).doesNotHaveDuplicates();
        assertThat(ranked).hasSize(inputs.size());
        assertThat(ranked.subList(0, QueueRanker.POOL))
                .allMatch(r -> Integer.parseInt(r.traceId().substring(5)) >= 50);
        assertThat(ranked.subList(QueueRanker.POOL + 50, ranked.size()))
                .allMatch(r -> r.traceId().startsWith("done "));
    }

    private static float[] place(String id) {
        float[] place = new float[3];
        if (id.startsWith("kind ")) {
            place[id.charAt(5) - '0'] = 1_000;
        } else if (id.startsWith("like seen ")) {
            place[0] = 1e-3f * (1 + Integer.parseInt(id.substring(10)));
        }
        return place;
    }

    @Test
    void anotherSeedShufflesAnew() {
        List<RankInput> inputs = IntStream.range(0, 50).mapToObj(i -> unscored("t" + i)).toList();

        List<Ranked> one =
                new QueueRanker(0, 1).rank(QueueOrder.RANDOM, inputs, BY_ID, Progress.NONE);

        assertThat(new QueueRanker(0, 2).rank(QueueOrder.RANDOM, inputs, BY_ID, Progress.NONE))
                .isNotEqualTo(one);
    }

    @Test
    void moreTracesDoNotMoveTheOldOnes() {
        List<RankInput> old = IntStream.range(0, 40).mapToObj(i -> unscored("t" + i)).toList();
        List<RankInput> more = new ArrayList<>(old);
        IntStream.range(40, 60).forEach(i -> more.add(unscored("t" + i)));
        QueueRanker ranker = new QueueRanker(0, 1);

        List<Ranked> before = ranker.rank(QueueOrder.RANDOM, old, BY_ID, Progress.NONE);
        List<Ranked> after = ranker.rank(QueueOrder.RANDOM, more, BY_ID, Progress.NONE);

        assertThat(after.stream().filter(before::contains).toList()).isEqualTo(before);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new QueueRanker(1.5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new QueueRanker(0, 1)
                                        .rank(QueueOrder.IMPORTED, List.of(), BY_ID, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> input("t", false, Outcome.UNKNOWN, -1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> ids(QueueOrder order, List<RankInput> inputs) {
        return new QueueRanker(0, 1)
                .rank(order, inputs, BY_ID, Progress.NONE).stream().map(Ranked::traceId).toList();
    }

    private static List<Ranked> slice(List<Ranked> ranked) {
        return ranked.stream().filter(Ranked::slice).toList();
    }

    private static List<RankInput> inputs(int n, double share, Random random) {
        List<RankInput> inputs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean known = random.nextBoolean();
            // Coarse numbers, so that ties are common.
            float number = random.nextInt(4) / 4f;
            inputs.add(
                    new RankInput(
                            "trace " + i,
                            random.nextDouble() < share,
                            Outcome.values()[random.nextInt(3)],
                            known ? number : NONE,
                            known ? number : NONE,
                            random.nextBoolean() ? number : NONE,
                            random.nextBoolean()));
        }
        return inputs;
    }

    private static RankInput scored(String id, double reward) {
        return input(
                id,
                false,
                Outcome.UNKNOWN,
                (float) Doubt.of(List.of(reward)),
                (float) reward,
                NONE);
    }

    private static RankInput unscored(String id) {
        return input(id, false, Outcome.UNKNOWN, NONE, NONE, NONE);
    }

    private static RankInput input(
            String id, boolean slice, Outcome outcome, float doubt, float reward, float split) {
        return new RankInput(id, slice, outcome, doubt, reward, split, false);
    }
}
