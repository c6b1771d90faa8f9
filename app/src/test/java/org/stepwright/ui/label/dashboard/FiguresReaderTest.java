package org.stepwright.ui.label.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.quality.SparkStudy;
import org.stepwright.quality.SuggestionUse;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.Act;
import org.stepwright.storage.GoldUse;
import org.stepwright.storage.LabelSession;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;

class FiguresReaderTest {
    @TempDir Path dir;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(dir.resolve("w"));
        workspace
                .traces()
                .add(
                        IntStream.range(0, 4)
                                .mapToObj(
                                        i ->
                                                new LabelledTrace(
                                                        Trace.of(
                                                                "t" + i,
                                                                "p" + i,
                                                                List.of("a", "b")),
                                                        List.of()))
                                .toList());
        workspace
                .sessions()
                .begin(
                        new LabelSession(
                                "s",
                                "ana",
                                LabelMode.FREE,
                                QueueOrder.IMPORTED,
                                List.of("verifier"),
                                Instant.now(),
                                null))
                .join();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Figures read(String annotator) {
        return new FiguresReader(workspace, annotator, ZoneOffset.UTC).read();
    }

    private void label(String who, String trace, int step, Verdict verdict, long millis) {
        workspace
                .labels()
                .put(
                        StepLabel.verdict(
                                trace, step, verdict, who, Instant.now(), LabelSource.HUMAN),
                        new Act(who.equals("ana") ? "s" : "", millis, ""))
                .join();
    }

    @Test
    void withoutLabelsThereIsNothingToShow() {
        Figures figures = read("ana");
        assertThat(figures.any()).isFalse();
        assertThat(figures.openTraces()).isEqualTo(4);
        assertThat(figures.openSteps()).isEqualTo(8);
        assertThat(figures.secondsLeft()).isNaN();
        assertThat(figures.sparks()).isInstanceOf(SparkStudy.NotEnough.class);
    }

    @Test
    void pace() {
        label("ana", "t0", 0, Verdict.CORRECT, 4000);
        label("ana", "t0", 1, Verdict.WRONG, 6000);
        label("bert", "t0", 1, Verdict.WRONG, 50_000);
        workspace.labels().finish("t0", "ana", TraceState.SUBMITTED, "").join();

        Figures figures = read("ana");

        assertThat(figures.days()).singleElement().extracting(Figures.Day::steps).isEqualTo(2);
        assertThat(figures.days().get(0).perHour()).isCloseTo(720, within(1e-6));
        assertThat(figures.pace()).hasSize(1);
        assertThat(figures.secondsPerStep()).isCloseTo(5, within(1e-9));
        assertThat(figures.openTraces()).isEqualTo(3);
        assertThat(figures.secondsLeft()).isCloseTo(30, within(1e-9));
        assertThat(figures.mine())
                .containsEntry(Verdict.CORRECT, 1L)
                .containsEntry(Verdict.WRONG, 1L);
        assertThat(figures.everybody()).containsEntry(Verdict.WRONG, 2L);
        assertThat(figures.sharedSteps()).isEqualTo(1);
    }

    @Test
    void goldIsMeasuredAgainstTheDecisionAndNotAgainstOneself() {
        label("ana", "t1", 0, Verdict.CORRECT, -1);
        label("ana", "t1", 1, Verdict.CORRECT, -1);
        for (int step = 0; step < 2; step++) {
            workspace
                    .labels()
                    .put(
                            StepLabel.verdict(
                                    "t1",
                                    step,
                                    step == 0 ? Verdict.CORRECT : Verdict.WRONG,
                                    "boss",
                                    Instant.now(),
                                    LabelSource.ADJUDICATED))
                    .join();
        }
        workspace.gold().add(List.of("t1"), GoldUse.GOLD, "boss");

        Figures figures = read("ana");

        assertThat(figures.goldTraces()).isEqualTo(1);
        assertThat(figures.gold().value()).isZero();
        assertThat(figures.gold().high()).isGreaterThan(0.5);
        // A decision is nobody's label.
        assertThat(figures.everybody())
                .containsExactlyEntriesOf(java.util.Map.of(Verdict.CORRECT, 2L));
    }

    @Test
    void suggestionsAreFollowedOnlyWhereTheyWereSeen() {
        workspace
                .suggestions()
                .replace(
                        "t2",
                        "verifier:arithmetic",
                        List.of(
                                new Suggestion(
                                        "t2",
                                        0,
                                        "verifier:arithmetic",
                                        0,
                                        "2 + 2 = 5",
                                        Instant.now())));
        workspace
                .scores()
                .save(
                        "run",
                        new TraceScore("t2", List.of(0.1, 0.9), 0.1, Aggregation.MIN, 0, "m", ""),
                        Instant.now());
        label("ana", "t2", 0, Verdict.WRONG, -1);
        label("bert", "t2", 0, Verdict.CORRECT, -1);

        List<SuggestionUse> help = read("ana").help();

        assertThat(help)
                .extracting(SuggestionUse::source)
                .containsExactly("model:m", "verifier:arithmetic");
        SuggestionUse model = help.get(0);
        assertThat(model.shown()).isZero();
        assertThat(model.unseen()).isEqualTo(2);
        assertThat(model.agreedUnseen()).isEqualTo(1);
        SuggestionUse verifier = help.get(1);
        assertThat(verifier.shown()).isEqualTo(1);
        assertThat(verifier.followed()).isEqualTo(1);
        assertThat(verifier.unseen()).isEqualTo(1);
        assertThat(verifier.agreedUnseen()).isZero();
    }
}
