package org.stepwright.prm.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.HttpException;

/** The server's own reason for refusing a request, short and free of the key. */
final class ServerMessage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200;
    private static final int TELLTALE = 6;

    private final String key;

    /**
     * @param key the key that no message may repeat; null when there is none
     */
    ServerMessage(String key) {
        this.key = key;
    }

    /** Returns {@code ": reason"}, or nothing when there is none that can be shown. */
    String in(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (at instanceof HttpException http) {
                return shown(reason(http.getMessage()));
            }
            at = at.getCause();
        }
        return "";
    }

    private static String reason(String body) {
        if (body == null || body.length() > 64 * 1024) {
            return "";
        }
        try {
            JsonNode root = JSON.readTree(body);
            JsonNode error = root.path("error");
            for (JsonNode found :
                    new JsonNode[] {error.path("message"), error, root.path("message")}) {
                if (found.isTextual()) {
                    return found.asText();
                }
            }
        } catch (JsonProcessingException e) {
            return ""; // an HTML page or the like says nothing in one sentence
        }
        return "";
    }

    private String shown(String reason) {
        String clean = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (clean.isEmpty() || repeatsKey(clean)) {
            return "";
        }
        clean = clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
        return ": " + (clean.endsWith(".") ? clean.substring(0, clean.length() - 1) : clean);
    }

    /** Servers like to show a key's beginning and end; those count as the key, too. */
    private boolean repeatsKey(String text) {
        if (key == null) {
            return false;
        }
        int piece = Math.min(TELLTALE, key.length());
        for (int i = 0; i + piece <= key.length(); i++) {
            if (text.contains(key.substring(i, i + piece))) {
                return true;
            }
        }
        return false;
    }
}
