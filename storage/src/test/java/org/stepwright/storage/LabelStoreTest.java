package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.label.Verdict.CORRECT;
import static org.stepwright.label.Verdict.NEUTRAL;
import static org.stepwright.label.Verdict.WRONG;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.work.WorkFailed;

class LabelStoreTest {
    @TempDir Path dir;
    private Workspace workspace;
    private LabelStore labels;

    @BeforeEach
    void open() {
        reopen(Workspace.create(dir.resolve("w")));
        workspace
                .traces()
                .add(
                        List.of(
                                new LabelledTrace(Samples.rich("r"), List.of()),
                                Samples.unlabelled("a", "0", "1", "2")));
    }

    private void reopen(Workspace opened) {
        workspace = opened;
        labels = opened.labels();
    }

    @AfterEach
    void close() {
        assertThat(workspace.check().problems()).isEmpty();
        workspace.close();
    }

    @Test
    void keepsEverythingOfALabel() {
        StepLabel label = Samples.richLabel("r", 1, 2, "anna");

        LabelEvent event = labels.put(label).join();

        assertThat(event.label()).isEqualTo(label);
        assertThat(labels.of("r", "anna")).containsExactly(label);
        assertThat(labels.of("r", "bert")).isEmpty();
        assertThat(labels.of("none")).isEmpty();
    }

    @Test
    void theLastLabelOfAStepCounts() {
        labels.put(Samples.label("a", 0, WRONG, "anna")).join();
        labels.put(Samples.label("a", 0, CORRECT, "anna")).join();
        labels.put(Samples.label("a", 0, NEUTRAL, "bert")).join();

        assertThat(labels.of("a"))
                .containsExactly(
                        Samples.label("a", 0, CORRECT, "anna"),
                        Samples.label("a", 0, NEUTRAL, "bert"));
        assertThat(workspace.counts().events()).isEqualTo(3);
    }

    @Test
    void countsCurrentLabelsUnderEachRubricVersion() {
        StepLabel under = Samples.richLabel("r", 1, 2, "anna");
        labels.put(under).join();
        labels.put(under).join();
        labels.put(Samples.richLabel("r", 1, 0, "bert")).join();
        labels.clear("r", 1, 0, "bert").join();

        assertThat(labels.countByRubric()).isEqualTo(Map.of(under.rubricVersion(), 1L));
    }

    @Test
    void undoAndRedoOutliveARestart() {
        labels.put(Samples.label("a", 0, WRONG, "anna")).join();
        labels.put(Samples.label("a", 0, CORRECT, "anna")).join();
        labels.clear("a", 0, 0, "anna").join();
        labels.finish("a", "anna", TraceState.GAVE_UP, "too long").join();
        workspace.close();
        reopen(Workspace.open(dir.resolve("w")));

        assertThat(labels.undoDepth("anna")).isEqualTo(4);
        assertThat(labels.undo("anna").join()).contains(new Undone("a", -1, 3));
        assertThat(labels.state("a", "anna")).isEqualTo(TraceState.OPEN);
        assertThat(labels.undo("anna").join()).contains(new Undone("a", 0, 2));
        assertThat(labels.of("a")).containsExactly(Samples.label("a", 0, CORRECT, "anna"));
        workspace.close();
        reopen(Workspace.open(dir.resolve("w")));

        assertThat(labels.undo("anna").join()).contains(new Undone("a", 0, 1));
        assertThat(labels.of("a")).containsExactly(Samples.label("a", 0, WRONG, "anna"));
        for (int left = 2; left >= 0; left--) {
            assertThat(labels.redo("anna").join().orElseThrow().depthLeft()).isEqualTo(left);
        }
        assertThat(labels.redo("anna").join()).isEmpty();
        assertThat(labels.of("a")).isEmpty();
        assertThat(labels.state("a", "anna")).isEqualTo(TraceState.GAVE_UP);
    }

