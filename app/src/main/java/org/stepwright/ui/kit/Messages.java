package org.stepwright.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one screen in the user's language, from {@code
 * org/stepwright/assets/i18n/messages-<screen>.properties} (UTF-8), with {@code
 * messages.properties} behind it for what all share. Safe to call from any thread.
 */
public final class Messages {
    private static final String BASE = "org.stepwright.assets.i18n.messages";

    private final ResourceBundle own;
    private final ResourceBundle shared;
    private final Locale locale;
    // Parsing a pattern costs more than filling it in, and lists fill in the same few many times.
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Messages(ResourceBundle own, ResourceBundle shared, Locale locale) {
        this.own = own;
        this.shared = shared;
        this.locale = locale;
    }

    /**
     * @param screen the screen's id, or empty for the shared texts only
     * @return its texts
     * @throws MissingResourceException when there is no such file
     */
    public static Messages of(String screen) {
        Locale locale = Locale.getDefault();
        ResourceBundle shared = bundle(BASE, locale);
        return new Messages(
                screen.isEmpty() ? shared : bundle(BASE + "-" + screen, locale), shared, locale);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, Messages.class.getClassLoader());
    }

    /**
     * @param key the text's key
     * @return whether there is such a text
     */
    public boolean has(String key) {
        return own.containsKey(key) || shared.containsKey(key);
    }

    /**
     * @param key the text's key
     * @param args values for {@code {0}}, {@code {1}}, … in the way of {@link MessageFormat}:
     *     numbers in the user's locale, two apostrophes for one. Without arguments the text stands
     *     as it is written.
     * @return the text; the key itself when it is missing, so that a screen still works
     */
    public String text(String key, Object... args) {
        if (args.length == 0) {
            return find(key);
        }
        MessageFormat format =
                formats.computeIfAbsent(key, k -> new MessageFormat(find(k), locale));
        synchronized (format) { // the formats of its numbers are for one thread at a time
            return format.format(args);
        }
    }

    private String find(String key) {
        if (own.containsKey(key)) {
            return own.getString(key);
        }
        return shared.containsKey(key) ? shared.getString(key) : key;
    }
}
