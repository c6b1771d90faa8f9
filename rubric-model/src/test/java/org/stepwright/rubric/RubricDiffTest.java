package org.stepwright.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.rubric.Rubrics.criterion;
import static org.stepwright.rubric.Rubrics.rubric;
import static org.stepwright.rubric.Rubrics.stage;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RubricDiffTest {
    @Property(tries = 300)
    void emptyExactlyWhenEqual(@ForAll("rubrics") Rubric a, @ForAll("rubrics") Rubric b) {
        assertThat(RubricDiff.between(a, a)).isEmpty();
        assertThat(RubricDiff.between(a, b).isEmpty()).isEqualTo(a.equals(b));
        assertThat(RubricDiff.between(a, b)).hasSameSizeAs(RubricDiff.between(b, a));
    }

    @Provide
    Arbitrary<Rubric> rubrics() {
        Arbitrary<Scale> scales =
                Arbitraries.of(
                        Scale.binary(),
                        Scale.ternary(),
                        Rubrics.ANCHORED,
                        new Scale(Scale.Kind.NUMERIC, 0, 1, List.of()));
        Arbitrary<Double> weights = Arbitraries.of(0.0, 1.0, 2.5);
        Arbitrary<List<String>> matches = Arbitraries.of("x", "x, y", "\"").list().ofMaxSize(2);
        return Combinators.combine(scales, weights, matches, Arbitraries.integers().between(0, 2))
                .as(
                        (scale, weight, match, size) -> {
                            List<Stage> stages = new ArrayList<>();
                            for (int i = 0; i < size; i++) {
                                stages.add(
                                        stage(
                                                "s" + i,
                                                i > 0,
                                                match,
                                                criterion("c" + i, scale, weight, false)));
                            }
                            return rubric(stages, criterion("every", scale, weight, true));
                        });
    }

    @Test
    void changesAreSaidPlaceByPlace() {
        Rubric before =
                rubric(
                        List.of(
                                stage(
                                        "s",
                                        true,
                                        List.of("x"),
                                        criterion("c", Scale.binary(), 1, false))));
        Rubric after =
                rubric(
                        List.of(
                                stage(
                                        "s",
                                        true,
                                        List.of("x"),
                                        criterion("c", Scale.binary(), 2, true))));
        assertThat(RubricDiff.between(before, after))
                .containsExactly(
                        new Change("criterion c weight", "1", "2"),
                        new Change("criterion c gate", "no", "yes"));
    }
}
