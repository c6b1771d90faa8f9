package org.stepwright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Run;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.label.LabelProbe;
import org.stepwright.work.Cancelled;

/** Closing the window or the workspace while work would be lost. */
class LeavingWindowTest {
    @TempDir Path folder;
    private Path file;
    private TestWindow window;

    @BeforeEach
    void open() {
        file = folder.resolve("w.stepwright");
        try (Workspace w = Workspace.create(file)) {
            w.traces()
                    .add(
                            List.of(
                                    new LabelledTrace(
                                            Trace.of("a", "How many?", List.of("One.", "Two.")),
                                            List.of())));
        }
        window = TestWindow.open(folder, file, "light", 1280, 800);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private LabelProbe label() {
        window.show("label");
        LabelProbe probe = new LabelProbe(window.fx(() -> window.shell().current()));
        window.until("a trace is open", () -> "a".equals(probe.traceId()) && probe.step() == 0);
        return probe;
    }

    private void askToClose() {
        window.fx(
                () -> {
                    window.stage()
                            .fireEvent(
                                    new WindowEvent(
                                            window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
                    return null;
                });
    }

    private void press(String button) {
        window.until(button + " is asked", () -> window.node(button) != null);
        window.fx(
                () -> {
                    ((Button) window.node(button)).fire();
                    return null;
                });
    }

    @Test
    void labelsThatCannotBeSavedAreAskedAboutBeforeTheWindowCloses() {
        LabelProbe probe = label();
        Runnable makeRoom = window.fx(probe::fillDisk);
        window.keys(KeyCode.DIGIT3);
        window.until("the label waits", () -> probe.pending() == 2);
        askToClose();
        press("leave-stay");
        assertThat(window.fx(() -> window.stage().isShowing())).isTrue();
        askToClose();
        window.until("it is asked again", () -> window.node("leave-retry") != null);
        window.until("the safe answer has the focus", () -> window.node("leave-retry").isFocused());
        makeRoom.run();
        press("leave-retry");
        window.until("the window has closed", () -> !window.stage().isShowing());
        assertThat(window.shell().workspace().labels().of("a", "ana"))
                .singleElement()
                .satisfies(l -> assertThat(l.verdict()).isEqualTo(Verdict.CORRECT));
    }

    @Test
    void theWindowClosesWithoutThemWhenThatIsWanted() {
        LabelProbe probe = label();
        window.fx(probe::fillDisk);
        window.keys(KeyCode.DIGIT3);
        askToClose();
        press("leave-go");
        window.until("the window has closed", () -> !window.stage().isShowing());
    }

    @Test
    void aWorkspaceIsNotLeftWithoutItsLabels() {
        LabelProbe probe = label();
        window.fx(probe::fillDisk);
        window.keys(KeyCode.DIGIT3);
        window.fx(
                () -> {
                    window.shell().closeWorkspace();
                    return null;
                });
        press("leave-stay");
        assertThat(window.fx(() -> window.shell().workspace())).isNotNull();
        assertThat(window.fx(probe::pending)).isEqualTo(2);
    }

    @Test
    void homeSaysThatLabelsAreNotSaved() {
        LabelProbe probe = label();
        window.show("home");
        assertThat(window.fx(() -> window.node("banner"))).isNull();
        Runnable makeRoom = window.fx(probe::fillDisk);
        window.until("it is said", () -> window.node("banner") != null);
        String not = window.fx(() -> window.node("banner").getAccessibleText());
        assertThat(not).startsWith("Not saved: The disk is full.");
        makeRoom.run();
        window.fx(
                () -> {
                    probe.retry();
                    return null;
                });
        window.until(
                "it is taken back", () -> !not.equals(window.node("banner").getAccessibleText()));
    }

    @Test
    void savedLabelsAreNotAskedAbout() {
        LabelProbe probe = label();
        window.keys(KeyCode.DIGIT3);
        askToClose();
        window.until("the window has closed", () -> !window.stage().isShowing());
        assertThat(probe.pending()).isZero();
        assertThat(window.shell().workspace().labels().of("a", "ana")).hasSize(1);
    }

    @Test
    void whatRunsIsCancelledAndWritesThatDownBeforeTheWorkspaceCloses() throws Exception {
        trainUntilCancelled();
        window.fx(
                () -> {
                    window.shell().closeWorkspace();
                    return null;
                });
        press("overlay-no");
        assertThat(window.fx(() -> window.shell().workspace())).isNotNull();
        window.fx(
                () -> {
                    window.shell().closeWorkspace();
                    return null;
                });
        press("overlay-yes");
        window.until("it is closed", () -> window.shell().workspace() == null);
        window.until(
                "the run is cancelled",
                () -> {
                    try (Workspace again = Workspace.open(file)) {
                        return again.runs().find("r").orElseThrow().status()
                                == Run.Status.CANCELLED;
                    }
                });
    }

    @Test
    void whatRunsWhenTheWindowClosesWritesThatDownToo() throws Exception {
        trainUntilCancelled();
        askToClose();
        press("overlay-yes");
        window.until("the window has closed", () -> !window.stage().isShowing());
        window.fx(
                () -> {
                    window.shell().close();
                    return null;
                });
        window.shell().end();
        try (Workspace again = Workspace.open(file)) {
            assertThat(again.runs().find("r").orElseThrow().status())
                    .isEqualTo(Run.Status.CANCELLED);
        }
    }

    /** Works as a training does: remembers that it runs, and in the end that it was cancelled. */
    private void trainUntilCancelled() throws InterruptedException {
        Workspace workspace = window.shell().workspace();
        CountDownLatch started = new CountDownLatch(1);
        window.app()
                .tasks()
                .submit(
                        "Train",
                        progress -> {
                            workspace.runs().save(run(Run.Status.RUNNING));
                            started.countDown();
                            while (!progress.isCancelled()) {
                                Thread.onSpinWait();
                            }
                            workspace.runs().save(run(Run.Status.CANCELLED));
                            throw new Cancelled();
                        });
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Run run(Run.Status status) {
        Instant end = status == Run.Status.RUNNING ? null : Instant.EPOCH.plusSeconds(60);
        return new Run(
                "r", Run.Kind.TRAIN, "run", Instant.EPOCH, end, status, "signals", "", "", "", "");
    }
}
