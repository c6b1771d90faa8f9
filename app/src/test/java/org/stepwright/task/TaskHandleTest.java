package org.stepwright.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.stepwright.work.Cancelled;
import org.stepwright.work.WorkFailed;

class TaskHandleTest {
    private final AtomicLong clock = new AtomicLong(1);
    private final List<TaskState> heard = new ArrayList<>();

    private <T> TaskHandle<T> handle(Work<T> work) {
        return new TaskHandle<>(
                "work", work, Throwable::getMessage, h -> heard.add(h.state()), clock::get);
    }

    @Test
    void succeedsWithItsResult() {
        TaskHandle<String> task = handle(p -> "done");
        assertThat(task.state()).isEqualTo(TaskState.SCHEDULED);
        task.run();
        assertThat(task.state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(task.result()).isCompletedWithValue("done");
        assertThat(task.fraction()).isEqualTo(1);
        assertThat(heard).containsExactly(TaskState.RUNNING, TaskState.SUCCEEDED);
    }

    @Test
    void failsWithASentence() {
        TaskHandle<String> task =
                handle(
                        p -> {
                            throw new WorkFailed("The disk is full.");
                        });
        task.run();
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.failure()).isEqualTo("The disk is full.");
        assertThatThrownBy(() -> task.result().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WorkFailed.class);
    }

    @Test
    void anErrorEndsTheTaskToo() {
        TaskHandle<String> task =
                handle(
                        p -> {
                            throw new StackOverflowError("deep");
                        });
        task.run();
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
    }

    @Test
    void cancelBeforeTheStartKeepsTheWorkFromRunning() {
        List<String> ran = new ArrayList<>();
        TaskHandle<Boolean> task = handle(p -> ran.add("ran"));
        task.cancel();
        task.run();
        assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(task.result()).isCancelled();
        assertThat(ran).isEmpty();
        assertThat(heard).containsExactly(TaskState.CANCELLED);
    }

    @Test
    void cancelWhileRunningIsHeardByTheWork() {
        TaskHandle<?>[] self = new TaskHandle<?>[1];
        TaskHandle<String> task =
                handle(
                        p -> {
                            self[0].cancel();
                            p.checkCancelled();
                            return "too far";
                        });
        self[0] = task;
        task.run();
        assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(task.failure()).isEmpty();
        assertThat(task.result()).isCancelled();
    }

    @Test
    void cancelAfterTheEndChangesNothing() {
        TaskHandle<String> task = handle(p -> "done");
        task.run();
        task.cancel();
        assertThat(task.state()).isEqualTo(TaskState.SUCCEEDED);
        assertThat(task.result()).isCompletedWithValue("done");
    }

    @Test
    void runsOnlyOnce() {
        List<String> ran = new ArrayList<>();
        TaskHandle<Boolean> task = handle(p -> ran.add("ran"));
        task.run();
        task.run();
        assertThat(ran).hasSize(1);
    }

    @Test
    void guessesTheTimeLeftFromWhatIsDone() {
        List<Duration> left = new ArrayList<>();
        TaskHandle<?>[] self = new TaskHandle<?>[1];
        TaskHandle<String> task =
                handle(
                        p -> {
                            left.add(self[0].left());
                            clock.addAndGet(Duration.ofSeconds(10).toNanos());
                            p.report(1, 4, "a quarter");
                            left.add(self[0].left());
                            p.report(5, -1, "who knows");
                            left.add(self[0].left());
                            return "";
                        });
        self[0] = task;
        task.run();
        assertThat(left).containsExactly(null, Duration.ofSeconds(30), null);
        assertThat(task.message()).isEqualTo("who knows");
        assertThat(task.left()).isNull();
    }

    @Test
    void progressIsToldNowAndThenAndStatesAlways() {
        TaskHandle<String> task =
                handle(
                        p -> {
                            for (int i = 0; i < 1000; i++) {
                                p.report(i, 1000, "row " + i);
                            }
                            return "";
                        });
        task.run();
        assertThat(heard)
                .containsExactly(TaskState.RUNNING, TaskState.RUNNING, TaskState.SUCCEEDED);
    }

    @Test
    void reportsBeyondTheEndsAreHeldInRange() {
        TaskHandle<?>[] self = new TaskHandle<?>[1];
        List<Double> seen = new ArrayList<>();
        TaskHandle<String> task =
                handle(
                        p -> {
                            p.report(7, 4, "");
                            seen.add(self[0].fraction());
                            p.report(-7, 4, "");
                            seen.add(self[0].fraction());
                            return "";
                        });
        self[0] = task;
        task.run();
        assertThat(seen).containsExactly(1.0, 0.0);
    }

    @Test
    void aThrownCancelIsNoFailure() {
        TaskHandle<String> task =
                handle(
                        p -> {
                            throw new Cancelled();
                        });
        task.run();
        assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
    }
}
