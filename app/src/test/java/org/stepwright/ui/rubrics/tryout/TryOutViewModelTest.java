package org.stepwright.ui.rubrics.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Outcome;
import org.stepwright.tryout.TryOutReport;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;
import org.stepwright.verify.VerifierCatalog;

class TryOutViewModelTest {
    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private Rubric draft = Sums.rubric();
    private Workspace workspace;
    private TryOutViewModel model;

    @BeforeEach
    void open() {
        workspace = Sums.workspace(folder.resolve("w.stepwright"), true);
        model =
                new TryOutViewModel(
                        () -> draft,
                        VerifierCatalog::standard,
                        workspace.traces(),
                        hand.tasks(),
                        Messages.of("rubrics-tryout"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theVerifierFailsOnWrongRunsAndHoldsOnRightOnes() {
        run();
        TryOutReport report = model.result().get().report();
        assertThat(report.traces()).isEqualTo(Sums.TRACES);
        assertThat(report.criteria())
                .singleElement()
                .satisfies(
                        c -> {
                            assertThat(c.failedOnWrong()).isEqualTo(3);
                            assertThat(c.failedOnPassed()).isZero();
                        });
        assertThat(model.result().get().unplaced())
                .hasSize(Sums.TRACES)
                .allMatch(u -> u.step() == 2 && u.text().equals("So be it."));
        assertThat(model.result().get().quality())
                .singleElement()
                .satisfies(q -> assertThat(q.precision().value()).isEqualTo(1));
        Map<Outcome, int[]> bins = RewardChart.bins(report.rows());
        assertThat(Arrays.stream(bins.get(Outcome.RIGHT)).sum()).isEqualTo(3);
        assertThat(bins.get(Outcome.WRONG)[0]).as("a failed gate is no reward").isEqualTo(3);
    }

    @Test
    void aTraceOpensWhereItFailsFirst() {
        run();
        List<Integer> steps = new ArrayList<>();
        model.firstFailed("t1", steps::add);
        model.firstFailed("t0", steps::add);
        hand.drain();
        assertThat(steps).containsExactly(1, -1);
    }

    @Test
    void aFilterThatCannotBeReadAndOneThatLeavesNothingAreToldInASentence() {
        model.filter().set("colour:red");
        run();
        assertThat(model.trouble().get()).contains("colour");
        model.filter().set("text:zebra");
        run();
        assertThat(model.trouble().get()).isNotEmpty();
        assertThat(model.result().get()).isNull();
        model.filter().set("id:t3");
        run();
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.result().get().report().traces()).isEqualTo(1);
        model.filter().set("");
        model.size().set(3);
        run();
        assertThat(model.result().get().report().rows())
                .as("spread over all")
                .extracting(r -> r.traceId())
                .containsExactly("t0", "t2", "t4");
    }

    @Test
    void aChangedDraftMakesTheResultOld() {
        run();
        assertThat(model.outdated()).isFalse();
        draft = Sums.rubric(new VerifierSpec("regex", Map.of("pattern", "x")));
        assertThat(model.outdated()).isTrue();
    }

    @Test
    void aVerifierThatCannotRunIsNamedAndTheRestGoesOn() {
        draft = Sums.rubric(new VerifierSpec("regex", Map.of("pattern", "(")));
        run();
        assertThat(model.result().get().report().unusable()).containsOnlyKeys("right");
        assertThat(model.result().get().report().stages()).hasSize(2);
    }

    @Test
    void stoppedItSaysSo() {
        hand.cancelWhatStarts();
        run();
        assertThat(model.result().get()).isNull();
        assertThat(model.running().get()).isNull();
        assertThat(model.trouble().get()).isNotEmpty();
    }

    private void run() {
        model.run();
        hand.drain();
    }
}
