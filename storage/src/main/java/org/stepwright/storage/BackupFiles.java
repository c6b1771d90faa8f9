package org.stepwright.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stepwright.work.WorkFailed;

/**
 * The folder of a workspace's backups. A backup is {@code NAME-uuuu-MM-dd-HHmmss-REASON.bak}; the
 * file of the same name with {@code .json} says what was found when it was read again. Whatever
 * else lies there is left alone.
 */
final class BackupFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UPDATE_STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
    private static final Pattern LEFTOVER =
            Pattern.compile("\\.stepwright-[0-9a-f-]{36}\\.(copy|unread)(-journal|-wal|-shm)?");
    private static final long MOST_NOTE_BYTES = 65_536;
    private static final String NOTE = ".json";

    private final Path workspace;
    private final Path folder;
    private final Pattern name;
    private final Pattern updateName;

    BackupFiles(Path workspace) {
        this.workspace = workspace.toAbsolutePath();
        String file = this.workspace.getFileName().toString();
        this.folder = this.workspace.resolveSibling(file + ".backups");
        this.name =
                Pattern.compile(
                        Pattern.quote(file)
                                + "-(\\d{4}-\\d\\d-\\d\\d-\\d{6})(?:-\\d{1,3})?"
                                + "-(manual|daily|merge|restore|repair)\\.bak");
        this.updateName =
                Pattern.compile(Pattern.quote(file) + "\\.v\\d{1,4}-(\\d{8}-\\d{6})\\.bak");
    }

    Path folder() {
        return folder;
    }

    /** Java 17 refuses a link to a folder, which is how people keep backups on another disk. */
    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /** A name that nothing has yet. */
    Path newFile(LocalDateTime at, BackupReason reason) {
        String start = workspace.getFileName() + "-" + STAMP.format(at);
        for (int i = 1; ; i++) {
            String again = i == 1 ? "" : "-" + i;
            Path file = folder.resolve(start + again + "-" + reason.word() + ".bak");
            if (!Files.exists(file)) {
                return file;
            }
        }
    }

    /** All backups, the newest first; also the copies that updates of the file left beside it. */
    List<Backup> all() {
        List<Backup> all = new ArrayList<>();
        for (Path file : list(folder)) {
            Matcher parts = name.matcher(file.getFileName().toString());
            if (parts.matches()) {
                BackupReason reason = BackupReason.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
                time(STAMP, parts.group(1))
                        .flatMap(at -> read(file, at, reason))
                        .ifPresent(all::add);
            }
        }
        for (Path file : list(workspace.getParent())) {
            Matcher parts = updateName.matcher(file.getFileName().toString());
            if (parts.matches()) {
                time(UPDATE_STAMP, parts.group(1))
                        .flatMap(at -> read(file, at, BackupReason.UPDATE))
                        .ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparing(Backup::at).thenComparing(Backup::file).reversed());
        return all;
    }

    private static Optional<LocalDateTime> time(DateTimeFormatter format, String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private List<Path> list(Path where) {
        if (!Files.isDirectory(where)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.toList();
        } catch (IOException e) {
            throw new WorkFailed(
                    "The folder " + where + " cannot be read; check that you may read it.", e);
        }
    }

    private Optional<Backup> read(Path file, LocalDateTime at, BackupReason reason) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            long bytes = Files.size(file);
            WorkspaceCounts counts = note(file, bytes);
            return Optional.of(new Backup(file, at, reason, bytes, counts != null, counts));
        } catch (IOException e) {
            // It went away just now.
            return Optional.empty();
        }
    }

    private static Path noteOf(Path file) {
        return file.resolveSibling(file.getFileName() + NOTE);
    }

    /** What was found when a backup was read again; null if nobody did or the file is another. */
    private static WorkspaceCounts note(Path file, long bytes) throws IOException {
        Path note = noteOf(file);
        try {
            if (!Files.isRegularFile(note) || Files.size(note) > MOST_NOTE_BYTES) {
                return null;
            }
            JsonNode json = Json.tree(Files.readString(note));
            if (!json.path("bytes").isIntegralNumber() || json.path("bytes").asLong() != bytes) {
                return null;
            }
            return new WorkspaceCounts(
                    json.path("traces").asLong(),
                    json.path("steps").asLong(),
                    json.path("labels").asLong(),
                    json.path("events").asLong(),
                    json.path("rubric_versions").asLong(),
                    json.path("runs").asLong());
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return null;
        } catch (java.nio.charset.CharacterCodingException e) {
            return null;
        }
    }

    /** Says that a backup was read and what is in it. */
    static void writeNote(Path file, WorkspaceCounts counts) throws IOException {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("bytes", Files.size(file));
        note.put("traces", counts.traces());
        note.put("steps", counts.steps());
        note.put("labels", counts.labels());
        note.put("events", counts.events());
        note.put("rubric_versions", counts.rubricVersions());
        note.put("runs", counts.runs());
        Path target = noteOf(file);
        Path unfinished =
                target.resolveSibling(".stepwright-" + java.util.UUID.randomUUID() + ".copy");
        try {
            Files.write(unfinished, Json.write(note).getBytes(StandardCharsets.UTF_8));
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Removes a backup that this program wrote, and its note. */
    static void remove(Backup backup) throws IOException {
        Files.deleteIfExists(backup.file());
        Files.deleteIfExists(noteOf(backup.file()));
    }

    /** Removes what a backup left that was ended half way; called while no other one runs. */
    void removeLeftovers() throws IOException {
        for (Path file : list(folder)) {
            if (LEFTOVER.matcher(file.getFileName().toString()).matches()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
