package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/** What is typed while the disk does not take it waits, in order, and is saved when it does. */
class DiskTroubleTest {
    @TempDir Path folder;

    /** Verdicts in the order in which they reached the history; an undo as "undo". */
    private static List<String> history(LabelFixture f) {
        List<String> done = new ArrayList<>();
        f.workspace
                .history()
                .moments(m -> done.add(m.undo() ? "undo" : m.step() + " " + m.verdict()));
        return done;
    }

    @Test
    void whatIsTypedWhileAnotherProgramLocksTheFileIsSavedInOrderAfterwards() throws Exception {
        try (LabelFixture f = new LabelFixture(folder)) {
            f.addTraces(1);
            f.start();
            try (Connection other =
                            DriverManager.getConnection("jdbc:sqlite:" + f.workspace.file());
                    Statement statement = other.createStatement()) {
                statement.executeUpdate("BEGIN EXCLUSIVE");
                f.model.actions().verdict(Verdict.CORRECT);
                f.model.actions().verdict(Verdict.WRONG);
                f.model.undo();
                f.model.actions().verdict(Verdict.NEUTRAL);
                f.ui.drain();
                assertThat(f.model.saves().pending().get()).isEqualTo(4);
                assertThat(f.model.saves().savedAt().get()).as("nothing is called saved").isNull();
                assertThat(f.model.saves().trouble().get()).isEmpty();
                assertThat(history(f)).isEmpty();
                statement.executeUpdate("ROLLBACK");
            }
            f.saved();
            assertThat(history(f))
                    .containsExactly("0 CORRECT", "1 WRONG", "undo", lastOnSheet(f) + " NEUTRAL");
            assertThat(f.model.saves().savedAt().get()).isNotNull();
            assertThat(f.workspace.check().problems()).isEmpty();
        }
    }

    private static int lastOnSheet(LabelFixture f) {
        return f.stored("t0").entrySet().stream()
                .filter(e -> e.getValue() == Verdict.NEUTRAL)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsTypedOnAFullDiskIsSavedInOrderOnceThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()))
                .as("this user may mount a file system")
                .isTrue();
        try {
            typeOnAFullDisk(disk);
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void typeOnAFullDisk(Path disk) throws IOException {
        try (LabelFixture f = new LabelFixture(disk)) {
            f.addTraces(1);
            f.start();
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            int saved = 0;
            while (f.model.saves().trouble().get().isEmpty()) {
                f.model.actions().comment("t0", 3, "x".repeat(5_000 + saved++));
                f.ui.until(
                        () ->
                                f.model.saves().pending().get() == 0
                                        || !f.model.saves().trouble().get().isEmpty());
                assertThat(saved).as("the disk was full at some time").isLessThan(2_000);
            }
            assertThat(f.model.saves().trouble().get()).contains("disk is full");
            f.model.actions().verdict(Verdict.CORRECT);
            f.model.actions().verdict(Verdict.WRONG);
            f.ui.drain();
            assertThat(f.model.saves().pending().get()).isEqualTo(3);
            assertThat(f.stored("t0").values()).doesNotContain(Verdict.CORRECT, Verdict.WRONG);

            Files.delete(ballast);
            f.model.saves().retry();
            f.saved();

            assertThat(f.model.saves().trouble().get()).isEmpty();
            assertThat(f.stored("t0")).containsEntry(0, Verdict.CORRECT);
            assertThat(f.stored("t0")).containsEntry(1, Verdict.WRONG);
            int last = 5_000 + saved - 1;
            assertThat(f.workspace.labels().of("t0", LabelFixture.ME))
                    .filteredOn(l -> l.step() == 3)
                    .extracting(StepLabel::comment)
                    .containsExactly("x".repeat(last));
            assertThat(history(f)).hasSize(saved + 2).endsWith("0 CORRECT", "1 WRONG");
            assertThat(f.workspace.check().problems()).isEmpty();
        }
    }

    private static void fill(Path ballast) {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }

    private static boolean run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
