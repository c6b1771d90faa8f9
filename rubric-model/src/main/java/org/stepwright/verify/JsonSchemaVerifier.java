package org.stepwright.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.work.WorkFailed;

/**
 * Checks the JSON in a step, or the arguments of a tool call, against a JSON Schema (draft
 * 2020-12). Nothing is loaded from elsewhere, patterns run in linear time, and sizes, nesting and
 * the number of times that a part of the schema is applied are bounded.
 */
public final class JsonSchemaVerifier implements Verifier {
    private static final int MAX_SCHEMA = 65_536;
    private static final int MAX_JSON = 100_000;
    private static final int MAX_DEPTH = 100;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonSchema schema;
    private final SchemaCost cost;
    private final String tool;

    private JsonSchemaVerifier(JsonSchema schema, SchemaCost cost, String tool) {
        this.schema = schema;
        this.cost = cost;
        this.tool = tool;
    }

    /**
     * @param options {@code schema}: the JSON Schema itself; {@code tool}: check only calls of this
     *     tool
     * @return the verifier
     * @throws WorkFailed when the schema is not usable
     */
    static JsonSchemaVerifier of(Map<String, String> options) {
        String text = options.getOrDefault("schema", "");
        if (text.isBlank() || text.length() > MAX_SCHEMA) {
            throw new WorkFailed(
                    "The json-schema verifier needs the option schema: a JSON Schema of at most "
                            + MAX_SCHEMA
                            + " characters.");
        }
        JsonNode node = object(text);
        SchemaCost cost = cost(node);
        return new JsonSchemaVerifier(schema(node), cost, options.getOrDefault("tool", ""));
    }

    private static JsonNode object(String text) {
        try {
            JsonNode node = JSON.readTree(text);
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
            schema.validate(JSON.createObjectNode());
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

    @Override
    public String name() {
        return "json-schema";
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        Optional<String> found = jsonOf(prefix.step());
        if (found.isEmpty() || found.get().length() > MAX_JSON) {
            return List.of();
        }
        String text = found.get();
        try {
            JsonNode value = JSON.readTree(text);
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

    private Optional<String> jsonOf(Step step) {
        String text = step.text();
        int paren = text.indexOf('(');
        boolean call = step.kind() == StepKind.TOOL_CALL && paren > 0 && text.endsWith(")");
        if (!tool.isEmpty() && !(call && text.substring(0, paren).strip().equals(tool))) {
            return Optional.empty();
        }
        return call ? Optional.of(text.substring(paren + 1, text.length() - 1)) : embedded(text);
    }

    private static Optional<String> embedded(String text) {
        int fence = text.indexOf("```json");
        if (fence >= 0) {
            int end = text.indexOf("```", fence + 7);
            return Optional.of(text.substring(fence + 7, end < 0 ? text.length() : end).strip());
        }
        String bare = text.strip();
        boolean whole =
                bare.startsWith("{") && bare.endsWith("}")
                        || bare.startsWith("[") && bare.endsWith("]");
        return whole ? Optional.of(bare) : Optional.empty();
    }
}
