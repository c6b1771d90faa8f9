package org.stepwright.ui.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import org.stepwright.settings.Settings;
import org.stepwright.ui.kit.Appearance;
import org.stepwright.ui.kit.SettingsWriter;

/**
 * The size of all text, in percent. The style sheets give sizes in ems, so that the size of the
 * root decides; a small sheet made here says it, as windows that pop up take it over with the
 * others. Belongs to the UI thread.
 */
final class TextSize {
    private static final String REMEMBERED = "textSize";
    private static final double PLAIN_PIXELS = 13;
    private static final double ICON_PIXELS = 16;

    /** The panel at the side grows less than its text: the middle is where one reads. */
    private static final double RUBRIC_PIXELS = 308;

    private final SettingsWriter settings;
    private final ObservableList<String> sheets;
    private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper();
    private String mine;

    /**
     * @param now the settings to begin with
     * @param settings remembers the next size
     * @param sheets the scene's style sheets; the one made here is the last
     */
    TextSize(Settings now, SettingsWriter settings, ObservableList<String> sheets) {
        this.settings = settings;
        this.sheets = sheets;
        percent.set(read(now.remembered().get(REMEMBERED)));
        show();
    }

    private static int read(String remembered) {
        for (int size : Appearance.TEXT_SIZES) {
            if (String.valueOf(size).equals(remembered)) {
                return size;
            }
        }
        return Appearance.TEXT_SIZES.get(0);
    }

    ReadOnlyIntegerProperty percent() {
        return percent.getReadOnlyProperty();
    }

    void choose(int next) {
        if (!Appearance.TEXT_SIZES.contains(next)) {
            throw new IllegalArgumentException("A text size is one of " + Appearance.TEXT_SIZES);
        }
        if (next != percent.get()) {
            percent.set(next);
            settings.update(s -> s.withRemembered(REMEMBERED, String.valueOf(next)));
            show();
        }
    }

    /** The next larger size, or the next smaller one; at the end of the list nothing happens. */
    void step(int direction) {
        int at = Appearance.TEXT_SIZES.indexOf(percent.get()) + direction;
        choose(
                Appearance.TEXT_SIZES.get(
                        Math.max(0, Math.min(Appearance.TEXT_SIZES.size() - 1, at))));
    }

    private void show() {
        sheets.remove(mine);
        mine = sheet(percent.get() / 100.0);
        sheets.add(mine);
    }

    private static String sheet(double scale) {
        String css =
                String.format(
                        Locale.ROOT,
                        ".root { -fx-font-size: %.2fpx; }\n"
                                + ".ikonli-font-icon { -fx-icon-size: %.0fpx; }\n"
                                + ".rubric-pane { %s }\n",
                        PLAIN_PIXELS * scale,
                        ICON_PIXELS * scale,
                        width(RUBRIC_PIXELS * (1 + (scale - 1) * 0.6)));
        byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String width(double pixels) {
        return String.format(
                Locale.ROOT,
                "-fx-min-width: %1$.0fpx; -fx-pref-width: %1$.0fpx; -fx-max-width: %1$.0fpx;",
                pixels);
    }
}
