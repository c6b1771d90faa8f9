package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.score.Aggregation;
import org.stepwright.storage.RubricHead;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;
import org.stepwright.verify.VerifierCatalog;

class RubricsViewModelTest {
    private static final Rubric TEMPLATE =
            new Rubric(
                    "sums",
                    "Sums",
                    "",
                    List.of(
                            new Stage(
                                    "compute",
                                    "Compute",
                                    "",
                                    true,
                                    true,
                                    List.of("sum"),
                                    List.of(
                                            new Criterion(
                                                    "right",
                                                    "Is it right",
                                                    "",
                                                    Scale.binary(),
                                                    1,
                                                    false,
                                                    Criterion.Judged.VERIFIABLE,
                                                    null)))),
                    List.of(),
                    Aggregation.MIN,
                    List.of());

    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private final List<Trace> traces = new ArrayList<>();
    private Workspace workspace;
    private RubricsViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        model =
                new RubricsViewModel(
                        workspace.rubrics(),
                        () -> List.of(TEMPLATE),
                        () -> Map.of(),
                        VerifierCatalog.standard(),
                        traces::forEach,
                        hand.tasks(),
                        Messages.of("rubrics"));
        model.load();
        hand.drain();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void anEmptyWorkspaceOffersTemplatesAndNothingIsOpen() {
        assertThat(model.loaded().get()).isTrue();
        assertThat(model.gallery()).containsExactly(TEMPLATE);
        assertThat(model.editor().draft().get()).isNull();
        assertThat(model.editor().edit(r -> RubricEdits.withTitle(r, "x"))).isEmpty();
    }

    @Test
    void aTemplateBecomesADraftUnderAnIdOfItsOwn() {
        create();
        create();
        assertThat(model.rubrics())
                .extracting(h -> h.rubricId())
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(model.editor().draft().get().title()).isEqualTo("Sums");
        assertThat(model.editor().stage().get()).isZero();
    }

    @Test
    void aRubricWithoutATitleIsRefused() {
        assertThat(model.createEmpty("  ")).hasValueSatisfying(why -> assertThat(why).isNotBlank());
        assertThat(model.createEmpty("Claims")).isEmpty();
        hand.drain();
        assertThat(model.editor().draft().get().title()).isEqualTo("Claims");
    }

    @Test
    void anEditIsOnDiskAtOnce() {
        create();
        model.editor().edit(r -> RubricEdits.withTitle(r, "Sums, checked"));
        hand.drain();
        assertThat(stored().title()).isEqualTo("Sums, checked");
        assertThat(model.editor().savedAt().get()).isNotNull();
        assertThat(model.editor().undoDepth().get()).isEqualTo(1);
    }

    @Test
    void aRefusedEditSaysWhyAndChangesNothing() {
        create();
        Rubric before = model.editor().draft().get();
        assertThat(model.editor().edit(r -> RubricEdits.withTitle(r, "")))
                .hasValueSatisfying(why -> assertThat(why).isNotBlank());
        assertThat(model.editor().draft().get()).isEqualTo(before);
        assertThat(model.editor().undoDepth().get()).isZero();
    }

    @Test
    void anEditThatChangesNothingIsNoUndoStep() {
        create();
        model.editor().edit(r -> r);
        assertThat(model.editor().undoDepth().get()).isZero();
    }

    @Test
    void undoAndRedoWalkThroughTheDraftsAndSaveThem() {
        create();
        Rubric first = model.editor().draft().get();
        model.editor().edit(r -> RubricEdits.withTitle(r, "b"));
        model.editor().edit(r -> CriteriaEdits.add(r, 0, "More"));
        Rubric last = model.editor().draft().get();
        model.editor().undo();
        model.editor().undo();
        model.editor().undo();
        hand.drain();
        assertThat(model.editor().draft().get()).isEqualTo(first);
        assertThat(stored()).isEqualTo(first);
        assertThat(model.editor().canRedo().get()).isTrue();
        model.editor().redo();
        model.editor().redo();
        model.editor().redo();
        hand.drain();
        assertThat(stored()).isEqualTo(last);
        model.editor().undo();
        model.editor().edit(r -> RubricEdits.withTitle(r, "c"));
        assertThat(model.editor().canRedo().get()).isFalse();
    }

    @Test
    void undoingAnAddedStageKeepsAStageInSight() {
        create();
        model.editor().edit(r -> RubricEdits.addStage(r, "Second"));
        model.editor().stage().set(1);
        model.editor().undo();
        assertThat(model.editor().stage().get()).isZero();
    }

