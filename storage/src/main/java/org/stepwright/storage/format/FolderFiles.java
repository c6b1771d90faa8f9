package org.stepwright.storage.format;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stepwright.work.WorkFailed;

/**
 * The files that paths of files and folders stand for.
 *
 * @param files the files: what was named, and in place of a folder all in it and in the folders
 *     below, sorted by path
 * @param notes a sentence for each folder about what in it was passed over
 */
public record FolderFiles(List<Path> files, List<String> notes) {
    /** How deep folders are entered below the one that was named. */
    static final int DEPTH_LIMIT = 16;

    /** How many files a folder may hold. */
    static final int FILE_LIMIT = 20_000;

    private static final int NAMED = 3;

    /** Endings of data, whatever the rest of the name. */
    private static final Set<String> DATA =
            Set.of(".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet");

    /** Endings of pages, pictures, settings and programs, such as those beside an export. */
    private static final Set<String> NO_DATA =
            Set.of(
                    ".md", ".html", ".pdf", ".png", ".jpg", ".svg", ".py", ".sh", ".ipynb", ".toml",
                    ".yaml", ".yml");

    /** Files that say where data comes from; followed by nothing, a dot or a dash. */
    private static final Set<String> ABOUT =
            Set.of(
                    "license",
                    "licence",
                    "readme",
                    "source",
                    "copying",
                    "notice",
                    "changelog",
                    "requirements");

    /** Copies. */
    public FolderFiles {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /**
     * Passed over in folders: hidden files and folders, links, licences, read-me and source notes,
     * pages, pictures, settings and programs, and files that belong to the given workspace.
     *
     * @param paths files and folders; files are taken as they are, whatever their name
     * @param own a file that is not data, with all beside it whose name begins with its name; null
     *     if none
     * @return the files in the order of the paths
     * @throws WorkFailed when a folder cannot be read, holds too many files or no data
     */
    public static FolderFiles of(List<Path> paths, Path own) {
        List<Path> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                Walk walk = new Walk(path, own);
                files.addAll(walk.files());
                walk.note().ifPresent(notes::add);
            } else {
                files.add(path);
            }
        }
        return new FolderFiles(files, notes);
    }

    /** Goes through one folder. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Path own;
        private final List<Path> found = new ArrayList<>();
        private final List<String> passed = new ArrayList<>();

        Walk(Path folder, Path own) {
            this.folder = folder;
            this.own = own;
        }

        List<Path> files() {
            try {
                // The folder itself may be named by a link; links inside it are not followed.
                Path start = folder.toRealPath();
                Files.walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), DEPTH_LIMIT, this);
                found.sort(Comparator.comparing(p -> start.relativize(p).toString()));
                if (found.isEmpty()) {
                    throw new WorkFailed("The folder " + folder + " holds no data files.");
                }
                return found.stream().map(p -> folder.resolve(start.relativize(p))).toList();
            } catch (IOException e) {
                throw new WorkFailed(
                        "The folder " + folder + " cannot be read; check its permissions.", e);
            }
        }

        Optional<String> note() {
            if (passed.isEmpty()) {
                return Optional.empty();
            }
            List<String> names = passed.stream().distinct().sorted().limit(NAMED).toList();
            return Optional.of(
                    "Passed over in "
                            + folder
                            + ", because they are hidden, links or no data: "
                            + passed.size()
                            + " ("
                            + String.join(", ", names)
                            + (passed.stream().distinct().count() > NAMED ? ", …" : "")
                            + ").");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
                throws IOException {
            if (!dir.equals(folder.toRealPath()) && isHidden(dir)) {
                passed.add(name(dir));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile() || isHidden(file) || isAbout(file) || isOwn(file)) {
                passed.add(name(file));
                return FileVisitResult.CONTINUE;
            }
            found.add(file);
            if (found.size() > FILE_LIMIT) {
                throw new WorkFailed(
                        "The folder "
                                + folder
                                + " holds more than "
                                + FILE_LIMIT
                                + " files; name the folders in it one by one.");
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isOwn(Path file) {
            return own != null
                    && name(file).startsWith(name(own))
                    && file.resolveSibling(name(own)).equals(real(own));
        }

        private static Path real(Path file) {
            try {
                return file.toRealPath();
            } catch (IOException e) {
                return file.toAbsolutePath().normalize();
            }
        }

        private static boolean isHidden(Path file) {
            return name(file).startsWith(".");
        }

        private static boolean isAbout(Path file) {
            String name = name(file).toLowerCase(Locale.ROOT);
            String stem = name.split("[.-]", 2)[0];
            return NO_DATA.stream().anyMatch(name::endsWith)
                    || ABOUT.contains(stem) && DATA.stream().noneMatch(name::endsWith);
        }

        private static String name(Path file) {
            return String.valueOf(file.getFileName());
        }
    }
}
