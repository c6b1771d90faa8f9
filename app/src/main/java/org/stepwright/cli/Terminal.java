package org.stepwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: results on {@code out}, everything else on {@code err}.
 *
 * @param out results
 * @param err progress and messages
 * @param interactive whether a person watches {@code err}, so that a line may be drawn over
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {
    /**
     * @return the terminal that the program was started from; the launcher tells whether one is
     *     watched
     */
    static Terminal ofSystem() {
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Boolean.getBoolean("stepwright.terminal"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
