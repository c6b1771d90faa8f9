package org.stepwright.storage.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Jackson, set up for files from strangers. */
final class Json {
    private static final int DEPTH_LIMIT = 100;

    static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_LIMIT)
                                                    .maxStringLength(JsonRows.ROW_LIMIT)
                                                    .maxNumberLength(100)
                                                    .build())
                                    // A damaged row may begin like UTF-32; all is UTF-8.
                                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    /**
     * @throws BadRow when the bytes are not one JSON value
     */
    static JsonNode parse(byte[] bytes, int length) {
        return parse(decode(bytes, length));
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new BadRow(
                    "this JSON is nested deeper than "
                            + DEPTH_LIMIT
                            + " levels or holds a number longer than 100 digits");
        } catch (JsonProcessingException e) {
            throw new BadRow(explain(e));
        }
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written.", e);
        }
    }

    private static String decode(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadRow("this is not text in UTF-8");
        }
    }

    private static String explain(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (message != null && message.startsWith("Duplicate field '")) {
            int end = message.lastIndexOf('\'');
            String name = message.substring("Duplicate field '".length(), Math.max(end, 17));
            return "\"" + name + "\" occurs twice in one object";
        }
        int column = e.getLocation() == null ? -1 : e.getLocation().getColumnNr();
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
        String where =
                line > 1 ? "in its line " + line + ", column " + column : "at column " + column;
        return column < 1 ? "this is not valid JSON" : "this is not valid JSON " + where;
    }
}
