package org.stepwright.storage.format;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.ColumnPath;
import org.stepwright.storage.format.mapping.LabelKind;
import org.stepwright.storage.format.mapping.LabelRule;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.StepCut;
import org.stepwright.work.WorkFailed;

/**
 * Mappings as YAML. Reading is safe: at most 1 MiB, no aliases, no tags, no duplicate or unknown
 * keys. Writing and reading again gives an equal mapping.
 */
public final class MappingYaml {
    private static final Map<Character, String> SEPARATORS =
            Map.of(
                    ColumnMapping.AUTO,
                    "auto",
                    ',',
                    "comma",
                    ';',
                    "semicolon",
                    '\t',
                    "tab",
                    '|',
                    "bar");

    /** Creates the reader and writer; it holds no state and is safe for many threads. */
    public MappingYaml() {}

    /**
     * @param yaml the file's text
     * @return the mapping
     * @throws WorkFailed with the line and what is wrong there
     */
    public ColumnMapping read(String yaml) {
        YamlNode root = YamlNode.parse(yaml, "mapping");
        YamlNode.Fields fields =
                root.fields(
                        Set.of(
                                "name",
                                "columns",
                                "cut",
                                "marker",
                                "labels",
                                "metadata",
                                "separator"));
        try {
            return new ColumnMapping(
                    fields.require("name").text(),
                    columns(fields.require("columns")),
                    fields.require("cut").constant(StepCut.class),
                    fields.text("marker"),
                    fields.has("labels") ? labels(fields.require("labels")) : LabelRule.TWO_WAY,
                    fields.has("metadata") ? paths(fields.require("metadata")) : Map.of(),
                    fields.has("separator")
                            ? separator(fields.require("separator"))
                            : ColumnMapping.AUTO);
        } catch (IllegalArgumentException e) {
            throw root.fail(e.getMessage());
        }
    }

    private static Map<Role, ColumnPath> columns(YamlNode node) {
        Map<Role, ColumnPath> columns = new EnumMap<>(Role.class);
        Set<String> known = new java.util.TreeSet<>();
        for (Role role : Role.values()) {
            known.add(Names.of(role));
        }
        YamlNode.Fields fields = node.fields(known);
        for (Role role : Role.values()) {
            if (fields.has(Names.of(role))) {
                columns.put(role, path(fields.require(Names.of(role))));
            }
        }
        return columns;
    }

    private static Map<String, ColumnPath> paths(YamlNode node) {
        Map<String, ColumnPath> paths = new TreeMap<>();
        node.anyFields().forEach((name, path) -> paths.put(name, path(path)));
        return paths;
    }

    private static ColumnPath path(YamlNode node) {
        try {
            return ColumnPath.of(node.text());
        } catch (IllegalArgumentException e) {
            throw node.fail(e.getMessage());
        }
    }

    private static LabelRule labels(YamlNode node) {
        YamlNode.Fields fields =
                node.fields(Set.of("kind", "base", "none", "correct", "neutral", "wrong"));
        try {
            return new LabelRule(
                    fields.require("kind").constant(LabelKind.class),
                    base(fields),
                    fields.has("none") ? fields.text("none") : "-1",
                    fields.texts("correct", "word"),
                    fields.texts("neutral", "word"),
                    fields.texts("wrong", "word"));
        } catch (IllegalArgumentException e) {
            throw node.fail(e.getMessage());
        }
    }

    private static int base(YamlNode.Fields fields) {
        double base = fields.number("base", 0);
        if (base != 0 && base != 1) {
            throw fields.require("base").fail("\"base\" is 0 or 1.");
        }
        return (int) base;
    }

    private static char separator(YamlNode node) {
        String name = node.text().toLowerCase(Locale.ROOT);
        return SEPARATORS.entrySet().stream()
                .filter(s -> s.getValue().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                node.fail(
                                        "\"separator\" is auto, comma, semicolon, tab or bar, not"
                                                + " another."))
                .getKey();
    }

    /**
     * @param mapping any mapping
     * @return its text; what is at its default is left out
     */
    public String write(ColumnMapping mapping) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", mapping.name());
        Map<String, Object> columns = new LinkedHashMap<>();
        mapping.columns().forEach((role, path) -> columns.put(Names.of(role), path.text()));
        out.put("columns", columns);
        out.put("cut", Names.of(mapping.cut()));
        if (!mapping.marker().isEmpty()) {
            out.put("marker", mapping.marker());
        }
        if (!mapping.labels().equals(LabelRule.TWO_WAY)) {
            out.put("labels", labels(mapping.labels()));
        }
        if (!mapping.metadata().isEmpty()) {
            Map<String, Object> metadata = new LinkedHashMap<>();
            mapping.metadata().forEach((name, path) -> metadata.put(name, path.text()));
            out.put("metadata", metadata);
        }
        if (mapping.separator() != ColumnMapping.AUTO) {
            out.put("separator", SEPARATORS.get(mapping.separator()));
        }
        return RubricYamlWriter.dump(out);
    }

    private static Map<String, Object> labels(LabelRule rule) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", Names.of(rule.kind()));
        out.put("base", rule.base());
        out.put("none", rule.none());
        putWords(out, "correct", rule.correct());
        putWords(out, "neutral", rule.neutral());
        putWords(out, "wrong", rule.wrong());
        return out;
    }

    private static void putWords(Map<String, Object> out, String name, List<String> words) {
        if (!words.isEmpty()) {
            out.put(name, words);
        }
    }
}
