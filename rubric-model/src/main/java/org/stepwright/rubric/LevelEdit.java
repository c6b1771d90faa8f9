package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A change to one described level of a criterion's scale. */
public sealed interface LevelEdit extends RubricEdit {
    /**
     * @return the criterion's id
     */
    String criterion();

    /** What can be changed about a level. */
    enum Fact {
        /** The short name. */
        NAME("", Shown::level),
        /** What a step at this level looks like. */
        ANCHOR(" anchor", Scale.Level::anchor),
        /** A step at this level. */
        EXAMPLE(" example", Scale.Level::example);

        private final String word;
        private final Function<Scale.Level, String> shown;

        Fact(String word, Function<Scale.Level, String> shown) {
            this.word = word;
            this.shown = shown;
        }
    }

    /**
     * Describes one more level.
     *
     * @param criterion the criterion
     * @param level the level
     */
    record Add(String criterion, Scale.Level level) implements LevelEdit {
        /** Validates. */
        public Add {
            Objects.requireNonNull(criterion, "criterion");
            Objects.requireNonNull(level, "level");
        }

        @Override
        public Change change() {
            String anchor = level.anchor().isBlank() ? "" : " (" + level.anchor() + ")";
            return new Change(at(criterion, level), "", Shown.level(level) + anchor);
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            return LevelEdit.changeLevels(
                    rubric,
                    criterion,
                    levels -> {
                        List<Scale.Level> changed = new ArrayList<>(levels);
                        changed.add(level);
                        changed.sort(Comparator.comparingDouble(Scale.Level::value));
                        return changed;
                    });
        }
    }

    /**
     * Changes one fact of a level.
     *
     * @param fact which one
     * @param criterion the criterion
     * @param before the level before; only that fact counts
     * @param after the level after; only that fact and the value count
     */
    record Set(Fact fact, String criterion, Scale.Level before, Scale.Level after)
            implements LevelEdit {
        /** Validates. */
        public Set {
            Objects.requireNonNull(fact, "fact");
            Objects.requireNonNull(criterion, "criterion");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public Change change() {
            return new Change(
                    at(criterion, after) + fact.word,
                    fact.shown.apply(before),
                    fact.shown.apply(after));
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            LevelEdit.requireLevel(rubric, criterion, after.value());
            return LevelEdit.changeLevels(
                    rubric, criterion, levels -> levels.stream().map(this::changed).toList());
        }

        private Scale.Level changed(Scale.Level level) {
            return Double.compare(level.value(), after.value()) != 0
                    ? level
                    : new Scale.Level(
                            level.value(),
                            fact == Fact.NAME ? after.name() : level.name(),
                            fact == Fact.ANCHOR ? after.anchor() : level.anchor(),
                            fact == Fact.EXAMPLE ? after.example() : level.example());
        }
    }

    /**
     * Takes the description of a level away.
     *
     * @param criterion the criterion
     * @param level the level as it was
     */
    record Remove(String criterion, Scale.Level level) implements LevelEdit {
        /** Validates. */
        public Remove {
            Objects.requireNonNull(criterion, "criterion");
            Objects.requireNonNull(level, "level");
        }

        @Override
        public Change change() {
            return new Change(at(criterion, level), Shown.level(level), "");
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            LevelEdit.requireLevel(rubric, criterion, level.value());
            return LevelEdit.changeLevels(
                    rubric,
                    criterion,
                    levels ->
                            levels.stream()
                                    .filter(l -> Double.compare(l.value(), level.value()) != 0)
                                    .toList());
        }
    }

    /** The differences of two criteria's levels; their scales have the same kind and ends. */
    static void addTo(List<RubricEdit> edits, Criterion before, Criterion after) {
        Map<Double, Scale.Level> old = byValue(before);
        Map<Double, Scale.Level> now = byValue(after);
        for (Scale.Level level : before.scale().levels()) {
            if (!now.containsKey(level.value())) {
                edits.add(new Remove(after.id(), level));
            }
        }
        for (Scale.Level level : after.scale().levels()) {
            Scale.Level was = old.get(level.value());
            if (was == null) {
                edits.add(new Add(after.id(), level));
                continue;
            }
            for (Fact fact : Fact.values()) {
                if (!fact.shown.apply(was).equals(fact.shown.apply(level))) {
                    edits.add(new Set(fact, after.id(), was, level));
                }
            }
        }
    }

    private static Map<Double, Scale.Level> byValue(Criterion criterion) {
        return criterion.scale().levels().stream()
                .collect(Collectors.toMap(Scale.Level::value, Function.identity()));
    }

    private static String at(String criterion, Scale.Level level) {
        return "criterion " + criterion + " level " + Shown.number(level.value());
    }

    private static void requireLevel(Rubric rubric, String criterion, double value) {
        boolean there =
                Parts.requireCriterion(rubric, criterion).scale().levels().stream()
                        .anyMatch(l -> Double.compare(l.value(), value) == 0);
        if (!there) {
            throw new IllegalArgumentException(
                    "The criterion "
                            + criterion
                            + " describes no level "
                            + Shown.number(value)
                            + ".");
        }
    }

    private static Rubric changeLevels(
            Rubric rubric, String criterion, UnaryOperator<List<Scale.Level>> change) {
        return Parts.changeCriterion(
                rubric,
                criterion,
                c -> Parts.with(c, Parts.with(c.scale(), change.apply(c.scale().levels()))));
    }
}
