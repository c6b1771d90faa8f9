package org.stepwright.prm.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.ScoringSession;
import org.stepwright.score.TraceScore;
import org.stepwright.trace.SplitRule;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepStream;
import org.stepwright.trace.Trace;
import org.stepwright.work.WorkFailed;

/** The scoring of one answer: the stream puts text into a queue, one thread takes it out. */
final class LiveScoring implements LiveCall<LiveResult> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveScoring.class);

    private final RewardModel model;
    private final String problem;
    private final LiveListener listener;
    private final BiFunction<List<Step>, LiveAnswer, Trace> toTrace;
    private final CompletableFuture<LiveResult> result = new CompletableFuture<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile LiveCall<LiveAnswer> stream;

    // Held while a piece is told, so that the end is told after it and never before.
    private final Object telling = new Object();
    private boolean ended;

    // Only the scoring thread touches these.
    private final StepStream splitter;
    private final List<Step> steps = new ArrayList<>();
    private final List<Double> rewards = new ArrayList<>();
    private ScoringSession session;
    private int fedChars;
    private String scoringTrouble = "";

    /**
     * @param text the piece that arrived, or null at the end
     * @param answer the answer at the end, or null before
     * @param nanos when
     */
    private record Event(String text, LiveAnswer answer, long nanos) {}

    LiveScoring(
            RewardModel model,
            SplitRule rule,
            String problem,
            LiveListener listener,
            BiFunction<List<Step>, LiveAnswer, Trace> toTrace) {
        this.model = model;
        this.splitter = new StepStream(rule);
        this.problem = problem;
        this.listener = listener;
        this.toTrace = toTrace;
    }

    void start(LiveModel live, LiveRequest request) {
        // The stream first: when it cannot start, no thread is left behind.
        stream = live.stream(request, new Hearing());
        Thread thread = new Thread(this::work, "live-scoring");
        thread.setDaemon(true);
        thread.start();
        stream.result()
                .thenAccept(answer -> events.add(new Event(null, answer, System.nanoTime())));
    }

    @Override
    public void cancel() {
        stream.cancel();
    }

    @Override
    public CompletableFuture<LiveResult> result() {
        return result.copy();
    }

    private final class Hearing implements TextListener {
        @Override
        public void onText(String chunk) {
            events.add(new Event(chunk, null, System.nanoTime()));
            tellUnlessEnded(l -> l.onText(chunk));
        }

        @Override
        public void onReasoning(String chunk) {
            tellUnlessEnded(l -> l.onReasoning(chunk));
        }
    }

    private void work() {
        try {
            Event event = events.take();
            while (event.answer() == null) {
                fedChars += event.text().length();
                scoreAll(splitter.feed(event.text()), event.nanos());
                event = events.take();
            }
            end(event.answer(), event.nanos());
        } catch (InterruptedException | RuntimeException | Error e) {
            LOG.error("The steps of a live answer could not be made", e);
            endWithoutSteps(e);
        }
    }

    /** Keeps the answer even then; the future must end in any case. */
    private void endWithoutSteps(Throwable cause) {
        try {
            LiveAnswer answer = stream.result().join();
            finish(
                    new LiveResult(
                            toTrace.apply(List.of(), answer),
                            null,
                            answer,
                            "The answer could not be cut into steps; it is kept as it came."));
        } catch (RuntimeException e) {
            e.addSuppressed(cause);
            result.completeExceptionally(e);
        }
    }

    private void end(LiveAnswer answer, long nanos) {
        // A cancel can overtake the last pieces on their way here; the answer has them all.
        scoreAll(splitter.feed(answer.text().substring(fedChars)), nanos);
        scoreAll(splitter.finish(), nanos);
        Trace trace = toTrace.apply(steps, answer);
        TraceScore score = scoringTrouble.isEmpty() ? scoreOf(trace) : null;
        finish(new LiveResult(trace, score, answer, scoringTrouble));
    }

    /** The score row; null when the model's rewards make none, which is no fault of the steps. */
    private TraceScore scoreOf(Trace trace) {
        try {
            return model.toScore(trace, rewards);
        } catch (RuntimeException | Error e) {
            LOG.error("The rewards of a live answer make no score", e);
            scoringTrouble = sentence(e, "gave no usable rewards");
            return null;
        }
    }

    private void finish(LiveResult done) {
        synchronized (telling) {
            ended = true;
        }
        tell(l -> l.onEnd(done));
        result.complete(done);
    }

    private void scoreAll(List<Step> finished, long endedNanos) {
        for (Step step : finished) {
            int i = steps.size();
            steps.add(step);
            tell(l -> l.onStep(i, step));
            if (scoringTrouble.isEmpty()) {
                score(i, step, endedNanos);
            }
        }
    }

    private void score(int i, Step step, long endedNanos) {
        double reward;
        try {
            if (session == null) {
                session = model.begin(problem);
            }
            reward = session.next(step);
            if (!(reward >= 0 && reward <= 1)) {
                throw new IllegalStateException("A reward lies in [0, 1], this one is " + reward);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("The reward model failed on a live answer", e);
            scoringTrouble = sentence(e, "failed at step " + (i + 1));
            return;
        }
        rewards.add(reward);
        double addedMillis = (System.nanoTime() - endedNanos) / 1e6;
        tell(l -> l.onScore(i, reward, addedMillis));
    }

    /** After a cancel the stream may still bring a piece that the end has overtaken. */
    private void tellUnlessEnded(Consumer<LiveListener> what) {
        synchronized (telling) {
            if (!ended) {
                tell(what);
            }
        }
    }

    private String sentence(Throwable failure, String what) {
        return failure instanceof WorkFailed
                ? failure.getMessage()
                : "The reward model \""
                        + model.info().name()
                        + "\" "
                        + what
                        + "; the answer is kept without scores.";
    }

    /** A listener that fails must cost neither the answer nor its scores. */
    private void tell(Consumer<LiveListener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn("A listener of a scored live answer failed", e);
        }
    }
}
