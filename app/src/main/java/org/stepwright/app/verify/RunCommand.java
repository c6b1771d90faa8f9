package org.stepwright.app.verify;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stepwright.work.WorkFailed;

/**
 * The command that runs code, as the user of this machine wrote it: one line for all languages, or
 * a line for each language that begins with its name and a colon. No shell reads it. Immutable.
 */
final class RunCommand {
    /** Stands for the file with the code. */
    static final String FILE = "{file}";

    /** Stands for the fresh folder that the file lies in. */
    static final String FOLDER = "{dir}";

    private static final int MAX_LENGTH = 4_000;
    private static final String ANY = "";

    private final Map<String, List<String>> words;

    private RunCommand(Map<String, List<String>> words) {
        this.words = words;
    }

    /**
     * @param text the command
     * @return it, read
     * @throws WorkFailed when it names no file or its program is not there
     */
    static RunCommand read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new WorkFailed("The command that runs code is too long; put it into a script.");
        }
        Map<String, List<String>> words = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> readLine(line, words));
        if (words.isEmpty()) {
            throw new WorkFailed("The command that runs code is empty, such as python3 {file}.");
        }
        return new RunCommand(words);
    }

    private static void readLine(String line, Map<String, List<String>> words) {
        List<String> all = split(line.strip());
        String first = all.get(0);
        // A program of Windows may have a colon too, but not at its end.
        boolean named = all.size() > 1 && first.length() > 1 && first.endsWith(":");
        String language =
                named ? first.substring(0, first.length() - 1).toLowerCase(Locale.ROOT) : ANY;
        List<String> command = named ? all.subList(1, all.size()) : all;
        if (command.stream().noneMatch(word -> word.contains(FILE))) {
            throw new WorkFailed(
                    "The command that runs code has to say where the file goes: add {file}, as in"
                            + " python3 {file}.");
        }
        if (!isThere(command.get(0))) {
            throw new WorkFailed(
                    "The program "
                            + command.get(0)
                            + " of the command that runs code is not on this machine; install it or"
                            + " correct the command.");
        }
        words.put(Language.of(language).name(), List.copyOf(command));
    }

    /**
     * @param language a language
     * @param file the file with the code
     * @return the words of the command; empty when there is none for the language
     */
    Optional<List<String>> words(Language language, Path file) {
        List<String> command = words.getOrDefault(language.name(), words.get(ANY));
        return Optional.ofNullable(command)
                .map(
                        all ->
                                all.stream()
                                        .map(
                                                word ->
                                                        word.replace(FILE, file.toString())
                                                                .replace(
                                                                        FOLDER,
                                                                        file.getParent()
                                                                                .toString()))
                                        .toList());
    }

    /** Words are separated by spaces; single or double quotes hold spaces together. */
    private static List<String> split(String line) {
        List<String> all = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean open = false;
        for (char c : line.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                open = true;
            } else if (Character.isWhitespace(c)) {
                if (open || word.length() > 0) {
                    all.add(word.toString());
                }
                word.setLength(0);
                open = false;
            } else {
                word.append(c);
            }
        }
        if (open || word.length() > 0) {
            all.add(word.toString());
        }
        return all;
    }

    private static boolean isThere(String program) {
        try {
            Path path = Path.of(program);
            if (path.getNameCount() != 1 || path.isAbsolute()) {
                return isProgram(path);
            }
            for (String folder :
                    System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                for (String ending : List.of("", ".exe")) {
                    if (!folder.isEmpty() && isProgram(Path.of(folder, program + ending))) {
                        return true;
                    }
                }
            }
            return false;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** A folder may be executable, too. */
    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
