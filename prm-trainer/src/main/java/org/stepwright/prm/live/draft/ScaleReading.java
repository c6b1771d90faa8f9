package org.stepwright.prm.live.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.prm.live.draft.DraftLimits.Length;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Scale.Kind;
import org.stepwright.rubric.Scale.Level;

/** Reads a scale; what does not fit together is mended by its levels, which hold the meaning. */
final class ScaleReading {
    private static final Set<String> FIELDS = Set.of("kind", "min", "max", "levels");
    private static final Set<String> LEVEL_FIELDS = Set.of("value", "name", "anchor", "example");
    private static final double WIDEST_LIKERT = 100;
    private static final double FARTHEST = 1e9;

    private final Fields fields;
    private final String where;
    private final Notes notes;

    private ScaleReading(Fields fields, Notes notes) {
        this.fields = fields.only(FIELDS);
        this.where = fields.where();
        this.notes = notes;
    }

    /**
     * @param fields the scale; null when there is none
     * @param where whose scale it is, for notes
     */
    static Scale read(Fields fields, String where, Notes notes) {
        if (fields == null) {
            notes.add("There was no scale for " + where + "; it got wrong, neutral and correct.");
            return Scale.ternary();
        }
        return new ScaleReading(fields, notes).read();
    }

    private Scale read() {
        TreeMap<Double, Level> levels = levels();
        Kind named = fields.word("kind", Kind.class);
        Kind kind =
                named == null || !fits(named, levels.keySet()) ? byLevels(levels.keySet()) : named;
        if (named != null && kind != named && kind != null) {
            notes.add(
                    "The levels of the "
                            + where
                            + " do not fit a scale that is "
                            + word(named)
                            + "; took it as "
                            + word(kind)
                            + ".");
        }
        Scale scale = kind == null ? null : made(kind, levels);
        if (scale == null) {
            notes.add("The " + where + " made no sense; it is now wrong, neutral and correct.");
            return Scale.ternary();
        }
        return scale;
    }

    private Scale made(Kind kind, TreeMap<Double, Level> levels) {
        List<Level> described = List.copyOf(levels.values());
        return switch (kind) {
            case BINARY -> described.isEmpty() ? Scale.binary() : new Scale(kind, 0, 1, described);
            case TERNARY ->
                    described.isEmpty() ? Scale.ternary() : new Scale(kind, -1, 1, described);
            case LIKERT -> between(kind, whole("min"), whole("max"), levels);
            case NUMERIC -> between(kind, fields.number("min"), fields.number("max"), levels);
        };
    }

    /** From the ends as given, wide enough for all levels; null when that is no scale. */
    private static Scale between(
            Kind kind, OptionalDouble from, OptionalDouble to, TreeMap<Double, Level> levels) {
        if (levels.isEmpty() && (from.isEmpty() || to.isEmpty())) {
            return null;
        }
        double min = levels.isEmpty() ? from.getAsDouble() : levels.firstKey();
        double max = levels.isEmpty() ? to.getAsDouble() : levels.lastKey();
        min = Math.min(min, from.orElse(min));
        max = Math.max(max, to.orElse(max));
        boolean tooFar = Math.abs(min) > FARTHEST || Math.abs(max) > FARTHEST;
        boolean tooWide = kind == Kind.LIKERT && max - min > WIDEST_LIKERT;
        return min >= max || tooFar || tooWide
                ? null
                : new Scale(kind, min, max, List.copyOf(levels.values()));
    }

    private OptionalDouble whole(String name) {
        OptionalDouble number = fields.number(name);
        return number.isPresent() && isWhole(number.getAsDouble())
                ? number
                : OptionalDouble.empty();
    }

    private TreeMap<Double, Level> levels() {
        List<Fields> given = fields.objects("levels", "level", DraftLimits.LEVELS);
        List<OptionalDouble> values = values(given);
        TreeMap<Double, Level> levels = new TreeMap<>();
        for (int i = 0; i < given.size(); i++) {
            Fields level = given.get(i).only(LEVEL_FIELDS);
            OptionalDouble value = values.get(i);
            if (value.isEmpty() || levels.containsKey(value.getAsDouble())) {
                notes.add("Left out " + level.where() + ", whose value is missing or there twice.");
                continue;
            }
            levels.put(
                    value.getAsDouble(),
                    new Level(
                            value.getAsDouble(),
                            level.line("name", Length.WORD),
                            level.block("anchor", Length.TEXT),
                            level.block("example", Length.TEXT)));
        }
        return levels;
    }

    /** The levels' values; where not one has any, they are numbered from 0, or -1 when three. */
    private List<OptionalDouble> values(List<Fields> given) {
        List<OptionalDouble> values = new ArrayList<>();
        given.forEach(level -> values.add(level.number("value")));
        if (values.isEmpty() || values.stream().anyMatch(OptionalDouble::isPresent)) {
            return values;
        }
        notes.add("The levels of the " + where + " had no values; numbered them in their order.");
        int first = values.size() == 3 ? -1 : 0;
        for (int i = 0; i < values.size(); i++) {
            values.set(i, OptionalDouble.of(first + i));
        }
        return values;
    }

    private static boolean fits(Kind kind, Collection<Double> values) {
        return switch (kind) {
            case BINARY -> Set.of(0.0, 1.0).containsAll(values);
            case TERNARY -> Set.of(-1.0, 0.0, 1.0).containsAll(values);
            case LIKERT -> values.stream().allMatch(ScaleReading::isWhole);
            case NUMERIC -> true;
        };
    }

    /** The narrowest kind that has room for the levels; null when there are none. */
    private static Kind byLevels(Collection<Double> values) {
        if (values.isEmpty()) {
            return null;
        }
        for (Kind kind : Kind.values()) {
            if (fits(kind, values)) {
                return kind;
            }
        }
        return Kind.NUMERIC;
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
