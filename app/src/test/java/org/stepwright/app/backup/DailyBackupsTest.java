package org.stepwright.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.settings.Settings;
import org.stepwright.storage.Backup;
import org.stepwright.storage.Backups;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.ui.ByHand;

class DailyBackupsTest {
    @TempDir Path folder;
    private final ByHand hand = new ByHand();
    private final List<Throwable> failures = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T22:50:00Z");
    private Settings settings = Settings.defaults();
    private Workspace workspace;
    private DailyBackups daily;

    private final Clock clock =
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Instant instant() {
                    return now;
                }
            };

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
        workspace
                .traces()
                .add(List.of(new LabelledTrace(Trace.of("a", "p", List.of("s")), List.of())));
        daily =
                new DailyBackups(
                        hand.tasks().runner(),
                        Runnable::run,
                        () -> settings,
                        clock,
                        "Backup",
                        failures::add);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<Backup> backups() {
        return new Backups(workspace.file(), BackupSettings.of(settings).rules(), clock).list();
    }

    @Test
    void oneIsMadeADayAndTheNextPastMidnight() {
        for (int i = 0; i < 12; i++) {
            daily.ask(workspace.file());
            now = now.plusSeconds(600);
        }
        assertThat(backups())
                .extracting(b -> b.at().toString())
                .containsExactly("2026-03-03T00:00", "2026-03-02T22:50");
        assertThat(failures).isEmpty();
    }

    @Test
    void noneIsMadeWhereNoneIsWanted() {
        settings = new BackupSettings(false, 7, 4).in(settings);
        daily.ask(workspace.file());
        assertThat(backups()).isEmpty();
    }

    @Test
    void afterAFailureItIsToldOnceUntilTheWorkspaceIsOpenedAgain() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("w.stepwright.backups"), "a file");
        daily.ask(workspace.file());
        daily.ask(workspace.file());
        assertThat(failures).hasSize(1);
        Files.delete(inTheWay);
        daily.reset();
        daily.ask(workspace.file());
        assertThat(backups()).hasSize(1);
    }

    @Test
    void aCancelledOneIsNotBegunAgainMinutesLater() {
        hand.cancelWhatStarts();
        daily.ask(workspace.file());
        daily.ask(workspace.file());
        assertThat(backups()).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(hand.tasks().runner().tasks()).hasSize(1);
    }

    @Test
    void afterADayThatWasGivenUpTheNextOneHasItsBackup() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("w.stepwright.backups"), "a file");
        daily.ask(workspace.file());
        Files.delete(inTheWay);
        daily.ask(workspace.file());
        assertThat(backups()).isEmpty();
        now = now.plusSeconds(24 * 3600);
        daily.ask(workspace.file());
        assertThat(backups()).hasSize(1);
    }

    @Test
    void wishesAreKeptAndNonsenseIsNot() {
        BackupSettings wishes = new BackupSettings(false, 30, 0);
        assertThat(BackupSettings.of(wishes.in(settings))).isEqualTo(wishes);
        BackupSettings first = BackupSettings.of(settings);
        assertThat(first).isEqualTo(new BackupSettings(true, 7, 4));
        for (String nonsense : List.of("", "0", "-3", "9999", "99999999999", "seven")) {
            assertThat(BackupSettings.of(settings.withRemembered("backup.daily", nonsense)))
                    .isEqualTo(first);
        }
    }
}
