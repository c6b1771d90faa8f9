package org.stepwright.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.List;
import java.util.Locale;
import org.stepwright.work.WorkFailed;

/**
 * A JSON Schema (draft 2020-12) that is safe to apply to any JSON: nothing is loaded from
 * elsewhere, patterns run in linear time, and sizes, nesting and the number of times that a part of
 * the schema is applied are bounded. Immutable.
 */
final class BoundedSchema {
    private static final int MAX_SCHEMA = 65_536;

    private final JsonSchema schema;
    private final SchemaCost cost;

    private BoundedSchema(JsonSchema schema, SchemaCost cost) {
        this.schema = schema;
        this.cost = cost;
    }

    /**
     * @param text the JSON Schema
     * @param options whose option it is, for complaints
     * @param option the option's name
     * @return the schema
     * @throws WorkFailed when it is not usable
     */
    static BoundedSchema of(String text, Options options, String option) {
        if (text.isBlank() || text.length() > MAX_SCHEMA) {
            throw new WorkFailed(
                    "The "
                            + options.verifier()
                            + " verifier needs the option "
                            + option
                            + ": a JSON Schema of at most "
                            + MAX_SCHEMA
                            + " characters.");
        }
        JsonNode node = object(text);
        SchemaCost cost = cost(node);
        return new BoundedSchema(schema(node), cost);
    }

    /**
     * Checks JSON.
     *
     * @param text JSON of at most {@link BoundedJson#MAX_TEXT} characters; the evidence
     * @return one finding; none when it is too large, or the schema asks for something that cannot
     *     be decided
     */
    List<Finding> check(String text) {
        if (text.length() > BoundedJson.MAX_TEXT) {
            return List.of();
        }
        try {
            JsonNode value = BoundedJson.read(text);
            return cost.allows(value)
                    ? verdict(text, schema.validate(value).stream().toList())
                    : List.of();
        } catch (JsonProcessingException e) {
            return List.of(new Finding(false, text, "This is not valid JSON."));
        } catch (JsonSchemaException | WorkFailed | StackOverflowError e) {
            // The schema asks for something that cannot be decided here, such as a remote document.
            return List.of();
        }
    }

    private static JsonNode object(String text) {
        try {
            JsonNode node = BoundedJson.read(text);
            if (!node.isObject()) {
                throw new WorkFailed("A JSON Schema is a JSON object; this one is not.");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new WorkFailed("The JSON Schema is no JSON, or nested too deeply.", e);
        }
    }

    private static SchemaCost cost(JsonNode node) {
        try {
            return new SchemaCost(node);
        } catch (StackOverflowError e) {
            throw new WorkFailed("The JSON Schema refers from part to part too deeply.", e);
        }
    }

    private static JsonSchema schema(JsonNode node) {
        try {
            // Findings are stored and compared, so they do not follow the machine's language.
            SchemaValidatorsConfig config =
                    SchemaValidatorsConfig.builder()
                            .locale(Locale.ENGLISH)
                            .regularExpressionFactory(
                                    pattern -> {
                                        com.google.re2j.Pattern compiled =
                                                RegexVerifier.compile(pattern);
                                        return value -> compiled.matcher(value).find();
                                    })
                            .build();
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(
                                    SpecVersion.VersionFlag.V202012,
                                    builder ->
                                            builder.schemaLoaders(
                                                    loaders ->
                                                            loaders.add(
                                                                    DisallowSchemaLoader
                                                                            .getInstance())))
                            .getSchema(node, config);
            schema.initializeValidators();
            schema.validate(JsonNodeFactory.instance.objectNode());
            return schema;
        } catch (JsonSchemaException | IllegalArgumentException e) {
            throw new WorkFailed(
                    "The JSON Schema cannot be used: "
                            + firstLine(e.getMessage())
                            + " References to other documents are not followed.",
                    e);
        } catch (StackOverflowError e) {
            throw new WorkFailed("The JSON Schema refers to itself without an end.", e);
        }
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static List<Finding> verdict(String text, List<ValidationMessage> problems) {
        if (problems.isEmpty()) {
            return List.of(new Finding(true, text, "The JSON fits its schema."));
        }
        String more = problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : "";
        return List.of(
                new Finding(
                        false,
                        text,
                        "The JSON does not fit its schema: "
                                + firstLine(problems.get(0).getMessage())
                                + more
                                + "."));
    }
}
