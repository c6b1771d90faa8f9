package org.stepwright.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Scale.Level;

/** The values of a scale that a key can choose, lowest first: a, s, d, f, … or 1, 2, 3, 4, … */
public final class ScaleKeys {
    /** The keys of the home row, in order. */
    public static final String LETTERS = "asdfghjkl";

    /**
     * One choice.
     *
     * @param key its letter
     * @param value its value
     * @param name a few words
     * @param anchor what a step at this value looks like, maybe empty
     */
    public record Choice(String key, double value, String name, String anchor) {}

    private ScaleKeys() {}

    /**
     * @param scale a scale
     * @return what can be chosen on it, at most nine values
     */
    public static List<Choice> of(Scale scale) {
        List<Level> levels = scale.levels().isEmpty() ? even(scale) : whole(scale);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < Math.min(levels.size(), LETTERS.length()); i++) {
            Level level = levels.get(i);
            choices.add(
                    new Choice(
                            LETTERS.substring(i, i + 1),
                            level.value(),
                            level.name().isEmpty() ? number(level.value()) : level.name(),
                            level.anchor()));
        }
        return choices;
    }

    /** A Likert scale may describe only some of its whole numbers; all can be chosen. */
    private static List<Level> whole(Scale scale) {
        if (scale.kind() != Scale.Kind.LIKERT || scale.max() - scale.min() >= LETTERS.length()) {
            return scale.levels();
        }
        List<Level> all = new ArrayList<>();
        // By counting, as adding 1 to a very large number gives the same number.
        for (int i = 0; i <= scale.max() - scale.min(); i++) {
            double value = scale.min() + i;
            all.add(
                    scale.levels().stream()
                            .filter(l -> l.value() == value)
                            .findFirst()
                            .orElse(new Level(value, "", "", "")));
        }
        return all;
    }

    private static List<Level> even(Scale scale) {
        boolean numeric = scale.kind() == Scale.Kind.NUMERIC;
        double range = scale.max() - scale.min();
        int steps = numeric ? 4 : (int) Math.min(LETTERS.length() - 1, range);
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double value = scale.min() + range * i / steps;
            levels.add(new Level(numeric ? value : Math.rint(value), "", "", ""));
        }
        return levels;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.getDefault(), "%.2f", value);
    }
}
