package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.Workspace;

/** Ctrl-C while something goes on: what is there stays whole, and it is said how to go on. */
class CancelledCommandsTest {
    private static final int ROWS = 60_000;

    @TempDir Path folder;
    private Path workspace;
    private Path rows;

    @BeforeEach
    void make() throws IOException {
        workspace = folder.resolve("w.stepwright");
        CliRun.of(folder, "init", workspace).exits(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            text.append("{\"id\":\"t")
                    .append(i)
                    .append("\",\"problem\":\"p\",\"steps\":[\"s\"]}\n");
        }
        rows = Files.writeString(folder.resolve("r.jsonl"), text);
    }

    private long traces() {
        try (Workspace open = Workspace.open(workspace)) {
            assertThat(open.check().problems()).isEmpty();
            return open.counts().traces();
        }
    }

    /** Cancels once the first batch is in. */
    private void cancelWhenSomeAreIn(CancelSwitch cancel) {
        Thread watcher =
                new Thread(
                        () -> {
                            try (Workspace open = Workspace.open(workspace)) {
                                while (open.counts().traces() == 0) {
                                    Thread.sleep(2);
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            cancel.cancel();
                        });
        watcher.setDaemon(true);
        watcher.start();
    }

    @Test
    void anImportKeepsWholeBatchesAndTheSameCommandGoesOn() {
        CliRun stopped =
                CliRun.with(
                                folder,
                                Map.of(),
                                this::cancelWhenSomeAreIn,
                                "import",
                                "--workspace",
                                workspace,
                                rows)
                        .exits(130);
        long in = traces();
        assertThat(in).isBetween(1L, ROWS - 1L);
        assertThat(stopped.err())
                .contains(
                        String.format(Locale.ROOT, "%,d", in),
                        "the same command again adds only the rest");

        CliRun.of(folder, "import", "--workspace", workspace, rows).exits(0);
        assertThat(traces()).isEqualTo(ROWS);
    }

    @Test
    void aBackupLeavesNothing() throws IOException {
        CliRun.of(folder, "import", "--workspace", workspace, rows).exits(0);
        CliRun.with(folder, Map.of(), CancelSwitch::cancel, "backup", workspace).exits(130);
        Path backups = folder.resolve("w.stepwright.backups");
        try (var files = Files.list(backups)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsOnly(".lock");
        }
        CliRun.with(folder, Map.of(), CancelSwitch::cancel, "check", workspace).exits(130);
    }
}
