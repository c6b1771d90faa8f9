package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stepwright.error.Failures;
import org.stepwright.task.InlineTaskRunner;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.work.WorkFailed;

class SaveQueueTest {
    private final Failures failures = new Failures();
    private final Clock noon = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private final SaveQueue queue =
            new SaveQueue(
                    new FxTasks(
                            new InlineTaskRunner(failures::sentence),
                            Runnable::run,
                            Runnable::run,
                            failures::sentence),
                    noon);
    private final List<String> saved = new ArrayList<>();

    @Test
    void savedIsSaidOnlyWhenTheFutureHasCompleted() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        queue.add(() -> slow, saved::add);
        assertThat(queue.pending().get()).isEqualTo(1);
        assertThat(queue.savedAt().get()).isNull();
        slow.complete("a");
        assertThat(queue.pending().get()).isZero();
        assertThat(queue.savedAt().get()).isEqualTo(LocalTime.NOON);
        assertThat(saved).containsExactly("a");
    }

    @Test
    void aFailureHoldsLaterChangesBackUntilTheRetry() {
        List<String> tried = new ArrayList<>();
        boolean[] diskFull = {true};
        queue.add(
                () -> {
                    tried.add("a");
                    return diskFull[0]
                            ? CompletableFuture.failedFuture(new WorkFailed("The disk is full."))
                            : CompletableFuture.completedFuture("a");
                },
                saved::add);
        queue.add(
                () -> {
                    tried.add("b");
                    return CompletableFuture.completedFuture("b");
                },
                saved::add);
        assertThat(queue.trouble().get()).isEqualTo("The disk is full.");
        assertThat(queue.pending().get()).isEqualTo(2);
        assertThat(tried).containsExactly("a");
        queue.retry();
        assertThat(queue.trouble().get()).isEqualTo("The disk is full.");
        diskFull[0] = false;
        queue.retry();
        assertThat(queue.trouble().get()).isEmpty();
        assertThat(tried).containsExactly("a", "a", "a", "b");
        assertThat(saved).containsExactly("a", "b");
    }

    @Test
    void flushHandsEverythingToTheStore() {
        List<String> tried = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            queue.add(
                    () -> {
                        tried.add(name);
                        return new CompletableFuture<>();
                    },
                    x -> {});
        }
        queue.flush();
        assertThat(tried).containsExactly("a", "b", "c");
    }

    @Test
    void settlingTellsOnceAllIsSavedOrSavingHasStopped() {
        List<String> told = new ArrayList<>();
        queue.settle(() -> told.add("empty"));
        assertThat(told).containsExactly("empty");
        CompletableFuture<String> slow = new CompletableFuture<>();
        boolean[] diskFull = {true};
        queue.add(() -> slow, saved::add);
        queue.add(
                () ->
                        diskFull[0]
                                ? CompletableFuture.failedFuture(new WorkFailed("Full."))
                                : CompletableFuture.completedFuture("b"),
                saved::add);
        queue.settle(() -> told.add("stopped"));
        assertThat(told).containsExactly("empty");
        slow.complete("a");
        assertThat(told).containsExactly("empty", "stopped");
        assertThat(queue.pending().get()).isEqualTo(1);
        diskFull[0] = false;
        queue.settle(() -> told.add("saved"));
        assertThat(told).containsExactly("empty", "stopped", "saved");
        assertThat(queue.pending().get()).isZero();
    }

    @Test
    void flushTriesAllEvenIfTheStoreIsClosed() {
        List<String> tried = new ArrayList<>();
        queue.add(() -> new CompletableFuture<>(), x -> {});
        for (String name : List.of("a", "b")) {
            queue.add(
                    () -> {
                        tried.add(name);
                        throw new IllegalStateException("closed");
                    },
                    x -> {});
        }
        queue.flush();
        assertThat(tried).containsExactly("a", "b");
    }
}
