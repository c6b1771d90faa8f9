package org.stepwright.storage.format.span;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Reads values that strangers wrote, each in one of several ways.
 *
 * @param mapper set up with limits for files from strangers
 */
record Values(ObjectMapper mapper) {
    private static final long SECOND = 1_000_000_000L;

    /** The value under the first of the names that is there and not null; else a missing node. */
    static JsonNode first(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode value = object.get(name);
            if (value != null && !value.isNull()) {
                return value;
            }
        }
        return MissingNode.getInstance();
    }

    /** A text, number or boolean as text under the first of the names; empty if there is none. */
    static String scalar(JsonNode object, String... names) {
        JsonNode value = first(object, names);
        return value.isValueNode() ? value.asText() : "";
    }

    /** A text as it is, anything else as JSON; empty for nothing. */
    String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isTextual() ? value.textValue() : json(value);
    }

    String json(JsonNode value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new BadSpan("a text holds half of a character pair (a lone \\u surrogate)");
        }
    }

    /** What a text that holds JSON says; the value itself when it holds none. */
    JsonNode unwrapped(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        String text = value.textValue().strip();
        boolean json =
                text.startsWith("{") && text.endsWith("}")
                        || text.startsWith("[") && text.endsWith("]");
        if (!json) {
            return value;
        }
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            return value;
        }
    }

    /**
     * Nanoseconds since 1970 of a moment as ISO text, with or without a zone, or as a number of
     * seconds, milli-, micro- or nanoseconds by its size; -1 when it is no moment.
     */
    static long nanos(JsonNode value) {
        try {
            if (value.isTextual() && value.textValue().indexOf('-') > 0) {
                Instant at = instant(value.textValue());
                return at == null
                        ? -1
                        : Math.addExact(
                                Math.multiplyExact(at.getEpochSecond(), SECOND), at.getNano());
            }
            if (value.isTextual() && value.textValue().length() > 30) {
                return -1;
            }
            if (value.isNumber() || value.isTextual() && !value.textValue().isBlank()) {
                return nanos(new BigDecimal(value.asText().strip()));
            }
            return -1;
        } catch (ArithmeticException | NumberFormatException e) {
            return -1;
        }
    }

    private static long nanos(BigDecimal number) {
        if (number.scale() > 100 || number.precision() - number.scale() > 20) {
            return -1;
        }
        double size = number.doubleValue();
        BigDecimal scale =
                BigDecimal.valueOf(
                        size < 1e11 ? SECOND : size < 1e14 ? 1e6 : size < 1e17 ? 1e3 : 1);
        return number.multiply(scale).toBigInteger().longValueExact();
    }

    /** A moment as ISO text; without a zone it is UTC; null when it is none. */
    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException none) {
                return null;
            }
        }
    }

    /** Half a character pair cannot be written as UTF-8, so it would silently become another. */
    static String clean(String text) {
        if (!isWhole(text)) {
            throw new BadSpan("a text holds half of a character pair (a lone \\u surrogate)");
        }
        return text;
    }

    /** Whether a text holds no half of a character pair. */
    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired =
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
