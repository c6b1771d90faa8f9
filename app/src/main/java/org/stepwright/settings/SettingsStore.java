package org.stepwright.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.stepwright.work.WorkFailed;

/**
 * The settings in their file. An update reads the file again, changes it and moves the new file
 * over the old one, so a crash leaves one or the other, never half; a second Stepwright waits its
 * turn. Fields that this version does not know stay in the file. Safe to call from any thread.
 */
public final class SettingsStore {
    private static final int LARGEST = 1 << 20;
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private volatile Settings current = Settings.defaults();
    private volatile String trouble = "";

    /**
     * @param file the file; need not be there
     */
    public SettingsStore(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Reads the file. A damaged one is copied aside as {@code .broken}, and defaults take the place
     * of what was lost; for one that may not be read defaults are used and it stays as it is.
     * {@link #trouble} then says so.
     *
     * @return the settings
     */
    public synchronized Settings load() {
        try {
            current = SettingsJson.read(readRoot(false), name -> {});
        } catch (IOException e) {
            trouble =
                    "The settings file "
                            + file
                            + " cannot be read, so defaults are used; check its permissions.";
            current = Settings.defaults();
        }
        return current;
    }

    /**
     * @return the settings as last loaded or updated
     */
    public Settings current() {
        return current;
    }

    /**
     * @return the folder of the settings; other small files of this user lie beside them
     */
    public Path folder() {
        return file.getParent();
    }

    /**
     * @return one plain sentence when the file could not be read as it was; empty otherwise
     */
    public String trouble() {
        return trouble;
    }

    /**
     * Changes the settings on disk and here.
     *
     * @param change from the settings on disk to the new ones
     * @throws WorkFailed when the file cannot be written, or not be read, as what cannot be read
     *     must not be replaced; nothing has changed then
     */
    public synchronized void update(UnaryOperator<Settings> change) {
        try {
            Files.createDirectories(file.getParent());
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            try (FileChannel turn =
                    FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                turn.lock(); // given back when the channel closes
                ObjectNode root = rootToReplace();
                Settings next = change.apply(SettingsJson.read(root, name -> {}));
                SettingsJson.write(next, root);
                replace(JSON.writeValueAsBytes(root));
                current = next;
            }
        } catch (IOException e) {
            throw new WorkFailed(
                    "The settings could not be written to "
                            + file
                            + "; check that you may write there and that the disk is not full.",
                    e);
        }
    }

    private ObjectNode rootToReplace() {
        try {
            return readRoot(true);
        } catch (IOException e) {
            throw new WorkFailed(
                    "The settings file "
                            + file
                            + " cannot be read, so nothing in it was changed; check its"
                            + " permissions.",
                    e);
        }
    }

    private void replace(byte[] content) throws IOException {
        Path next = Files.createTempFile(file.getParent(), "settings", ".tmp");
        try {
            try (FileChannel out = FileChannel.open(next, StandardOpenOption.WRITE)) {
                var bytes = java.nio.ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            try {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /**
     * @param replaced whether the file is about to be replaced, so that a damaged one must have
     *     been copied aside
     */
    private ObjectNode readRoot(boolean replaced) throws IOException {
        TreeSet<String> leftOut = new TreeSet<>();
        try {
            JsonNode node = JSON.readTree(readBytes());
            if (node instanceof ObjectNode root) {
                SettingsJson.read(root, leftOut::add);
                if (!leftOut.isEmpty()) {
                    keepAside(
                            "could not be read in part (" + String.join(", ", leftOut) + ")",
                            replaced);
                }
                return root;
            }
            keepAside("holds no settings", replaced);
        } catch (NoSuchFileException e) {
            return JSON.createObjectNode(); // the first start
        } catch (JsonProcessingException e) {
            keepAside("is damaged", replaced);
        }
        return JSON.createObjectNode();
    }

    private byte[] readBytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            // One byte too many makes damaged JSON of a file that is too large.
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? new byte[] {'{'} : bytes;
        }
    }

    private void keepAside(String what, boolean replaced) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
            trouble =
                    "The settings file "
                            + what
                            + "; it is kept as "
                            + aside
                            + " and defaults take the place of what was lost.";
        } catch (IOException e) {
            trouble = "The settings file " + what + "; defaults take the place of what was lost.";
            if (replaced) {
                throw e;
            }
        }
    }
}
