package org.stepwright.app.verify;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of a programming language.
 *
 * @param name its usual name in lower case
 * @param names the words after a fence that mean it
 * @param ending how the names of its files end
 * @param mark a statement that writes a line; {@code %s} stands for a word. Empty when none is
 *     known
 */
record Language(String name, Set<String> names, String ending, String mark) {
    private static final List<Language> KNOWN =
            List.of(
                    new Language(
                            "python",
                            Set.of("python", "python3", "py"),
                            ".py",
                            // Not print: the code may have changed what that does.
                            "__import__(\"os\").write(1, b\"\\n%s\\n\")"),
                    new Language("sh", Set.of("sh", "shell"), ".sh", "printf '\\n%%s\\n' '%s'"),
                    new Language("bash", Set.of("bash"), ".sh", "printf '\\n%%s\\n' '%s'"),
                    new Language("javascript", Set.of("javascript", "js", "node"), ".js", ""),
                    new Language("typescript", Set.of("typescript", "ts"), ".ts", ""),
                    new Language("ruby", Set.of("ruby", "rb"), ".rb", ""),
                    new Language("go", Set.of("go", "golang"), ".go", ""),
                    new Language("r", Set.of("r"), ".R", ""),
                    new Language("java", Set.of("java"), ".java", ""));

    /** The language of that name; of one that is not known only the name is. */
    static Language of(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(language -> language.names().contains(lower))
                .findFirst()
                .orElseGet(() -> new Language(lower, Set.of(lower), ".txt", ""));
    }
}
