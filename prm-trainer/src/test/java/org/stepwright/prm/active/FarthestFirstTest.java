package org.stepwright.prm.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.Reference;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;

class FarthestFirstTest {
    /** {@code reference/farthest_first.py} made the orders with numpy and scikit-learn. */
    @Test
    void picksAsNumpyDoes() throws IOException {
        int cases = 0;
        for (JsonNode expected : Reference.read("farthest_first.json").path("cases")) {
            float[] weights = floats(expected.path("weights"));

            int[] order =
                    FarthestFirst.order(
                            points(expected.path("points")),
                            weights,
                            points(expected.path("known")),
                            Progress.NONE);

            List<Integer> wanted = new ArrayList<>();
            expected.path("order").forEach(i -> wanted.add(i.asInt()));
            assertThat(order).containsExactly(wanted.stream().mapToInt(i -> i).toArray());
            cases++;
        }
        assertThat(cases).isEqualTo(4);
    }

    @Property(tries = 100)
    void picksEveryPointOnce(@ForAll @IntRange(min = 0, max = 30) int n, @ForAll long seed) {
        Random random = new Random(seed);
        float[][] points = cloud(random, n, 3, 1, 0);

        int[] order =
                FarthestFirst.order(points, weights(random, n), new float[0][], Progress.NONE);

        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
    }

    /** Eight groups, one of which holds all the heaviest points. */
    @Property(tries = 50)
    void coversPlantedGroupsSoonerThanWeightAlone(@ForAll long seed) {
        Random random = new Random(seed);
        int groups = 8;
        int each = 20;
        float[][] points = new float[groups * each][];
        float[] weights = new float[points.length];
        for (int i = 0; i < points.length; i++) {
            int group = i / each;
            // So tight that a draw stays in a group once in a hundred million tries.
            points[i] = cloud(random, 1, groups, 0.0001f, 0)[0];
            points[i][group] += 10;
            weights[i] = (group == 0 ? 0.6f : 0.4f) + random.nextFloat() * 0.1f;
        }
        int[] byWeight =
                IntStream.range(0, points.length)
                        .boxed()
                        .sorted((a, b) -> Float.compare(weights[b], weights[a]))
                        .mapToInt(i -> i)
                        .toArray();

        int[] spread = FarthestFirst.order(points, weights, new float[0][], Progress.NONE);

        int[] drawn = FarthestFirst.sample(points, weights, new float[0][], seed, Progress.NONE);

        assertThat(groupsIn(spread, groups, each)).hasSize(groups);
        assertThat(groupsIn(drawn, groups, each)).hasSize(groups);
        assertThat(groupsIn(byWeight, groups, each)).hasSize(1);
    }

    @Test
    void keepsAwayFromWhatIsKnown() {
        float[][] points = {{0, 0}, {5, 0}, {9, 0}};
        float[] even = {1, 1, 1};

        assertThat(FarthestFirst.order(points, even, new float[][] {{10, 0}}, Progress.NONE))
                .containsExactly(0, 1, 2);
        assertThat(FarthestFirst.order(points, even, new float[][] {{0, 1}}, Progress.NONE))
                .containsExactly(2, 1, 0);
    }

    /** Of two points at distances 1 and 2 with weights 2 and 1 the second has twice the chance. */
    @Test
    void drawsByWeightAndSquaredDistance() {
        float[][] points = {{1, 0}, {0, 2}};
        float[] weights = {2, 1};
        int second = 0;
        int draws = 3_000;
        for (int seed = 0; seed < draws; seed++) {
            second +=
                    FarthestFirst.sample(
                            points, weights, new float[][] {{0, 0}}, seed, Progress.NONE)[0];
        }

        // Four standard deviations.
        assertThat(second / (double) draws).isCloseTo(2.0 / 3, within(0.035));
    }

    @Test
    void whatHasNoChanceIsDrawnLast() {
        float[][] points = {{3, 0}, {0, 0}, {2, 0}, {1, 0}};
        float[] weights = {0, 1, 1, 0};

        for (int seed = 0; seed < 20; seed++) {
            int[] drawn =
                    FarthestFirst.sample(
                            points, weights, new float[][] {{0, 0}}, seed, Progress.NONE);

            assertThat(drawn).startsWith(2);
        }
    }

    @Test
    void stopsWhenAsked() {
        Progress stopped =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        // nobody listens
                    }

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };

        assertThatThrownBy(
                        () ->
                                FarthestFirst.order(
                                        new float[][] {{1}},
                                        new float[] {1},
                                        new float[0][],
                                        stopped))
                .isInstanceOf(Cancelled.class);
    }

    private static Set<Integer> groupsIn(int[] order, int first, int each) {
        Set<Integer> groups = new HashSet<>();
        Arrays.stream(order).limit(first).forEach(i -> groups.add(i / each));
        return groups;
    }

    private static float[][] cloud(Random random, int n, int width, float spread, float middle) {
        float[][] points = new float[n][width];
        for (float[] point : points) {
            for (int j = 0; j < width; j++) {
                point[j] = middle + spread * (float) random.nextGaussian();
            }
        }
        return points;
    }

    private static float[] weights(Random random, int n) {
        float[] weights = new float[n];
        for (int i = 0; i < n; i++) {
            weights[i] = random.nextInt(4) / 3f;
        }
        return weights;
    }

    private static float[][] points(JsonNode rows) {
        List<float[]> points = new ArrayList<>();
        rows.forEach(row -> points.add(floats(row)));
        return points.toArray(float[][]::new);
    }

    private static float[] floats(JsonNode values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values.get(i).asDouble();
        }
        return floats;
    }
}
