package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.stepwright.rubric.Scale;

/** Changes of a scale, each of which gives a new one. */
final class ScaleEdits {
    private static final int LIKERT_TOP = 5;
    private static final int NUMERIC_TOP = 10;

    /** More whole numbers than this are written down only one by one. */
    private static final int WRITTEN_OUT = 9;

    private ScaleEdits() {}

    /**
     * @return a scale of another kind that keeps the descriptions of levels whose value it shares
     */
    static Scale ofKind(Scale.Kind kind, Scale before) {
        Scale plain =
                switch (kind) {
                    case BINARY -> Scale.binary();
                    case TERNARY -> Scale.ternary();
                    case LIKERT -> new Scale(kind, 1, LIKERT_TOP, numbered(1, LIKERT_TOP));
                    case NUMERIC -> new Scale(kind, 0, NUMERIC_TOP, List.of());
                };
        return described(plain, before.levels());
    }

    /**
     * @return the scale from a smallest to a largest value; a short Likert scale has all its
     *     levels, others keep those that are still on it
     * @throws IllegalArgumentException when that is no such scale, with a sentence that says why
     */
    static Scale withEnds(Scale scale, double min, double max) {
        new Scale(scale.kind(), min, max, List.of()); // says why not
        boolean all = scale.kind() == Scale.Kind.LIKERT && max - min < WRITTEN_OUT;
        List<Scale.Level> kept =
                all
                        ? numbered((int) min, (int) max)
                        : scale.levels().stream()
                                .filter(l -> l.value() >= min && l.value() <= max)
                                .toList();
        return described(new Scale(scale.kind(), min, max, kept), scale.levels());
    }

    private static Scale described(Scale plain, List<Scale.Level> before) {
        return withLevels(
                plain,
                plain.levels().stream()
                        .map(
                                level ->
                                        before.stream()
                                                .filter(b -> b.value() == level.value())
                                                .findFirst()
                                                .map(b -> described(level, b))
                                                .orElse(level))
                        .toList());
    }

    private static Scale.Level described(Scale.Level level, Scale.Level before) {
        String name = level.name().isEmpty() ? before.name() : level.name();
        return new Scale.Level(level.value(), name, before.anchor(), before.example());
    }

    private static List<Scale.Level> numbered(int min, int max) {
        return IntStream.rangeClosed(min, max)
                .mapToObj(value -> new Scale.Level(value, "", "", ""))
                .toList();
    }

    static Scale withLevel(Scale scale, int index, UnaryOperator<Scale.Level> change) {
        List<Scale.Level> levels = new ArrayList<>(scale.levels());
        levels.set(index, change.apply(levels.get(index)));
        return withLevels(scale, levels);
    }

    static Scale removeLevel(Scale scale, int index) {
        List<Scale.Level> levels = new ArrayList<>(scale.levels());
        levels.remove(index);
        return withLevels(scale, levels);
    }

    /**
     * @return the value that a further level would have: an end that has none, else the first whole
     *     number without one, else the middle of the widest gap of a numeric scale; empty when
     *     every value has its level
     */
    static OptionalDouble nextValue(Scale scale) {
        DoubleStream ends = DoubleStream.of(scale.min(), scale.max());
        long first = (long) Math.ceil(scale.min());
        int whole = (int) Math.min(100, Math.floor(scale.max()) - first + 1);
        DoubleStream between = IntStream.range(0, whole).mapToDouble(i -> first + i);
        OptionalDouble free =
                DoubleStream.concat(ends, between)
                        .filter(v -> scale.levels().stream().noneMatch(l -> l.value() == v))
                        .findFirst();
        return free.isPresent() || scale.kind() != Scale.Kind.NUMERIC ? free : widest(scale);
    }

    private static OptionalDouble widest(Scale scale) {
        List<Scale.Level> levels = scale.levels();
        return IntStream.range(1, levels.size())
                .boxed()
                .max(
                        (a, b) ->
                                Double.compare(
                                        levels.get(a).value() - levels.get(a - 1).value(),
                                        levels.get(b).value() - levels.get(b - 1).value()))
                .map(i -> (levels.get(i).value() + levels.get(i - 1).value()) / 2)
                .filter(v -> levels.stream().noneMatch(l -> l.value() == v))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** Adds an undescribed level at {@link #nextValue}; the same scale when there is none. */
    static Scale addLevel(Scale scale) {
        OptionalDouble value = nextValue(scale);
        if (value.isEmpty()) {
            return scale;
        }
        List<Scale.Level> levels = new ArrayList<>(scale.levels());
        int at = (int) levels.stream().filter(l -> l.value() < value.getAsDouble()).count();
        levels.add(at, new Scale.Level(value.getAsDouble(), "", "", ""));
        return withLevels(scale, levels);
    }

    private static Scale withLevels(Scale scale, List<Scale.Level> levels) {
        return new Scale(scale.kind(), scale.min(), scale.max(), levels);
    }
}
