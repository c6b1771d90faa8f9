package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.stepwright.label.Verdict.WRONG;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.stepwright.label.StepLabel;
import org.stepwright.work.WorkFailed;

/** What happens when the disk or another program is in the way. */
class FailureTest {
    @TempDir Path dir;
    private Path file;
    private Workspace workspace;

    @BeforeEach
    void open() {
        file = dir.resolve("w");
        workspace = Workspace.create(file);
        workspace.traces().add(List.of(Samples.unlabelled("a", "0", "1")));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aFullDiskIsASentenceAndTheLabelCanBeTriedAgain() {
        // The smallest limit that SQLite takes is the size that the file has.
        pragma("max_page_count = 1");

        assertThatThrownBy(() -> fill())
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("disk");
        long events = workspace.counts().events();

        pragma("max_page_count = 1000000");
        workspace.labels().put(Samples.label("a", 0, WRONG, "anna")).join();
        assertThat(workspace.counts().events()).isEqualTo(events + 1);
        assertThat(workspace.check().problems()).isEmpty();
    }

    private void fill() {
        for (int i = 0; i < 100; i++) {
            workspace.traces().add(List.of(Samples.unlabelled("f" + i, "x".repeat(10_000))));
        }
    }

    @Test
    void aLabelThatDoesNotFitFailsAlone() {
        pragma("max_page_count = 1");
        CompletableFuture<?> failed = null;
        for (int i = 0; i < 2000 && (failed == null || !failed.isCompletedExceptionally()); i++) {
            failed = workspace.labels().put(Samples.richLabel("a", i % 2, 0, "anna" + i));
            failed.handle((event, failure) -> event).join();
        }

        assertThatThrownBy(failed::join)
                .cause()
                .isInstanceOf(WorkFailed.class)
                .hasMessage(
                        "The disk is full, so nothing was saved; free some space and try again.");
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void aReadOnlyFileIsASentence() throws SQLException {
        List<StepLabel> label = List.of(Samples.label("a", 0, WRONG, "anna"));
        Db db = new Db(Pragmas.writer(file).getConnection());
        try (Writer writer = new Writer(file, db, tx -> false)) {
            db.execute("PRAGMA query_only = ON");
            assertThatThrownBy(
                            writer.submit(tx -> LabelChanges.put(tx, label, "anna", Act.NONE))
                                    ::join)
                    .cause()
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("cannot be written");

            db.execute("PRAGMA query_only = OFF");
            writer.submit(tx -> LabelChanges.put(tx, label, "anna", Act.NONE)).join();
        }
        assertThat(workspace.labels().of("a")).hasSize(1);
    }

    @Test
    void aFileWithoutWritePermissionIsRefused() throws Exception {
        workspace.close();
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(file)).as("this user may write everything").isFalse();

        assertThatThrownBy(() -> Workspace.open(file))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void anotherWriterIsWaitedForThenASentence() throws SQLException {
        pragma("busy_timeout = 20");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            CompletableFuture<?> failed =
                    workspace.labels().put(Samples.label("a", 0, WRONG, "anna"));
            assertThatThrownBy(failed::join)
                    .cause()
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("Another program is writing");
            assertThat(workspace.labels().of("a")).as("readers go on").isEmpty();
            statement.executeUpdate("ROLLBACK");
        }
        workspace.labels().put(Samples.label("a", 0, WRONG, "anna")).join();
        assertThat(workspace.labels().of("a")).hasSize(1);
    }

    @Test
    void anotherProcessThatLocksTheFileForAWhileIsWaitedFor() throws Exception {
        workspace.labels().put(Samples.label("a", 1, WRONG, "anna")).join();
        Process holder = LabelLoop.start(LockHolder.class, file, dir);
        List<CompletableFuture<LabelEvent>> typed = new ArrayList<>();
        try (BufferedReader out = holder.inputReader();
                BufferedWriter letGo = holder.outputWriter()) {
            assertThat(out.readLine()).isEqualTo("held");
            for (String who : List.of("anna", "bert", "cleo")) {
                typed.add(workspace.labels().put(Samples.label("a", 0, WRONG, who)));
            }
            assertThat(workspace.labels().of("a")).as("readers go on").hasSize(1);
            Thread.sleep(500);
            assertThat(typed).noneMatch(CompletableFuture::isDone);
            letGo.write("\n");
        }
        List<Long> order = typed.stream().map(f -> f.join().seq()).toList();
        assertThat(order).isSorted();
        assertThat(workspace.labels().of("a")).hasSize(4);
        assertThat(workspace.check().problems()).isEmpty();
    }

    /** The file stays open for writing, so labels go on; who opens it anew is told. */
    @Test
    void aFileThatIsMadeReadOnlyWhileItIsOpenLosesNothing() {
        assertThat(file.toFile().setWritable(false)).isTrue();
        boolean[] acknowledged = {false};
        workspace
                .labels()
                .put(Samples.label("a", 0, WRONG, "anna"))
                .handle((event, failure) -> acknowledged[0] = failure == null)
                .join();
        assertThat(workspace.labels().of("a")).hasSize(acknowledged[0] ? 1 : 0);

        assertThat(file.toFile().setWritable(true)).isTrue();
        workspace.labels().put(Samples.label("a", 0, WRONG, "anna")).join();
        assertThat(workspace.labels().of("a")).hasSize(1);
        workspace.close();
        workspace = Workspace.open(file);
        assertThat(workspace.labels().of("a")).hasSize(1);
        assertThat(workspace.check().problems()).isEmpty();
    }

    @Test
    void everyCodeIsOneSentence() {
        for (SQLiteErrorCode code : SQLiteErrorCode.values()) {
            String sentence =
                    Sentences.of(file, new SQLiteException("[X] detail\nmore", code)).getMessage();
            assertThat(sentence).endsWith(".").doesNotContain("\n");
        }
        assertThat(Sentences.of(file, new SQLiteException("x", SQLiteErrorCode.SQLITE_CORRUPT)))
                .hasMessageContaining("damaged");
        assertThat(Sentences.of(file, new SQLiteException("x", SQLiteErrorCode.SQLITE_IOERR_WRITE)))
                .hasMessageContaining("disk");
    }

    private void pragma(String pragma) {
        // In the writer's transaction; the settings of these tests take effect there at once.
        workspace
                .database()
                .write(
                        Durability.EVERY_COMMIT,
                        db -> {
                            db.execute("PRAGMA " + pragma);
                            return null;
                        });
    }
}
