package org.stepwright.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.trace.Step;
import org.stepwright.work.WorkFailed;

/**
 * Checks the JSON in a step, or the arguments of a tool call, against a JSON Schema (draft
 * 2020-12), within the bounds of {@link BoundedSchema}. Steps without JSON are left alone.
 */
public final class JsonSchemaVerifier implements Verifier {
    private final BoundedSchema schema;
    private final String tool;

    private JsonSchemaVerifier(BoundedSchema schema, String tool) {
        this.schema = schema;
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
        BoundedSchema schema =
                BoundedSchema.of(text, new Options("json-schema", options), "schema");
        return new JsonSchemaVerifier(schema, options.getOrDefault("tool", ""));
    }

    @Override
    public String name() {
        return "json-schema";
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        return jsonOf(prefix.step()).map(schema::check).orElse(List.of());
    }

    private Optional<String> jsonOf(Step step) {
        Optional<Call> call = Call.of(step);
        if (!tool.isEmpty() && call.filter(c -> c.name().equals(tool)).isEmpty()) {
            return Optional.empty();
        }
        return call.isPresent() ? call.map(Call::arguments) : embedded(step.text());
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
