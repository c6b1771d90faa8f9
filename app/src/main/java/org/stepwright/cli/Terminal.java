package org.stepwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a command writes: results on {@code out}, everything else on {@code err}.
 *
 * @param out results
 * @param err progress and messages
 * @param interactive whether a person watches {@code err}, so that a line may be drawn over
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {
    private static final Path LINUX_ERR = Path.of("/proc/self/fd/2");

    /**
     * @return the terminal that the program was started from
     */
    static Terminal ofSystem() {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), watched());
    }

    /**
     * Whether standard error is a terminal. Java 17 cannot tell: its console says whether standard
     * input and output are one. So a launcher may say it; else the system is asked, and where that
     * is not possible plain lines are right everywhere.
     */
    private static boolean watched() {
        if (System.getProperty("stepwright.terminal") != null) {
            return Boolean.getBoolean("stepwright.terminal");
        }
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("linux")) {
            return leadsToTerminal(LINUX_ERR);
        }
        return os.contains("mac") && testSaysTerminal();
    }

    /**
     * @param link what stands for an open file, as under {@code /proc/self/fd}
     * @return whether that file is a terminal
     */
    static boolean leadsToTerminal(Path link) {
        try {
            String device = Files.readSymbolicLink(link).toString();
            return device.startsWith("/dev/pts/")
                    || device.startsWith("/dev/tty")
                    || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // not told here
        }
    }

    private static boolean testSaysTerminal() {
        try {
            return new ProcessBuilder("/bin/test", "-t", "2")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // not told here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
