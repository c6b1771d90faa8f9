package org.stepwright.prm.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.stepwright.work.WorkFailed;

/** Several scored answers, a few at a time; each that ends starts the next. */
final class CandidatesCall implements LiveCall<LiveCandidates> {
    private final int n;
    private final int atOnce;
    private final IntFunction<LiveCall<LiveResult>> starter;
    private final CompletableFuture<LiveCandidates> result = new CompletableFuture<>();

    // Guarded by this.
    private final List<LiveCall<LiveResult>> started = new ArrayList<>();
    private final LiveResult[] results;
    private int running;
    private boolean cancelled;
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

    void startMore() {
        while (startOne()) {
            // until enough are running
        }
    }

    private boolean startOne() {
        int index;
        LiveCall<LiveResult> call;
        synchronized (this) {
            if (cancelled || running >= atOnce || started.size() >= n) {
                return false;
            }
            index = started.size();
            call = starter.apply(index);
            started.add(call);
            running++;
        }
        call.result().whenComplete((done, failure) -> ended(index, done, failure));
        return true;
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
            if (running > 0 || (!cancelled && started.size() < n)) {
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
            cancelled = true;
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
