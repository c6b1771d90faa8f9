package org.stepwright.ui.label;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwright.settings.SettingsStore;
import org.stepwright.ui.kit.FxTasks;

/**
 * How somebody labels a workspace, remembered in this user's settings: one value a name. Reading is
 * quick; writing goes to the disk, so it is done off the UI thread.
 */
final class LabelMemory {
    private final SettingsStore settings;
    private final String place;

    /**
     * @param settings where it is remembered
     * @param workspace the workspace's file
     * @param annotator who labels
     */
    LabelMemory(SettingsStore settings, Path workspace, String annotator) {
        this.settings = settings;
        this.place = annotator + "@" + workspace.toAbsolutePath().normalize();
    }

    /**
     * @param values all values of a kind
     * @return the remembered one, if it is still one of them
     */
    <E extends Enum<E>> Optional<E> get(String name, E[] values) {
        String found = settings.current().remembered().get(key(name));
        return Stream.of(values)
                .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(found))
                .findFirst();
    }

    void put(String name, Enum<?> value) {
        String text = value.name().toLowerCase(Locale.ROOT);
        settings.update(s -> s.withRemembered(key(name), text));
    }

    boolean is(String name) {
        return "yes".equals(settings.current().remembered().get(key(name)));
    }

    void set(String name, boolean is) {
        settings.update(s -> s.withRemembered(key(name), is ? "yes" : "no"));
    }

    /** Writes in the background; what cannot be written holds until the window is closed. */
    void keep(FxTasks tasks, Runnable write) {
        tasks.query(
                () -> {
                    write.run();
                    return null;
                },
                done -> {},
                why -> {
                    // what was chosen is in force all the same
                });
    }

    private String key(String name) {
        return "label." + name + ":" + place;
    }
}
