package org.stepwright.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.stepwright.label.Rating;
import org.stepwright.rubric.Rubric;
import org.stepwright.work.WorkFailed;

/** JSON inside columns: canonical (sorted keys, no blanks), so equal content is equal text. */
final class Json {
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<Double>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<List<Rating>> RATINGS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    // A later version may add fields; it must stay possible to read its rows.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new WorkFailed("Something cannot be written as JSON; nothing was saved.", e);
        }
    }

    /** Null for an empty list: most labels have none of it. */
    static String writeUnlessEmpty(List<?> values) {
        return values.isEmpty() ? null : write(values);
    }

    /** Checks that text is a JSON object or empty. */
    static String requireObjectOrEmpty(String text, String what) {
        try {
            JsonNode node = text.isEmpty() ? null : MAPPER.readTree(text);
            if (node != null && !node.isObject()) {
                throw new WorkFailed("The " + what + " of a run has to be a JSON object.");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new WorkFailed("The " + what + " of a run has to be a JSON object.", e);
        }
    }

    /** Any JSON; fails with an IllegalArgumentException for text that is none. */
    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON.", e);
        }
    }

    static List<String> strings(String json) {
        return json == null ? List.of() : read(json, STRINGS);
    }

    static List<Double> numbers(String json) {
        return read(json, NUMBERS);
    }

    static List<Rating> ratings(String json) {
        return json == null ? List.of() : read(json, RATINGS);
    }

    static Map<String, String> facts(String json) {
        return read(json, FACTS);
    }

    static Rubric rubric(String json) {
        try {
            return MAPPER.readValue(json, Rubric.class);
        } catch (JsonProcessingException e) {
            throw damaged(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw damaged(e);
        }
    }

    /** For a row that this program would not have written. */
    static WorkFailed damaged(Exception e) {
        return new WorkFailed(
                "A row of the workspace cannot be read; run \"stepwright check\" on it and restore"
                        + " a backup.",
                e);
    }
}
