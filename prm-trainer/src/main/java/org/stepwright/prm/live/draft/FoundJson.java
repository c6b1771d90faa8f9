package org.stepwright.prm.live.draft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/**
 * Finds the object that was asked for in an answer: alone, in a fence, or after some prose. Small
 * slips that models make, such as a comma too many, are read over.
 */
final class FoundJson {
    private static final int MOST_BEGINNINGS = 40;
    private static final String THINKING = "<think>";
    private static final String THINKING_ENDS = "</think>";
    private static final int DEEPEST = 24;
    private static final ObjectMapper JSON = mapper();

    private FoundJson() {}

    private static ObjectMapper mapper() {
        StreamReadConstraints limits =
                StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(200_000)
                        .maxNumberLength(100)
                        .build();
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }

    /**
     * @param said what the model said
     * @param fields an object counts when it has one of these
     * @return the first object that counts
     * @throws NotUsable when there is none, with what is wrong
     */
    static ObjectNode in(String said, Set<String> fields) {
        String answer = afterThinking(said);
        String why = null;
        int reached = -1;
        int at = answer.indexOf('{');
        for (int tried = 0; at >= 0 && tried < MOST_BEGINNINGS; tried++) {
            try {
                ObjectNode object = read(answer, at);
                if (fields.stream().anyMatch(object::has)) {
                    return object;
                }
            } catch (JsonProcessingException e) {
                JsonLocation where = e.getLocation();
                int end = at + (int) Math.max(0, where == null ? 0 : where.getCharOffset());
                if (end > reached) {
                    reached = end;
                    why = "the JSON breaks at character " + (end + 1) + " of the answer";
                }
            }
            at = answer.indexOf('{', at + 1);
        }
        throw new NotUsable(
                why == null
                        ? "it holds no JSON object with " + String.join(" or ", sorted(fields))
                        : why);
    }

    /** Some servers leave the model's thinking at the beginning of the answer. */
    private static String afterThinking(String said) {
        String answer = said.strip();
        int end = answer.startsWith(THINKING) ? answer.indexOf(THINKING_ENDS) : -1;
        return end < 0 ? answer : answer.substring(end + THINKING_ENDS.length());
    }

    private static Iterable<String> sorted(Set<String> fields) {
        return fields.stream().sorted().toList();
    }

    private static ObjectNode read(String answer, int from) throws JsonProcessingException {
        try (JsonParser parser = JSON.createParser(answer.substring(from))) {
            return (ObjectNode) JSON.<JsonNode>readTree(parser);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("Text in memory can be read.", e);
        }
    }
}
