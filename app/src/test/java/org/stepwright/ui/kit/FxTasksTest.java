package org.stepwright.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.error.Failures;
import org.stepwright.task.InlineTaskRunner;
import org.stepwright.work.Cancelled;
import org.stepwright.work.WorkFailed;

class FxTasksTest {
    private final Failures failures = new Failures();
    private final List<Runnable> ui = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final FxTasks tasks =
            new FxTasks(
                    new InlineTaskRunner(failures::sentence),
                    Runnable::run,
                    ui::add,
                    failures::sentence);

    @Test
    void resultsComeBackThroughTheUiThreadOnly() {
        tasks.<String>run("Work", p -> "done", heard::add, heard::add);
        assertThat(heard).isEmpty();
        ui.forEach(Runnable::run);
        assertThat(heard).containsExactly("done");
    }

    @Test
    void failuresComeAsSentences() {
        tasks.<String>run(
                "Work",
                p -> {
                    throw new WorkFailed("The disk is full.");
                },
                heard::add,
                heard::add);
        tasks.<String>query(
                () -> {
                    throw new WorkFailed("It is gone.");
                },
                heard::add,
                heard::add);
        ui.forEach(Runnable::run);
        assertThat(heard).containsExactly("The disk is full.", "It is gone.");
    }

    @Test
    void aCancelIsNoFailure() {
        tasks.<String>run(
                "Work",
                p -> {
                    throw new Cancelled();
                },
                heard::add,
                heard::add,
                () -> heard.add("cancelled"));
        ui.forEach(Runnable::run);
        assertThat(heard).containsExactly("cancelled");
    }

    @Test
    void anErrorOfAQueryIsToldToo() {
        tasks.<String>query(
                () -> {
                    throw new OutOfMemoryError("heap");
                },
                heard::add,
                heard::add);
        tasks.<String>query(
                () -> {
                    throw new StackOverflowError();
                },
                heard::add,
                heard::add);
        ui.forEach(Runnable::run);
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).startsWith("There is not enough memory");
    }
}
