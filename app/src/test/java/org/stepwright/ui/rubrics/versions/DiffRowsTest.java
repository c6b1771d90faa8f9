package org.stepwright.ui.rubrics.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.ui.rubrics.versions.Rubrics.criterion;
import static org.stepwright.ui.rubrics.versions.Rubrics.rubric;
import static org.stepwright.ui.rubrics.versions.Rubrics.stage;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.rubrics.versions.DiffRow.Mark;
import org.stepwright.ui.rubrics.versions.DiffRow.Piece;

class DiffRowsTest {
    private static final Messages TEXTS = Messages.of("rubrics-versions");

    private final Rubric before =
            rubric(
                    List.of(criterion("tone", "Tone", "Polite.", 1)),
                    stage(
                            "read",
                            "Read",
                            criterion("givens", "Givens", "All givens are named.", 1)),
                    stage("plan", "Plan", criterion("way", "Way", "It leads there.", 1)),
                    stage("answer", "Answer", criterion("unit", "Unit", "It has a unit.", 2)));

    @Test
    void aRubricAndItselfDifferNowhere() {
        List<DiffRow> rows = DiffRows.of(before, before, TEXTS);
        assertThat(rows).isNotEmpty().allMatch(r -> r.mark() == Mark.SAME && !r.stop());
        assertThat(DiffRows.changes(rows)).isEmpty();
    }

    @Test
    void theChangedWordsOfATextAreMarkedUnderItsHeadings() {
        Rubric after =
                rubric(
                        before.everyStep(),
                        stage(
                                "read",
                                "Read",
                                criterion("givens", "Givens", "All numbers are named.", 3)),
                        before.stages().get(1),
                        before.stages().get(2));
        List<DiffRow> rows = DiffRows.changes(DiffRows.of(before, after, TEXTS));
        assertThat(rows)
                .extracting(DiffRow::after)
                .containsExactly("Read", "Givens", "All numbers are named.", "3");
        DiffRow guidance = rows.get(2);
        assertThat(guidance.mark()).isEqualTo(Mark.CHANGED);
        assertThat(guidance.left())
                .filteredOn(Piece::changed)
                .containsExactly(new Piece("givens", true));
        assertThat(guidance.right())
                .filteredOn(Piece::changed)
                .containsExactly(new Piece("numbers", true));
    }

    @Test
    void whatIsAddedOrRemovedAsAWholeIsOneStop() {
        Rubric after = rubric(before.everyStep(), before.stages().get(0), before.stages().get(2));
        List<DiffRow> removed = DiffRows.changes(DiffRows.of(before, after, TEXTS));
        // a removed stage and each of its criteria; their facts are no stops of their own
        assertThat(removed)
                .filteredOn(DiffRow::stop)
                .extracting(DiffRow::before)
                .containsExactly("Plan", "Way");
        assertThat(removed).allMatch(r -> r.mark() == Mark.REMOVED && r.right().isEmpty());
        List<DiffRow> added = DiffRows.changes(DiffRows.of(after, before, TEXTS));
        assertThat(added)
                .filteredOn(DiffRow::stop)
                .extracting(DiffRow::after)
                .containsExactly("Plan", "Way");
        assertThat(added).allMatch(r -> r.mark() == Mark.ADDED && r.left().isEmpty());
    }

    @Test
    void aStageThatMovedComesOnceAtItsNewPlace() {
        Rubric after =
                rubric(
                        before.everyStep(),
                        before.stages().get(2),
                        before.stages().get(0),
                        before.stages().get(1));
        List<DiffRow> rows = DiffRows.of(before, after, TEXTS);
        assertThat(rows).filteredOn(r -> r.after().equals("Answer")).hasSize(1);
        assertThat(rows)
                .filteredOn(DiffRow::stop)
                .singleElement()
                .satisfies(
                        r -> {
                            assertThat(r.mark()).isEqualTo(Mark.MOVED);
                            assertThat(r.before()).isEqualTo("Answer");
                            assertThat(r.after()).isEqualTo("Answer");
                        });
    }

    @Test
    void aCriterionThatWentToAnotherStageIsNeitherRemovedNorAdded() {
        Rubric after =
                rubric(
                        before.everyStep(),
                        stage("read", "Read"),
                        stage(
                                "plan",
                                "Plan",
                                criterion("way", "Way", "It leads there.", 1),
                                criterion("givens", "Givens", "All givens are named.", 1)),
                        before.stages().get(2));
        List<DiffRow> changes = DiffRows.changes(DiffRows.of(before, after, TEXTS));
        assertThat(changes).extracting(DiffRow::mark).doesNotContain(Mark.ADDED, Mark.REMOVED);
        List<DiffRow> moved = changes.stream().filter(r -> r.mark() == Mark.MOVED).toList();
        assertThat(moved).hasSize(2);
        assertThat(moved.get(0).right()).as("where it was").isEmpty();
        assertThat(moved.get(0).label()).contains("Plan");
        assertThat(moved.get(1).label()).contains("Read");
        assertThat(moved).filteredOn(DiffRow::stop).hasSize(1);
    }

    /** Put together, the pieces of both sides are the texts, whatever they are. */
    @Property(tries = 300)
    void noWordGetsLost(
            @ForAll @StringLength(max = 60) String a, @ForAll @StringLength(max = 60) String b) {
        WordDiff diff = WordDiff.of(a, b);
        assertThat(text(diff.left())).isEqualTo(a);
        assertThat(text(diff.right())).isEqualTo(b);
        if (a.equals(b)) {
            assertThat(diff.left()).noneMatch(Piece::changed);
        }
    }

    @Property(tries = 200)
    void everyIdOfBothOrdersComesExactlyOnce(
            @ForAll List<Integer> first, @ForAll List<Integer> second) {
        List<String> was = first.stream().distinct().map(String::valueOf).toList();
        List<String> is = second.stream().distinct().map(String::valueOf).toList();
        List<Aligned> lines = Aligned.of(was, is);
        assertThat(lines).extracting(Aligned::id).doesNotHaveDuplicates();
        assertThat(lines).filteredOn(Aligned::after).extracting(Aligned::id).isEqualTo(is);
        assertThat(lines)
                .filteredOn(Aligned::before)
                .extracting(Aligned::id)
                .containsExactlyInAnyOrderElementsOf(was);
    }

    @Test
    void textsTooLongToCompareByWordsAreChangedAsAWhole() {
        WordDiff diff = WordDiff.of("a ".repeat(5000), "b ".repeat(5000));
        assertThat(diff.left()).hasSize(1).allMatch(Piece::changed);
        assertThat(diff.right()).hasSize(1).allMatch(Piece::changed);
    }

    private static String text(List<Piece> pieces) {
        return String.join("", pieces.stream().map(Piece::text).toList());
    }
}
