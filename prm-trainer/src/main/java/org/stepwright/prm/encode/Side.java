package org.stepwright.prm.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.stepwright.work.Progress;

/** Runs numbered pieces of work side by side on a few threads that end with the work. */
final class Side {
    private static final int REPORT_EVERY = 32;

    private final int threads;

    Side(int threads) {
        this.threads = threads;
    }

    /**
     * Returns when all pieces are done. The first failure or a cancel stops the others between
     * pieces and is thrown.
     */
    void run(int pieces, Progress progress, IntConsumer piece) {
        if (pieces == 0) {
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable loop =
                () -> {
                    for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                        progress.checkCancelled();
                        piece.accept(i);
                        if (i % REPORT_EVERY == 0) {
                            progress.report(i, pieces, "Encoding steps");
                        }
                    }
                };
        int workers = Math.min(threads, pieces);
        if (workers == 1) {
            loop.run();
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers, Side::daemon);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                futures.add(pool.submit(loop));
            }
            awaitAll(futures, () -> next.set(pieces));
        } finally {
            pool.shutdown();
        }
    }

    /** Waits for every thread even after a failure: native sessions must not close under one. */
    private static void awaitAll(List<Future<?>> futures, Runnable stop) {
        Throwable failure = null;
        boolean interrupted = false;
        for (Future<?> future : futures) {
            boolean waiting = true;
            while (waiting) {
                try {
                    future.get();
                    waiting = false;
                } catch (ExecutionException e) {
                    failure = failure == null ? e.getCause() : failure;
                    stop.run();
                    waiting = false;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop.run();
                }
            }
        }
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new org.stepwright.work.Cancelled();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "encoder");
        thread.setDaemon(true);
        return thread;
    }
}
