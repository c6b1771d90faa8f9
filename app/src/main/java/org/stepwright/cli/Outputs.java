package org.stepwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.stepwright.work.WorkFailed;

/** Says before the work whether a file may be written, so that no slip of the hand costs data. */
final class Outputs {
    private static final byte[] WORKSPACE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

    private Outputs() {}

    /**
     * Refuses a path that the command also reads, where a workspace lies, or where nothing can be
     * written.
     *
     * @param option the option's name, for the sentence
     * @param out the path; null passes, for an option that was not given
     * @param others what the command reads or writes besides; nulls pass
     */
    static void check(BaseCommand command, String option, Path out, Path... others) {
        if (out == null) {
            return;
        }
        for (Path other : others) {
            if (other != null && same(out, other)) {
                throw command.wrongUsage(
                        option
                                + " names "
                                + out
                                + ", which this command uses already; name another file.");
            }
        }
        requireFolder(option, out);
        if (Files.isDirectory(out)) {
            throw new WorkFailed(option + " names the folder " + out + "; name a file in it.");
        }
        if (isWorkspace(out)) {
            throw new WorkFailed(
                    option + " names the workspace " + out + "; name a file of its own.");
        }
    }

    /** As {@link #check}, for a path that a finished file is moved to: devices are refused, too. */
    static void checkReplaced(BaseCommand command, String option, Path out, Path... others) {
        check(command, option, out, others);
        if (out != null && Files.exists(out) && !Files.isRegularFile(out)) {
            throw new WorkFailed(
                    option + " names " + out + ", which is no plain file; name another one.");
        }
    }

    /** Files and some more, for {@link #check}. */
    static Path[] with(List<Path> files, Path... more) {
        return Stream.concat(files == null ? Stream.empty() : files.stream(), Stream.of(more))
                .toArray(Path[]::new);
    }

    private static void requireFolder(String option, Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new WorkFailed(
                    option + " cannot be written to " + out + "; choose a folder where you may.");
        }
    }

    private static boolean same(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException e) { // one of them is not there yet
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
        }
    }

    private static boolean isWorkspace(Path out) {
        if (!Files.isRegularFile(out)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(out)) {
            return Arrays.equals(in.readNBytes(WORKSPACE.length), WORKSPACE);
        } catch (IOException e) {
            return false; // writing will say why not
        }
    }
}
