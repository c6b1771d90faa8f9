package org.stepwright.settings;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether code that models wrote may run on this machine, and how.
 *
 * @param on whether it may
 * @param command the command, with {@code {file}} where the file goes; kept while it is off
 */
public record RunCode(boolean on, String command) {
    /** Validates. */
    public RunCode {
        Objects.requireNonNull(command, "command");
    }

    /**
     * @return what holds before the user allowed anything
     */
    public static RunCode off() {
        return new RunCode(false, "");
    }

    /**
     * @return the command, when code may run
     */
    public Optional<String> allowed() {
        return Optional.of(command).filter(text -> on && !text.isBlank());
    }
}
