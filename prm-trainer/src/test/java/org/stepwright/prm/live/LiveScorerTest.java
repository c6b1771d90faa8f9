package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.prm.ScoringSession;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.trace.SplitRule;
import org.stepwright.trace.Step;
import org.stepwright.work.WorkFailed;

/** Steps are scored as they end, and the answer survives whatever happens to the scores. */
class LiveScorerTest {
    private static final LiveRequest REQUEST = LiveRequest.of("What is 2+2?");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);

    @TempDir Path dir;

    /** Writes down what it hears, in order. */
    private static class Notes implements LiveListener {
        final List<String> heard = new ArrayList<>();

        @Override
        public void onText(String chunk) {
            // comes from another thread
        }

        @Override
        public void onStep(int i, Step s) {
            heard.add("step " + i + " " + s.text());
        }

        @Override
        public void onScore(int i, double reward, double addedMillis) {
            assertThat(addedMillis).isGreaterThanOrEqualTo(0);
            heard.add("score " + i + " " + reward);
        }

        @Override
        public void onEnd(LiveResult r) {
            heard.add("end");
        }
    }

    private static LiveScorer scorer(FakeRewardModel model) {
        return new LiveScorer(model, SplitRule.NEWLINE, CLOCK);
    }

    @Test
    void tellsStepsAndScoresInOrder() {
        Notes notes = new Notes();
        LiveResult result =
                Calls.await(
                        scorer(new FakeRewardModel())
                                .run(ScriptedModel.saying("a\nb", "b\nc"), REQUEST, notes));
        List<Double> rewards = result.score().stepRewards();
        assertThat(result.trace().stepTexts()).containsExactly("a", "bb", "c");
        assertThat(notes.heard)
                .containsExactly(
                        "step 0 a",
                        "score 0 " + rewards.get(0),
                        "step 1 bb",
                        "score 1 " + rewards.get(1),
                        "step 2 c",
                        "score 2 " + rewards.get(2),
                        "end");
        assertThat(result.score()).isEqualTo(new FakeRewardModel().score(result.trace()));
        assertThat(result.score().rubricVersion()).isEqualTo("r@1");
    }

    @Test
    void theTraceSaysWhereItCameFrom() {
        LiveScorer scorer = scorer(new FakeRewardModel());
        LiveResult one =
                Calls.await(scorer.run(ScriptedModel.saying("a"), REQUEST, LiveListener.NONE));
        LiveResult two =
                Calls.await(scorer.run(ScriptedModel.saying("a"), REQUEST, LiveListener.NONE));
        assertThat(one.trace().id()).matches("live-[0-9a-f]{12}-20260102T030405678");
        assertThat(two.trace().id()).endsWith("20260102T030405679");
        assertThat(one.trace().metadata())
                .containsEntry("connection", "script")
                .containsEntry("generator", "script-1")
                .containsEntry("recorded", "false")
                .containsEntry("ending", "complete");
    }

    @Test
    void aRecordedAnswerIsMarkedAsOne() throws Exception {
        Path file =
                Files.writeString(
                        dir.resolve("r.jsonl"),
                        "{\"prompt\":\"p\",\"model\":\"old\",\"chunks\":[{\"text\":\"a\\nb\"}]}");
        LiveModel model =
                new LiveModels(Secrets.NONE, 0).open(Connection.recorded("demo", file.toString()));
        LiveScorer scorer = scorer(new FakeRewardModel());
        LiveResult result = Calls.await(scorer.run(model, LiveRequest.of("p"), LiveListener.NONE));
        assertThat(result.answer().recorded()).isTrue();
        assertThat(result.trace().metadata())
                .containsEntry("recorded", "true")
                .containsEntry("generator", "old");
        assertThatThrownBy(() -> scorer.run(model, LiveRequest.of("q"), LiveListener.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("recorded are");
    }

    @Test
    void aBrokenAnswerIsScoredAsFarAsItCame() {
        LiveModel model = new ScriptedModel(List.of("a\nb"), Ending.BROKEN);
        LiveResult result =
                Calls.await(scorer(new FakeRewardModel()).run(model, REQUEST, LiveListener.NONE));
        assertThat(result.trace().stepTexts()).containsExactly("a", "b");
        assertThat(result.score().stepRewards()).hasSize(2);
        assertThat(result.trace().metadata()).containsEntry("ending", "broken");
    }

    @Test
    void aScorerThatFailsCostsOnlyTheScores() {
        FakeRewardModel failing =
                new FakeRewardModel() {
                    @Override
                    public ScoringSession begin(String problem) {
                        ScoringSession good = super.begin(problem);
                        return step -> {
                            if (step.text().equals("b")) {
                                throw new IllegalStateException("native trouble");
                            }
                            return good.next(step);
                        };
                    }
                };
        Notes notes = new Notes();
        LiveResult result =
                Calls.await(scorer(failing).run(ScriptedModel.saying("a\nb\nc"), REQUEST, notes));
        assertThat(result.score()).isNull();
        assertThat(result.scoringTrouble()).contains("failed at step 2", "kept without scores");
        assertThat(result.trace().stepTexts()).containsExactly("a", "b", "c");
        assertThat(result.answer().ending()).isEqualTo(Ending.COMPLETE);
        assertThat(notes.heard).contains("step 2 c", "end").doesNotContain("native trouble");
    }

    @Test
    void aListenerThatFailsCostsNothing() {
        LiveListener failing =
                new LiveListener() {
                    @Override
                    public void onText(String chunk) {
                        throw new IllegalStateException("view is gone");
                    }

                    @Override
                    public void onStep(int i, Step s) {
                        throw new IllegalStateException("view is gone");
                    }

                    @Override
                    public void onScore(int i, double reward, double addedMillis) {
                        throw new IllegalStateException("view is gone");
                    }

                    @Override
                    public void onEnd(LiveResult r) {
                        throw new IllegalStateException("view is gone");
                    }
                };
        LiveResult result =
                Calls.await(
                        scorer(new FakeRewardModel())
                                .run(ScriptedModel.saying("a\n", "b"), REQUEST, failing));
        assertThat(result.answer().ending()).isEqualTo(Ending.COMPLETE);
        assertThat(result.score().stepRewards()).hasSize(2);
    }

    @Test
    void scoringNeverHoldsUpTheStream() throws InterruptedException {
        CountDownLatch allHeard = new CountDownLatch(3);
        FakeRewardModel waiting =
                new FakeRewardModel() {
                    @Override
                    public ScoringSession begin(String problem) {
                        return step -> {
                            try {
                                // The first score ends only when the last piece was heard.
                                return allHeard.await(20, TimeUnit.SECONDS) ? 1 : 0;
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        };
                    }
                };
        LiveListener counting =
                new LiveListener() {
                    @Override
                    public void onText(String chunk) {
                        allHeard.countDown();
                    }

                    @Override
                    public void onStep(int i, Step s) {
                        // not looked at
                    }

                    @Override
                    public void onScore(int i, double reward, double addedMillis) {
                        // not looked at
                    }

                    @Override
                    public void onEnd(LiveResult r) {
                        // not looked at
                    }
                };
        LiveResult result =
                Calls.await(
                        scorer(waiting)
                                .run(ScriptedModel.saying("a\n", "b\n", "c\n"), REQUEST, counting));
        assertThat(result.score().stepRewards()).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void aCancelKeepsAndScoresWhatArrived() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch scored = new CountDownLatch(2);
        Notes notes =
                new Notes() {
                    @Override
                    public void onScore(int i, double reward, double addedMillis) {
                        scored.countDown();
                    }
                };
        try (FakeServer server =
                new FakeServer(
                        FakeServer.endless(
                                Speech.OPENAI.contentType,
                                List.of(),
                                Speech.OPENAI.text("a\\n"),
                                gone))) {
            LiveModel model = new Calls().open(Speech.OPENAI, server.url());
            LiveCall<LiveResult> call = scorer(new FakeRewardModel()).run(model, REQUEST, notes);
            assertThat(scored.await(20, TimeUnit.SECONDS)).isTrue();
            call.cancel();
            LiveResult result = Calls.await(call);
            assertThat(result.answer().ending()).isEqualTo(Ending.CANCELLED);
            assertThat(result.score().stepRewards()).hasSameSizeAs(result.trace().steps());
            assertThat(String.join("\n", result.trace().stepTexts()))
                    .isEqualTo(result.answer().text().strip());
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
