package org.stepwright.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @Property
    void theEndsOfAScaleAreZeroAndOne(
            @ForAll @DoubleRange(min = -1000, max = 1000) double min,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double width,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        Scale scale = new Scale(Scale.Kind.NUMERIC, min, min + width, List.of());
        assertThat(scale.reward(scale.min())).isEqualTo(0);
        assertThat(scale.reward(scale.max())).isEqualTo(1);
        double value = Math.min(scale.max(), min + share * width);
        assertThat(scale.reward(value)).isBetween(0.0, 1.0);
    }

    @Test
    void valuesBesideTheScaleAreRefused() {
        assertThat(Scale.ternary().reward(0)).isEqualTo(0.5);
        for (double value : new double[] {-0.1, 2, 0.5, Double.NaN}) {
            assertThatThrownBy(() -> Scale.binary().reward(value))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Scale(Scale.Kind.NUMERIC, 1, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Scale(
                                        Scale.Kind.NUMERIC,
                                        0,
                                        1,
                                        List.of(
                                                new Scale.Level(1, "", "", ""),
                                                new Scale.Level(0, "", "", ""))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScaleIsWhatItsKindSays() {
        assertThat(new Scale(Scale.Kind.LIKERT, 1, 7, List.of()).reward(4)).isEqualTo(0.5);
        List<Scale.Level> between = List.of(new Scale.Level(1.5, "", "", ""));
        for (Runnable wrong :
                List.<Runnable>of(
                        () -> new Scale(Scale.Kind.BINARY, 0, 7, List.of()),
                        () -> new Scale(Scale.Kind.BINARY, -1, 1, List.of()),
                        () -> new Scale(Scale.Kind.TERNARY, 0, 1, List.of()),
                        () -> new Scale(Scale.Kind.LIKERT, 1, 4.5, List.of()),
                        () -> new Scale(Scale.Kind.LIKERT, 0.5, 4, List.of()),
                        () -> new Scale(Scale.Kind.LIKERT, 1, 4, between),
                        () -> new Scale(Scale.Kind.NUMERIC, -1.7e308, 1.7e308, List.of()))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Scale(Scale.Kind.NUMERIC, 1, 4, between).levels()).hasSize(1);
    }

    @Test
    void idsAreUniqueAndPlain() {
        Criterion c = Rubrics.criterion("c", Scale.binary(), 1, false);
        assertThatThrownBy(() -> Rubrics.rubric(List.of(), c, c))
                .isInstanceOf(IllegalArgumentException.class);
        for (String id : List.of("", "A", "a b", "-a", "a--b", "ı", "a".repeat(81))) {
            assertThatThrownBy(() -> Rubrics.criterion(id, Scale.binary(), 1, false))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Rubrics.criterion("c", Scale.binary(), Double.NaN, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVersionNamesItself() {
        assertThat(new RubricVersion(3, Rubrics.sound(), "0".repeat(64), Instant.EPOCH, "").key())
                .isEqualTo("r@3");
    }
}
