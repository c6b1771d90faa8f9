package org.stepwright.storage.format;

import java.util.Locale;

/** How the constants of enums are written in files. */
public final class Names {
    private Names() {}

    /**
     * @param constant a constant
     * @return its name in lower case
     */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws BadRow when the text names no constant
     */
    static <E extends Enum<E>> E parse(Class<E> type, String text, String what) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(text)) {
                return constant;
            }
        }
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        throw new BadRow(what + " \"" + shown + "\" is none of " + all(type));
    }

    static <E extends Enum<E>> String all(Class<E> type) {
        return String.join(
                ", ", java.util.Arrays.stream(type.getEnumConstants()).map(Names::of).toList());
    }
}
