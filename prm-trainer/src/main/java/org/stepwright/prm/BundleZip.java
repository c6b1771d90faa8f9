package org.stepwright.prm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The zip around a bundle. Written without compression and with one fixed date, so that the bytes
 * hang on the content alone and not on the machine's zlib or clock. Read as something that may come
 * from anywhere: known names only are kept, each once, each with a limit of its own, and together
 * no more than the file itself holds.
 */
final class BundleZip {
    static final String MANIFEST = "manifest.json";
    static final String MODEL = "model.onnx";
    static final String TOKENIZER = "tokenizer.json";
    static final String CARD = "MODEL_CARD.md";

    private static final int MEBIBYTE = 1 << 20;
    private static final Map<String, Integer> LIMITS =
            Map.of(
                    MANIFEST, 4 * MEBIBYTE,
                    MODEL, 1024 * MEBIBYTE,
                    TOKENIZER, 64 * MEBIBYTE,
                    CARD, 4 * MEBIBYTE);
    private static final int FOREIGN_LIMIT = 1024 * MEBIBYTE;
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BundleZip() {}

    /**
     * What a zip held.
     *
     * @param entries the known entries by name
     * @param foreign whether it held others, too; those were not kept
     */
    record Content(Map<String, byte[]> entries, boolean foreign) {}

    static void write(OutputStream out, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                byte[] content = entry.getValue();
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setMethod(ZipEntry.STORED);
                header.setSize(content.length);
                header.setCrc(crc.getValue());
                header.setTimeLocal(DATE);
                zip.putNextEntry(header);
                zip.write(content);
                zip.closeEntry();
            }
        }
    }

    /**
     * @return the known entries. Others are only told, for a newer format may have them: the
     *     manifest says whether it is one
     * @throws BadBundle when an entry is too large or comes twice
     * @throws IOException when it is no zip or cannot be read
     */
    static Content read(Path file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        // Bundles are stored, so their content never outgrows the file; what does is a zip bomb.
        long left = Files.size(file);
        boolean foreign = false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                int limit = LIMITS.getOrDefault(entry.getName(), FOREIGN_LIMIT);
                byte[] content = limited(zip, Math.min(limit, left));
                left -= content.length;
                if (!LIMITS.containsKey(entry.getName())) {
                    foreign = true;
                } else if (entries.put(entry.getName(), content) != null) {
                    throw new BadBundle("it holds " + entry.getName() + " twice");
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("Bad entry name.", e);
        }
        return new Content(entries, foreign);
    }

    private static byte[] limited(InputStream in, long most) throws IOException {
        byte[] content = in.readNBytes((int) most + 1);
        if (content.length > most) {
            throw new BadBundle("one of its files is too large");
        }
        return content;
    }

    /** The zip is fine but is no bundle; the message is the second half of a sentence. */
    static final class BadBundle extends IOException {
        private static final long serialVersionUID = 1L;

        BadBundle(String why) {
            this(why, "train it again");
        }

        BadBundle(String why, String whatToDo) {
            super(why + "; " + whatToDo);
        }
    }
}
