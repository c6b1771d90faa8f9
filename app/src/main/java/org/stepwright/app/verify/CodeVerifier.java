package org.stepwright.app.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.stepwright.storage.verify.StatedCode;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.Verifier;

/**
 * Runs the code of a step and tests after it.
 *
 * @param language what the code is written in
 * @param stated where a step states it; the last piece is the one that is run
 * @param tests what is run after it, in the same file
 * @param seconds how long both may take
 * @param command runs it; null when the user has not allowed it
 * @param runs runs and keeps
 */
record CodeVerifier(
        Language language,
        StatedCode stated,
        String tests,
        int seconds,
        RunCommand command,
        CodeRuns runs)
        implements Verifier {
    private static final int MAX_CODE = 200_000;
    private static final int LINES_SHOWN = 3;
    private static final int MAX_SHOWN = 300;

    @Override
    public String name() {
        return CodeTests.NAME;
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        List<String> pieces = stated.of(prefix.step());
        String name = "code" + language.ending();
        if (command == null
                || pieces.isEmpty()
                || command.words(language, Path.of(name).toAbsolutePath()).isEmpty()) {
            return List.of();
        }
        String code = pieces.get(pieces.size() - 1);
        if (code.length() > MAX_CODE) {
            return List.of();
        }
        return finding(code, name).stream().toList();
    }

    private Optional<Finding> finding(String code, String name) {
        String begun =
                language.mark().isEmpty() ? "" : language.mark().formatted(runs.word()) + "\n";
        String content = code + "\n\n" + begun + tests + "\n";
        CodeRun run =
                runs.run(
                        key(code),
                        name,
                        content,
                        file -> command.words(language, file).orElseThrow(),
                        seconds);
        return said(run).map(said -> new Finding(said.holds(), code, said.message()));
    }

    private record Said(boolean holds, String message) {}

    private Optional<Said> said(CodeRun run) {
        return switch (run.ending()) {
            case NONE -> Optional.empty();
            case SLOW ->
                    Optional.of(
                            new Said(
                                    false,
                                    "The code and its tests did not end within "
                                            + seconds
                                            + (seconds == 1 ? " second" : " seconds")
                                            + " and were stopped."));
            case LOUD ->
                    Optional.of(new Said(false, "The code wrote more than 64 kB and was stopped."));
            case ENDED -> Optional.of(ended(run));
        };
    }

    private Said ended(CodeRun run) {
        if (run.exitCode() != 0) {
            String last = lastLines(run.output());
            return new Said(
                    false,
                    "The code does not pass the tests (exit code "
                            + run.exitCode()
                            + ")"
                            + (last.isEmpty() ? "." : ": " + last));
        }
        // Code that ends the program itself would else pass any tests.
        boolean begun =
                language.mark().isEmpty() || run.output().contains("\n" + runs.word() + "\n");
        return begun
                ? new Said(true, "The code passes the tests.")
                : new Said(false, "The code ended the program before the tests began.");
    }

    private String lastLines(String output) {
        List<String> lines =
                output.lines()
                        .map(line -> line.replaceAll("\\p{Cntrl}+", " ").strip())
                        .filter(line -> !line.isEmpty() && !line.equals(runs.word()))
                        .toList();
        String last =
                String.join(
                        " / ",
                        lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        return last.length() > MAX_SHOWN ? "…" + last.substring(last.length() - MAX_SHOWN) : last;
    }

    private String key(String code) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<String> words =
                    command.words(language, Path.of("code").toAbsolutePath()).orElseThrow();
            for (String part :
                    List.of(words.toString(), language.name(), code, tests, "" + seconds)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
