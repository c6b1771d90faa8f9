package org.stepwright.storage.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.LabelRule;
import org.stepwright.work.WorkFailed;

/**
 * The mappings that somebody saved: a YAML file each in one folder, which appears with the first.
 * Files are replaced whole, so that nobody ever reads half of one.
 */
public final class MappingStore {
    private static final String ENDING = ".yaml";
    private static final int SIZE_LIMIT = 1 << 20;

    private final Path folder;
    private final MappingYaml yaml = new MappingYaml();

    /**
     * @param folder where the files are
     */
    public MappingStore(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * @return the names of the saved mappings, sorted
     * @throws WorkFailed when the folder cannot be read
     */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(ENDING) && !n.startsWith("."))
                    .map(n -> n.substring(0, n.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WorkFailed("The saved mappings in " + folder + " cannot be read.", e);
        }
    }

    /**
     * @param name a saved mapping; upper and lower case are the same
     * @return it; empty when none has that name
     * @throws WorkFailed when its file cannot be read or is no mapping
     */
    public Optional<ColumnMapping> find(String name) {
        return names().stream()
                .filter(n -> LabelRule.folded(n).equals(LabelRule.folded(name)))
                .findFirst()
                .map(n -> read(folder.resolve(n + ENDING)).withName(n));
    }

    /**
     * Finds a mapping as a command names it: a file that ends in {@code .yaml} or {@code .yml}, or
     * the name of a saved one.
     *
     * @param nameOrFile which
     * @return it
     * @throws WorkFailed with a sentence when there is none
     */
    public ColumnMapping require(String nameOrFile) {
        if (nameOrFile.endsWith(ENDING) || nameOrFile.endsWith(".yml")) {
            return read(Path.of(nameOrFile));
        }
        return find(nameOrFile)
                .orElseThrow(
                        () ->
                                new WorkFailed(
                                        "There is no mapping named \""
                                                + nameOrFile
                                                + "\"; "
                                                + (names().isEmpty()
                                                        ? "none is saved yet; make one on the Data"
                                                                + " screen, or name a .yaml file."
                                                        : "choose one of "
                                                                + String.join(", ", names())
                                                                + ", or name a .yaml file.")));
    }

    /**
     * Reads a file.
     *
     * @param file a mapping as YAML
     * @return it
     * @throws WorkFailed when it cannot be read or is no mapping
     */
    public ColumnMapping read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new WorkFailed("The mapping " + file + " is not there; check the path.");
            }
            if (Files.size(file) > SIZE_LIMIT) {
                throw new WorkFailed("The mapping " + file + " is longer than 1 MiB.");
            }
            return yaml.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new WorkFailed(
                    "The mapping "
                            + file
                            + " cannot be read; check its permissions and that it is text in"
                            + " UTF-8.",
                    e);
        } catch (WorkFailed e) {
            throw e.getMessage().contains(file.toString())
                    ? e
                    : new WorkFailed("The mapping " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Saves a mapping under its name, in place of one with that name.
     *
     * @param mapping what to save
     * @return its file
     * @throws WorkFailed when it cannot be written
     */
    public Path save(ColumnMapping mapping) {
        try {
            Files.createDirectories(folder);
            for (String old : sameNames(mapping.name())) {
                Files.deleteIfExists(folder.resolve(old + ENDING));
            }
            Path file = folder.resolve(mapping.name() + ENDING);
            Path work = Files.createTempFile(folder, ".mapping", ".tmp");
            try {
                Files.writeString(work, yaml.write(mapping), StandardCharsets.UTF_8);
                move(work, file);
            } finally {
                Files.deleteIfExists(work);
            }
            return file;
        } catch (IOException e) {
            throw new WorkFailed(
                    "The mapping cannot be saved in " + folder + "; check its permissions.", e);
        }
    }

    /** Names that differ in upper and lower case only would be one file on some systems. */
    private List<String> sameNames(String name) {
        List<String> same = new ArrayList<>(names());
        same.removeIf(n -> n.equals(name) || !LabelRule.folded(n).equals(LabelRule.folded(name)));
        return same;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * @param name a saved mapping; nothing happens when there is none
     * @throws WorkFailed when it cannot be deleted
     */
    public void delete(String name) {
        if (!names().contains(name)) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(name + ENDING));
        } catch (IOException e) {
            throw new WorkFailed("The mapping " + name + " cannot be deleted.", e);
        }
    }
}
