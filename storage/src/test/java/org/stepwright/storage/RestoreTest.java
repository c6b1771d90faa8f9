package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.label.Verdict.CORRECT;
import static org.stepwright.label.Verdict.WRONG;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.QueueOrder;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

class RestoreTest {
    @TempDir Path dir;
    private Path file;
    private Backups backups;
    private Backup backup;

    /** A workspace with a backup, and labels that were given since. */
    @BeforeEach
    void make() {
        file = dir.resolve("w");
        backups = new Backups(file, BackupRules.DEFAULTS, Clock.systemUTC());
        try (Workspace workspace = Workspace.create(file)) {
            workspace.traces().add(List.of(Samples.unlabelled("a", "0", "1")));
            workspace.labels().put(Samples.label("a", 0, WRONG, "anna")).join();
            backup = backups.make(BackupReason.MANUAL, Progress.NONE);
            workspace.traces().add(List.of(Samples.unlabelled("b", "0", "1")));
            workspace.labels().put(Samples.label("a", 1, WRONG, "anna")).join();
            workspace.labels().put(Samples.label("b", 0, CORRECT, "bert")).join();
            workspace.labels().put(Samples.label("b", 1, CORRECT, "bert")).join();
            workspace.remarks().add(Remark.of("a", 0, "boss", "Look again.", Samples.AT));
        }
    }

    private Restore restore(Path from) {
        return new Restore(file, from, backups);
    }

    private static WorkspaceCounts counts(Path file) {
        try (Workspace workspace = Workspace.open(file)) {
            assertThat(workspace.check().problems()).isEmpty();
            return workspace.counts();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void thePreviewSaysWhatWouldBeLost() {
        try (Workspace workspace = Workspace.open(file)) {
            RestorePreview preview = restore(backup.file()).preview(Progress.NONE);

            assertThat(preview.there()).isEqualTo(backup.counts());
            assertThat(preview.here()).isEqualTo(workspace.counts());
            assertThat(preview.lost())
                    .isEqualTo(
                            new RestorePreview.Lost(
                                    1,
                                    3,
                                    new java.util.TreeMap<>(Map.of("anna", 1L, "bert", 2L)),
                                    0,
                                    1,
                                    0,
                                    0,
                                    0,
                                    0));
            assertThat(preview.problem()).isEmpty();
            assertThat(preview.lastChange()).isNotNull();
        }
    }

    @Test
    void thePreviewKnowsWhatIsNoLabel() {
        Backup all = backups.make(BackupReason.MANUAL, Progress.NONE);
        try (Workspace workspace = Workspace.open(file)) {
            assertThat(restore(all.file()).preview(Progress.NONE).lost().isNothing()).isTrue();
            workspace.aside().setAside(List.of("a", "b"), "junk", "anna");
            workspace.gold().add(List.of("a"), GoldUse.GOLD, "anna");
            workspace.views().save(new SavedView("mine", "verdict:wrong", QueueOrder.IMPORTED));

            RestorePreview.Lost lost = restore(all.file()).preview(Progress.NONE).lost();

            assertThat(lost.others()).isEqualTo(3);
            assertThat(lost.isNothing()).isFalse();
        }
    }

    @Test
    void theBackupThatIsRestoredIsNotPushedOutByTheOneThatIsMadeBefore() throws Exception {
        backups = new Backups(file, BackupRules.DEFAULTS, Clock.systemUTC());
        List<Backup> before = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            before.add(backups.make(BackupReason.MERGE, Progress.NONE));
        }
        Backup oldest = before.get(0);
        Progress late =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        // nobody listens
                    }

                    @Override
                    public boolean isCancelled() {
                        // Once the backup of what is there was made.
                        return backups.list().stream()
                                .anyMatch(b -> b.reason() == BackupReason.RESTORE);
                    }
                };

        assertThatThrownBy(() -> restore(oldest.file()).run(late)).isInstanceOf(Cancelled.class);

