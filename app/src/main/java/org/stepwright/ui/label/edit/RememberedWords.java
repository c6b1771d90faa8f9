package org.stepwright.ui.label.edit;

import java.util.ArrayList;
import java.util.List;
import org.stepwright.settings.SettingsStore;
import org.stepwright.ui.kit.FxTasks;

/**
 * Short texts that a user wrote lately, the latest first, kept in the settings one a line. Confined
 * to the UI thread; written in the background. One that cannot be written is forgotten: it is only
 * a convenience.
 */
public final class RememberedWords {
    private static final int LONGEST = 200;

    private final SettingsStore settings;
    private final FxTasks tasks;
    private final String name;
    private final int most;
    private List<String> words;

    /**
     * @param name under which they are remembered
     * @param most how many are kept
     */
    public RememberedWords(SettingsStore settings, FxTasks tasks, String name, int most) {
        this.settings = settings;
        this.tasks = tasks;
        this.name = name;
        this.most = most;
        words =
                settings.current()
                        .remembered()
                        .getOrDefault(name, "")
                        .lines()
                        .map(String::strip)
                        .filter(w -> !w.isEmpty() && w.length() <= LONGEST)
                        .distinct()
                        .limit(most)
                        .toList();
    }

    /**
     * @return them, the latest first
     */
    public List<String> all() {
        return words;
    }

    /**
     * @param word the latest one; blank and very long ones are not remembered
     */
    public void used(String word) {
        String line = word.replaceAll("\\s+", " ").strip();
        if (line.isEmpty() || line.length() > LONGEST) {
            return;
        }
        List<String> next = new ArrayList<>(List.of(line));
        words.stream().filter(w -> !w.equals(line)).limit(most - 1L).forEach(next::add);
        words = List.copyOf(next);
        String text = String.join("\n", words);
        tasks.query(
                () -> {
                    settings.update(s -> s.withRemembered(name, text));
                    return true;
                },
                kept -> {},
                why -> {});
    }
}
