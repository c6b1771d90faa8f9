package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.ScoringSession;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.score.TraceScore;
import org.stepwright.trace.SplitRule;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** The end of a scored answer: it comes last, and with the steps, whatever the scores are. */
class LiveScorerEndTest {
    private static final LiveRequest REQUEST = LiveRequest.of("What is 2+2?");

    /** Writes down everything, in the order in which it is told. */
    private static final class Notes implements LiveListener {
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void onText(String chunk) {
            told.add(chunk);
        }

        @Override
        public void onReasoning(String chunk) {
            told.add(chunk);
        }

        @Override
        public void onStep(int i, Step s) {
            told.add("step " + i + " " + s.text());
        }

        @Override
        public void onScore(int i, double reward, double addedMillis) {
            told.add("score " + i + " " + reward);
        }

        @Override
        public void onEnd(LiveResult r) {
            told.add("end");
        }
    }

    private static LiveScorer scorer(FakeRewardModel model) {
        return new LiveScorer(model, SplitRule.NEWLINE);
    }

    @Test
    void nothingIsToldAfterTheEnd() {
        Notes notes = new Notes();
        CompletableFuture<TextListener> stream = new CompletableFuture<>();
        LiveModel model = new Overtaken(stream);
        Calls.await(scorer(new FakeRewardModel()).run(model, REQUEST, notes));
        // The piece had been kept before the cancel and comes to be told only now.
        stream.join().onText("b");
        stream.join().onReasoning("c");
        assertThat(notes.told).contains("a").doesNotContain("b", "c").endsWith("end");
    }

    /** An answer whose last piece is told after it has ended, as a cancel can make it. */
    private record Overtaken(CompletableFuture<TextListener> listener) implements LiveModel {
        @Override
        public Connection connection() {
            return ScriptedModel.saying("").connection();
        }

        @Override
        public boolean recorded() {
            return false;
        }

        @Override
        public LiveCall<LiveAnswer> stream(LiveRequest r, TextListener l) {
            l.onText("a");
            listener.complete(l);
            LiveAnswer answer = new LiveAnswer("ab", "", Ending.CANCELLED, "", -1, -1, 0, false);
            return new LiveCall<>() {
                @Override
                public void cancel() {
                    // it has ended
                }

                @Override
                public CompletableFuture<LiveAnswer> result() {
                    return CompletableFuture.completedFuture(answer);
                }
            };
        }
    }

    @Test
    void aRewardThatIsNoNumberIsNotTold() {
        FakeRewardModel noNumbers =
                new FakeRewardModel() {
                    @Override
                    public ScoringSession begin(String problem) {
                        return step -> Double.NaN;
                    }
                };
        Notes notes = new Notes();
        LiveResult result =
                Calls.await(scorer(noNumbers).run(ScriptedModel.saying("a\nb"), REQUEST, notes));
        assertThat(notes.told).containsExactlyInAnyOrder("a\nb", "step 0 a", "step 1 b", "end");
        assertThat(result.score()).isNull();
        assertThat(result.scoringTrouble()).contains("failed at step 1", "kept without scores");
    }

    @Test
    void rewardsThatMakeNoScoreCostOnlyTheScores() {
        FakeRewardModel noScore =
                new FakeRewardModel() {
                    @Override
                    public TraceScore toScore(Trace trace, List<Double> rewards) {
                        throw new IllegalArgumentException("Rewards lie in [0, 1].");
                    }
                };
        LiveResult result =
                Calls.await(
                        scorer(noScore)
                                .run(ScriptedModel.saying("a\nb"), REQUEST, LiveListener.NONE));
        assertThat(result.trace().stepTexts()).containsExactly("a", "b");
        assertThat(result.score()).isNull();
        assertThat(result.scoringTrouble())
                .contains("gave no usable rewards", "kept without scores");
    }
}
