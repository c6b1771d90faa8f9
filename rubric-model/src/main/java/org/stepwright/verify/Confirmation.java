package org.stepwright.verify;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * Whether what the user said last before the call matches a pattern. What the user asked before the
 * first step confirms nothing.
 *
 * @param pattern found anywhere in the message
 */
record Confirmation(Pattern pattern) implements CallRule {
    @Override
    public List<Finding> check(Seen seen) {
        Optional<String> said = new Conversation(seen.prefix().steps()).lastUserMessage();
        if (said.isEmpty() || !RegexVerifier.soon(pattern, said.get())) {
            return List.of();
        }
        String name = seen.call().name();
        if (said.get().isBlank()) {
            String message = name + " was called before the user could confirm it.";
            return List.of(new Finding(false, name, message));
        }
        boolean holds = pattern.matcher(said.get()).find();
        String message =
                (holds ? "The user confirmed " : "The user did not confirm ")
                        + name
                        + ": \""
                        + Options.shown(said.get().strip())
                        + "\".";
        return List.of(new Finding(holds, name, message));
    }
}
