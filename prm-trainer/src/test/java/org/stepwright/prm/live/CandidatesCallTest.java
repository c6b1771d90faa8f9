package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.trace.Trace;
import org.stepwright.work.WorkFailed;

/** Several calls end in every case, also when one of them cannot be started. */
class CandidatesCallTest {
    /** A call that ends when it is told to; a cancel ends it, too. */
    private static final class Answer implements LiveCall<LiveResult> {
        private final CompletableFuture<LiveResult> result = new CompletableFuture<>();

        void end(Ending ending) {
            LiveAnswer answer = new LiveAnswer("a", "", ending, "", -1, -1, 0, false);
            Trace trace = Trace.of("t", "p", List.of("a"));
            result.complete(new LiveResult(trace, null, answer, "no scores here"));
        }

        @Override
        public void cancel() {
            end(Ending.CANCELLED);
        }

        @Override
        public CompletableFuture<LiveResult> result() {
            return result;
        }
    }

    private final List<Answer> answers = new ArrayList<>();

    private Answer next() {
        Answer answer = new Answer();
        answers.add(answer);
        return answer;
    }

    @Test
    void anAnswerThatCannotBeStartedLaterEndsTheCallAndKeepsTheOthers() {
        CandidatesCall call = new CandidatesCall(5, 2, i -> i < 2 ? next() : fail(i));
        call.start();
        answers.get(0).end(Ending.COMPLETE);
        LiveCandidates kept = Calls.await(call);
        assertThat(kept.results())
                .extracting(r -> r.answer().ending())
                .containsExactly(Ending.COMPLETE, Ending.CANCELLED);
    }

    @Test
    void anAnswerThatCannotBeStartedBesideOthersStopsThem() {
        CandidatesCall call = new CandidatesCall(5, 3, i -> i < 1 ? next() : fail(i));
        call.start();
        assertThat(Calls.await(call).results())
                .extracting(r -> r.answer().ending())
                .containsExactly(Ending.CANCELLED);
    }

    @Test
    void whatStopsTheVeryFirstIsThrown() {
        CandidatesCall call = new CandidatesCall(5, 3, i -> fail(i));
        assertThatThrownBy(call::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no thread for answer 0");
    }

    @Test
    void keepsTheTroubleWhenNoAnswerIsLeft() {
        CandidatesCall call =
                new CandidatesCall(
                        2,
                        1,
                        i -> {
                            Answer answer = next();
                            answer.result.completeExceptionally(new IllegalStateException("gone"));
                            return answer;
                        });
        call.start();
        assertThatThrownBy(() -> Calls.await(call))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(WorkFailed.class)
                .hasRootCauseMessage("gone");
    }

    @Test
    void aCancelDoesNotWaitForOneThatIsBeingStarted() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        AtomicBoolean cameThrough = new AtomicBoolean();
        CandidatesCall call =
                new CandidatesCall(
                        3,
                        2,
                        i -> {
                            if (i == 1) {
                                starting.countDown();
                                cameThrough.set(opened(cancelled));
                            }
                            return next();
                        });
        Thread starter = new Thread(call::start);
        starter.start();
        assertThat(opened(starting)).isTrue();
        call.cancel();
        cancelled.countDown();
        starter.join();
        assertThat(cameThrough).isTrue();
        assertThat(Calls.await(call).results())
                .extracting(r -> r.answer().ending())
                .containsExactly(Ending.CANCELLED, Ending.CANCELLED);
    }

    private static LiveCall<LiveResult> fail(int index) {
        throw new IllegalStateException("no thread for answer " + index);
    }

    private static boolean opened(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
