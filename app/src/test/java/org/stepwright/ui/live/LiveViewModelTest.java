package org.stepwright.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.Samples;
import org.stepwright.error.Failures;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;
import org.stepwright.prm.live.LiveAnswer;
import org.stepwright.prm.live.LiveModels;
import org.stepwright.storage.Run;
import org.stepwright.storage.Workspace;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.ThreadTaskRunner;
import org.stepwright.trace.SplitRule;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.SampleWork;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.WorkFailed;

class LiveViewModelTest {
    @TempDir static Path shared;
    private static Path trained;

    @TempDir Path folder;
    private final Failures failures = new Failures();
    private final ByHand hand = new ByHand();
    private Workspace workspace;
    private LiveViewModel model;
    private List<Connection> known;

    @BeforeAll
    static void train() {
        trained = shared.resolve("w.stepwright");
        try (Workspace workspace = Workspace.create(trained)) {
            SampleWork.addTo(workspace, shared);
            SampleWork.train(workspace, shared);
        }
    }

    @BeforeEach
    void open() throws IOException {
        Path file = Files.copy(trained, folder.resolve("w.stepwright"));
        workspace = Workspace.open(file);
        Path recording = Samples.copy(Samples.RECORDING, folder);
        known = List.of(Connection.recorded("recorded", recording.toString()));
        model =
                new LiveViewModel(
                        workspace,
                        new LiveModels(name -> Optional.empty(), 0),
                        () -> known,
                        hand.tasks(),
                        Messages.of("live"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aRecordedConnectionFillsInThePromptsThatItAnswers() {
        load();
        assertThat(model.choices().prompts()).hasSizeGreaterThan(1);
        assertThat(model.choices().prompt().get()).isEqualTo(model.choices().prompts().get(0));
        assertThat(model.choices().models()).hasSize(1);
        assertThat(model.choices().model().get()).isNotNull();
    }

    @Test
    void whatTheUserTypedIsNeverOverwritten() {
        model.choices().prompt().set("mine");
        load();
        assertThat(model.choices().prompt().get()).isEqualTo("mine");
    }

    @Test
    void stepsArriveInOrderAndEachIsScoredAfterItEnded() {
        load();
        List<String> events = new ArrayList<>();
        model.steps()
                .addListener(
                        (ListChangeListener<LiveStep>)
                                change -> {
                                    while (change.next()) {
                                        events.add(
                                                (change.wasReplaced() ? "score " : "step ")
                                                        + change.getFrom());
                                    }
                                });
        answer();
        assertThat(model.steps()).hasSizeGreaterThan(2).allMatch(LiveStep::isScored);
        for (int i = 0; i < model.steps().size(); i++) {
            assertThat(events).containsSubsequence("step " + i, "score " + i);
            if (i > 0) {
                assertThat(events).containsSubsequence("step " + (i - 1), "step " + i);
            }
        }
        assertThat(model.steps())
                .extracting(LiveStep::reward)
                .isEqualTo(model.result().get().score().stepRewards());
        assertThat(model.pending().get()).isEmpty();
        assertThat(model.result().get().answer().recorded()).isTrue();
    }

    @Test
    void anAnswerIsSavedOnceHoweverOftenItIsAsked() {
        load();
        answer();
        List<String> ids = new ArrayList<>();
        hand.hold();
        model.save(ids::add);
        model.save(ids::add);
        hand.release();
        model.save(ids::add);
        hand.drain();
        assertThat(ids).hasSize(2).containsOnly(model.result().get().trace().id());
        assertThat(workspace.runs().list(Run.Kind.LIVE)).hasSize(1);
        assertThat(workspace.traces().find(ids.get(0))).isPresent();
    }

    @Test
    void aStoppedAnswerKeepsWhatHadArrived() throws IOException {
        try (ThreadTaskRunner threads = new ThreadTaskRunner(failures::sentence)) {
            halting(threads);
            hand.until(() -> !model.steps().isEmpty() && model.steps().get(0).isScored());
            model.cancel();
            hand.until(() -> model.running().get() == null);
        }
        assertThat(model.result().get().answer().ending()).isEqualTo(LiveAnswer.Ending.CANCELLED);
        assertThat(model.steps().get(0).text()).contains("2 + 2 = 4");
        assertThat(model.steps()).allMatch(LiveStep::isScored);
        assertThat(model.result().get().score().stepRewards()).hasSameSizeAs(model.steps());
        assertThat(model.pending().get()).isEmpty();
    }

    @Test
    void aSaveThatEndsAfterTheNextAnswerCameDoesNotCountForThatAnswer() {
        load();
        answer();
        String first = model.result().get().trace().id();
        List<String> ids = new ArrayList<>();
        hand.hold();
        model.save(ids::add);
        answer();
        hand.release();
        model.save(ids::add);
        hand.drain();
        String second = model.result().get().trace().id();
        assertThat(ids).containsExactly(first, second);
        assertThat(workspace.traces().find(second)).isPresent();
    }

    @Test
    void aFailureTakesTheUnfinishedStepAway() throws IOException {
        try (ThreadTaskRunner threads = new ThreadTaskRunner(failures::sentence)) {
            halting(threads);
            hand.until(() -> model.pending().get().contains("half a"));
            threads.tasks().forEach(t -> t.result().completeExceptionally(new WorkFailed("x")));
            hand.until(() -> model.running().get() == null);
            model.cancel();
            threads.tasks().forEach(TaskHandle::cancel);
        }
        assertThat(model.trouble().get()).isEqualTo("x");
        assertThat(model.pending().get()).isEmpty();
    }

    /** Starts an answer that stops short in its third step and never goes on. */
    private void halting(ThreadTaskRunner threads) throws IOException {
        model =
                new LiveViewModel(
                        workspace,
                        new LiveModels(name -> Optional.empty(), 1),
                        () -> known,
                        new FxTasks(threads, Runnable::run, hand.tasks()::onUi, failures::sentence),
                        Messages.of("live"));
        Path file =
                Files.writeString(
                        folder.resolve("halting.jsonl"),
                        """
                        {"prompt":"2 + 2?","model":"m","chunks":[\
                        {"text":"Step 1: 2 + 2 = 4.\\nStep 2: so 4.\\nStep 3: half a","delay_ms":1},\
                        {"text":" step.","delay_ms":3600000}]}
                        """);
        known = List.of(Connection.recorded("halting", file.toString()));
        load();
        model.choices().rule().set(SplitRule.NUMBERED); // known before the answer is whole
        assertThat(model.run()).isEmpty();
    }

    @Test
    void aPromptThatWasNotRecordedIsExplained() {
        load();
        model.choices().prompt().set("What is the meaning of life?");
        answer();
        assertThat(model.trouble().get()).contains("recorded");
        assertThat(model.running().get()).isNull();
        model.save(id -> assertThat(id).as("nothing to save").isNull());
    }

    @Test
    void anAnswerWithoutAStepIsNoResult() {
        load();
        model.choices()
                .connection()
                .set(
                        new Connection(
                                "closed",
                                ConnectionKind.OPENAI_COMPATIBLE,
                                "http://127.0.0.1:9",
                                "m",
                                "",
                                0,
                                10,
                                5,
                                ""));
        model.choices().prompt().set("2 + 2?");
        answer();
        assertThat(model.trouble().get()).contains("127.0.0.1:9").contains("closed");
        assertThat(model.result().get()).as("all is well with no step").isNull();
    }

    @Test
    void whatIsMissingIsSaidInOrder() {
        known = List.of();
        load();
        assertThat(model.run()).hasValueSatisfying(w -> assertThat(w).contains("connection"));
        model.choices()
                .connection()
                .set(Connection.recorded("r", folder.resolve("live-answer.jsonl").toString()));
        hand.drain();
        model.choices().model().set(null);
        assertThat(model.run()).hasValueSatisfying(w -> assertThat(w).contains("model"));
        model.choices().chooseModel(shared.resolve("sample.prm"));
        model.choices().prompt().set(" ");
        assertThat(model.run()).hasValueSatisfying(w -> assertThat(w).contains("prompt"));
    }

    private void load() {
        model.load();
        hand.drain();
    }

    private void answer() {
        assertThat(model.run()).isEmpty();
        hand.drain();
    }
}
