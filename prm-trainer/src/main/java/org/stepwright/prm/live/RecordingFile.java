package org.stepwright.prm.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwright.work.WorkFailed;

/**
 * Reads recordings: JSON lines of {@code
 * {"prompt":"…","model":"…","chunks":[{"text":"…","delay_ms":12}]}}. The first line of a prompt
 * counts.
 */
final class RecordingFile {
    private static final int MOST_BYTES = 64 << 20;
    private static final long LONGEST_DELAY = 600_000;
    private static final int SHOWN = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordingFile() {}

    static Map<String, Recording> read(Path file) {
        Map<String, Recording> byPrompt = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                Recording recording = recording(line, file, number);
                byPrompt.putIfAbsent(recording.prompt(), recording);
            }
        }
        if (byPrompt.isEmpty()) {
            throw new WorkFailed(
                    "The recording " + file + " holds no answers; choose another file.");
        }
        return byPrompt;
    }

    /** The first few prompts, shortened, for a sentence. */
    static String list(Collection<String> prompts) {
        String shown =
                prompts.stream()
                        .limit(SHOWN)
                        .map(p -> "\"" + (p.length() > 80 ? p.substring(0, 80) + "…" : p) + "\"")
                        .collect(Collectors.joining(", "));
        return prompts.size() > SHOWN
                ? shown + " and " + (prompts.size() - SHOWN) + " more"
                : shown;
    }

    private static List<String> lines(Path file) {
        // The bytes are counted, not looked up: a device names no size and may never end.
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new WorkFailed(
                        "The recording " + file + " is larger than 64 MiB; choose another file.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            throw new WorkFailed(
                    "The recording " + file + " is not text in UTF-8; choose another file.", e);
        } catch (IOException e) {
            throw new WorkFailed(
                    "The recording " + file + " cannot be read; check that it is there.", e);
        }
    }

    private static Recording recording(String line, Path file, int number) {
        try {
            JsonNode row = JSON.readTree(line);
            List<Recording.Chunk> chunks = new ArrayList<>();
            for (JsonNode chunk : row.path("chunks")) {
                chunks.add(
                        new Recording.Chunk(
                                text(chunk, "text"),
                                Math.min(LONGEST_DELAY, chunk.path("delay_ms").asLong(0))));
            }
            return new Recording(text(row, "prompt"), row.path("model").asText(""), chunks);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new WorkFailed(
                    "Line " + number + " of the recording " + file + " is not a recorded answer.",
                    e);
        }
    }

    private static String text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("A recording has a text named " + field + ".");
        }
        return value.asText();
    }
}
