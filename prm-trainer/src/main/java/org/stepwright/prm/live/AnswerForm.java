package org.stepwright.prm.live;

import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.Objects;

/**
 * The form that an answer in JSON has to have. Servers that can are told to keep to it; whoever
 * reads the answer checks it all the same, because not all do.
 *
 * @param schema the form; its root is an object
 */
public record AnswerForm(JsonSchema schema) {
    /** Validates. */
    public AnswerForm {
        Objects.requireNonNull(schema, "schema");
    }
}
