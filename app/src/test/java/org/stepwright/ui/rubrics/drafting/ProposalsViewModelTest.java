package org.stepwright.ui.rubrics.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.score.Aggregation;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.WorkFailed;

class ProposalsViewModelTest {
    private static final Rubric NOW = rubric("Sums", List.of());
    private static final Rubric PROPOSED =
            rubric(
                    "Sums, worked out",
                    List.of(
                            new Stage(
                                    "plan",
                                    "Plan",
                                    "",
                                    true,
                                    true,
                                    List.of(),
                                    List.of(
                                            new Criterion(
                                                    "way",
                                                    "Leads there",
                                                    "",
                                                    Scale.binary(),
                                                    1,
                                                    false,
                                                    Criterion.Judged.VERIFIABLE,
                                                    null)))));

    private final ByHand hand = new ByHand();
    private final List<Rubric> created = new ArrayList<>();
    private Rubric draft = NOW;
    private int applied;
    private final ProposalsViewModel model =
            new ProposalsViewModel(
                    List::of,
                    change -> {
                        draft = change.apply(draft);
                        applied++;
                    },
                    created::add,
                    hand.tasks(),
                    Messages.of("rubrics-drafting"));

    @Test
    void nothingChangesUntilPiecesAreTakenAndThenInOneStep() {
        ask(false);
        assertThat(model.proposals().size()).isGreaterThan(1);
        assertThat(draft).isEqualTo(NOW);
        assertThat(model.accept()).isZero();
        assertThat(draft).isEqualTo(PROPOSED);
        assertThat(applied).isEqualTo(1);
        assertThat(model.proposals()).isEmpty();
    }

    @Test
    void onePieceAlone() {
        ask(false);
        model.choose(false);
        proposal("title").chosen().set(true);
        hand.drain();
        assertThat(model.fitting()).isEqualTo(1);
        model.accept();
        assertThat(draft.title()).isEqualTo(PROPOSED.title());
        assertThat(draft.stages()).isEmpty();
    }

    @Test
    void aPieceThatNeedsOneThatIsLeftOutIsNamedBeforehandAndLeftOutToo() {
        ask(false);
        proposal("stage").chosen().set(false);
        hand.drain();
        assertThat(model.skipped().get()).isNotEmpty();
        assertThat(model.skippedWords()).contains("Leads there");
        int left = model.skipped().get().size();
        assertThat(model.accept()).isEqualTo(left);
        assertThat(draft.stages()).isEmpty();
        assertThat(draft.title()).isEqualTo(PROPOSED.title());
    }

    @Test
    void withoutARubricANewOneIsStarted() {
        ask(true);
        model.accept();
        assertThat(created).containsExactly(PROPOSED);
        assertThat(applied).isZero();
    }

    @Test
    void theDraftMayHaveChangedMeanwhile() {
        ask(false);
        draft = rubric("Something else", List.of());
        model.accept();
        assertThat(draft.stages()).isEqualTo(PROPOSED.stages());
    }

    @Test
    void aFailureIsASentenceAndACancelToo() {
        model.ask(
                "ask",
                progress -> {
                    throw new WorkFailed("The server said no.");
                });
        hand.drain();
        assertThat(model.trouble().get()).isEqualTo("The server said no.");
        hand.cancelWhatStarts();
        model.ask(
                "ask",
                progress -> {
                    progress.checkCancelled();
                    return new Drafts(NOW, false, PROPOSED, List.of(), false);
                });
        hand.drain();
        assertThat(model.drafts().get()).isNull();
        assertThat(model.trouble().get()).isNotEmpty().isNotEqualTo("The server said no.");
        assertThat(model.running().get()).isNull();
    }

    @Test
    void onlyTheLevelsOfTheOneCriterionChange() {
        List<Scale.Level> levels =
                List.of(
                        new Scale.Level(0, "no", "", "Two."),
                        new Scale.Level(1, "yes", "", "Four."));
        Rubric with = Asks.withLevels(PROPOSED, "way", levels);
        assertThat(with.criteria().get(0).scale().levels()).isEqualTo(levels);
        assertThat(Asks.withLevels(with, "way", Scale.binary().levels())).isEqualTo(PROPOSED);
        assertThat(Asks.withLevels(PROPOSED, "other", levels)).isEqualTo(PROPOSED);
    }

    private Proposal proposal(String where) {
        return model.proposals().stream()
                .filter(p -> p.edit().where().contains(where))
                .findFirst()
                .orElseThrow();
    }

    private void ask(boolean fresh) {
        model.ask("ask", progress -> new Drafts(NOW, fresh, PROPOSED, List.of(), false));
        hand.drain();
    }

    private static Rubric rubric(String title, List<Stage> stages) {
        return new Rubric("sums", title, "", stages, List.of(), Aggregation.MIN, List.of());
    }
}
