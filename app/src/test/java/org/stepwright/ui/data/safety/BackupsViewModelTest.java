package org.stepwright.ui.data.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.backup.BackupSettings;
import org.stepwright.label.LabelledTrace;
import org.stepwright.settings.SettingsStore;
import org.stepwright.storage.BackupReason;
import org.stepwright.storage.RestorePreview;
import org.stepwright.storage.Workspace;
import org.stepwright.task.Work;
import org.stepwright.trace.Trace;
import org.stepwright.ui.ByHand;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.Progress;

class BackupsViewModelTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private final List<String> told = new ArrayList<>();
    private SettingsStore settings;
    private Workspace workspace;
    private BackupsViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        add("a");
        settings = new SettingsStore(folder.resolve("settings.json"));
        settings.load();
        model =
                new BackupsViewModel(
                        workspace,
                        settings,
                        hand.tasks(),
                        this::reopen,
                        CLOCK,
                        Messages.of("data-backups"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void add(String id) {
        workspace
                .traces()
                .add(List.of(new LabelledTrace(Trace.of(id, "p", List.of("s")), List.of())));
    }

    /** What the window does, without a window. */
    private void reopen(String title, Work<String> work) {
        Path file = workspace.file();
        workspace.close();
        try {
            told.add(work.run(Progress.NONE));
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            workspace = Workspace.open(file);
        }
    }

    @Test
    void aBackupIsListedOnceItWasReadAgain() {
        model.load();
        hand.drain();
        assertThat(model.loaded().get()).isTrue();
        assertThat(model.backups()).isEmpty();

        model.backUp();
        hand.drain();

        assertThat(model.backups())
                .singleElement()
                .satisfies(b -> assertThat(b.verified()).isTrue());
        assertThat(model.done().get()).contains("w.stepwright-2026-03-02-090000-manual.bak");
        assertThat(model.running().get()).isNull();
    }

    @Test
    void goingBackIsPreviewedAndKeepsWhatWasThere() {
        model.backUp();
        hand.drain();
        Path backup = model.backups().get(0).file();
        add("b");
        List<RestorePreview> seen = new ArrayList<>();
        model.preview(backup, seen::add);
        hand.drain();
        assertThat(seen.get(0).lost().traces()).isEqualTo(1);

        model.restore(backup);

        assertThat(workspace.counts().traces()).isEqualTo(1);
        assertThat(told.get(0)).contains("-restore.bak");
        model.load();
        hand.drain();
        assertThat(model.backups())
                .extracting(b -> b.reason())
                .containsExactlyInAnyOrder(BackupReason.MANUAL, BackupReason.RESTORE);
    }

    @Test
    void whatIsNoBackupIsOneSentence() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "notes");
        model.preview(text, seen -> told.add("shown"));
        hand.drain();
        assertThat(model.trouble().get()).contains("is no workspace");
        assertThat(told).isEmpty();
        assertThat(model.running().get()).isNull();
    }

    @Test
    void aCheckSaysWhatItFound() {
        model.check();
        hand.drain();
        assertThat(model.checked().get().ok()).isTrue();
        assertThat(model.checked().get().traces()).isEqualTo(1);
    }

    @Test
    void aCancelIsTold() {
        hand.cancelWhatStarts();
        model.backUp();
        hand.drain();
        assertThat(model.trouble().get()).startsWith("Stopped by you");
        assertThat(model.backups()).isEmpty();
    }

    @Test
    void wishesAreKept() {
        model.wish(new BackupSettings(false, 3, 2));
        hand.drain();
        assertThat(model.wishes()).isEqualTo(new BackupSettings(false, 3, 2));
        SettingsStore again = new SettingsStore(folder.resolve("settings.json"));
        assertThat(BackupSettings.of(again.load())).isEqualTo(new BackupSettings(false, 3, 2));
    }
}
