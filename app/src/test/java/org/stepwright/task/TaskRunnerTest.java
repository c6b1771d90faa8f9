package org.stepwright.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
    @Test
    void threadsRunTasksAndListenersHearTheEnd() throws Exception {
        List<TaskState> heard = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch ended = new CountDownLatch(1);
        try (TaskRunner runner = new ThreadTaskRunner(Throwable::getMessage)) {
            runner.addListener(
                    h -> {
                        heard.add(h.state());
                        if (h.state().isFinal()) {
                            ended.countDown();
                        }
                    });
            TaskHandle<String> task = runner.submit("name", p -> Thread.currentThread().getName());
            assertThat(task.result().get(10, TimeUnit.SECONDS)).startsWith("task-");
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(runner.tasks()).hasSize(1).allMatch(h -> h == task);
        }
        assertThat(heard).endsWith(TaskState.SUCCEEDED).contains(TaskState.RUNNING);
    }

    @Test
    void closeCancelsWhatRunsAndWaits() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        TaskRunner runner = new ThreadTaskRunner(Throwable::getMessage);
        TaskHandle<Void> running =
                runner.submit(
                        "loop",
                        p -> {
                            started.countDown();
                            while (true) {
                                p.checkCancelled();
                                Thread.onSpinWait();
                            }
                        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        runner.close();
        assertThat(running.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(runner.submit("late", p -> "").state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void aListenerThatThrowsHarmsNobody() {
        InlineTaskRunner runner = new InlineTaskRunner(Throwable::getMessage);
        List<TaskState> heard = new ArrayList<>();
        runner.addListener(
                h -> {
                    throw new IllegalStateException("bad listener");
                });
        runner.addListener(h -> heard.add(h.state()));
        assertThat(runner.submit("work", p -> 1).result()).isCompletedWithValue(1);
        assertThat(heard)
                .containsExactly(TaskState.SCHEDULED, TaskState.RUNNING, TaskState.SUCCEEDED);
    }

    @Test
    void aRemovedListenerHearsNothing() {
        InlineTaskRunner runner = new InlineTaskRunner(Throwable::getMessage);
        List<TaskState> heard = new ArrayList<>();
        Consumer<TaskHandle<?>> listener = h -> heard.add(h.state());
        runner.addListener(listener);
        runner.removeListener(listener);
        runner.submit("work", p -> 1);
        assertThat(heard).isEmpty();
    }

    @Test
    void onlyTheLastEndedTasksAreKept() {
        InlineTaskRunner runner = new InlineTaskRunner(Throwable::getMessage);
        for (int i = 0; i < 100; i++) {
            runner.submit("task " + i, p -> "");
        }
        assertThat(runner.tasks()).hasSizeBetween(20, 21);
        assertThat(runner.tasks().get(runner.tasks().size() - 1).title()).isEqualTo("task 99");
    }
}
