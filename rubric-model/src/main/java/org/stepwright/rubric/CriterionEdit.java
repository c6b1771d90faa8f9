package org.stepwright.rubric;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A change to one criterion as a whole. Its levels' texts are {@link LevelEdit}s. */
public sealed interface CriterionEdit extends RubricEdit {
    /**
     * @return the criterion's id
     */
    String id();

    /** What can be changed about a criterion. */
    enum Fact {
        /** The title. */
        TITLE("title", Criterion::title),
        /** The guidance. */
        GUIDANCE("guidance", Criterion::guidance),
        /** The weight. */
        WEIGHT("weight", c -> Shown.number(c.weight())),
        /** Whether it is a gate. */
        GATE("gate", c -> Shown.yes(c.gate())),
        /** Whether it can be checked or is style. */
        JUDGED("judged", c -> c.judged().name()),
        /** The verifier that decides it. */
        VERIFIER("verifier", c -> Shown.verifier(c.verifier())),
        /** The whole scale with its levels: other values need other descriptions. */
        SCALE("scale", c -> Shown.scale(c.scale()));

        private final String word;
        private final Function<Criterion, String> shown;

        Fact(String word, Function<Criterion, String> shown) {
            this.word = word;
            this.shown = shown;
        }
    }

    /**
     * Adds a criterion with all that belongs to it.
     *
     * @param criterion the criterion
     * @param stage the stage that gets it; null for every step
     * @param after ids of the criteria before it, the nearest first; it comes behind the first of
     *     them that is there, else in front of all
     */
    record Add(Criterion criterion, String stage, List<String> after) implements CriterionEdit {
        /** Copies. */
        public Add {
            Objects.requireNonNull(criterion, "criterion");
            after = List.copyOf(after);
        }

        @Override
        public String id() {
            return criterion.id();
        }

        @Override
        public Change change() {
            return new Change(
                    "criterion " + id(), "", criterion.title() + " (" + Shown.place(stage) + ")");
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            return Parts.insertCriterion(rubric, criterion, stage, after);
        }
    }

    /**
     * Moves a criterion to another place, maybe in another stage.
     *
     * @param id the criterion
     * @param from the stage that had it; null for every step
     * @param to the stage that gets it; null for every step
     * @param after as in {@link Add}
     */
    record Move(String id, String from, String to, List<String> after) implements CriterionEdit {
        /** Copies. */
        public Move {
            Objects.requireNonNull(id, "id");
            after = List.copyOf(after);
        }

        @Override
        public Change change() {
            String behind = after.isEmpty() ? ", first" : ", after " + after.get(0);
            return new Change(
                    "criterion " + id + " place", Shown.place(from), Shown.place(to) + behind);
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            Criterion criterion = Parts.requireCriterion(rubric, id);
            return Parts.insertCriterion(Parts.removeCriterion(rubric, id), criterion, to, after);
        }
    }

    /**
     * Changes one fact of a criterion.
     *
     * @param fact which one
     * @param before the criterion before; only that fact counts
     * @param after the criterion after; only that fact and the id count
     */
    record Set(Fact fact, Criterion before, Criterion after) implements CriterionEdit {
        /** Validates. */
        public Set {
            Objects.requireNonNull(fact, "fact");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        static void addTo(List<RubricEdit> edits, Criterion before, Criterion after) {
            for (Fact fact : Fact.values()) {
                if (!fact.shown.apply(before).equals(fact.shown.apply(after))) {
                    edits.add(new Set(fact, before, after));
                }
            }
        }

        @Override
        public String id() {
            return after.id();
        }

        @Override
        public Change change() {
            return new Change(
                    "criterion " + id() + " " + fact.word,
                    fact.shown.apply(before),
                    fact.shown.apply(after));
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            return Parts.changeCriterion(
                    rubric,
                    id(),
                    c ->
                            new Criterion(
                                    c.id(),
                                    fact == Fact.TITLE ? after.title() : c.title(),
                                    fact == Fact.GUIDANCE ? after.guidance() : c.guidance(),
                                    fact == Fact.SCALE ? after.scale() : c.scale(),
                                    fact == Fact.WEIGHT ? after.weight() : c.weight(),
                                    fact == Fact.GATE ? after.gate() : c.gate(),
                                    fact == Fact.JUDGED ? after.judged() : c.judged(),
                                    fact == Fact.VERIFIER ? after.verifier() : c.verifier()));
        }
    }

    /**
     * Removes a criterion.
     *
     * @param criterion the criterion as it was
     */
    record Remove(Criterion criterion) implements CriterionEdit {
        /** Validates. */
        public Remove {
            Objects.requireNonNull(criterion, "criterion");
        }

        @Override
        public String id() {
            return criterion.id();
        }

        @Override
        public Change change() {
            return new Change("criterion " + id(), criterion.title(), "");
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            return Parts.removeCriterion(rubric, id());
        }
    }
}
