package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.label.Verdict.WRONG;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

class BackupsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir Path dir;
    private Workspace workspace;

    @BeforeEach
    void make() {
        workspace = Workspace.create(dir.resolve("team.stepwright"));
        workspace.traces().add(List.of(Samples.labelled("a", "anna", WRONG, WRONG)));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Backups at(int day) {
        Clock clock = Clock.fixed(START.plusSeconds(86_400L * day), ZoneOffset.UTC);
        return new Backups(workspace.file(), BackupRules.DEFAULTS, clock);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("team.stepwright.backups"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void isReadAgainAndListedWithWhatIsInIt() throws Exception {
        Backup made = at(0).make(BackupReason.MANUAL, Progress.NONE);

        assertThat(made.file().getFileName())
                .hasToString("team.stepwright-2026-03-02-090000-manual.bak");
        assertThat(made.counts()).isEqualTo(workspace.counts());
        assertThat(made.at()).isEqualTo(LocalDateTime.parse("2026-03-02T09:00:00"));
        assertThat(at(5).list()).containsExactly(made);
        assertThat(names())
                .containsExactly(
                        ".lock",
                        "team.stepwright-2026-03-02-090000-manual.bak",
                        "team.stepwright-2026-03-02-090000-manual.bak.json");
        Path copy = Files.copy(made.file(), dir.resolve("copy"));
        try (Workspace opened = Workspace.open(copy)) {
            assertThat(opened.check().problems()).isEmpty();
            assertThat(opened.labels().of("a")).isEqualTo(workspace.labels().of("a"));
        }
    }

    @Test
    void isOfOneMomentWhilePeopleLabel() throws Exception {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            steps.add("step " + i);
        }
        workspace.traces().add(List.of(Samples.unlabelled("b", steps.toArray(String[]::new))));
        AtomicBoolean stop = new AtomicBoolean();
        Thread labeller =
                new Thread(
                        () -> {
                            for (int i = 0; !stop.get(); i++) {
                                workspace
                                        .labels()
                                        .put(Samples.label("b", i % 50, WRONG, "bert"))
                                        .join();
                            }
                        });
        labeller.start();
        try {
            for (int day = 0; day < 5; day++) {
                Backup backup = at(day).make(BackupReason.MANUAL, Progress.NONE);
                Path copy = Files.copy(backup.file(), dir.resolve("copy" + day));
                try (Workspace opened = Workspace.open(copy)) {
                    assertThat(opened.check().problems()).isEmpty();
                    assertThat(opened.counts()).isEqualTo(backup.counts());
                }
            }
        } finally {
            stop.set(true);
            labeller.join();
        }
        assertThat(workspace.labels().undoDepth("bert")).isPositive();
    }

    @Test
    void thereIsOneADay() {
        assertThat(at(0).isDailyDue()).isTrue();
        assertThat(at(0).makeDaily(Progress.NONE)).isPresent();
        assertThat(at(0).makeDaily(Progress.NONE)).isEmpty();
        assertThat(at(1).makeDaily(Progress.NONE)).isPresent();
        assertThat(at(1).list()).hasSize(2);
    }

    @Test
    void anEmptyWorkspaceNeedsNone() {
        try (Workspace empty = Workspace.create(dir.resolve("empty"))) {
            Backups backups = new Backups(empty.file(), BackupRules.DEFAULTS, Clock.systemUTC());
            assertThat(backups.makeDaily(Progress.NONE)).isEmpty();
            assertThat(backups.folder()).doesNotExist();
        }
    }

    @Test
    void olderOnesGoAndNothingElse() throws Exception {
        Path folder = Files.createDirectories(at(0).folder());
        List<String> foreign =
                List.of(
                        "notes.txt",
                        "team.stepwright-2020-01-01-000000-daily.bak",
                        "other.stepwright-2020-01-01-000000-daily.bak",
                        "team.stepwright-2020-99-99-000000-daily.bak");
        for (String name : foreign) {
            Files.writeString(folder.resolve(name), "mine");
        }
        Backup asked = at(0).make(BackupReason.MANUAL, Progress.NONE);
        for (int day = 0; day < 30; day++) {
            at(day).makeDaily(Progress.NONE);
        }
        assertThat(names()).containsAll(foreign);
        List<Backup> verified = at(30).list().stream().filter(Backup::verified).toList();
        assertThat(verified).hasSize(7 + 4 + 1).contains(asked);
        assertThat(at(30).list()).hasSize(7 + 4 + 1 + 1);
    }

    @Test
    void oneThatWasChangedSinceIsNotVerified() throws Exception {
        Backup made = at(0).make(BackupReason.MANUAL, Progress.NONE);
        try (RandomAccessFile file = new RandomAccessFile(made.file().toFile(), "rw")) {
            file.setLength(made.bytes() - 100);
        }
        assertThat(at(0).list()).extracting(Backup::verified).containsExactly(false);
    }

    @Test
    void aHostileNoteIsNotBelieved() throws Exception {
        Backup made = at(0).make(BackupReason.MANUAL, Progress.NONE);
        Path note = made.file().resolveSibling(made.file().getFileName() + ".json");
        for (String text :
                List.of(
                        "",
                        "[",
                        "[]",
                        "{\"bytes\":\"" + made.bytes() + "\"}",
                        "x".repeat(70_000))) {
            Files.writeString(note, text);
            assertThat(at(0).list()).extracting(Backup::verified).containsExactly(false);
        }
        Files.write(note, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(at(0).list()).extracting(Backup::verified).containsExactly(false);
    }

    @Test
    void aCancelLeavesNothing() throws Exception {
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
        assertThatThrownBy(() -> at(0).make(BackupReason.MANUAL, cancelled))
                .isInstanceOf(Cancelled.class);
        assertThat(names()).containsExactly(".lock");
    }

    @Test
    void whatAKilledOneLeftGoesWithTheNext() throws Exception {
        Path folder = Files.createDirectories(at(0).folder());
        Files.writeString(
                folder.resolve(".stepwright-00000000-0000-4000-8000-000000000000.unread"), "half");
        Files.writeString(folder.resolve(".stepwright-mine"), "not ours");
        at(0).make(BackupReason.MANUAL, Progress.NONE);
        assertThat(names()).contains(".stepwright-mine").noneMatch(n -> n.endsWith(".unread"));
    }

    @Test
    void onlyOneIsMadeAtATime() throws Exception {
        Path folder = Files.createDirectories(at(0).folder());
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve(".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> at(0).make(BackupReason.MANUAL, Progress.NONE))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("being made already");
            assertThat(at(0).makeDaily(Progress.NONE)).as("somebody does it").isEmpty();
        }
        assertThat(at(0).make(BackupReason.MANUAL, Progress.NONE).verified()).isTrue();
    }

    @Test
    void aDamagedWorkspaceIsNoBackup() throws Exception {
        at(0).makeDaily(Progress.NONE);
        List<String> before = names();
        Path file = workspace.file();
        workspace.close();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            // All pages but the first.
            bytes.seek(4096);
            bytes.write(new byte[(int) bytes.length() - 4096]);
        }
        assertThatThrownBy(() -> at(1).make(BackupReason.DAILY, Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("damaged");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aFullDiskSaysSoAndKeepsTheOldOnes() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectory(dir.resolve("disk")), 4)) {
            Path file = disk.folder().resolve("w");
            Files.copy(workspace.file(), dir.resolve("plain"));
            workspace.backup(file);
            Backups backups = new Backups(file, BackupRules.DEFAULTS, Clock.systemUTC());
            assertThatThrownBy(() -> backups.make(BackupReason.MANUAL, Progress.NONE))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("no room");
        }
    }
}
