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
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.LiveAnswer;
import org.stepwright.prm.live.LiveModels;
import org.stepwright.storage.Run;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.SampleWork;

class LiveViewModelTest {
    @TempDir static Path shared;
    private static Path trained;

    @TempDir Path folder;
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
                        hand.tasks());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aRecordedConnectionFillsInThePromptsThatItAnswers() {
        load();
        assertThat(model.prompts()).hasSizeGreaterThan(1);
        assertThat(model.prompt().get()).isEqualTo(model.prompts().get(0));
        assertThat(model.models()).hasSize(1);
        assertThat(model.model().get()).isNotNull();
    }

    @Test
    void whatTheUserTypedIsNeverOverwritten() {
        model.prompt().set("mine");
        load();
        assertThat(model.prompt().get()).isEqualTo("mine");
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
    void aStoppedAnswerKeepsWhatHadArrived() {
        load();
        hand.cancelWhatStarts();
        answer();
        assertThat(model.running().get()).isNull();
        assertThat(model.steps()).allMatch(LiveStep::isScored);
        if (model.result().get() != null) {
            assertThat(model.result().get().answer().ending())
                    .isIn(LiveAnswer.Ending.CANCELLED, LiveAnswer.Ending.COMPLETE);
        }
    }

    @Test
    void aPromptThatWasNotRecordedIsExplained() {
        load();
        model.prompt().set("What is the meaning of life?");
        answer();
        assertThat(model.trouble().get()).contains("recorded");
        assertThat(model.running().get()).isNull();
        model.save(id -> assertThat(id).as("nothing to save").isNull());
    }

    @Test
    void whatIsMissingIsSaidInOrder() {
        known = List.of();
        load();
        assertThat(model.run()).hasValueSatisfying(w -> assertThat(w).contains("connection"));
        model.connection()
                .set(Connection.recorded("r", folder.resolve("live-answer.jsonl").toString()));
        hand.drain();
        model.model().set(null);
        assertThat(model.run()).hasValueSatisfying(w -> assertThat(w).contains("model"));
        model.chooseModel(shared.resolve("sample.prm"));
        model.prompt().set(" ");
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
