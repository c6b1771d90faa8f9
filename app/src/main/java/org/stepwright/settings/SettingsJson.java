package org.stepwright.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;

/**
 * Settings as JSON. Reading takes what is sound, field by field, and names what it left out;
 * writing changes only the fields it knows.
 */
final class SettingsJson {
    private static final String THEME = "theme";
    private static final String ANNOTATOR = "annotator";
    private static final String RECENT = "recentWorkspaces";
    private static final String LAST_DIRECTORY = "lastDirectory";
    private static final String CONNECTIONS = "connections";
    private static final String REMEMBERED = "remembered";
    private static final String RUN_CODE = "runCode";

    private SettingsJson() {}

    /**
     * @param root the file's content
     * @param leftOut hears the name of each field that could not be read
     */
    static Settings read(ObjectNode root, Consumer<String> leftOut) {
        Settings settings = Settings.defaults();
        settings = take(root, THEME, settings, leftOut, (s, n) -> s.withTheme(text(n)));
        settings = take(root, ANNOTATOR, settings, leftOut, (s, n) -> s.withAnnotator(text(n)));
        settings = take(root, RECENT, settings, leftOut, SettingsJson::withRecent);
        settings =
                take(
                        root,
                        LAST_DIRECTORY,
                        settings,
                        leftOut,
                        (s, n) -> s.withLastDirectory(Path.of(text(n))));
        for (JsonNode node : elements(root, CONNECTIONS, leftOut)) {
            try {
                settings = settings.withConnection(connection(node));
            } catch (RuntimeException e) { // bad fields of every kind end here
                leftOut.accept(CONNECTIONS);
            }
        }
        settings = take(root, RUN_CODE, settings, leftOut, SettingsJson::withRunCode);
        return take(root, REMEMBERED, settings, leftOut, SettingsJson::withRemembered);
    }

    private interface Field {
        Settings set(Settings settings, JsonNode value);
    }

    private static Settings take(
            ObjectNode root, String name, Settings so, Consumer<String> leftOut, Field field) {
        JsonNode value = root.get(name);
        if (value == null || value.isNull()) {
            return so;
        }
        try {
            return field.set(so, value);
        } catch (RuntimeException e) { // wrong type, bad path, unknown name: the default stays
            leftOut.accept(name);
            return so;
        }
    }

    private static Iterable<JsonNode> elements(
            ObjectNode root, String name, Consumer<String> leftOut) {
        JsonNode value = root.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            leftOut.accept(name);
            return List.of();
        }
        return value;
    }

    private static Settings withRecent(Settings settings, JsonNode array) {
        List<Path> recent = new ArrayList<>();
        requireType(array.isArray());
        array.forEach(n -> recent.add(Path.of(text(n))));
        return new Settings(
                settings.theme(),
                settings.annotator(),
                recent,
                settings.lastDirectory(),
                settings.connections(),
                settings.remembered(),
                settings.runCode());
    }

    private static Settings withRemembered(Settings settings, JsonNode object) {
        requireType(object.isObject());
        Map<String, String> all = new TreeMap<>();
        object.properties().forEach(e -> all.put(e.getKey(), text(e.getValue())));
        return new Settings(
                settings.theme(),
                settings.annotator(),
                settings.recentWorkspaces(),
                settings.lastDirectory(),
                settings.connections(),
                all,
                settings.runCode());
    }

    private static Settings withRunCode(Settings settings, JsonNode object) {
        requireType(object.path("on").isBoolean());
        return settings.withRunCode(
                new RunCode(object.get("on").booleanValue(), text(object.path("command"))));
    }

    private static Connection connection(JsonNode n) {
        return new Connection(
                text(n.required("name")),
                ConnectionKind.valueOf(text(n.required("kind"))),
                n.path("baseUrl").asText(""),
                n.path("model").asText(""),
                n.path("keyName").asText(""),
                n.path("temperature").asDouble(0),
                n.path("maxTokens").asInt(2048),
                n.path("timeoutSeconds").asInt(60),
                n.path("recording").asText(""));
    }

    private static String text(JsonNode node) {
        requireType(node.isTextual());
        return node.textValue();
    }

    private static void requireType(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("A field has the wrong type.");
        }
    }

    /** Puts the settings into the file's content; fields that it does not know stay. */
    static void write(Settings settings, ObjectNode root) {
        root.put(THEME, settings.theme());
        root.put(ANNOTATOR, settings.annotator());
        ArrayNode recent = root.putArray(RECENT);
        settings.recentWorkspaces().forEach(p -> recent.add(p.toString()));
        if (settings.lastDirectory() == null) {
            root.remove(LAST_DIRECTORY);
        } else {
            root.put(LAST_DIRECTORY, settings.lastDirectory().toString());
        }
        Map<String, ObjectNode> before = connectionsByName(root);
        ArrayNode connections = JsonNodeFactory.instance.arrayNode();
        for (Connection c : settings.connections()) {
            ObjectNode node = before.getOrDefault(c.name(), JsonNodeFactory.instance.objectNode());
            connections.add(write(c, node));
        }
        root.set(CONNECTIONS, connections);
        ObjectNode remembered = root.putObject(REMEMBERED);
        settings.remembered().forEach(remembered::put);
        ObjectNode runCode =
                root.get(RUN_CODE) instanceof ObjectNode known ? known : root.putObject(RUN_CODE);
        runCode.put("on", settings.runCode().on()).put("command", settings.runCode().command());
    }

    private static Map<String, ObjectNode> connectionsByName(ObjectNode root) {
        Map<String, ObjectNode> byName = new TreeMap<>();
        for (JsonNode node : root.path(CONNECTIONS)) {
            if (node instanceof ObjectNode object) {
                byName.put(object.path("name").asText(""), object.deepCopy());
            }
        }
        return byName;
    }

    private static ObjectNode write(Connection c, ObjectNode node) {
        return node.put("name", c.name())
                .put("kind", c.kind().name())
                .put("baseUrl", c.baseUrl())
                .put("model", c.model())
                .put("keyName", c.keyName())
                .put("temperature", c.temperature())
                .put("maxTokens", c.maxTokens())
                .put("timeoutSeconds", c.timeoutSeconds())
                .put("recording", c.recording());
    }
}
