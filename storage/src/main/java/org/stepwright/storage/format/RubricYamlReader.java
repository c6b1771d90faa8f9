package org.stepwright.storage.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;

/** Builds a rubric from YAML; the records' own checks get the line where their piece starts. */
final class RubricYamlReader {
    static final Aggregation DEFAULT_AGGREGATION = Aggregation.MIN;

    private static final Set<String> RUBRIC_KEYS =
            Set.of(
                    "id",
                    "title",
                    "description",
                    "aggregation",
                    "error_kinds",
                    "every_step",
                    "stages");
    private static final Set<String> STAGE_KEYS =
            Set.of("id", "title", "description", "required", "repeatable", "match", "criteria");
    private static final Set<String> CRITERION_KEYS =
            Set.of("id", "title", "guidance", "scale", "weight", "gate", "judged", "verifier");

    /** Nobody labels with more, and a small file can hold tens of thousands. */
    static final int MOST = 1_000;

    Rubric read(YamlNode root) {
        Rubric rubric = rubric(root);
        requireAtMost(root, rubric.stages().size(), "stages");
        requireAtMost(root, rubric.criteria().size(), "criteria");
        return rubric;
    }

    private static void requireAtMost(YamlNode root, int count, String what) {
        if (count > MOST) {
            throw root.fail(
                    "the rubric has " + count + " " + what + "; " + MOST + " are the most.");
        }
    }

    private Rubric rubric(YamlNode root) {
        YamlNode.Fields f = root.fields(RUBRIC_KEYS);
        return at(
                root,
                () ->
                        new Rubric(
                                f.require("id").text(),
                                f.require("title").text(),
                                f.text("description"),
                                f.items("stages", "stage").stream().map(this::stage).toList(),
                                criteria(f, "every_step"),
                                f.constant("aggregation", Aggregation.class, DEFAULT_AGGREGATION),
                                f.texts("error_kinds", "kind of error")));
    }

    private Stage stage(YamlNode node) {
        YamlNode.Fields f = node.fields(STAGE_KEYS);
        return at(
                node,
                () ->
                        new Stage(
                                f.require("id").text(),
                                f.require("title").text(),
                                f.text("description"),
                                f.bool("required", true),
                                f.bool("repeatable", false),
                                f.texts("match", "word to match"),
                                criteria(f, "criteria")));
    }

    private List<Criterion> criteria(YamlNode.Fields fields, String name) {
        return fields.items(name, "criterion").stream().map(this::criterion).toList();
    }

    private Criterion criterion(YamlNode node) {
        YamlNode.Fields f = node.fields(CRITERION_KEYS);
        return at(
                node,
                () ->
                        new Criterion(
                                f.require("id").text(),
                                f.require("title").text(),
                                f.text("guidance"),
                                f.has("scale") ? scale(f.require("scale")) : Scale.ternary(),
                                f.number("weight", 1),
                                f.bool("gate", false),
                                f.constant(
                                        "judged",
                                        Criterion.Judged.class,
                                        Criterion.Judged.VERIFIABLE),
                                f.has("verifier") ? verifier(f.require("verifier")) : null));
    }

    /** {@code binary} and {@code ternary} are whole scales by their names. */
    private Scale scale(YamlNode node) {
        if (node.isScalar()) {
            return switch (node.text()) {
                case "binary" -> Scale.binary();
                case "ternary" -> Scale.ternary();
                default ->
                        throw node.fail(
                                "a scale is binary, ternary, or a map with kind, min, max and"
                                        + " levels.");
            };
        }
        YamlNode.Fields f = node.fields(Set.of("kind", "min", "max", "levels"));
        return at(
                node,
                () ->
                        new Scale(
                                f.require("kind").constant(Scale.Kind.class),
                                f.require("min").number(),
                                f.require("max").number(),
                                f.items("levels", "level").stream().map(this::level).toList()));
    }

    private Scale.Level level(YamlNode node) {
        YamlNode.Fields f = node.fields(Set.of("value", "name", "anchor", "example"));
        return new Scale.Level(
                f.require("value").number(), f.text("name"), f.text("anchor"), f.text("example"));
    }

    private VerifierSpec verifier(YamlNode node) {
        YamlNode.Fields f = node.fields(Set.of("name", "options"));
        Map<String, String> options = new TreeMap<>();
        if (f.has("options")) {
            f.require("options")
                    .anyFields()
                    .forEach((name, value) -> options.put(name, value.text()));
        }
        return at(node, () -> new VerifierSpec(f.require("name").text(), options));
    }

    private static <T> T at(YamlNode node, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw node.fail(e.getMessage());
        }
    }
}
