package org.stepwright.rubric;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Changes one fact of the rubric itself.
 *
 * @param fact which one
 * @param before the rubric before; only that fact counts
 * @param after the rubric after; only that fact counts
 */
public record ChangeRubric(Fact fact, Rubric before, Rubric after) implements RubricEdit {
    /** What can be changed. */
    public enum Fact {
        /** The id, by which versions and labels name it. */
        ID("id", Rubric::id),
        /** The title. */
        TITLE("title", Rubric::title),
        /** The description. */
        DESCRIPTION("description", Rubric::description),
        /** How rewards of steps become the trace's. */
        AGGREGATION("aggregation", r -> r.aggregation().name()),
        /** The kinds of error. */
        ERROR_KINDS("error kinds", r -> Shown.listed(r.errorKinds()));

        private final String word;
        private final Function<Rubric, String> shown;

        Fact(String word, Function<Rubric, String> shown) {
            this.word = word;
            this.shown = shown;
        }
    }

    /** Validates. */
    public ChangeRubric {
        Objects.requireNonNull(fact, "fact");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    static void addTo(List<RubricEdit> edits, Rubric before, Rubric after) {
        for (Fact fact : Fact.values()) {
            if (!fact.shown.apply(before).equals(fact.shown.apply(after))) {
                edits.add(new ChangeRubric(fact, before, after));
            }
        }
    }

    @Override
    public Change change() {
        return new Change("rubric " + fact.word, fact.shown.apply(before), fact.shown.apply(after));
    }

    @Override
    public Rubric applyTo(Rubric r) {
        return new Rubric(
                fact == Fact.ID ? after.id() : r.id(),
                fact == Fact.TITLE ? after.title() : r.title(),
                fact == Fact.DESCRIPTION ? after.description() : r.description(),
                r.stages(),
                r.everyStep(),
                fact == Fact.AGGREGATION ? after.aggregation() : r.aggregation(),
                fact == Fact.ERROR_KINDS ? after.errorKinds() : r.errorKinds());
    }
}
