package org.stepwright.storage;

import java.util.concurrent.CompletableFuture;

/** A change in the writer's queue and the future of its result. */
final class Job<T> {
    private final Durability durability;
    private final boolean groupable;
    private final Change<T> change;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private T result;
    private Throwable failure;

    Job(Durability durability, boolean groupable, Change<T> change) {
        this.durability = durability;
        this.groupable = groupable;
        this.change = change;
    }

    /** Null when the change begins and ends its transactions itself. */
    Durability durability() {
        return durability;
    }

    /** Whether it may share a commit with other small changes. */
    boolean groupable() {
        return groupable;
    }

    CompletableFuture<T> future() {
        return future;
    }

    void apply(Db db) throws Exception {
        result = change.apply(db);
    }

    void fail(Throwable cause) {
        failure = cause;
    }

    /** Tells whoever waits; only called when the transaction has ended. */
    void complete() {
        if (failure == null) {
            future.complete(result);
        } else {
            future.completeExceptionally(failure);
        }
    }
}
