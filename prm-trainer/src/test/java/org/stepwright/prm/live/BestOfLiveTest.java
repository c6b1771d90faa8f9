package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.ScoringSession;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.trace.SplitRule;

/** Several answers run side by side, and the best scored complete one is picked. */
class BestOfLiveTest {
    private static final LiveRequest REQUEST = new LiveRequest("", "2+2?", 40);

    /** A step that is a number is its own reward. */
    private static final class NumbersModel extends FakeRewardModel {
        @Override
        public ScoringSession begin(String problem) {
            return step -> Double.parseDouble(step.text());
        }
    }

    private final BestOfLive best =
            new BestOfLive(new LiveScorer(new NumbersModel(), SplitRule.NEWLINE), 3);

    /** Answers by the seed: the request's seed plus the answer's index. */
    private record BySeed(List<LiveModel> models, AtomicInteger running, AtomicInteger most)
            implements LiveModel {
        @Override
        public Connection connection() {
            return models.get(0).connection();
        }

        @Override
        public boolean recorded() {
            return false;
        }

        @Override
        public LiveCall<LiveAnswer> stream(LiveRequest r, TextListener l) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            LiveCall<LiveAnswer> call = models.get(r.seed() - 40).stream(r, l);
            CompletableFuture<LiveAnswer> counted =
                    call.result().whenComplete((a, e) -> running.decrementAndGet());
            return new LiveCall<>() {
                @Override
                public void cancel() {
                    call.cancel();
                }

                @Override
                public CompletableFuture<LiveAnswer> result() {
                    return counted;
                }
            };
        }
    }

    private static BySeed answers(LiveModel... models) {
        return new BySeed(List.of(models), new AtomicInteger(), new AtomicInteger());
    }

    @Test
    void picksTheHighestTraceReward() {
        BySeed model =
                answers(
                        ScriptedModel.saying("0.9\n0.2"),
                        ScriptedModel.saying("0.7\n0.6"),
                        ScriptedModel.saying("0.6"),
                        ScriptedModel.saying("1\n0.1"),
                        ScriptedModel.saying("0.5"));
        LiveCandidates picked = Calls.await(best.run(model, REQUEST, 5, i -> LiveListener.NONE));
        assertThat(picked.results()).hasSize(5);
        assertThat(picked.best()).isEqualTo(1);
        assertThat(picked.bestResult().orElseThrow().trace().stepTexts())
                .containsExactly("0.7", "0.6");
        assertThat(model.most().get()).isLessThanOrEqualTo(3);
    }

    @Test
    void answersStreamSideBySide() {
        // Each answer ends only when three have begun: one after another, none would ever end.
        CountDownLatch begun = new CountDownLatch(3);
        LiveModel[] models = new LiveModel[3];
        Arrays.setAll(models, i -> new Together(begun));
        LiveCandidates picked =
                Calls.await(best.run(answers(models), REQUEST, 3, i -> LiveListener.NONE));
        assertThat(picked.results()).hasSize(3);
        assertThat(picked.results()).allMatch(r -> r.answer().ending() == Ending.COMPLETE);
    }

    /** Says its piece when as many answers have begun as the latch counts. */
    private record Together(CountDownLatch begun) implements LiveModel {
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
            CompletableFuture<LiveAnswer> result = new CompletableFuture<>();
            begun.countDown();
            Thread thread = new Thread(() -> sayTogether(r, l, result));
            thread.setDaemon(true);
            thread.start();
            return new LiveCall<>() {
                @Override
                public void cancel() {
                    // it is over in a moment
                }

                @Override
                public CompletableFuture<LiveAnswer> result() {
                    return result;
                }
            };
        }

        private void sayTogether(
                LiveRequest r, TextListener l, CompletableFuture<LiveAnswer> result) {
            try {
                begun.await();
                ScriptedModel.saying("0.5").stream(r, l).result().thenAccept(result::complete);
            } catch (InterruptedException e) {
                result.completeExceptionally(e);
            }
        }
    }

    @Test
    void prefersCompleteAnswers() {
        LiveModel cut = new ScriptedModel(List.of("1"), Ending.BROKEN);
        LiveCandidates picked =
                Calls.await(
                        best.run(
                                answers(cut, ScriptedModel.saying("0.3")),
                                REQUEST,
                                2,
                                i -> LiveListener.NONE));
        assertThat(picked.best()).isEqualTo(1);
        LiveCandidates onlyCut =
                Calls.await(best.run(answers(cut), REQUEST, 1, i -> LiveListener.NONE));
        assertThat(onlyCut.best()).isZero();
    }

    @Test
    void picksNoneWithoutScores() {
        LiveCandidates picked =
                Calls.await(
                        best.run(
                                answers(ScriptedModel.saying("no number")),
                                REQUEST,
                                1,
                                i -> LiveListener.NONE));
        assertThat(picked.best()).isEqualTo(-1);
        assertThat(picked.bestResult()).isEmpty();
    }

    @Test
    void aCancelStopsAllAndStartsNoMore() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(3);
        CountDownLatch heard = new CountDownLatch(3);
        List<Integer> asked = new ArrayList<>();
        try (FakeServer server =
                new FakeServer(
                        FakeServer.endless(
                                Speech.OLLAMA.contentType,
                                List.of(),
                                Speech.OLLAMA.text("0.5\\n"),
                                gone))) {
            LiveCall<LiveCandidates> call =
                    best.run(
                            new Calls().open(Speech.OLLAMA, server.url()),
                            REQUEST,
                            8,
                            i -> {
                                asked.add(i);
                                return new FirstText(heard, new AtomicBoolean());
                            });
            assertThat(heard.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            call.cancel();
            LiveCandidates picked = Calls.await(call);
            assertThat(picked.results()).hasSize(3);
            assertThat(picked.results()).allMatch(r -> r.answer().ending() == Ending.CANCELLED);
            assertThat(asked).containsExactly(0, 1, 2);
            assertThat(gone.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Counts once an answer, at its first text: by then the server is in the middle of it. */
    private record FirstText(CountDownLatch heard, AtomicBoolean counted) implements LiveListener {
        @Override
        public void onText(String chunk) {
            if (counted.compareAndSet(false, true)) {
                heard.countDown();
            }
        }

        @Override
        public void onStep(int i, org.stepwright.trace.Step s) {
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
    }
}
