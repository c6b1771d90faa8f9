package org.stepwright.verify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Map;
import org.stepwright.work.WorkFailed;

/** Checks that a step matches, or does not match, a pattern; RE2/J matches in linear time. */
public final class RegexVerifier implements Verifier {
    private static final int MAX_PATTERN = 1_000;
    private static final int MAX_PROGRAM = 2_000;
    private static final int MAX_REPEATS = 1_000;
    private static final int MAX_TEXT = 100_000;

    /** Characters times instructions of a pattern. */
    private static final long MAX_WORK = 20_000_000;

    private final Pattern pattern;
    private final boolean wanted;

    private RegexVerifier(Pattern pattern, boolean wanted) {
        this.pattern = pattern;
        this.wanted = wanted;
    }

    /**
     * @param options {@code pattern}: an RE2 expression, found anywhere in the step; {@code mode}:
     *     {@code must-match} (the default) or {@code must-not-match}
     * @return the verifier
     * @throws WorkFailed when the options are not usable
     */
    static RegexVerifier of(Map<String, String> options) {
        String mode = options.getOrDefault("mode", "must-match");
        if (!mode.equals("must-match") && !mode.equals("must-not-match")) {
            throw new WorkFailed(
                    "The regex verifier's mode is must-match or must-not-match, not \""
                            + mode
                            + "\".");
        }
        String text = options.getOrDefault("pattern", "");
        if (text.isEmpty()) {
            throw new WorkFailed("The regex verifier needs the option pattern.");
        }
        return new RegexVerifier(compile(text), mode.equals("must-match"));
    }

    /** Compiles a pattern within bounds of length and size. */
    static Pattern compile(String text) {
        if (text.length() > MAX_PATTERN || PatternRepeats.of(text) > MAX_REPEATS) {
            throw new WorkFailed("The pattern is too large; make it shorter, with fewer repeats.");
        }
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.programSize() > MAX_PROGRAM) {
                throw new WorkFailed("The pattern is too large; make it simpler.");
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new WorkFailed(
                    "The pattern is no RE2 expression: " + e.getDescription() + ".", e);
        }
    }

    /** Whether matching ends soon; its time is up to the length times the pattern's size. */
    static boolean soon(Pattern pattern, String text) {
        return text.length() <= MAX_TEXT
                && (long) text.length() * pattern.programSize() <= MAX_WORK;
    }

    @Override
    public String name() {
        return "regex";
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        String text = prefix.step().text();
        if (!soon(pattern, text)) {
            return List.of();
        }
        Matcher matcher = pattern.matcher(text);
        boolean found = matcher.find();
        String evidence = found ? matcher.group() : "";
        String message =
                found
                        ? "The step matches " + pattern.pattern() + "."
                        : "The step does not match " + pattern.pattern() + ".";
        return List.of(new Finding(found == wanted, evidence, message));
    }
}
