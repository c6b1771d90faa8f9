package org.stepwright.ui.rubrics.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;

class MigrationViewModelTest {
    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private Workspace workspace;
    private MigrationViewModel model;

    @BeforeEach
    void open() {
        workspace = Labelled.workspace(folder.resolve("w.stepwright"));
        model =
                new MigrationViewModel(
                        () -> workspace.rubrics().versions("sums"),
                        workspace.migrations(),
                        () -> "ana",
                        hand.tasks(),
                        Messages.of("rubrics-versions"));
        model.chosen().load();
        hand.drain();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void thePlanIsProposedAndCountedFromTheVersionWithLabelsToTheLatest() {
        assertThat(model.chosen().from().get().version().number()).isEqualTo(1);
        assertThat(model.chosen().from().get().labels()).isEqualTo(Labelled.LABELS);
        assertThat(model.chosen().to().get().version().number()).isEqualTo(2);
        assertThat(move("right").kind()).isEqualTo(CriterionMove.Kind.SAME);
        assertThat(move("tone").kind()).isEqualTo(CriterionMove.Kind.RESCALED);
        assertThat(move("gone").kind()).isEqualTo(CriterionMove.Kind.DROPPED);
        assertThat(model.preview().get().labels()).isEqualTo(Labelled.LABELS);
        assertThat(model.preview().get().dropped()).isEqualTo(Labelled.LABELS);
        assertThat(model.losses()).singleElement().asString().contains("The gone", "12");
    }

    @Test
    void countsFollowEachChange() {
        model.become("gone", "fresh");
        hand.drain();
        assertThat(move("gone").kind()).isEqualTo(CriterionMove.Kind.RENAMED);
        assertThat(model.preview().get().dropped()).isZero();
        assertThat(model.losses()).isEmpty();
        model.map("tone", 0, null);
        hand.drain();
        assertThat(move("tone").values()).containsOnlyKeys(1.0);
        assertThat(model.preview().get().dropped()).isEqualTo(Labelled.LABELS / 2);
        model.map("tone", 1, 3.0);
        hand.drain();
        assertThat(move("tone").values()).isEqualTo(Map.of(1.0, 3.0));
        model.become("tone", null);
        hand.drain();
        assertThat(model.preview().get().dropped()).isEqualTo(Labelled.LABELS);
    }

    @Test
    void whatDoesNotFitIsRefusedWithASentenceAndThePlanStays() {
        model.become("gone", "right");
        hand.drain();
        assertThat(model.trouble().get()).contains("right");
        assertThat(move("gone").kind()).isEqualTo(CriterionMove.Kind.DROPPED);
        model.map("tone", 0, 9.0);
        hand.drain();
        assertThat(model.trouble().get()).contains("9");
        model.become("gone", "fresh");
        hand.drain();
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void labelsMoveOnlyWhenAskedAndTheResultSaysHowMany() {
        assertThat(workspace.migrations().labelsUnder("sums@2")).isZero();
        model.carryOver(() -> {});
        hand.drain();
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.result().get().labels()).isEqualTo(Labelled.LABELS);
        assertThat(model.waitsForMe()).isTrue();
        assertThat(model.waitsFor()).isEqualTo("ana");
        assertThat(workspace.migrations().labelsUnder("sums@1")).isZero();
        assertThat(workspace.migrations().labelsUnder("sums@2")).isEqualTo(Labelled.LABELS);
        assertThat(model.preview().get().labels()).as("counted anew").isZero();
        assertThat(model.result().get().stepsToRevisit())
                .isEqualTo(workspace.migrations().revisits("sums@2").size());
    }

    @Test
    void stoppedNothingMovesAndASentenceSaysSo() {
        hand.cancelWhatStarts();
        model.carryOver(() -> {});
        hand.drain();
        assertThat(model.result().get()).isNull();
        assertThat(workspace.migrations().labelsUnder("sums@2")).isZero();
        assertThat(model.running().get()).isNull();
    }

    @Test
    void theSameVersionTwiceIsNoPlan() {
        model.chosen().from().set(model.chosen().to().get());
        hand.drain();
        assertThat(model.plan().get()).isNull();
        assertThat(model.trouble().get()).isNotEmpty();
    }

    private CriterionMove move(String criterion) {
        return model.plan().get().move(criterion).orElseThrow();
    }
}
