package org.stepwright.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.TrainingOutcome;
import org.stepwright.app.TrainingRuns;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.train.Trainer;
import org.stepwright.rubric.Rubric;
import org.stepwright.score.Aggregation;
import org.stepwright.storage.Run;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.SampleWork;
import org.stepwright.ui.kit.Messages;

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
                        hand.tasks(),
                        Messages.of("train"));
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
        assertThat(model.fresh().summary().get().traces()).isPositive();
        assertThat(model.fresh().name().get()).isEqualTo("signals-1");
        List<Run.Status> shown = new ArrayList<>();
        List<String> said = new ArrayList<>();
        model.selected().addListener((o, before, run) -> shown.add(run.status()));
        model.stand().addListener((o, before, now) -> said.add(now.message()));
        assertThat(model.start()).isEmpty();
        hand.drain();
        assertThat(shown).startsWith(Run.Status.RUNNING).endsWith(Run.Status.SUCCEEDED);
        assertThat(said).contains("Reading labels");
        assertThat(model.fresh().name().get()).isEqualTo("signals-2");
        assertThat(model.running().get()).isNull();
        assertThat(model.runs()).hasSize(1);
        assertThat(model.outcome().get().shown().steps()).isPositive();
        assertThat(model.outcome().get().shown().baselines()).isNotEmpty();
        assertThat(model.outcome().get().datasetSha256()).hasSize(64);
        assertThat(Path.of(model.selected().get().modelPath())).isRegularFile();
        assertThat(finished).isEqualTo(1);
        assertThat(model.fresh().name().get()).isEqualTo("signals-2");
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
    void aModelNamesTheRubricVersionOfItsLabels() throws Exception {
        labelsUnder("refunds@3");
        load();
        assertThat(model.fresh().rubric().get()).isEmpty();
        model.start();
        hand.drain();
        assertThat(model.selected().get().rubricVersion()).isEqualTo("refunds@3");
        try (RewardModel made = RewardModels.open(Path.of(model.selected().get().modelPath()))) {
            assertThat(made.info().rubricVersion()).isEqualTo("refunds@3");
        }
    }

    @Test
    void aModelScoresATraceAsItsRubricSays() {
        workspace
                .rubrics()
                .saveDraft(
                        new Rubric(
                                "sums",
                                "Sums",
                                "",
                                List.of(),
                                List.of(),
                                Aggregation.PRODUCT,
                                List.of()));
        String key = workspace.rubrics().publish("sums", "").key();
        labelsUnder(key);
        load();
        model.start();
        hand.drain();
        try (RewardModel made = RewardModels.open(Path.of(model.selected().get().modelPath()))) {
            assertThat(made.info().rubricVersion()).isEqualTo(key);
            assertThat(made.info().aggregation()).isEqualTo(Aggregation.PRODUCT);
        }
    }

    private void labelsUnder(String version) {
        SampleWork.addTo(workspace, folder);
        List<String> ids = new ArrayList<>();
        workspace.traces().forEach(TraceFilter.ALL, row -> ids.add(row.trace().id()));
        StepLabel label =
                new StepLabel(
                        ids.get(0),
                        0,
                        0,
                        Verdict.CORRECT,
                        List.of(),
                        List.of(),
                        false,
                        false,
                        "",
                        "ana",
                        Instant.EPOCH,
                        version,
                        LabelSource.HUMAN);
        workspace.labels().put(label).join();
    }

    @Test
    void whileOneCountRunsOnlyTheNewestFilterWaits() {
        SampleWork.addTo(workspace, folder);
        load();
        hand.hold();
        for (String filter : List.of("id:x", "id:xy", "id:xyz", "")) {
            model.fresh().where().set(filter);
            model.fresh().count();
        }
        assertThat(hand.release()).isEqualTo(2);
        assertThat(model.fresh().summary().get().traces()).isPositive();
    }

    @Test
    void aBadSeedOrNameOrFilterDoesNotStart() {
        load();
        model.fresh().seed().set("seven");
        assertThat(model.start()).hasValueSatisfying(w -> assertThat(w).contains("whole number"));
        model.fresh().seed().set("7");
        model.fresh().name().set(" ");
        assertThat(model.start()).isPresent();
        model.fresh().name().set("x");
        model.fresh().where().set("nonsense:1");
        model.fresh().count();
        hand.drain();
        assertThat(model.fresh().filterTrouble().get()).isNotBlank();
        assertThat(model.fresh().summary().get()).isNull();
        assertThat(model.start()).isPresent();
        model.fresh().where().set("");
        model.fresh().count();
        hand.drain();
        assertThat(model.fresh().filterTrouble().get()).isEmpty();
        assertThat(workspace.runs().list(Run.Kind.TRAIN)).isEmpty();
    }

    private void load() {
        model.load();
        hand.drain();
    }
}