    @Test
    void aGroupIsOneUndoStep() {
        labels.put(Samples.label("a", 2, CORRECT, "anna")).join();
        List<LabelEvent> events =
                labels.putAll(
                                List.of(
                                        Samples.label("a", 1, WRONG, "anna"),
                                        Samples.label("a", 2, WRONG, "anna"),
                                        Samples.label("a", 2, NEUTRAL, "anna")))
                        .join();

        assertThat(events).extracting(LabelEvent::group).containsOnly(events.get(0).seq());
        assertThat(labels.undo("anna").join()).contains(new Undone("a", 1, 1));
        assertThat(labels.of("a")).containsExactly(Samples.label("a", 2, CORRECT, "anna"));
        assertThat(labels.redo("anna").join()).contains(new Undone("a", 1, 0));
        assertThat(labels.of("a"))
                .containsExactly(
                        Samples.label("a", 1, WRONG, "anna"),
                        Samples.label("a", 2, NEUTRAL, "anna"));
        assertThat(labels.putAll(List.of()).join()).isEmpty();
        assertThatThrownBy(
                        () ->
                                labels.putAll(
                                        List.of(
                                                Samples.label("a", 1, WRONG, "anna"),
                                                Samples.label("a", 1, WRONG, "bert"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNewChangeForgetsWhatWasUndone() {
        labels.put(Samples.label("a", 0, WRONG, "anna")).join();
        labels.undo("anna").join();
        labels.put(Samples.label("a", 1, WRONG, "bert")).join();
        assertThat(labels.undo("bert").join()).isPresent();
        labels.put(Samples.label("a", 1, WRONG, "anna")).join();

        assertThat(labels.redo("anna").join()).isEmpty();
        assertThat(labels.redo("bert").join()).isPresent();
        assertThat(labels.undo("nobody").join()).isEqualTo(Optional.empty());
    }

    @Test
    void importsAreNoUndoSteps() {
        workspace.traces().add(List.of(Samples.labelled("i", "anna", WRONG)));
        assertThat(labels.undoDepth("anna")).isZero();

        labels.put(Samples.label("i", 0, CORRECT, "anna")).join();
        labels.undo("anna").join();

        assertThat(labels.of("i")).containsExactly(Samples.label("i", 0, WRONG, "anna"));
    }

    @Test
    void refusesWhatIsNotThere() {
        refused(labels.put(Samples.label("none", 0, WRONG, "anna")), "There is no trace");
        refused(labels.put(Samples.label("a", 3, WRONG, "anna")), "has no step 3");
        refused(labels.clear("a", -2, 0, "anna"), "has no step -2");
        refused(labels.put(Samples.richLabel("r", 1, 3, "anna")), "no alternative 3");
        refused(labels.finish("none", "anna", TraceState.SUBMITTED, ""), "There is no trace");
        assertThat(workspace.counts().events()).isZero();
    }

    @Test
    void manyAtOnceKeepTheirOrderAndOneFailureIsAlone() {
        List<CompletableFuture<LabelEvent>> futures =
                IntStream.range(0, 500)
                        .mapToObj(
                                i ->
                                        labels.put(
                                                Samples.label(
                                                        i % 10 == 9 ? "none" : "a",
                                                        i % 3,
                                                        i % 2 == 0 ? WRONG : CORRECT,
                                                        "anna")))
                        .toList();
        futures.forEach(f -> f.handle((event, failure) -> event).join());

        assertThat(futures.stream().filter(CompletableFuture::isCompletedExceptionally))
                .hasSize(50);
        assertThat(labels.undoDepth("anna")).isEqualTo(450);
        assertThat(
                        futures.stream()
                                .filter(f -> !f.isCompletedExceptionally())
                                .map(f -> f.join().seq()))
                .isSorted();
    }

    @Test
    void aCallbackMayUseTheWorkspace() {
        int depth =
                labels.put(Samples.label("a", 0, WRONG, "anna"))
                        .thenApply(
                                event -> {
                                    workspace.traces().add(List.of(Samples.unlabelled("n", "x")));
                                    return labels.undoDepth("anna");
                                })
                        .join();

        assertThat(depth).isEqualTo(1);
    }

    @Test
    void finishedIsAStateOfOneAnnotator() {
        labels.finish("a", "anna", TraceState.BAD_PROBLEM, "no question").join();
        labels.finish("a", "bert", TraceState.SUBMITTED, "").join();
        labels.finish("a", "anna", TraceState.OPEN, "").join();

        assertThat(labels.state("a", "anna")).isEqualTo(TraceState.OPEN);
        assertThat(labels.state("a", "bert")).isEqualTo(TraceState.SUBMITTED);
        labels.undo("anna").join();
        assertThat(labels.state("a", "anna")).isEqualTo(TraceState.BAD_PROBLEM);
    }

    private static void refused(CompletableFuture<?> future, String part) {
        assertThatThrownBy(future::join)
                .cause()
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining(part);
    }
}
