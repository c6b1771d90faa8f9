package org.stepwright.ui.rubrics.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.WorkFailed;

/** Reads a description of the work from a file; blocks, so not for the UI thread. */
final class DescriptionFile {
    /** A file of more bytes holds more than the characters that a model may be given. */
    static final int MOST_BYTES = 1 << 20;

    private final Messages texts;

    DescriptionFile(Messages texts) {
        this.texts = texts;
    }

    /**
     * @param file a file in UTF-8, with or without a byte order mark
     * @return its text
     * @throws WorkFailed when it is too large, no text or cannot be read; one plain sentence
     */
    String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new WorkFailed(texts.text("file.large", file.getFileName()));
            }
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new WorkFailed(texts.text("file.text", file.getFileName()));
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new WorkFailed(texts.text("file.text", file.getFileName()), e);
        } catch (IOException e) {
            throw new WorkFailed(texts.text("file.unreadable", file), e);
        }
    }
}
