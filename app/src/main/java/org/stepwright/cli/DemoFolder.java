package org.stepwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.stepwright.work.WorkFailed;

/**
 * Where the demo writes. A demo notes each file that it made and the file's digest; the next one
 * replaces those files only while all of them are as they were left and nothing was put beside
 * them. People are invited to work in the demo's workspace, and that work must outlive a demo.
 */
final class DemoFolder {
    private static final String MARK = ".stepwright-demo";
    private static final String NOTE =
            "# Made by stepwright demo, which replaces these files while nobody changed them.";

    /** Where in its folder a demo writes. */
    private static final List<String> PLACES =
            List.of(
                    "workspace.stepwright",
                    "workspace.stepwright-wal",
                    "workspace.stepwright-shm",
                    "samples",
                    "models",
                    "export",
                    "pictures",
                    "report.html");

    private DemoFolder() {}

    /**
     * @param wanted the folder that was asked for
     * @param say told when another folder is taken, and why
     * @return that folder, or a fresh one inside it when it holds something that no demo made
     * @throws WorkFailed when it cannot be written
     */
    static Path prepare(Path wanted, Consumer<String> say) {
        try {
            Path folder = wanted.toAbsolutePath().normalize();
            Path chosen = choose(folder);
            if (!chosen.equals(folder)) {
                say.accept(
                        folder
                                + " holds work that no demo made, so it is left alone; this demo"
                                + " goes to "
                                + chosen
                                + ".");
            }
            Files.createDirectories(chosen);
            for (String file : noted(chosen).keySet()) {
                Files.deleteIfExists(chosen.resolve(file));
            }
            note(chosen, Map.of());
            return chosen;
        } catch (IOException e) {
            throw new WorkFailed(
                    "The demo cannot write to " + wanted + "; choose another folder with --dir.",
                    e);
        }
    }

    /**
     * Notes what the demo made, so that the next one may replace it.
     *
     * @param folder the prepared folder
     */
    static void seal(Path folder) throws IOException {
        note(folder, there(folder));
    }

    private static Path choose(Path wanted) throws IOException {
        Path folder = wanted;
        for (int i = 1; !usable(folder); i++) {
            folder = wanted.resolve("stepwright-demo" + (i == 1 ? "" : "-" + i));
        }
        return folder;
    }

    private static boolean usable(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (Files.exists(folder.resolve(MARK))) {
            return there(folder).equals(noted(folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void note(Path folder, Map<String, String> files) throws IOException {
        StringBuilder text = new StringBuilder(NOTE).append('\n');
        files.forEach((name, digest) -> text.append(digest + "  " + name + "\n"));
        Files.writeString(folder.resolve(MARK), text, StandardCharsets.UTF_8);
    }

    /** The files that the last demo made here, with their digests then. */
    private static Map<String, String> noted(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path mark = folder.resolve(MARK);
        if (Files.exists(mark)) {
            for (String line : Files.readAllLines(mark, StandardCharsets.UTF_8)) {
                String[] parts = line.split("  ", 2);
                if (parts.length == 2 && !line.startsWith("#")) {
                    files.put(parts[1], parts[0]);
                }
            }
        }
        return files;
    }

    /** The files that are there now where demos write, with their digests. */
    private static Map<String, String> there(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String place : PLACES) {
            Path path = folder.resolve(place);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(
                        path,
                        new SimpleFileVisitor<>() {
                            @Override
                            public FileVisitResult visitFile(
                                    Path file, BasicFileAttributes attributes) throws IOException {
                                String name = folder.relativize(file).toString().replace('\\', '/');
                                // a demo makes no links: whatever one points at is not its own
                                files.put(name, attributes.isRegularFile() ? digest(file) : "link");
                                return FileVisitResult.CONTINUE;
                            }
                        });
            }
        }
        return files;
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
