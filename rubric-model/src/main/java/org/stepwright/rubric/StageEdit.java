package org.stepwright.rubric;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A change to one stage. Its criteria are {@link CriterionEdit}s of their own. */
public sealed interface StageEdit extends RubricEdit {
    /**
     * @return the stage's id
     */
    String id();

    /** What can be changed about a stage. */
    enum Fact {
        /** The title. */
        TITLE("title", Stage::title),
        /** The description. */
        DESCRIPTION("description", Stage::description),
        /** Whether good work passes through it. */
        REQUIRED("required", s -> Shown.yes(s.required())),
        /** Whether several steps may belong to it. */
        REPEATABLE("repeatable", s -> Shown.yes(s.repeatable())),
        /** The words that tell a step of it. */
        MATCH("match", s -> Shown.listed(s.match()));

        private final String word;
        private final Function<Stage, String> shown;

        Fact(String word, Function<Stage, String> shown) {
            this.word = word;
            this.shown = shown;
        }
    }

    /**
     * Adds a stage without criteria.
     *
     * @param stage the stage; its criteria are left out
     * @param after ids of the stages before it, the nearest first; it comes behind the first of
     *     them that is there, else in front of all
     */
    record Add(Stage stage, List<String> after) implements StageEdit {
        /** Copies. */
        public Add {
            stage = Parts.with(stage, List.of());
            after = List.copyOf(after);
        }

        @Override
        public String id() {
            return stage.id();
        }

        @Override
        public Change change() {
            return new Change("stage " + id(), "", stage.title());
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            return Parts.with(
                    rubric,
                    Parts.inserted(rubric.stages(), stage, Stage::id, after),
                    rubric.everyStep());
        }
    }

    /**
     * Moves a stage among the others.
     *
     * @param id the stage
     * @param before the id of the stage that was in front of it; null when it was the first
     * @param after as in {@link Add}
     */
    record Move(String id, String before, List<String> after) implements StageEdit {
        /** Copies. */
        public Move {
            Objects.requireNonNull(id, "id");
            after = List.copyOf(after);
        }

        @Override
        public Change change() {
            return new Change(
                    "stage " + id + " place",
                    behind(before),
                    behind(after.isEmpty() ? null : after.get(0)));
        }

        private static String behind(String other) {
            return other == null ? "first" : "after " + other;
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            Stage stage = Parts.requireStage(rubric, id);
            List<Stage> others = rubric.stages().stream().filter(s -> !s.equals(stage)).toList();
            return Parts.with(
                    rubric, Parts.inserted(others, stage, Stage::id, after), rubric.everyStep());
        }
    }

    /**
     * Changes one fact of a stage.
     *
     * @param fact which one
     * @param before the stage before; only that fact counts
     * @param after the stage after; only that fact and the id count
     */
    record Set(Fact fact, Stage before, Stage after) implements StageEdit {
        /** Validates. */
        public Set {
            Objects.requireNonNull(fact, "fact");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        static void addTo(List<RubricEdit> edits, Stage before, Stage after) {
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
                    "stage " + id() + " " + fact.word,
                    fact.shown.apply(before),
                    fact.shown.apply(after));
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            return Parts.changeStage(
                    rubric,
                    id(),
                    s ->
                            new Stage(
                                    s.id(),
                                    fact == Fact.TITLE ? after.title() : s.title(),
                                    fact == Fact.DESCRIPTION
                                            ? after.description()
                                            : s.description(),
                                    fact == Fact.REQUIRED ? after.required() : s.required(),
                                    fact == Fact.REPEATABLE ? after.repeatable() : s.repeatable(),
                                    fact == Fact.MATCH ? after.match() : s.match(),
                                    s.criteria()));
        }
    }

    /**
     * Removes a stage together with criteria that go with it. Does not fit while the stage holds
     * any other, so that refusing to move a criterion away never loses it.
     *
     * @param stage the stage as it was, with the criteria that go with it
     */
    record Remove(Stage stage) implements StageEdit {
        /** Validates. */
        public Remove {
            Objects.requireNonNull(stage, "stage");
        }

        @Override
        public String id() {
            return stage.id();
        }

        @Override
        public Change change() {
            String criteria =
                    stage.criteria().isEmpty()
                            ? ""
                            : " ("
                                    + Shown.ids(
                                            stage.criteria().stream().map(Criterion::id).toList())
                                    + ")";
            return new Change("stage " + id(), stage.title() + criteria, "");
        }

        @Override
        public Rubric applyTo(Rubric rubric) {
            List<String> going = stage.criteria().stream().map(Criterion::id).toList();
            Stage there = Parts.requireStage(rubric, id());
            for (Criterion criterion : there.criteria()) {
                if (!going.contains(criterion.id())) {
                    throw new IllegalArgumentException(
                            "The stage " + id() + " still holds " + criterion.id() + ".");
                }
            }
            return Parts.with(
                    rubric,
                    rubric.stages().stream().filter(s -> !s.id().equals(id())).toList(),
                    rubric.everyStep());
        }
    }
}
