package org.stepwright.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.rubric.Rubrics.criterion;
import static org.stepwright.rubric.Rubrics.rubric;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.Criterion.Judged;

class MigrationPlanTest {
    private static final Scale FIVE = new Scale(Scale.Kind.LIKERT, 1, 5, List.of());
    private static final Scale FOUR = new Scale(Scale.Kind.LIKERT, 1, 4, List.of());
    private static final Scale PERCENT = new Scale(Scale.Kind.NUMERIC, 0, 100, List.of());

    private static RubricVersion version(int number, Criterion... criteria) {
        return new RubricVersion(
                number, rubric(List.of(), criteria), "hash" + number, Instant.EPOCH, "");
    }

    private static Criterion titled(String id, String title, String guidance, Scale scale) {
        return new Criterion(id, title, guidance, scale, 1, false, Judged.VERIFIABLE, null);
    }

    private static Map<Double, Double> table(Scale from, Scale to) {
        return MigrationPlan.propose(
                        version(1, criterion("c", from, 1, false)),
                        version(2, criterion("c", to, 1, false)))
                .moves()
                .get(0)
                .values();
    }

    @Test
    void proposesWhatBecameOfEachCriterion() {
        String guidance =
                "Look for the line of the policy that decides the request of this customer.";
        MigrationPlan plan =
                MigrationPlan.propose(
                        version(
                                1,
                                titled("same", "Same", "", FIVE),
                                titled("scaled", "Scaled", "", FIVE),
                                titled("old-name", "Facts are right", "", FIVE),
                                titled("clause", "Clause", guidance, FIVE),
                                titled("other-scale", "Amount", "", FIVE),
                                titled("gone", "Gone", "", FIVE)),
                        version(
                                2,
                                titled("same", "Renamed title", "", FIVE),
                                titled("scaled", "Scaled", "", Scale.ternary()),
                                titled("new-name", "Facts  are right", "", FIVE),
                                titled("policy", "Policy", guidance + " Twice.", FIVE),
                                titled("amount", "Amount", "", Scale.binary()),
                                titled("added", "Added", "", FIVE)));

        assertThat(plan.moves())
                .containsExactly(
                        CriterionMove.same("same"),
                        CriterionMove.rescaled(
                                "scaled",
                                "scaled",
                                Map.of(1.0, -1.0, 2.0, 0.0, 3.0, 0.0, 4.0, 0.0, 5.0, 1.0)),
                        CriterionMove.renamed("old-name", "new-name"),
                        CriterionMove.renamed("clause", "policy"),
                        CriterionMove.dropped("other-scale"),
                        CriterionMove.dropped("gone"));
        assertThat(plan.added()).extracting(Criterion::id).containsExactly("amount", "added");
        assertThat(plan.changes(plan.moves().get(0)))
                .containsExactly(new Change("criterion same title", "Same", "Renamed title"));
        assertThat(plan.changes(plan.moves().get(5))).isEmpty();
    }

    @Test
    void valuesKeepTheirPlace() {
        assertThat(table(Scale.binary(), Scale.ternary())).isEqualTo(Map.of(0.0, -1.0, 1.0, 1.0));
        assertThat(table(FIVE, PERCENT))
                .isEqualTo(Map.of(1.0, 0.0, 2.0, 25.0, 3.0, 50.0, 4.0, 75.0, 5.0, 100.0));
        // The middle has no place on a scale without one: a person has to say.
        assertThat(table(FIVE, FOUR)).isEqualTo(Map.of(1.0, 1.0, 2.0, 2.0, 4.0, 3.0, 5.0, 4.0));
        assertThat(table(Scale.ternary(), Scale.binary())).isEqualTo(Map.of(-1.0, 0.0, 1.0, 1.0));
        assertThat(table(PERCENT, FIVE)).isEqualTo(Map.of(0.0, 1.0, 100.0, 5.0));
        assertThat(
                        MigrationPlan.propose(
                                        version(1, criterion("c", PERCENT, 1, false)),
                                        version(2, criterion("c", FIVE, 1, false)),
                                        Map.of("c", Set.of(70.0, 250.0)))
                                .moves()
                                .get(0)
                                .values())
                .isEqualTo(Map.of(0.0, 1.0, 70.0, 4.0, 100.0, 5.0));
    }

    @Property(tries = 300)
    @Domain(ArbitraryRubrics.class)
    void everyProposalIsValidAndNamesEveryCriterion(@ForAll Rubric from, @ForAll Rubric to) {
        MigrationPlan plan =
                MigrationPlan.propose(
                        new RubricVersion(1, from, "h1", Instant.EPOCH, ""),
                        new RubricVersion(2, to, "h2", Instant.EPOCH, ""));

        assertThat(plan.moves())
                .extracting(CriterionMove::from)
                .isEqualTo(from.criteria().stream().map(Criterion::id).toList());
        long taken = plan.moves().stream().filter(m -> m.to() != null).count();
        assertThat(plan.added()).hasSize(to.criteria().size() - (int) taken);
    }

    @Test
    void aPersonMayDecideOtherwise() {
        MigrationPlan plan =
                MigrationPlan.propose(
                        version(1, criterion("a", FIVE, 1, false), criterion("b", FIVE, 1, false)),
                        version(2, criterion("a", FIVE, 1, false), criterion("x", FOUR, 1, false)));
        assertThat(plan.proposeValues("b", "x")).containsEntry(5.0, 4.0);

        MigrationPlan changed =
                plan.with(CriterionMove.dropped("a"))
                        .with(CriterionMove.rescaled("b", "x", Map.of(5.0, 4.0)));

        assertThat(changed.added()).extracting(Criterion::id).containsExactly("a");
        refused(() -> plan.with(CriterionMove.renamed("b", "x")), "The scale of b is another one");
        refused(() -> plan.with(CriterionMove.renamed("b", "a")), "Two criteria cannot both");
        refused(() -> plan.with(CriterionMove.renamed("b", "none")), "no criterion none");
        refused(
                () -> plan.with(CriterionMove.rescaled("b", "x", Map.of(5.0, 4.5))),
                "4.5 is no value of x in the newer version");
        refused(
                () -> plan.with(CriterionMove.rescaled("b", "x", Map.of(6.0, 4.0))),
                "6 is no value of b in the older version");
        refused(() -> MigrationPlan.propose(plan.from(), plan.from()), "to another one");
        refused(
                () -> new MigrationPlan(plan.from(), plan.to(), plan.moves().subList(0, 1)),
                "needs a move");
        refused(() -> new CriterionMove("a", null, CriterionMove.Kind.SAME, Map.of()), "where to");
    }

    private static void refused(Runnable action, String part) {
        assertThatThrownBy(action::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(part)
                .hasMessageEndingWith(".");
    }
}
