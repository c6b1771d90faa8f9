package org.stepwright.ui.rubrics.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.live.LiveModels;
import org.stepwright.prm.live.draft.RubricDrafter;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricEdit;
import org.stepwright.rubric.RubricPatch;
import org.stepwright.rubric.Stage;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;
import org.stepwright.verify.VerifierCatalog;

/** A real server answers; nothing needs a toolkit. */
class ProposalsViewModelTest {
    private final AnsweringServer server = new AnsweringServer();
    private final ByHand hand = new ByHand();
    private final Messages texts = Messages.of("rubrics-drafting");
    private final Asks asks = new Asks(new RubricDrafter(new LiveModels(n -> Optional.empty(), 0)));
    private final List<Rubric> created = new ArrayList<>();
    private Rubric open = Airline.rubric();
    private int changes;
    private final ProposalsViewModel model =
            new ProposalsViewModel(
                    () -> List.of(server.connection()),
                    () -> open,
                    this::change,
                    created::add,
                    hand.tasks(),
                    texts);

    private void change(UnaryOperator<Rubric> change) {
        open = change.apply(open);
        changes++;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void allOfADraftGivesTheDraftedRubricInOneChange() {
        improve();
        Rubric drafted = model.drafts().get().proposed();
        assertThat(drafted.stages()).extracting(Stage::id).containsExactly("identify", "act");
        assertThat(model.fitting().get()).isEqualTo(model.proposals().size());
        assertThat(model.accept()).hasValue(0);
        assertThat(open).isEqualTo(drafted);
        assertThat(changes).isEqualTo(1);
        assertThat(created).isEmpty();
        assertThat(model.proposals()).isEmpty();
    }

    @Test
    void piecesStandUnderTheirStageByTitleAndAreTakenInTheOrderOfThePatch() {
        improve();
        assertThat(model.proposals())
                .extracting(Proposal::heading)
                .filteredOn(h -> !h.isEmpty())
                .containsExactly(
                        texts.text("part.stage", "Find out who it is"),
                        texts.text("part.stage", "Act"),
                        texts.text("part.stage", "Small talk"));
        List<RubricEdit> patch =
                RubricPatch.between(Airline.rubric(), model.drafts().get().proposed());
        assertThat(model.chosen()).isEqualTo(patch);
        assertThat(model.proposals())
                .extracting(Proposal::edit)
                .containsExactlyInAnyOrderElementsOf(patch);
        Proposal added = piece("New criterion");
        assertThat(added.words().where()).contains("Explicit consent").doesNotContain("consent)");
        assertThat(added.words().after()).contains("The user has said yes.", "Acts unasked.");
    }

    @Test
    void whatNeedsAPieceThatIsLeftOutIsSaidAndNotTaken() {
        improve();
        piece("New stage").chosen().set(false);
        hand.drain();
        assertThat(model.skipped().get()).containsExactly(piece("New criterion").edit());
        assertThat(model.skippedWords()).contains("Explicit consent");
        assertThat(model.fitting().get()).isEqualTo(model.proposals().size() - 2);
        assertThat(model.accept()).hasValue(1);
        assertThat(open.stages()).extracting(Stage::title).containsExactly("Find out who it is");
    }

    @Test
    void noneIsNothingToTakeAndAllBringsEverythingBack() {
        improve();
        model.choose(false);
        hand.drain();
        assertThat(model.fitting().get()).isZero();
        assertThat(model.accept()).isEmpty();
        assertThat(changes).isZero();
        model.choose(true);
        hand.drain();
        assertThat(model.fitting().get()).isEqualTo(model.proposals().size());
        assertThat(model.skipped().get()).isEmpty();
    }

    @Test
    void withoutARubricTheDraftStartsOneAndTouchesNoOther() {
        open = null;
        server.answers(Airline.BETTER);
        draft(null);
        assertThat(model.drafts().get().fresh()).isTrue();
        Rubric drafted = model.drafts().get().proposed();
        assertThat(model.accept()).hasValue(0);
        assertThat(created).containsExactly(drafted);
        assertThat(changes).isZero();
    }

    @Test
    void anotherRubricThanTheOneItIsForIsNeverChanged() {
        improve();
        Rubric other =
                new Rubric(
                        "other",
                        "Other",
                        "",
                        open.stages(),
                        List.of(),
                        open.aggregation(),
                        List.of());
        open = other;
        assertThat(model.accept()).isEmpty();
        assertThat(open).isEqualTo(other);
        assertThat(model.trouble().get()).isEqualTo(texts.text("elsewhere", "Airline agent"));
        assertThat(model.proposals()).isNotEmpty();
        open = Airline.rubric();
        assertThat(model.accept()).hasValue(0);
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void aFailureIsSaidAndWhatWasThereBeforeStays() {
        improve();
        int pieces = model.proposals().size();
        server.refuses(401);
        draft(open);
        assertThat(model.trouble().get()).contains("local");
        assertThat(model.proposals()).hasSize(pieces);
        assertThat(model.running().get()).isNull();
        server.answers("I would rather not.");
        draft(open);
        assertThat(model.trouble().get()).endsWith(".").doesNotContain("Exception");
        server.answers(Airline.BETTER);
        draft(open);
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void whatItTookIsThere() {
        improve();
        assertThat(model.drafts().get().spent().inputTokens()).isEqualTo(700);
        assertThat(model.drafts().get().spent().outputTokens()).isEqualTo(50);
        assertThat(model.drafts().get().spent().answers()).isEqualTo(1);
    }

    @Test
    void aDraftThatChangesNothingSaysSo() {
        improve();
        assertThat(model.accept()).hasValue(0);
        draft(open);
        assertThat(model.proposals()).isEmpty();
        assertThat(model.trouble().get()).isEqualTo(texts.text("same"));
    }

    @Test
    void aStoppedDraftSaysSo() {
        hand.cancelWhatStarts();
        improve();
        assertThat(model.trouble().get()).isEqualTo(texts.text("stopped"));
        assertThat(model.drafts().get()).isNull();
    }

    @Test
    void anAnswerThatComesAfterSomethingElseWasOpenedIsNotShown() {
        server.answers(Airline.EXAMPLES);
        model.loadConnections(null);
        model.ask("t", asks.examples(model.connection().get(), open, "asks", List.of()));
        model.forget();
        hand.drain();
        assertThat(model.drafts().get()).isNull();
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void examplesAreTakenLevelByLevel() {
        server.answers(Airline.EXAMPLES);
        model.loadConnections(null);
        model.ask("t", asks.examples(model.connection().get(), open, "asks", List.of(0.0, 1.0)));
        hand.drain();
        assertThat(model.proposals()).hasSize(2);
        model.proposals().get(0).chosen().set(false);
        hand.drain();
        assertThat(model.accept()).hasValue(0);
        assertThat(open.stages().get(0).criteria().get(0).scale().levels())
                .extracting(l -> l.example())
                .containsExactly("", "May I have your user id?");
        assertThat(changes).isEqualTo(1);
    }

    private Proposal piece(String begins) {
        return model.proposals().stream()
                .filter(p -> p.words().where().startsWith(begins))
                .findFirst()
                .orElseThrow();
    }

    private void improve() {
        server.answers(Airline.BETTER);
        draft(open);
    }

    private void draft(Rubric current) {
        model.loadConnections(null);
        model.ask(
                "t",
                asks.rubric(
                        model.connection().get(),
                        "An airline agent.",
                        current,
                        List.copyOf(VerifierCatalog.standard().kinds())));
        hand.drain();
    }
}
