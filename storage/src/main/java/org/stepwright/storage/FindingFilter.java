package org.stepwright.storage;

import java.util.Objects;
import org.stepwright.audit.FindingKind;

/**
 * Which findings are meant.
 *
 * @param kind of that kind; null for any
 * @param strength at least so strong, in [0, 1]
 * @param text words that the sentence or the name of a trace or file contains; empty for any
 * @param openOnly only those about which nothing was done
 */
public record FindingFilter(FindingKind kind, double strength, String text, boolean openOnly) {
    /** All findings. */
    public static final FindingFilter ALL = new FindingFilter(null, 0, "", false);

    /** Validates. */
    public FindingFilter {
        Objects.requireNonNull(text, "text");
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("A strength lies in [0, 1].");
        }
    }

    /**
     * @param only a kind, null for any
     * @return the same of that kind
     */
    public FindingFilter withKind(FindingKind only) {
        return new FindingFilter(only, strength, text, openOnly);
    }

    /**
     * @param least a strength in [0, 1]
     * @return the same from that strength on
     */
    public FindingFilter withStrength(double least) {
        return new FindingFilter(kind, least, text, openOnly);
    }

    /**
     * @param open whether only open ones are meant
     * @return the same, so
     */
    public FindingFilter withOpenOnly(boolean open) {
        return new FindingFilter(kind, strength, text, open);
    }
}
