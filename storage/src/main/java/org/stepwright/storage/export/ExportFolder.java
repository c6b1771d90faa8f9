package org.stepwright.storage.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.stepwright.work.WorkFailed;

/**
 * A folder that appears whole: files are written beside it and moved into place at the end. A file
 * named {@code .stepwright-export} lists what was written with digests, so that the next export
 * overwrites its own work and nothing else.
 */
final class ExportFolder implements AutoCloseable {
    static final String MARKER = ".stepwright-export";

    private final Path out;
    private final Path work;

    /**
     * @throws WorkFailed when the folder holds something that is not an untouched earlier export
     */
    ExportFolder(Path folder) throws IOException {
        // A link stays one: its folder is replaced, not the link.
        Path real =
                Files.isDirectory(folder) && Files.isSymbolicLink(folder)
                        ? folder.toRealPath()
                        : folder;
        out = real.toAbsolutePath().normalize();
        requireReplaceable(out);
        Files.createDirectories(out.getParent());
        work = Files.createDirectory(beside("work"));
    }

    /**
     * A name that nobody has; a temporary directory of the JDK would be readable by its owner only.
     */
    private Path beside(String what) {
        return out.resolveSibling("." + out.getFileName() + "-" + what + "-" + UUID.randomUUID());
    }

    /** Where a file is written for now. */
    Path file(String name) {
        return work.resolve(name);
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), text, StandardCharsets.UTF_8);
    }

    /** Moves everything into place and returns the files there, without the marker, sorted. */
    List<Path> commit() throws IOException {
        Map<String, String> digests = digests(work);
        StringBuilder marker = new StringBuilder();
        digests.forEach(
                (name, digest) -> marker.append(digest).append("  ").append(name).append('\n'));
        write(MARKER, marker.toString());
        Path old = null;
        if (Files.exists(out)) {
            requireReplaceable(out);
            old = beside("old");
            Files.move(out, old);
        }
        try {
            Files.move(work, out);
        } catch (IOException e) {
            if (old != null) {
                Files.move(old, out);
            }
            throw e;
        }
        if (old != null) {
            deleteTree(old);
        }
        return digests.keySet().stream().map(out::resolve).toList();
    }

    /** Leaves nothing behind when the export did not get to its end. */
    @Override
    public void close() throws IOException {
        if (Files.exists(work)) {
            deleteTree(work);
        }
    }

    private static void requireReplaceable(Path out) throws IOException {
        if (out.getParent() == null) {
            throw new WorkFailed("The root of the disk cannot be an export folder; name another.");
        }
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw new WorkFailed(out + " is a file, not a folder; name another folder.");
        }
        Map<String, String> written = marker(out);
        try (Stream<Path> files = Files.walk(out)) {
            // One after the other: a folder of somebody else's is refused at its first file, before
            // anything of it is read.
            for (Path file : (Iterable<Path>) files::iterator) {
                requireWritten(out, file, written);
            }
        }
    }

    private static void requireWritten(Path out, Path file, Map<String, String> written)
            throws IOException {
        if (isFolder(file)) {
            return; // what matters is what is in it
        }
        String name = name(out, file);
        if (!name.equals(MARKER)
                && (!written.containsKey(name) || !digest(file).equals(written.get(name)))) {
            throw new WorkFailed(
                    "The folder "
                            + out
                            + " holds "
                            + name
                            + ", which no export wrote or somebody changed since; name an empty"
                            + " or a new folder.");
        }
    }

    private static boolean isFolder(Path file) {
        return Files.isDirectory(file) && !Files.isSymbolicLink(file);
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String digest(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? sha256(file)
                : "no plain file";
    }

    private static Map<String, String> marker(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(folder.resolve(MARKER), StandardCharsets.UTF_8)) {
                int gap = line.indexOf("  ");
                if (gap > 0) {
                    files.put(line.substring(gap + 2), line.substring(0, gap));
                }
            }
        } catch (NoSuchFileException e) {
            // Not an export.
        }
        return files;
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (!isFolder(file)) {
                    digests.put(name(folder, file), digest(file));
                }
            }
        }
        return digests;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            all.sorted(Comparator.reverseOrder())
                    .forEach(
                            path -> {
                                try {
                                    Files.delete(path);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
