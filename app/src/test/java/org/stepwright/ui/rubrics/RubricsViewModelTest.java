package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.stepwright.storage.Workspace;
import org.stepwright.ui.ByHand;

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
    private Workspace workspace;
    private RubricsViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        model = new RubricsViewModel(workspace.rubrics(), () -> List.of(TEMPLATE), hand.tasks());
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
        assertThat(model.draft().get()).isNull();
        assertThat(model.edit(r -> RubricEdits.withTitle(r, "x"))).isEmpty();
    }

    @Test
    void aTemplateBecomesADraftUnderAnIdOfItsOwn() {
        create();
        create();
        assertThat(model.rubrics())
                .extracting(h -> h.rubricId())
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(model.draft().get().title()).isEqualTo("Sums");
        assertThat(model.stage().get()).isZero();
    }

    @Test
    void aRubricWithoutATitleIsRefused() {
        assertThat(model.createEmpty("  ")).hasValueSatisfying(why -> assertThat(why).isNotBlank());
        assertThat(model.createEmpty("Claims")).isEmpty();
        hand.drain();
        assertThat(model.draft().get().title()).isEqualTo("Claims");
    }

    @Test
    void anEditIsOnDiskAtOnce() {
        create();
        model.edit(r -> RubricEdits.withTitle(r, "Sums, checked"));
        hand.drain();
        assertThat(stored().title()).isEqualTo("Sums, checked");
        assertThat(model.savedAt().get()).isNotNull();
        assertThat(model.undoDepth().get()).isEqualTo(1);
    }

    @Test
    void aRefusedEditSaysWhyAndChangesNothing() {
        create();
        Rubric before = model.draft().get();
        assertThat(model.edit(r -> RubricEdits.withTitle(r, "")))
                .hasValueSatisfying(why -> assertThat(why).isNotBlank());
        assertThat(model.draft().get()).isEqualTo(before);
        assertThat(model.undoDepth().get()).isZero();
    }

    @Test
    void anEditThatChangesNothingIsNoUndoStep() {
        create();
        model.edit(r -> r);
        assertThat(model.undoDepth().get()).isZero();
    }

    @Test
    void undoAndRedoWalkThroughTheDraftsAndSaveThem() {
        create();
        Rubric first = model.draft().get();
        model.edit(r -> RubricEdits.withTitle(r, "b"));
        model.edit(r -> RubricEdits.addCriterion(r, 0, "More"));
        Rubric last = model.draft().get();
        model.undo();
        model.undo();
        model.undo();
        hand.drain();
        assertThat(model.draft().get()).isEqualTo(first);
        assertThat(stored()).isEqualTo(first);
        assertThat(model.canRedo().get()).isTrue();
        model.redo();
        model.redo();
        model.redo();
        hand.drain();
        assertThat(stored()).isEqualTo(last);
        model.undo();
        model.edit(r -> RubricEdits.withTitle(r, "c"));
        assertThat(model.canRedo().get()).isFalse();
    }

    @Test
    void undoingAnAddedStageKeepsAStageInSight() {
        create();
        model.edit(r -> RubricEdits.addStage(r, "Second"));
        model.stage().set(1);
        model.undo();
        assertThat(model.stage().get()).isZero();
    }

    @Test
    void whileOneDraftIsWrittenOnlyTheNewestWaits() {
        create();
        hand.hold();
        for (String title : List.of("a", "b", "c", "d")) {
            model.edit(r -> RubricEdits.withTitle(r, title));
        }
        assertThat(hand.release()).isEqualTo(2);
        assertThat(stored().title()).isEqualTo("d");
    }

    @Test
    void publishingMakesAVersionAndThenEditsAreChanges() {
        create();
        List<RubricVersion> published = new ArrayList<>();
        model.publish("first", published::add);
        hand.drain();
        assertThat(published).singleElement().satisfies(v -> assertThat(v.number()).isEqualTo(1));
        assertThat(model.versions()).hasSize(1);
        assertThat(model.changes()).isEmpty();
        model.edit(r -> RubricEdits.withTitle(r, "Sums 2"));
        assertThat(model.changes())
                .singleElement()
                .satisfies(c -> assertThat(c.after()).isEqualTo("Sums 2"));
        model.undo();
        hand.drain();
        assertThat(model.changes()).isEmpty();
    }

    @Test
    void publishingTheSameAgainIsRefusedInASentence() {
        create();
        model.publish("first", v -> {});
        model.publish("again", v -> {});
        hand.drain();
        assertThat(model.trouble().get()).isNotBlank();
        assertThat(workspace.rubrics().versions(model.draft().get().id())).hasSize(1);
    }

    @Test
    void aRubricThatIsGoneIsSaidSo() {
        model.open("nowhere");
        hand.drain();
        assertThat(model.trouble().get()).contains("no longer");
    }

    private void create() {
        model.createFrom(TEMPLATE);
        hand.drain();
    }

    private Rubric stored() {
        return workspace.rubrics().draft(model.draft().get().id()).orElseThrow();
    }
}