    @Test
    void whileOneDraftIsWrittenOnlyTheNewestWaits() {
        create();
        List<String> written = new ArrayList<>();
        model.rubrics()
                .addListener((ListChangeListener<RubricHead>) c -> written.add(stored().title()));
        hand.hold();
        for (String title : List.of("a", "b", "c", "d")) {
            model.editor().edit(r -> RubricEdits.withTitle(r, title));
        }
        hand.release();
        assertThat(written).containsExactly("a", "d");
    }

    @Test
    void publishingMakesAVersionAndThenEditsAreChanges() {
        create();
        List<RubricVersion> published = new ArrayList<>();
        model.publish("first", published::add);
        hand.drain();
        assertThat(published).singleElement().satisfies(v -> assertThat(v.number()).isEqualTo(1));
        assertThat(model.editor().versions()).hasSize(1);
        assertThat(model.editor().changes()).isEmpty();
        model.editor().edit(r -> RubricEdits.withTitle(r, "Sums 2"));
        hand.drain();
        assertThat(model.editor().changes())
                .singleElement()
                .satisfies(c -> assertThat(c.after()).isEqualTo("Sums 2"));
        model.editor().undo();
        hand.drain();
        assertThat(model.editor().changes()).isEmpty();
    }

    @Test
    void publishingTheSameAgainIsRefusedInASentence() {
        create();
        model.publish("first", v -> {});
        model.publish("again", v -> {});
        hand.drain();
        assertThat(model.trouble().get()).isNotBlank();
        assertThat(workspace.rubrics().versions(model.editor().draft().get().id())).hasSize(1);
    }

    @Test
    void aRubricThatIsGoneIsSaidSo() {
        model.open("nowhere");
        hand.drain();
        assertThat(model.trouble().get()).contains("no longer");
    }

    @Test
    void draftsOfTwoRubricsWaitForTheDiskAndNeitherIsLost() {
        create();
        create();
        String second = model.editor().draft().get().id();
        hand.hold();
        model.editor().edit(r -> RubricEdits.withTitle(r, "second 1"));
        model.editor().edit(r -> RubricEdits.withTitle(r, "second 2"));
        model.editor().open(workspace.rubrics().draft("sums").orElseThrow(), List.of());
        model.editor().edit(r -> RubricEdits.withTitle(r, "first 1"));
        hand.release();
        assertThat(workspace.rubrics().draft(second).orElseThrow().title()).isEqualTo("second 2");
        assertThat(workspace.rubrics().draft("sums").orElseThrow().title()).isEqualTo("first 1");
    }

    @Test
    void closingWritesWhatIsNotOnDiskYetAndALateWriterChangesNothing() {
        create();
        hand.hold();
        model.editor().edit(r -> RubricEdits.withTitle(r, "a"));
        model.editor().edit(r -> RubricEdits.withTitle(r, "b"));
        model.editor().close();
        assertThat(stored().title()).isEqualTo("b");
        hand.release();
        assertThat(stored().title()).isEqualTo("b");
    }

    @Test
    void anAddedCriterionSaysItsIdAndStandsLast() {
        create();
        Optional<String> id = model.editor().addCriterion(0, "Right units");
        hand.drain();
        assertThat(id).hasValue("right-units");
        assertThat(CriteriaEdits.of(stored(), 0))
                .extracting(Criterion::id)
                .containsExactly("right", "right-units");
        assertThat(model.editor().addCriterion(RubricEdits.EVERY_STEP, "Polite"))
                .hasValue("polite");
    }

    @Test
    void aRefusedCriterionHasNoIdSoThatNoOtherOneIsTakenForIt() {
        create();
        Rubric before = model.editor().draft().get();
        assertThat(model.editor().addCriterion(0, " ")).isEmpty();
        assertThat(model.editor().draft().get()).isEqualTo(before);
        assertThat(model.trouble().get()).isNotBlank();
    }

    @Test
    void withoutARubricThereIsNoCriterionToAddAndNothingToPublish() {
        assertThat(model.editor().addCriterion(RubricEdits.EVERY_STEP, "x")).isEmpty();
        model.publish("note", v -> assertThat(v).isNull());
        hand.drain();
        assertThat(model.trouble().get()).isNotBlank();
    }

    private void create() {
        model.createFrom(TEMPLATE);
        hand.drain();
    }

    private Rubric stored() {
        return workspace.rubrics().draft(model.editor().draft().get().id()).orElseThrow();
    }
}
