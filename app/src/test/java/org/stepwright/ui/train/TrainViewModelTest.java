package org.stepwright.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.TrainingOutcome;
import org.stepwright.app.TrainingRuns;
import org.stepwright.prm.train.Trainer;
import org.stepwright.storage.Run;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.SampleWork;

class TrainViewModelTest {
    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private Workspace workspace;
    private TrainViewModel model;
    private int finished;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        model =
                new TrainViewModel(
                        workspace,
                        new TrainingRuns(workspace, new Trainer(), Clock.systemUTC()),
                        hand.tasks());
        model.onFinished(() -> finished++);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aRunIsShownWhileItRunsAndItsResultsAfterwards() {
        SampleWork.addTo(workspace, folder);
        load();
        assertThat(model.summary().get().traces()).isPositive();
        assertThat(model.name().get()).isEqualTo("signals-1");
        List<Run.Status> shown = new ArrayList<>();
        List<String> said = new ArrayList<>();
        model.selected().addListener((o, before, run) -> shown.add(run.status()));
        model.stand().addListener((o, before, now) -> said.add(now.message()));
        assertThat(model.start()).isEmpty();
        hand.drain();
        assertThat(shown).startsWith(Run.Status.RUNNING).endsWith(Run.Status.SUCCEEDED);
        assertThat(said).contains("Reading labels");
        assertThat(model.running().get()).isNull();
        assertThat(model.runs()).hasSize(1);
        assertThat(model.outcome().get().shown().steps()).isPositive();
        assertThat(model.outcome().get().shown().baselines()).isNotEmpty();
        assertThat(model.outcome().get().datasetSha256()).hasSize(64);
        assertThat(Path.of(model.selected().get().modelPath())).isRegularFile();
        assertThat(finished).isEqualTo(1);
        assertThat(model.name().get()).isEqualTo("signals-2");
    }

    @Test
    void tooFewLabelsFailInASentenceThatTheRunKeeps() {
        load();
        model.start();
        hand.drain();
        assertThat(model.trouble().get()).isNotBlank();
        assertThat(model.selected().get().status()).isEqualTo(Run.Status.FAILED);
        assertThat(TrainingOutcome.failure(model.selected().get()))
                .isEqualTo(model.trouble().get());
        assertThat(model.outcome().get()).isNull();
        assertThat(model.running().get()).isNull();
        assertThat(Files.exists(TrainingRuns.modelFolder(workspace.file()))).isFalse();
    }

    @Test
    void aCancelledRunIsKeptAsCancelledAndIsNoTrouble() {
        SampleWork.addTo(workspace, folder);
        load();
        hand.cancelWhatStarts();
        model.start();
        hand.drain();
        assertThat(model.selected().get().status()).isEqualTo(Run.Status.CANCELLED);
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.running().get()).isNull();
    }

    @Test
    void aBadSeedOrNameOrFilterDoesNotStart() {
        load();
        model.seed().set("seven");
        assertThat(model.start()).hasValueSatisfying(w -> assertThat(w).contains("whole number"));
        model.seed().set("7");
        model.name().set(" ");
        assertThat(model.start()).isPresent();
        model.name().set("x");
        model.where().set("nonsense:1");
        hand.drain();
        assertThat(model.filterTrouble().get()).isNotBlank();
        assertThat(model.summary().get()).isNull();
        assertThat(model.start()).isPresent();
        model.where().set("");
        hand.drain();
        assertThat(model.filterTrouble().get()).isEmpty();
        assertThat(workspace.runs().list(Run.Kind.TRAIN)).isEmpty();
    }

    private void load() {
        model.load();
        hand.drain();
    }
}
