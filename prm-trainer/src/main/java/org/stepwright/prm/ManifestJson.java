package org.stepwright.prm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** A manifest as JSON: sorted keys, so that the same manifest gives the same bytes. */
final class ManifestJson {
    static final int FORMAT = 1;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    // Java's own way to write a number changed in 19, and the bytes with it.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
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

    /**
     * @throws BundleZip.BadBundle when a newer version wrote it
     * @throws IOException when it is no manifest
     */
    static Stored read(byte[] json) throws IOException {
        JsonNode root = MAPPER.readTree(json);
        // Before the rest: what a newer format holds need not fit into the records of this one.
        checkFormat(root.path("format"));
        if (root.path("manifest") instanceof ObjectNode manifest) {
            addSignalsVersion(manifest);
        }
        Stored stored = MAPPER.treeToValue(root, Stored.class);
        if (stored.manifest() == null || stored.files() == null) {
            throw new IOException("The manifest is empty.");
        }
        return stored;
    }

    private static void checkFormat(JsonNode format) throws IOException {
        if (!format.isIntegralNumber() || format.bigIntegerValue().signum() <= 0) {
            throw new IOException("The manifest names no format.");
        }
        if (!format.canConvertToInt() || format.intValue() > FORMAT) {
            throw new BundleZip.BadBundle(
                    "it was written by a newer Stepwright", "use that one or train it again");
        }
    }

    /** The first bundles did not name their signals' version; there was only one. */
    private static void addSignalsVersion(ObjectNode manifest) {
        if (!manifest.has("signalsVersion")) {
            manifest.put("signalsVersion", 1);
        }
    }
}
