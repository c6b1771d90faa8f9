package org.stepwright.storage;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which backups stay.
 *
 * @param daily of how many days with a daily backup the newest one stays, 1 to 366
 * @param weekly of how many weeks before those days the newest one stays, 0 to 520
 * @param before how many backups stay that were made before a merge, a restore or a repair, 1 to
 *     100
 */
public record BackupRules(int daily, int weekly, int before) {
    /** What holds where nothing was set. */
    public static final BackupRules DEFAULTS = new BackupRules(7, 4, 5);

    private static final Comparator<Backup> NEWEST_FIRST =
            Comparator.comparing(Backup::at).thenComparing(Backup::file).reversed();

    /** Validates. */
    public BackupRules {
        require(daily >= 1 && daily <= 366, "Daily backups are kept for 1 to 366 days.");
        require(weekly >= 0 && weekly <= 520, "Weekly backups are kept for 0 to 520 weeks.");
        require(before >= 1 && before <= 100, "1 to 100 backups before changes are kept.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * @param all backups of one workspace, in any order
     * @return those that may go: verified ones that the program made by itself and that no rule
     *     keeps. Backups that somebody asked for, that were made before an update, or that were not
     *     verified never go
     */
    public List<Backup> mayGo(List<Backup> all) {
        List<Backup> ours = all.stream().filter(Backup::verified).sorted(NEWEST_FIRST).toList();
        List<Backup> go = new ArrayList<>(dailyThatMayGo(ours));
        ours.stream().filter(b -> b.reason().before()).skip(before).forEach(go::add);
        return go;
    }

    private List<Backup> dailyThatMayGo(List<Backup> newestFirst) {
        Set<LocalDate> days = new HashSet<>();
        Set<String> weeks = new HashSet<>();
        List<Backup> go = new ArrayList<>();
        for (Backup backup : newestFirst) {
            if (backup.reason() != BackupReason.DAILY) {
                continue;
            }
            LocalDate day = backup.at().toLocalDate();
            boolean known = days.contains(day);
            if (!known && days.size() < daily) {
                days.add(day);
            } else if (known || weeks.size() >= weekly || !weeks.add(week(day))) {
                go.add(backup);
            }
        }
        return go;
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR)
                + "/"
                + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
