package org.stepwright.storage.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.stepwright.storage.verify.SqlAnswer.Ending;

/**
 * What a query should return: what another query returns, or rows.
 *
 * @param query the other query; null when there are rows
 * @param rows the rows; null when there is a query
 */
record ExpectedResult(String query, SqlAnswer rows) {
    private static final int MAX_JSON = 1_000_000;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(5)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads a query, or JSON: a single value, a list of values (one column), a list of lists
     * (rows), or a list of objects (rows, columns in their order).
     *
     * @param text any text
     * @return what it expects; empty when it is neither
     */
    static Optional<ExpectedResult> read(String text) {
        String bare = text.strip();
        if (SqlText.looksLikeQuery(bare)) {
            return SqlText.refusal(bare).isPresent()
                    ? Optional.empty()
                    : Optional.of(new ExpectedResult(bare, null));
        }
        if (bare.isEmpty() || bare.length() > MAX_JSON) {
            return Optional.empty();
        }
        try {
            return rows(JSON.readTree(bare)).map(rows -> new ExpectedResult(null, rows));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<SqlAnswer> rows(JsonNode json) {
        List<List<Object>> rows = new ArrayList<>();
        if (json.isValueNode()) {
            rows.add(Collections.singletonList(cell(json)));
        } else if (json.isArray()) {
            for (JsonNode row : json) {
                Optional<List<Object>> cells = row(row);
                if (cells.isEmpty()) {
                    return Optional.empty();
                }
                rows.add(cells.get());
            }
        } else {
            return Optional.empty();
        }
        // How many columns nothing has is not known.
        int columns = rows.isEmpty() ? -1 : rows.get(0).size();
        boolean even = rows.stream().allMatch(row -> row.size() == columns);
        return even
                ? Optional.of(new SqlAnswer(Ending.ROWS, "", columns, rows, false))
                : Optional.empty();
    }

    private static Optional<List<Object>> row(JsonNode json) {
        if (json.isValueNode()) {
            return Optional.of(Collections.singletonList(cell(json)));
        }
        List<Object> cells = new ArrayList<>();
        for (JsonNode value : json) {
            if (!value.isValueNode()) {
                return Optional.empty();
            }
            cells.add(cell(value));
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells);
    }

    /** SQLite has no truth values but 1 and 0. */
    private static Object cell(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? 1L : 0L;
        }
        if (value.isNumber()) {
            return value.canConvertToExactIntegral() && value.canConvertToLong()
                    ? (Object) value.longValue()
                    : (Object) value.doubleValue();
        }
        return value.asText();
    }
}