        assertThat(oldest.file()).exists();
        restore(oldest.file()).run(Progress.NONE);
        assertThat(counts(file)).isEqualTo(oldest.counts());
    }

    @Test
    void aDamagedWorkspaceThatSomebodyStillHasOpenIsRefused() throws Exception {
        Process other = LabelLoop.start(OpenHolder.class, file, dir);
        try (BufferedReader out =
                        new BufferedReader(
                                new InputStreamReader(
                                        other.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream in = other.getOutputStream()) {
            assertThat(out.readLine()).isEqualTo("open");
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.write("this was a workspace once".getBytes(StandardCharsets.US_ASCII));
            }
            assertThatThrownBy(() -> restore(backup.file()).run(Progress.NONE))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("open in another window or program");
            in.write('\n');
            in.flush();
            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        restore(backup.file()).run(Progress.NONE);
        assertThat(counts(file)).isEqualTo(backup.counts());
    }

    @Test
    void aRestoreThatIsCancelledLeavesTheLogOfALostWorkspace() throws Exception {
        Files.delete(file);
        Files.writeString(dir.resolve("w-wal"), "its log");
        Progress late =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        // nobody listens
                    }

                    @Override
                    public boolean isCancelled() {
                        try (Stream<Path> files = Files.list(backups.folder())) {
                            return files.anyMatch(f -> f.toString().endsWith(".damaged-wal"));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                };

        assertThatThrownBy(() -> restore(backup.file()).run(late)).isInstanceOf(Cancelled.class);

        assertThat(file).doesNotExist();
        assertThat(dir.resolve("w-wal")).hasContent("its log");
    }

    @Test
    void theFolderOfBackupsMayBeALink() throws Exception {
        Path elsewhere = Files.createDirectory(dir.resolve("another disk"));
        try (Stream<Path> files = Files.list(backups.folder())) {
            for (Path one : files.toList()) {
                Files.move(one, elsewhere.resolve(one.getFileName()));
            }
        }
        Files.delete(backups.folder());
        Files.createSymbolicLink(backups.folder(), elsewhere);

        backups.make(BackupReason.MANUAL, Progress.NONE);
        restore(backup.file()).run(Progress.NONE);

        assertThat(counts(file)).isEqualTo(backup.counts());
    }

    @Test
    void theBackupTakesThePlaceAndWhatWasThereIsKept() throws Exception {
        WorkspaceCounts now = counts(file);

        Backup before = restore(backup.file()).run(Progress.NONE).orElseThrow();

        assertThat(counts(file)).isEqualTo(backup.counts());
        assertThat(before.reason()).isEqualTo(BackupReason.RESTORE);
        assertThat(before.counts()).isEqualTo(now);
        assertThat(restore(before.file()).preview(Progress.NONE).lost().tracesOnlyThere())
                .isEqualTo(1);

        restore(before.file()).run(Progress.NONE);
        assertThat(counts(file)).as("and back").isEqualTo(now);
        assertThat(restore(before.file()).preview(Progress.NONE).lost().isNothing()).isTrue();
        assertThat(names()).noneMatch(name -> name.startsWith(".stepwright"));
    }

    @Test
    void anOpenWorkspaceIsRefused() {
        WorkspaceCounts now;
        try (Workspace workspace = Workspace.open(file)) {
            now = workspace.counts();
            assertThatThrownBy(() -> restore(backup.file()).run(Progress.NONE))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("open in another window or program");
            workspace.labels().put(Samples.label("a", 1, CORRECT, "anna")).join();
        }
        assertThat(counts(file).events()).isEqualTo(now.events() + 1);
    }

    @Test
    void oneThatIsOpenInAnotherProcessIsRefused() throws Exception {
        Process other = LabelLoop.start(OpenHolder.class, file, dir);
        try (BufferedReader out =
                        new BufferedReader(
                                new InputStreamReader(
                                        other.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream in = other.getOutputStream()) {
            assertThat(out.readLine()).isEqualTo("open");
            assertThatThrownBy(() -> restore(backup.file()).run(Progress.NONE))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("open in another window or program");
            in.write('\n');
            in.flush();
            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        restore(backup.file()).run(Progress.NONE);
        assertThat(counts(file)).isEqualTo(backup.counts());
    }

    /** Opens the workspace as soon as it can, and labels in it. */
    private final class Eager implements Progress {
        private final Thread thread = new Thread(this::label);
        private WorkspaceCounts seen;

        @Override
        public void report(long done, long total, String message) {
            if (message.startsWith("Putting")) {
                thread.start();
                try {
                    // Long enough to open the file that is about to go.
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private void label() {
            while (seen == null) {
                try (Workspace workspace = Workspace.open(file)) {
                    workspace.labels().put(Samples.label("a", 1, CORRECT, "zoe")).join();
                    seen = workspace.counts();
                } catch (WorkFailed e) {
                    assertThat(e).hasMessageContaining("Another program is writing");
                }
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    @Test
    void whoeverOpensItMeanwhileWaitsOrGetsTheRestoredOne() throws Exception {
        Eager eager = new Eager();

        restore(backup.file()).run(eager);
        eager.thread.join();

        assertThat(eager.seen.events()).isEqualTo(backup.counts().events() + 1);
        assertThat(counts(file)).isEqualTo(eager.seen);
    }

    @Test
    void newerForeignDamagedAndMissingBackupsAreRefused() throws Exception {
        byte[] now = Files.readAllBytes(file);
        Path newer = Files.copy(backup.file(), dir.resolve("newer"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + newer);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = " + (Migrations.CURRENT.latest() + 1));
        }
        refused(newer, "newer version");
        refused(Files.writeString(dir.resolve("text"), "no database at all"), "no workspace");
        refused(dir.resolve("nothing"), "no file");
        refused(file, "same file");
        Path damaged = Files.copy(backup.file(), dir.resolve("damaged"));
        try (RandomAccessFile bytes = new RandomAccessFile(damaged.toFile(), "rw")) {
            bytes.seek(4096 * 3);
            bytes.write(new byte[4096 * 4]);
        }
        refused(damaged, "damaged");
        Path cut = Files.copy(backup.file(), dir.resolve("cut"));
        try (RandomAccessFile bytes = new RandomAccessFile(cut.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        refused(cut, "damaged");

        assertThat(counts(file).traces()).isEqualTo(2);
        assertThat(now.length).isPositive();
        assertThat(backups.list()).as("no backup was needed").containsExactly(backup);
    }

    private void refused(Path from, String because) {
        assertThatThrownBy(() -> restore(from).run(Progress.NONE))
                .as(from.toString())
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining(because);
    }

    @Test
    void aDamagedWorkspaceIsKeptByteByByte() throws Exception {
        Files.writeString(file, "this was a workspace once");

        RestorePreview preview = restore(backup.file()).preview(Progress.NONE);
        assertThat(preview.here()).isNull();
        assertThat(preview.problem()).contains("damaged");
        assertThat(restore(backup.file()).run(Progress.NONE)).isEmpty();

        assertThat(counts(file)).isEqualTo(backup.counts());
        try (Stream<Path> files = Files.list(backups.folder())) {
            assertThat(files.filter(f -> f.toString().endsWith(".damaged")))
                    .singleElement()
                    .satisfies(f -> assertThat(f).hasContent("this was a workspace once"));
        }
    }

    @Test
    void aMissingWorkspaceComesBackAndAnOldLogDoesNot() throws Exception {
        Files.delete(file);
        Files.writeString(dir.resolve("w-wal"), "an old log");

        assertThat(restore(backup.file()).preview(Progress.NONE).problem()).contains("no file");
        assertThat(file).as("looking makes none").doesNotExist();
        assertThat(restore(backup.file()).run(Progress.NONE)).isEmpty();

        assertThat(counts(file)).isEqualTo(backup.counts());
    }

    @Test
    void anOlderBackupIsComparedRestoredAndUpdated() throws Exception {
        Path older = dir.resolve("older");
        try (InputStream in =
                new GZIPInputStream(
                        RestoreTest.class.getResourceAsStream("workspace-v2.sqlite.gz"))) {
            Files.copy(in, older);
        }
        byte[] bytes = Files.readAllBytes(older);

        RestorePreview preview = restore(older).preview(Progress.NONE);
        assertThat(preview.there().events()).isEqualTo(9);
        assertThat(preview.lost().changes()).isEqualTo(4);
        restore(older).run(Progress.NONE);

        assertThat(counts(file).events()).isEqualTo(9);
        assertThat(older).hasBinaryContent(bytes);
    }

    @Test
    void aCancelChangesNothing() throws Exception {
        WorkspaceCounts now = counts(file);
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        // nobody listens
                    }

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        assertThatThrownBy(() -> restore(backup.file()).run(cancelled))
                .isInstanceOf(Cancelled.class);
        assertThat(counts(file)).isEqualTo(now);
        assertThat(names()).noneMatch(name -> name.startsWith(".stepwright"));
    }

    /** 20 kills at any time: the file is the old one or the new one. */
    @Test
    void aKilledRestoreLeavesTheOldOrTheNewFile() throws Exception {
        WorkspaceCounts old = counts(file);
        Path later = backups.make(BackupReason.MANUAL, Progress.NONE).file();
        Random random = new Random(5);
        int restored = 0;
        for (int kill = 0; kill < 20; kill++) {
            Process child = LabelLoop.start(RestoreLoop.class, file, dir);
            try (BufferedReader out =
                            new BufferedReader(
                                    new InputStreamReader(
                                            child.getInputStream(), StandardCharsets.US_ASCII));
                    OutputStream in = child.getOutputStream()) {
                in.write((backup.file() + "\n" + later + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
                assertThat(out.readLine()).isEqualTo("ready");
                Thread.sleep(random.nextInt(1_200));
                child.destroyForcibly().waitFor();
            }
            WorkspaceCounts found = counts(file);
            assertThat(found).as("kill %d", kill).isIn(old, backup.counts());
            restored += found.equals(old) ? 0 : 1;
        }
        System.out.printf("killed 20 times, %d times the new file, else the old one%n", restored);
    }
}
