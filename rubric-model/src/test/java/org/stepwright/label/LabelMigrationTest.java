package org.stepwright.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Criterion.Judged;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;

class LabelMigrationTest {
    private static final Scale FIVE = new Scale(Scale.Kind.LIKERT, 1, 5, List.of());
    private static final Stage DECIDE = stage("decide", criterion("only-here", FIVE));

    private static Criterion criterion(String id, Scale scale) {
        return new Criterion(id, "The " + id, "", scale, 1, false, Judged.VERIFIABLE, null);
    }

    private static Stage stage(String id, Criterion criterion) {
        return new Stage(id, id, "", true, true, List.of(id), List.of(criterion));
    }

    private static RubricVersion version(int number, List<Stage> stages, Criterion... every) {
        Rubric rubric =
                new Rubric("r", "R", "", stages, List.of(every), Aggregation.MIN, List.of("slip"));
        return new RubricVersion(number, rubric, "h" + number, Instant.EPOCH, "");
    }

    private static StepLabel label(Rating... ratings) {
        return new StepLabel(
                "t",
                3,
                1,
                Verdict.NEUTRAL,
                List.of(ratings),
                List.of("slip"),
                true,
                true,
                "why",
                "anna",
                Instant.EPOCH,
                "r@1",
                LabelSource.ADJUDICATED);
    }

    private static MigrationPlan plan() {
        Criterion automatic =
                new Criterion(
                        "sums",
                        "Sums",
                        "",
                        FIVE,
                        1,
                        false,
                        Judged.VERIFIABLE,
                        new VerifierSpec("arithmetic", Map.of()));
        return MigrationPlan.propose(
                        version(
                                1,
                                List.of(),
                                criterion("same", FIVE),
                                criterion("scaled", FIVE),
                                criterion("old", FIVE),
                                criterion("gone", FIVE)),
                        version(
                                2,
                                List.of(DECIDE),
                                criterion("same", FIVE),
                                criterion("scaled", Scale.binary()),
                                criterion("now", FIVE),
                                criterion("added", FIVE),
                                automatic))
                .with(CriterionMove.renamed("old", "now"));
    }

    @Test
    void ratingsGoWhereThePlanSays() {
        CarriedLabel carried =
                LabelMigration.carry(
                        plan(),
                        label(
                                new Rating("same", 2),
                                new Rating("scaled", 5),
                                new Rating("old", 4),
                                new Rating("gone", 1),
                                new Rating("unheard-of", 1)),
                        Optional.empty());

        assertThat(carried.label().ratings())
                .containsExactly(
                        new Rating("same", 2), new Rating("scaled", 1), new Rating("now", 4));
        assertThat(carried.dropped()).containsExactly("gone", "unheard-of");
        assertThat(carried.toRate()).containsExactly("added");
    }

    @Test
    void everythingElseStays() {
        StepLabel before = label(new Rating("same", 2));

        StepLabel after = LabelMigration.carry(plan(), before, Optional.empty()).label();

        assertThat(after.rubricVersion()).isEqualTo("r@2");
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("rubricVersion")
                .isEqualTo(before);
    }

    @Test
    void whatTheTableLeavesOutIsRatedAgain() {
        // 3 of 5 is the middle, and yes or no has none.
        CarriedLabel carried =
                LabelMigration.carry(plan(), label(new Rating("scaled", 3)), Optional.of(DECIDE));

        assertThat(carried.label().ratings()).isEmpty();
        assertThat(carried.dropped()).containsExactly("scaled");
        assertThat(carried.toRate()).containsExactly("scaled", "added", "only-here");
    }

    @Test
    void whatWasNeverRatedIsNotAskedFor() {
        CarriedLabel carried = LabelMigration.carry(plan(), label(), Optional.empty());

        assertThat(carried.toRate()).containsExactly("added");
    }
}
