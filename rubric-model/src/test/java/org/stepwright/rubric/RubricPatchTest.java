package org.stepwright.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.rubric.Rubrics.ANCHORED;
import static org.stepwright.rubric.Rubrics.criterion;
import static org.stepwright.rubric.Rubrics.rubric;
import static org.stepwright.rubric.Rubrics.stage;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

class RubricPatchTest {
    @Property(tries = 600)
    @Domain(ArbitraryRubrics.class)
    void appliedInOrderGivesTheOther(@ForAll Rubric before, @ForAll Rubric after) {
        List<RubricEdit> edits = RubricPatch.between(before, after);

        assertThat(RubricEdit.applyAll(before, edits)).isEqualTo(after);
        assertThat(RubricPatch.take(before, edits)).isEqualTo(new Taken(after, List.of()));
        assertThat(RubricPatch.between(after, after)).isEmpty();
        assertThat(edits.isEmpty()).isEqualTo(before.equals(after));
        assertThat(edits)
                .allSatisfy(
                        e -> {
                            assertThat(e.where()).isNotBlank();
                            assertThat(e.change().before()).isNotEqualTo(e.change().after());
                        });
    }

    @Property(tries = 600)
    @Domain(ArbitraryRubrics.class)
    @Domain(DomainContext.Global.class)
    void anyChoiceGivesARubric(
            @ForAll Rubric before, @ForAll Rubric after, @ForAll List<Boolean> wanted) {
        List<RubricEdit> edits = RubricPatch.between(before, after);
        List<RubricEdit> chosen = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            if (!wanted.isEmpty() && wanted.get(i % wanted.size())) {
                chosen.add(edits.get(i));
            }
        }

        Taken taken = RubricPatch.take(before, chosen);

        assertThat(chosen).containsAll(taken.skipped());
        // What was refused stays to be offered, and accepting all of it later gives the whole.
        assertThat(RubricEdit.applyAll(taken.rubric(), RubricPatch.between(taken.rubric(), after)))
                .isEqualTo(after);
    }

    @Test
    void oneThingIsOneEdit() {
        Rubric before = Rubrics.sound();
        Criterion a = Parts.requireCriterion(before, "a");
        Scale anchored =
                Parts.with(
                        a.scale(),
                        List.of(
                                new Scale.Level(0, "no", "It misreads the case.", "2 + 2 = 5"),
                                a.scale().levels().get(1)));
        Rubric after = Parts.changeCriterion(before, "a", c -> Parts.with(c, anchored));
        after = Parts.changeCriterion(after, "b", c -> Parts.withWeight(c, 5));
        after =
                Parts.insertCriterion(
                        after, criterion("new", ANCHORED, 1, false), "decide", List.of("b"));

        List<RubricEdit> edits = RubricPatch.between(before, after);

        assertThat(edits)
                .extracting(RubricEdit::change)
                .containsExactly(
                        new Change(
                                "criterion a level 0 anchor",
                                "The sum is wrong.",
                                "It misreads the case."),
                        new Change("criterion b weight", "2", "5"),
                        new Change("criterion new", "", "Title new (stage decide)"));
        List<String> flat = RubricDiff.between(before, after).stream().map(Change::where).toList();
        assertThat(flat).contains("criterion a level 0 anchor", "criterion b weight");
    }

    @Test
    void movesAsFewAsItCan() {
        Stage one = stage("one", true, List.of("x"), criterion("a", ANCHORED, 1, false));
        Stage two = stage("two", true, List.of("y"), criterion("b", ANCHORED, 1, false));
        Stage three = stage("three", true, List.of("z"));
        Rubric before = rubric(List.of(one, two, three));
        Rubric after =
                rubric(
                        List.of(two, three, Parts.with(one, List.of())),
                        criterion("a", ANCHORED, 1, false));

        assertThat(RubricPatch.between(before, after))
                .extracting(RubricEdit::change)
                .containsExactly(
                        new Change("criterion a place", "stage one", "every step, first"),
                        new Change("stage one place", "first", "after three"));
    }

    @Test
    void whatRestsOnSomethingRefusedIsSkipped() {
        Rubric before = rubric(List.of(), criterion("c", ANCHORED, 1, false));
        Stage added = stage("s", true, List.of("x"), criterion("d", ANCHORED, 1, false));
        Rubric after = rubric(List.of(added), criterion("c", ANCHORED, 1, false));
        List<RubricEdit> edits = RubricPatch.between(before, after);
        assertThat(edits).hasSize(2);

        Taken taken = RubricPatch.take(before, edits.subList(1, 2));

        assertThat(taken.rubric()).isEqualTo(before);
        assertThat(taken.skipped()).isEqualTo(edits.subList(1, 2));
    }

    @Test
    void aStageIsNotRemovedWithACriterionThatWasToStay() {
        Stage old = stage("s", true, List.of("x"), criterion("d", ANCHORED, 1, false));
        Rubric before = rubric(List.of(old));
        Rubric after = rubric(List.of(), criterion("d", ANCHORED, 1, false));
        List<RubricEdit> edits = RubricPatch.between(before, after);
        assertThat(edits).hasSize(2);

        Taken taken = RubricPatch.take(before, edits.subList(1, 2));

        assertThat(taken.rubric()).isEqualTo(before);
        assertThat(taken.skipped()).hasSize(1);
    }
}
