package org.stepwright.storage.export;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.stepwright.work.WorkFailed;

/**
 * What rewards between wrong and correct come from.
 *
 * @param kind the kind of source
 * @param name of {@link Kind#SUGGESTIONS} the source as suggestions name it, such as {@code
 *     rollout:math-aps}; of {@link Kind#SCORES} the model; else empty
 * @param harden the reward in (0, 1] from which on a step counts as correct, where rewards should
 *     be made hard; empty to keep them soft
 */
public record SoftSource(Kind kind, String name, OptionalDouble harden) {
    /** Hard labels of people. */
    public static final SoftSource NONE = new SoftSource(Kind.NONE, "", OptionalDouble.empty());

    /** The shares of people's votes, or their model's probability. */
    public static final SoftSource CONSENSUS =
            new SoftSource(Kind.CONSENSUS, "", OptionalDouble.empty());

    private static final String SUGGESTIONS = "suggestions:";
    private static final String SCORES = "scores:";

    /** Kinds of sources. */
    public enum Kind {
        /** No soft labels. */
        NONE,
        /** What the label policy makes of people's labels. */
        CONSENSUS,
        /** Suggestions of one source. */
        SUGGESTIONS,
        /** The scores that a model's latest run stored. */
        SCORES
    }

    /**
     * Validates.
     *
     * @throws WorkFailed when a name is missing or the limit is none
     */
    public SoftSource {
        Objects.requireNonNull(kind, "kind");
        name = name.strip();
        boolean named = kind == Kind.SUGGESTIONS || kind == Kind.SCORES;
        if (named == name.isEmpty()) {
            throw new WorkFailed(
                    "Say whose soft labels are meant: suggestions:SOURCE or scores:MODEL.");
        }
        if (harden.isPresent() && !(harden.getAsDouble() > 0 && harden.getAsDouble() <= 1)) {
            throw new WorkFailed(
                    "The reward from which a step counts as correct is above 0 and at most 1.");
        }
        if (harden.isPresent() && kind == Kind.NONE) {
            throw new WorkFailed("Only soft labels can be made hard; name their source.");
        }
    }

    /**
     * @param text {@code none}, {@code consensus}, {@code suggestions:SOURCE} or {@code
     *     scores:MODEL}
     * @return the source
     * @throws WorkFailed naming the choices when it is none of them
     */
    public static SoftSource parse(String text) {
        String given = text.strip();
        String lower = given.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.equals("none")) {
            return NONE;
        }
        if (lower.equals("consensus")) {
            return CONSENSUS;
        }
        if (lower.startsWith(SUGGESTIONS)) {
            return named(Kind.SUGGESTIONS, given.substring(SUGGESTIONS.length()));
        }
        if (lower.startsWith(SCORES)) {
            return named(Kind.SCORES, given.substring(SCORES.length()));
        }
        throw new WorkFailed(
                "The source of soft labels is none, consensus, suggestions:SOURCE or scores:MODEL,"
                        + " not \""
                        + given
                        + "\".");
    }

    private static SoftSource named(Kind kind, String name) {
        return new SoftSource(kind, name, OptionalDouble.empty());
    }

    /**
     * @param from the reward from which on a step counts as correct, above 0 and at most 1
     * @return this source with its rewards made hard
     * @throws WorkFailed when the limit is none
     */
    public SoftSource hardened(double from) {
        return new SoftSource(kind, name, OptionalDouble.of(from));
    }

    /**
     * @return whether people's labels alone are meant
     */
    public boolean isNone() {
        return kind == Kind.NONE;
    }

    /**
     * @return as {@link #parse} reads it, without the limit
     */
    public String text() {
        return switch (kind) {
            case NONE -> "none";
            case CONSENSUS -> "consensus";
            case SUGGESTIONS -> SUGGESTIONS + name;
            case SCORES -> SCORES + name;
        };
    }
}
