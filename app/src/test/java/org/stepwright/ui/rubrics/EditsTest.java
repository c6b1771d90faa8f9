package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;

class EditsTest {
    private static final Rubric BIG = BigRubric.of(5, 17);

    @Property
    void aDroppedStageStandsInItsGapAndTheOthersKeepTheirOrder(
            @ForAll @IntRange(max = 4) int index, @ForAll @IntRange(max = 5) int gap) {
        String moved = BIG.stages().get(index).id();
        Rubric after = RubricEdits.moveStageBefore(BIG, index, gap);
        List<String> ids = after.stages().stream().map(Stage::id).toList();
        assertThat(ids.indexOf(moved)).isEqualTo(gap > index ? gap - 1 : gap);
        assertThat(ids.stream().filter(id -> !id.equals(moved)))
                .containsExactlyElementsOf(
                        BIG.stages().stream()
                                .map(Stage::id)
                                .filter(id -> !id.equals(moved))
                                .toList());
    }

    @Property
    void aDroppedCriterionIsThereOnceAndNothingElseMoves(
            @ForAll @IntRange(max = 16) int n,
            @ForAll @IntRange(min = -1, max = 4) int stage,
            @ForAll @IntRange(max = 9) int gap) {
        String id = "criterion-" + n;
        Rubric after = CriteriaEdits.moveTo(BIG, id, stage, gap);
        assertThat(CriteriaEdits.place(after, id).orElseThrow().stage()).isEqualTo(stage);
        assertThat(CriteriaEdits.find(after, id)).isEqualTo(CriteriaEdits.find(BIG, id));
        assertThat(CriteriaEdits.remove(after, id)).isEqualTo(CriteriaEdits.remove(BIG, id));
    }

    @Property
    void aStepUpAndAStepDownUndoEachOther(@ForAll @IntRange(max = 16) int n, @ForAll boolean down) {
        String id = "criterion-" + n;
        Rubric there = CriteriaEdits.move(BIG, id, down ? 1 : -1);
        if (!there.equals(BIG)) {
            assertThat(CriteriaEdits.move(there, id, down ? -1 : 1)).isEqualTo(BIG);
        }
    }

    @Test
    void aStepOutOfTheListChangesNothing() {
        assertThat(RubricEdits.moveStage(BIG, 0, -1)).isEqualTo(BIG);
        assertThat(RubricEdits.moveStage(BIG, 4, 1)).isEqualTo(BIG);
        assertThat(CriteriaEdits.move(BIG, "criterion-0", -1)).isEqualTo(BIG);
        assertThat(CriteriaEdits.move(BIG, "nobody", 1)).isEqualTo(BIG);
    }

    @Test
    void copiesGetIdsOfTheirOwnAndStandBehindTheOriginal() {
        Rubric twice = RubricEdits.duplicateStage(BIG, 1, "Copy");
        Stage copy = twice.stages().get(2);
        assertThat(copy.title()).isEqualTo("Copy");
        assertThat(copy.criteria())
                .extracting(Criterion::title)
                .isEqualTo(BIG.stages().get(1).criteria().stream().map(Criterion::title).toList());
        assertThat(new HashSet<>(CriteriaEdits.ids(twice))).hasSize(twice.criteria().size());

        Rubric more = CriteriaEdits.duplicate(BIG, "criterion-1", "Copy");
        CriteriaEdits.Place at = CriteriaEdits.place(more, "criterion-1").orElseThrow();
        Criterion second = CriteriaEdits.of(more, at.stage()).get(at.index() + 1);
        assertThat(second.title()).isEqualTo("Copy");
        assertThat(second.scale())
                .isEqualTo(CriteriaEdits.find(BIG, "criterion-1").orElseThrow().scale());
    }

    @Test
    void anotherKindOfScaleKeepsTheDescriptionsOfTheValuesThatItShares() {
        Scale before =
                new Scale(
                        Scale.Kind.LIKERT,
                        1,
                        5,
                        List.of(
                                new Scale.Level(1, "none", "nothing there", "x"),
                                new Scale.Level(5, "all", "all there", "y")));
        Scale binary = ScaleEdits.ofKind(Scale.Kind.BINARY, before);
        assertThat(binary.levels().get(1).anchor()).isEqualTo("nothing there");
        Scale shorter = ScaleEdits.withEnds(before, 1, 3);
        assertThat(shorter.levels()).hasSize(3).first().isEqualTo(before.levels().get(0));
        assertThatThrownBy(() -> ScaleEdits.withEnds(before, 4, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScaleEdits.withEnds(before, 1.5, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void levelsComeWhereNoneIsAndGo() {
        Scale scale = new Scale(Scale.Kind.NUMERIC, 0, 10, List.of());
        for (int i = 0; i < 11; i++) {
            scale = ScaleEdits.addLevel(scale);
        }
        assertThat(scale.levels()).extracting(Scale.Level::value).contains(0.0, 5.0, 10.0);
        assertThat(scale.levels()).hasSize(11);
        assertThat(ScaleEdits.addLevel(scale).levels()).hasSize(12);
        assertThat(ScaleEdits.removeLevel(scale, 0).levels()).hasSize(10);
        assertThat(ScaleEdits.nextValue(Scale.binary())).isEmpty();
        assertThat(ScaleEdits.nextValue(new Scale(Scale.Kind.NUMERIC, 0.25, 0.75, List.of())))
                .hasValue(0.25);
    }
}
