package org.stepwright.ui.data.mapping;

import java.util.Arrays;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.storage.format.mapping.LabelKind;
import org.stepwright.storage.format.mapping.LabelRule;

/** How labels are read, as a person chooses it. Used from the UI thread. */
public final class LabelChoices {
    private final ObjectProperty<LabelKind> kind = new SimpleObjectProperty<>(LabelKind.TWO_WAY);
    private final ObjectProperty<Integer> base = new SimpleObjectProperty<>(0);
    private final StringProperty none = new SimpleStringProperty("-1");
    private final StringProperty correct = new SimpleStringProperty("");
    private final StringProperty neutral = new SimpleStringProperty("");
    private final StringProperty wrong = new SimpleStringProperty("");

    LabelChoices() {}

    void onChange(InvalidationListener listener) {
        List.<Observable>of(kind, base, none, correct, neutral, wrong)
                .forEach(p -> p.addListener(listener));
    }

    void set(LabelRule rule) {
        kind.set(rule.kind());
        base.set(rule.base());
        none.set(rule.none());
        correct.set(String.join(", ", rule.correct()));
        neutral.set(String.join(", ", rule.neutral()));
        wrong.set(String.join(", ", rule.wrong()));
    }

    /** Throws IllegalArgumentException with a sentence when words are missing. */
    LabelRule rule() {
        boolean words = kind.get() == LabelKind.WORDS;
        boolean first = kind.get() == LabelKind.FIRST_ERROR;
        return new LabelRule(
                kind.get(),
                first ? base.get() : 0,
                first ? none.get().strip() : "-1",
                words ? words(correct.get()) : List.of(),
                words ? words(neutral.get()) : List.of(),
                words ? words(wrong.get()) : List.of());
    }

    private static List<String> words(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * @return what the values mean
     */
    public ObjectProperty<LabelKind> kind() {
        return kind;
    }

    /**
     * @return the number of the first step, 0 or 1
     */
    public ObjectProperty<Integer> base() {
        return base;
    }

    /**
     * @return the value for no error
     */
    public StringProperty none() {
        return none;
    }

    /**
     * @return words for correct, with commas between them
     */
    public StringProperty correct() {
        return correct;
    }

    /**
     * @return words for neutral
     */
    public StringProperty neutral() {
        return neutral;
    }

    /**
     * @return words for wrong
     */
    public StringProperty wrong() {
        return wrong;
    }
}
