package org.stepwright.prm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/** A manifest as JSON: sorted keys, so that the same manifest gives the same bytes. */
final class ManifestJson {
    static final int FORMAT = 1;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private ManifestJson() {}

    /**
     * What {@code manifest.json} holds.
     *
     * @param format version of the bundle's layout
     * @param files SHA-256 of the other entries by name
     * @param manifest the manifest
     */
    record Stored(int format, Map<String, String> files, RunManifest manifest) {}

    static byte[] write(RunManifest manifest, Map<String, String> files) {
        try {
            // The pretty printer ends lines as the system does; a bundle has the same bytes
            // everywhere.
            String json = MAPPER.writeValueAsString(new Stored(FORMAT, files, manifest));
            return json.replace("\r\n", "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A manifest has no place for this value.", e);
        }
    }

    static Stored read(byte[] json) throws IOException {
        Stored stored = MAPPER.readValue(json, Stored.class);
        if (stored.manifest() == null || stored.files() == null) {
            throw new IOException("The manifest is empty.");
        }
        return stored;
    }
}
