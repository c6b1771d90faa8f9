package org.stepwright.storage.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.stepwright.storage.verify.SqlAnswer.Ending;

class RowCompareTest {
    private static SqlAnswer answer(int columns, List<List<Object>> rows) {
        return new SqlAnswer(Ending.ROWS, "", columns, rows, false);
    }

    private static boolean same(
            double tolerance,
            boolean sameOrder,
            int columns,
            List<List<Object>> a,
            List<List<Object>> b)
            throws RowCompare.TooMuch {
        return new RowCompare(new Cells(tolerance), sameOrder)
                .difference(answer(columns, a), answer(columns, b))
                .isEmpty();
    }

    @Example
    void wholeNumbersAreNeverNearlyTheSame() throws Exception {
        List<List<Object>> id = List.of(List.of(7504069L));
        assertThat(same(1e-6, true, 1, id, List.of(List.of(7504070L)))).isFalse();
        assertThat(same(1e-6, true, 1, id, List.of(List.of("7504070")))).isFalse();
        assertThat(same(1e-6, false, 1, id, List.of(List.of(7504070L)))).isFalse();
        assertThat(same(1e-6, true, 1, id, List.of(List.of("7504069")))).isTrue();
        assertThat(same(1e-6, true, 1, id, List.of(List.of(7504069.5)))).isTrue();
    }

    @Provide
    Arbitrary<List<List<Object>>> rows() {
        Arbitrary<Object> cells =
                Arbitraries.<Object>of(1L, 2L, 2.5, "1", "x", "", new byte[] {1}, new byte[] {2})
                        .injectNull(0.1);
        return cells.list().ofSize(2).list().ofMaxSize(12);
    }

    @Property(tries = 200)
    void theOrderDoesNotCountUnlessItIsAskedFor(
            @ForAll("rows") List<List<Object>> rows, @ForAll long seed) throws Exception {
        List<List<Object>> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(same(0, false, 2, rows, shuffled)).isTrue();
        assertThat(same(0, true, 2, rows, rows)).isTrue();
    }

    @Property(tries = 200)
    void oneOtherCellIsFound(@ForAll("rows") List<List<Object>> rows, @ForAll long seed)
            throws Exception {
        if (rows.isEmpty()) {
            return;
        }
        Random random = new Random(seed);
        List<List<Object>> other = new ArrayList<>(rows);
        int row = random.nextInt(rows.size());
        List<Object> cells = new ArrayList<>(rows.get(row));
        cells.set(random.nextInt(2), "nobody has this");
        other.set(row, cells);
        assertThat(same(0, false, 2, rows, other)).isFalse();
        assertThat(same(0, true, 2, rows, other)).isFalse();
        assertThat(same(0, false, 2, other, rows)).isFalse();
    }

    /** In one column, and with a tolerance that is the same everywhere, sorting pairs best. */
    @Property(tries = 500)
    void nearNumbersArePairedWheneverTheyCanBe(
            @ForAll @Size(7) List<Integer> wanted, @ForAll @Size(7) List<Integer> got)
            throws Exception {
        double[] a = tenths(wanted);
        double[] b = tenths(got);
        assertThat(same(0.25, false, 1, column(a), column(b))).isEqualTo(pairs(a, b));
    }

    private static double[] tenths(List<Integer> numbers) {
        return numbers.stream().mapToDouble(n -> Math.floorMod(n, 11) / 10.0).toArray();
    }

    private static List<List<Object>> column(double[] numbers) {
        return DoubleStream.of(numbers)
                .mapToObj(n -> Collections.<Object>singletonList(n))
                .toList();
    }

    private static boolean pairs(double[] a, double[] b) {
        double[] one = a.clone();
        double[] other = b.clone();
        Arrays.sort(one);
        Arrays.sort(other);
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > 0.25) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Object>> many(double noise, String word) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(List.of(i / 3.0 + noise, word));
        }
        Collections.reverse(rows);
        return rows;
    }

    @Example
    void manyRowsWithOtherRoundingAreTheSame() throws Exception {
        assertThat(same(1e-6, false, 2, many(0, "a"), many(1e-9, "a"))).isTrue();
        assertThat(same(0, false, 2, many(0, "a"), many(1e-9, "a"))).isFalse();
        assertThat(same(1e-6, false, 2, many(0, "a"), many(1e-9, "b"))).isFalse();
    }

    @Example
    void tooManyRowsThatAreNearlyAlikeAreNotDecided() {
        List<List<Object>> got = new ArrayList<>(many(1e-4, "a"));
        Collections.reverse(got);
        assertThatThrownBy(() -> same(1e-3, false, 2, many(0, "a"), got))
                .isInstanceOf(RowCompare.TooMuch.class);
    }
}
