package org.stepwright.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Reads JSON that anybody may have written: bounded in size and nesting. */
final class BoundedJson {
    /** Characters of the largest text that is read. */
    static final int MAX_TEXT = 100_000;

    private static final int MAX_DEPTH = 100;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Keeps decimals as they are written, for comparisons. */
    private static final ObjectMapper EXACT =
            JSON.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private BoundedJson() {}

    /**
     * @param text JSON of any length; the caller bounds it
     * @return its value
     * @throws JsonProcessingException when it is no JSON, or nested too deeply
     */
    static JsonNode read(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /**
     * @param text a text
     * @return the object or array that it is; empty when it is neither, or too large
     */
    static Optional<JsonNode> structure(String text) {
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        try {
            return Optional.of(EXACT.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
