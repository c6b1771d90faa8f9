package org.stepwright.app.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.app.verify.CodeRun.Ending;
import org.stepwright.storage.verify.TemporaryFolder;

/**
 * Runs code, one run at a time, each in a fresh folder that is removed afterwards, and keeps what
 * came of it: looking at a trace again runs nothing again. Safe to call from any thread.
 */
public final class CodeRuns {
    private static final Logger LOG = LoggerFactory.getLogger(CodeRuns.class);
    private static final int MAX_OUTPUT = 65_536;
    private static final int MAX_KEPT = 500;

    private final Map<String, CodeRun> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, CodeRun> eldest) {
                    return size() > MAX_KEPT;
                }
            };

    private final String word = "stepwright-" + UUID.randomUUID();

    /** Creates it; nothing has run. */
    public CodeRuns() {}

    /**
     * @return a word that code which was written before cannot hold; what ran before was marked
     *     with the same one
     */
    String word() {
        return word;
    }

    /**
     * @param key says that two runs are the same
     * @param name the name of the file
     * @param content what the file holds
     * @param command from the file to the words of the command
     * @param seconds how long it may take
     * @return what came of it, now or before
     */
    synchronized CodeRun run(
            String key,
            String name,
            String content,
            Function<Path, List<String>> command,
            int seconds) {
        CodeRun known = kept.get(key);
        if (known != null) {
            return known;
        }
        CodeRun run = run(name, content, command, seconds);
        if (run.ending() != Ending.NONE) {
            kept.put(key, run);
        }
        return run;
    }

    private static CodeRun run(
            String name, String content, Function<Path, List<String>> command, int seconds) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("stepwright-code");
            // What it writes is kept beside its folder: a pipe could be held open by a child.
            Path work = Files.createDirectory(folder.resolve("work"));
            Path file = Files.writeString(work.resolve(name), content);
            return finished(command.apply(file), work, folder.resolve("output"), seconds);
        } catch (IOException e) {
            LOG.warn("Code could not be run.", e);
            return new CodeRun(Ending.NONE, 0, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CodeRun(Ending.NONE, 0, "");
        } finally {
            if (folder != null) {
                TemporaryFolder.remove(folder);
            }
        }
    }

    private static CodeRun finished(List<String> command, Path work, Path output, int seconds)
            throws IOException, InterruptedException {
        boolean windows = java.io.File.separatorChar == '\\';
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(work.toFile())
                        .redirectInput(new java.io.File(windows ? "NUL" : "/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> !name.equals("PATH") && !name.equals("SystemRoot"));
        Leaving leave = new Leaving(work);
        Thread leaving = new Thread(leave, "code-end");
        // Before the code starts: a program that ends in between would leave it running.
        if (!atEndOfProgram(leaving)) {
            return new CodeRun(Ending.NONE, 0, "");
        }
        try {
            ProcessTree tree = leave.start(builder);
            if (tree == null) {
                return new CodeRun(Ending.NONE, 0, "");
            }
            Ending ending = tree.await(seconds, () -> size(output) > MAX_OUTPUT);
            int code = ending == Ending.ENDED ? tree.exitCode() : 0;
            tree.end();
            boolean loud = ending == Ending.ENDED && size(output) > MAX_OUTPUT;
            return new CodeRun(loud ? Ending.LOUD : ending, code, text(output));
        } finally {
            leave.end();
            forget(leaving);
        }
    }

    /** Code must not outlive the program that started it, such as after Ctrl-C. */
    private static final class Leaving implements Runnable {
        private final Path work;
        private ProcessTree tree;
        private boolean ended;

        Leaving(Path work) {
            this.work = work;
        }

        /** Starts the code; null when the program is ending. */
        synchronized ProcessTree start(ProcessBuilder builder) throws IOException {
            if (!ended) {
                tree = new ProcessTree(builder.start(), work);
            }
            return tree;
        }

        synchronized void end() {
            ended = true;
            if (tree != null) {
                tree.end();
            }
        }

        @Override
        public void run() {
            end();
            TemporaryFolder.remove(work.getParent());
        }
    }

    /** Whether it will run; not when the program is ending already. */
    private static boolean atEndOfProgram(Thread leaving) {
        try {
            Runtime.getRuntime().addShutdownHook(leaving);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void forget(Thread leaving) {
        try {
            Runtime.getRuntime().removeShutdownHook(leaving);
        } catch (IllegalStateException e) {
            // It runs just now and finds nothing left to do.
        }
    }

    private static long size(Path output) {
        try {
            return Files.size(output);
        } catch (IOException e) {
            return 0;
        }
    }

    /** What is no UTF-8 becomes a replacement character. */
    private static String text(Path output) throws IOException {
        if (!Files.isRegularFile(output)) {
            return ""; // the code removed it
        }
        try (InputStream in = Files.newInputStream(output)) {
            return new String(in.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8);
        }
    }
}
