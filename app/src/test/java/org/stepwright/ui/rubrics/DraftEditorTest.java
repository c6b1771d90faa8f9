package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.LintFix;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricEdit;
import org.stepwright.rubric.RubricPatch;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;
import org.stepwright.ui.ByHand;
import org.stepwright.verify.VerifierCatalog;

/** The open draft without a window. */
class DraftEditorTest {
    private static final Rubric BIG = BigRubric.of(15, 60);

    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private final List<Trace> traces = new ArrayList<>();
    private final SimpleStringProperty trouble = new SimpleStringProperty("");
    private int reads;
    private Workspace workspace;
    private DraftEditor editor;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        editor =
                new DraftEditor(
                        workspace.rubrics(),
                        VerifierCatalog.standard(),
                        this::readTraces,
                        hand.tasks(),
                        heads -> {},
                        trouble);
        editor.open(BIG, List.of());
        hand.drain();
    }

    private void readTraces(Consumer<Trace> sink) {
        reads++;
        traces.forEach(sink);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void undoGoesBackToWhereTheChangeWasMade() {
        editor.stage().set(3);
        editor.openCriterion().set("criterion-12");
        retitle("criterion-12", "Changed");
        editor.openCriterion().set("");
        editor.stage().set(9);
        editor.undo();
        assertThat(editor.draft().get()).isEqualTo(BIG);
        assertThat(editor.stage().get()).isEqualTo(3);
        assertThat(editor.openCriterion().get()).isEqualTo("criterion-12");
        editor.stage().set(0);
        editor.redo();
        assertThat(editor.stage().get()).isEqualTo(3);
        assertThat(title("criterion-12")).isEqualTo("Changed");
    }

    @Test
    void aThousandChangesAreAllTakenBack() {
        for (int i = 0; i < 1000; i++) {
            editor.stage().set(i % 15);
            retitle("criterion-" + i % 60, "Title " + i);
        }
        for (int i = 0; i < 1000; i++) {
            editor.undo();
        }
        assertThat(editor.draft().get()).isEqualTo(BIG);
        assertThat(editor.undoDepth().get()).isZero();
    }

    @Test
    void theStageInSightStaysInSightWhereverItMoves() {
        editor.stage().set(2);
        editor.edit(r -> RubricEdits.moveStageBefore(r, 2, 15));
        assertThat(editor.stage().get()).isEqualTo(14);
        editor.edit(r -> RubricEdits.moveStageBefore(r, 0, 4));
        assertThat(editor.view().get().stageId()).isEqualTo("stage-2");
        editor.edit(r -> RubricEdits.removeStage(r, 14));
        assertThat(editor.stage().get()).isEqualTo(13);
    }

    @Test
    void oneEditReachesTheScreenAsOneChangeThatFitsTogether() {
        editor.stage().set(14);
        List<DraftView> seen = new ArrayList<>();
        editor.view().addListener((o, before, after) -> seen.add(after));
        editor.edit(r -> RubricEdits.removeStage(r, 14));
        editor.addCriterion(0, "New");
        editor.undo();
        assertThat(seen).hasSize(3);
        assertThat(seen)
                .allSatisfy(
                        view ->
                                assertThat(view.stageIndex())
                                        .isLessThan(view.rubric().stages().size()));
        assertThat(seen.get(1).open()).isEqualTo("new");
        assertThat(seen.get(2).open()).isEmpty();
    }

    @Test
    void aFixOfLintIsAnEditLikeEveryOther() {
        Rubric mended =
                CriteriaEdits.replace(BIG, "criterion-1", c -> CriterionEdits.withWeight(c, 7));
        List<RubricEdit> edits = RubricPatch.between(BIG, mended);
        editor.mend(new LintFix("Weigh it", edits));
        assertThat(CriteriaEdits.find(editor.draft().get(), "criterion-1").orElseThrow().weight())
                .isEqualTo(7);
        editor.undo();
        assertThat(editor.draft().get()).isEqualTo(BIG);
    }

    @Test
    void whileLintReadsOnlyTheNewestDraftWaits() {
        hand.hold();
        for (int i = 0; i < 20; i++) {
            retitle("criterion-1", "Title " + i);
        }
        retitle("criterion-1", "Criterion number 2");
        int queries = hand.release();
        assertThat(queries).isLessThan(8); // reads of lint and saves, not twenty each
        assertThat(editor.findings())
                .extracting(LintFinding::where)
                .anyMatch(where -> where.startsWith("criterion criterion-"));
    }

    @Test
    void thereIsSomethingToPublishUntilTheDraftIsTheLatestVersion() {
        assertThat(editor.differs().get()).isTrue();
        workspace.rubrics().saveDraft(BIG);
        workspace.rubrics().publish(BIG.id(), "");
        editor.published(workspace.rubrics().versions(BIG.id()));
        assertThat(editor.differs().get()).isFalse();
        retitle("criterion-1", "Changed");
        assertThat(editor.differs().get()).isTrue();
        editor.undo();
        assertThat(editor.differs().get()).isFalse();
    }

    @Test
    void tracesAreReadAgainOnlyWhenTheWordsOfTheStagesOrTheTracesChange() {
        int before = reads;
        retitle("criterion-1", "Changed");
        hand.drain();
        assertThat(reads).isEqualTo(before);
        editor.edit(
                r ->
                        RubricEdits.replaceStage(
                                r, 0, s -> new StageDraft(s).match(List.of("alpha"))));
        hand.drain();
        assertThat(reads).isEqualTo(before + 1);
        traces.add(
                new Trace(
                        "t",
                        "p",
                        List.of(new Step("alpha", StepKind.TEXT, "", List.of())),
                        Outcome.UNKNOWN,
                        null,
                        Map.of()));
        editor.tracesChanged();
        hand.drain();
        assertThat(reads).isEqualTo(before + 2);
    }

    private void retitle(String id, String title) {
        editor.edit(r -> CriteriaEdits.replace(r, id, c -> CriterionEdits.withTitle(c, title)));
    }

    private String title(String id) {
        return CriteriaEdits.find(editor.draft().get(), id).orElseThrow().title();
    }
}
