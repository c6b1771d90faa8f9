package org.stepwright.prm.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.work.WorkFailed;

/** Several scored answers, a few at a time; each that ends starts the next. */
final class CandidatesCall implements LiveCall<LiveCandidates> {
    private static final Logger LOG = LoggerFactory.getLogger(CandidatesCall.class);

    private final int n;
    private final int atOnce;
    private final IntFunction<LiveCall<LiveResult>> starter;
    private final CompletableFuture<LiveCandidates> result = new CompletableFuture<>();

    // Guarded by this. The starter is others' code and runs outside, or a cancel would wait for it.
    private final List<LiveCall<LiveResult>> started = new ArrayList<>();
    private final LiveResult[] results;
    private int taken;
    private int running;
    private boolean stopped;
    private Throwable trouble;

    /**
     * @param n how many answers
     * @param atOnce how many at the same time
     * @param starter starts the answer with an index
     */
    CandidatesCall(int n, int atOnce, IntFunction<LiveCall<LiveResult>> starter) {
        this.n = n;
        this.atOnce = atOnce;
        this.starter = starter;
        this.results = new LiveResult[n];
    }

    /** Starts the first answers; throws what the starter threw when not even one has started. */
    void start() {
        startMore();
        Throwable why;
        synchronized (this) {
            why = started.isEmpty() ? trouble : null;
        }
        if (why instanceof RuntimeException known) {
            throw known;
        }
        if (why instanceof Error error) {
            throw error;
        }
    }

    private void startMore() {
        for (int index = take(); index >= 0; index = take()) {
            startOne(index);
        }
    }

    /** The next index, counted as running from now on; -1 when none may start now. */
    private synchronized int take() {
        if (stopped || running >= atOnce || taken >= n) {
            return -1;
        }
        running++;
        return taken++;
    }

    private void startOne(int index) {
        LiveCall<LiveResult> call;
        try {
            call = Objects.requireNonNull(starter.apply(index), "call");
        } catch (RuntimeException | Error e) {
            notStarted(e);
            return;
        }
        boolean late;
        synchronized (this) {
            started.add(call);
            late = stopped;
        }
        call.result().whenComplete((done, failure) -> ended(index, done, failure));
        if (late) {
            call.cancel();
        }
    }

    /** The next would hardly start either, so what runs is stopped and kept as far as it came. */
    private void notStarted(Throwable why) {
        boolean nobodyHears;
        synchronized (this) {
            running--;
            trouble = why;
            nobodyHears = !started.isEmpty();
        }
        if (nobodyHears) {
            LOG.error("One of several live answers could not be started", why);
        }
        cancel();
    }

    private void ended(int index, LiveResult done, Throwable failure) {
        synchronized (this) {
            running--;
            results[index] = done;
            trouble = failure == null ? trouble : failure;
        }
        startMore();
        finishIfOver();
    }

    private void finishIfOver() {
        List<LiveResult> all;
        Throwable why;
        synchronized (this) {
            if (running > 0 || (!stopped && taken < n)) {
                return;
            }
            all = Arrays.stream(results).filter(Objects::nonNull).toList();
            why = trouble;
        }
        if (all.isEmpty() && why != null) {
            result.completeExceptionally(
                    new WorkFailed("None of the answers could be scored; try again.", why));
        } else {
            result.complete(LiveCandidates.pick(all));
        }
    }

    @Override
    public void cancel() {
        List<LiveCall<LiveResult>> calls;
        synchronized (this) {
            stopped = true;
            calls = List.copyOf(started);
        }
        calls.forEach(LiveCall::cancel);
        finishIfOver();
    }

    @Override
    public CompletableFuture<LiveCandidates> result() {
        return result.copy();
    }
}
