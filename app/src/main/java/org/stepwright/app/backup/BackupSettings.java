package org.stepwright.app.backup;

import java.util.Map;
import org.stepwright.settings.Settings;
import org.stepwright.storage.BackupRules;

/**
 * How this user wants backups. Kept among the small remembered things of the settings.
 *
 * @param automatic whether a backup is made each day
 * @param daily of how many days one stays, 1 to 366
 * @param weekly of how many weeks before those days one stays, 0 to 520
 */
public record BackupSettings(boolean automatic, int daily, int weekly) {
    private static final String AUTOMATIC = "backup.automatic";
    private static final String DAILY = "backup.daily";
    private static final String WEEKLY = "backup.weekly";

    /**
     * Validates.
     *
     * @throws IllegalArgumentException when a number is out of its range
     */
    public BackupSettings {
        new BackupRules(daily, weekly, BackupRules.DEFAULTS.before());
    }

    /**
     * @param settings what this user set
     * @return what it says of backups; what is not set or cannot be is as it is at first
     */
    public static BackupSettings of(Settings settings) {
        Map<String, String> all = settings.remembered();
        BackupRules first = BackupRules.DEFAULTS;
        return new BackupSettings(
                !all.getOrDefault(AUTOMATIC, "").equals("no"),
                number(all.get(DAILY), 1, 366, first.daily()),
                number(all.get(WEEKLY), 0, 520, first.weekly()));
    }

    private static int number(String text, int least, int most, int otherwise) {
        if (text == null || !text.matches("[0-9]{1,4}")) {
            return otherwise;
        }
        int number = Integer.parseInt(text);
        return number >= least && number <= most ? number : otherwise;
    }

    /**
     * @param settings what this user set
     * @return the same with these
     */
    public Settings in(Settings settings) {
        return settings.withRemembered(AUTOMATIC, automatic ? null : "no")
                .withRemembered(DAILY, Integer.toString(daily))
                .withRemembered(WEEKLY, Integer.toString(weekly));
    }

    /**
     * @return which backups stay
     */
    public BackupRules rules() {
        return new BackupRules(daily, weekly, BackupRules.DEFAULTS.before());
    }
}
