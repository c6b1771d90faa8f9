package org.stepwright.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stepwright.label.Verdict;

/**
 * Labels for ever, in a process of its own that is killed. Reads the number of its first label,
 * then prints every label's number after its future completed: from then on it must not be lost.
 */
final class LabelLoop {
    private LabelLoop() {}

    /** Starts a process that waits for its first number; small and quick to start. */
    static Process start(Path file, Path dir) throws IOException {
        return start(LabelLoop.class, file, dir);
    }

    /** The same for another class with a main method that takes a file. */
    static Process start(Class<?> main, Path file, Path dir) throws IOException {
        // Without a logger: setting one up takes longer than a child lives.
        String classPath =
                Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(System.getProperty("java.class.path"))
                        .filter(entry -> !entry.contains("logback"))
                        .collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "-Dslf4j.internal.verbosity=ERROR",
                                "-Dorg.sqlite.tmpdir=" + dir,
                                "-cp",
                                classPath,
                                main.getName(),
                                file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /**
     * @param args the workspace
     */
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int first = in.nextInt();
        // Only now: the kill before may have left a write-ahead log, which this is to recover. A
        // process that had the file open already would have kept that from happening.
        try (Workspace workspace = Workspace.open(Path.of(args[0]))) {
            for (int n = first; ; n++) {
                int step = n % KillTest.STEPS;
                String trace = "t" + n / KillTest.STEPS;
                workspace.labels().put(Samples.label(trace, step, Verdict.WRONG, "anna")).join();
                System.out.println(n);
            }
        }
    }
}
