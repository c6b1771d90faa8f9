package org.stepwright.app.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.storage.verify.StatedCode;
import org.stepwright.verify.OptionSpec;
import org.stepwright.verify.OptionSpec.Form;
import org.stepwright.verify.Verifier;
import org.stepwright.verify.VerifierKind;
import org.stepwright.work.WorkFailed;

/**
 * The kind of verifier that runs the code of a step with tests. The rubric gives language and
 * tests; the command comes from the user of this machine. Immutable; safe for many threads.
 */
public final class CodeTests {
    /** The name of the kind. */
    public static final String NAME = "code-tests";

    /** What everybody who turns it on has to be told first. */
    public static final String WARNING =
            "This runs code that a model wrote, on this computer and with your rights: it can read,"
                    + " change and send whatever you can. Use it only with a command that shuts the"
                    + " code in, such as a container or bubblewrap: bwrap --ro-bind / / --dev /dev"
                    + " --proc /proc --tmpfs /tmp --tmpfs /home --tmpfs /root --bind {dir} {dir}"
                    + " --chdir {dir} --unshare-all --die-with-parent python3 {file}";

    private static final String SUMMARY =
            "Runs the code of the step, then tests; it holds when the exit code is 0.";

    private static final String OFF =
            " It is off, so it finds nothing; turn it on in the Settings, or with --run-code on the"
                    + " command line.";

    private static final int MAX_TESTS = 100_000;
    private static final int MAX_SECONDS = 60;

    private final Optional<String> command;
    private final CodeRuns runs;

    /**
     * @param command the command that runs code, with {@code {file}} where the file goes, such as
     *     {@code python3 {file}}; empty when code must not run
     */
    public CodeTests(Optional<String> command) {
        this(command, new CodeRuns());
    }

    /**
     * @param command the command that runs code; empty when code must not run
     * @param runs what ran before
     */
    public CodeTests(Optional<String> command, CodeRuns runs) {
        this.command = command.filter(text -> !text.isBlank());
        this.runs = runs;
    }

    /**
     * @param command a command that runs code
     * @return why it cannot be used, as one sentence; empty when it can
     */
    public static Optional<String> problem(String command) {
        try {
            RunCommand.read(command);
            return Optional.empty();
        } catch (WorkFailed e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * @return the kind; its summary says whether it is off
     */
    public VerifierKind kind() {
        return new VerifierKind(
                NAME,
                command.isPresent() ? SUMMARY : SUMMARY + OFF,
                List.of(
                        OptionSpec.required(
                                "language",
                                Form.LINE,
                                "The language of the code, as its blocks are marked: python, sh,"
                                        + " javascript."),
                        OptionSpec.required(
                                "tests",
                                Form.TEXT,
                                "Code in the same language that runs after it and ends with another"
                                        + " exit code than 0 when something is wrong."),
                        OptionSpec.optional(
                                "seconds", Form.NUMBER, "10", "How long it may take (1 to 60)."),
                        OptionSpec.optional(
                                "tool",
                                Form.LINE,
                                "",
                                "The tool whose calls hold the code; empty for the last block of"
                                        + " the language in the text."),
                        OptionSpec.optional(
                                "argument",
                                Form.LINE,
                                "code",
                                "The argument of that tool that holds the code.")),
                this::verifier);
    }

    private Verifier verifier(Map<String, String> options) {
        String name = options.getOrDefault("language", "").strip();
        String tests = options.getOrDefault("tests", "");
        if (name.isEmpty() || name.length() > 30) {
            throw new WorkFailed(
                    "The code-tests verifier needs the option language, such as python.");
        }
        if (tests.isBlank() || tests.length() > MAX_TESTS) {
            throw new WorkFailed(
                    "The code-tests verifier needs the option tests: code of at most 100,000"
                            + " characters that runs after the code of the step.");
        }
        Language language = Language.of(name);
        String argument = options.getOrDefault("argument", "").strip();
        return new CodeVerifier(
                language,
                new StatedCode(
                        language.names(),
                        options.getOrDefault("tool", "").strip(),
                        argument.isEmpty() ? "code" : argument,
                        false),
                tests,
                seconds(options.getOrDefault("seconds", "").strip()),
                command.map(RunCommand::read).orElse(null),
                runs);
    }

    private static int seconds(String text) {
        if (text.isEmpty()) {
            return 10;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= MAX_SECONDS) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WorkFailed(
                "The seconds of the code-tests verifier are a whole number from 1 to 60, not \""
                        + text
                        + "\".");
    }
}
