package org.stepwright.storage;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real file system of a few megabytes that can be filled and emptied; Linux, as root. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts it in an empty folder; where that is not allowed the test is skipped. */
    static SmallDisk mount(Path folder, int megabytes) throws IOException {
        boolean mounted =
                Files.isExecutable(Path.of("/bin/mount"))
                        && run(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                "size=" + megabytes + "m",
                                "tmpfs",
                                folder.toString());
        assumeThat(mounted).as("this user may mount a file system").isTrue();
        return new SmallDisk(folder);
    }

    private static boolean run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /** Takes every byte that is left. */
    void fill() throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream ballast = Files.newOutputStream(folder.resolve("ballast"))) {
            while (true) {
                ballast.write(page);
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }

    void makeRoom() throws IOException {
        Files.delete(folder.resolve("ballast"));
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }
}
