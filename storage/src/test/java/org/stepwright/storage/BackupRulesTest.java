package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackupRulesTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-03-02T09:00:00");
    private static final WorkspaceCounts COUNTS = new WorkspaceCounts(1, 1, 1, 1, 1, 1);

    private static Backup backup(LocalDateTime at, BackupReason reason, boolean verified) {
        Path file = Path.of("w-" + at + "-" + reason);
        return new Backup(file, at, reason, 1, verified, verified ? COUNTS : null);
    }

    private static List<Backup> daily(int days) {
        List<Backup> all = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            all.add(backup(MONDAY.plusDays(day), BackupReason.DAILY, true));
        }
        return all;
    }

    @Test
    void sevenDaysAndTheSundaysOfFourWeeksStay() {
        List<Backup> kept = new ArrayList<>();
        for (Backup next : daily(100)) {
            kept.add(next);
            kept.removeAll(BackupRules.DEFAULTS.mayGo(kept));
        }
        // Day 99 is a Wednesday; the seven days begin on a Thursday.
        assertThat(
                        kept.stream()
                                .map(
                                        b ->
                                                b.at().toLocalDate().toEpochDay()
                                                        - MONDAY.toLocalDate().toEpochDay()))
                .containsExactly(76L, 83L, 90L, 92L, 93L, 94L, 95L, 96L, 97L, 98L, 99L);
    }

    @Test
    void ofTwoBackupsOfADayTheNewerStays() {
        Backup morning = backup(MONDAY, BackupReason.DAILY, true);
        Backup noon = backup(MONDAY.plusHours(3), BackupReason.DAILY, true);
        assertThat(BackupRules.DEFAULTS.mayGo(List.of(morning, noon))).containsExactly(morning);
    }

    @Test
    void theLastFewBeforeChangesStay() {
        List<Backup> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            BackupReason reason = i % 2 == 0 ? BackupReason.MERGE : BackupReason.RESTORE;
            all.add(backup(MONDAY.plusHours(i), reason, true));
        }
        assertThat(BackupRules.DEFAULTS.mayGo(all)).containsExactly(all.get(1), all.get(0));
    }

    @Property
    void whatNobodyVerifiedOrSomebodyAskedForNeverGoes(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int days,
            @ForAll @IntRange(min = 0, max = 5) int weeks) {
        Random random = new Random(seed);
        List<Backup> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            BackupReason reason = BackupReason.values()[random.nextInt(6)];
            // Seconds of their own: two backups are never one file.
            LocalDateTime at = MONDAY.plusMinutes(random.nextInt(90 * 1440)).plusSeconds(i % 60);
            all.add(backup(at, reason, random.nextInt(5) > 0));
        }
        BackupRules rules = new BackupRules(days, weeks, 2);
        List<Backup> go = rules.mayGo(all);

        assertThat(go)
                .allMatch(Backup::verified)
                .noneMatch(b -> b.reason() == BackupReason.MANUAL)
                .noneMatch(b -> b.reason() == BackupReason.UPDATE);
        List<Backup> kept = new ArrayList<>(all);
        kept.removeAll(go);
        assertThat(rules.mayGo(kept)).as("once is enough").isEmpty();
        long dailyDays =
                all.stream()
                        .filter(b -> b.verified() && b.reason() == BackupReason.DAILY)
                        .map(b -> b.at().toLocalDate())
                        .distinct()
                        .count();
        long keptDaily =
                kept.stream().filter(b -> b.verified() && b.reason() == BackupReason.DAILY).count();
        assertThat(keptDaily).isBetween(Math.min(days, dailyDays), (long) days + weeks);
        all.stream()
                .filter(b -> b.verified() && b.reason() == BackupReason.DAILY)
                .max(java.util.Comparator.comparing(Backup::at).thenComparing(Backup::file))
                .ifPresent(newest -> assertThat(kept).contains(newest));
    }
}
