package org.stepwright.prm.live.draft;

import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.stepwright.prm.live.AnswerForm;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Scale;
import org.stepwright.score.Aggregation;
import org.stepwright.verify.VerifierKind;

/**
 * The forms of the answers. Every field is required, as strict servers want it; an empty text
 * stands for what is not there. Options are a list of names and values, because strict servers know
 * no maps.
 */
final class DraftForms {
    /** The word for a criterion that a person decides. */
    static final String NO_VERIFIER = "none";

    private DraftForms() {}

    /**
     * @param kinds the verifiers that a criterion can name; without any, criteria have no verifier
     * @return the form of a rubric
     */
    static AnswerForm rubric(List<VerifierKind> kinds) {
        JsonSchemaElement criteria = list(criterion(kinds));
        JsonObjectSchema stage =
                object(
                        new JsonObjectSchema.Builder()
                                .addStringProperty("id", "lower-case words with hyphens")
                                .addStringProperty("title", "a few words")
                                .addStringProperty("description", "what happens in this stage")
                                .addBooleanProperty("required", "good work passes through it")
                                .addBooleanProperty("repeatable", "several steps may belong to it")
                                .addProperty("match", texts("words or tool names in its steps"))
                                .addProperty("criteria", criteria));
        return form(
                "rubric",
                new JsonObjectSchema.Builder()
                        .addStringProperty("title", "a few words")
                        .addStringProperty("description", "what the work is and who does it")
                        .addEnumProperty("aggregation", words(Aggregation.values()))
                        .addProperty("error_kinds", texts("names of kinds of mistake"))
                        .addProperty("every_step", criteria)
                        .addProperty("stages", list(stage)));
    }

    /**
     * @return the form of examples for levels
     */
    static AnswerForm examples() {
        JsonObjectSchema level =
                object(
                        new JsonObjectSchema.Builder()
                                .addNumberProperty("value", "the level's value")
                                .addStringProperty("example", "a step at this level"));
        return form("examples", new JsonObjectSchema.Builder().addProperty("levels", list(level)));
    }

    /** The form as a JSON Schema, to be written into a prompt; fields in their order. */
    static Map<String, Object> schema(AnswerForm form) {
        return JsonSchemaElementUtils.toMap(form.schema().rootElement());
    }

    private static JsonObjectSchema criterion(List<VerifierKind> kinds) {
        JsonObjectSchema.Builder criterion =
                new JsonObjectSchema.Builder()
                        .addStringProperty("id", "lower-case words with hyphens")
                        .addStringProperty("title", "a few words")
                        .addStringProperty("guidance", "how to judge this one thing")
                        .addEnumProperty("judged", words(Criterion.Judged.values()))
                        .addNumberProperty("weight")
                        .addBooleanProperty("gate", "its lowest value makes the whole step wrong")
                        .addProperty("scale", scale());
        if (!kinds.isEmpty()) {
            criterion.addProperty("verifier", verifier(kinds));
        }
        return object(criterion);
    }

    private static JsonObjectSchema scale() {
        JsonObjectSchema level =
                object(
                        new JsonObjectSchema.Builder()
                                .addNumberProperty("value")
                                .addStringProperty("name", "one or two words")
                                .addStringProperty("anchor", "what a step at this level looks like")
                                .addStringProperty("example", "a short step at this level"));
        return object(
                new JsonObjectSchema.Builder()
                        .addEnumProperty("kind", words(Scale.Kind.values()))
                        .addNumberProperty("min")
                        .addNumberProperty("max")
                        .addProperty("levels", list(level)));
    }

    private static JsonObjectSchema verifier(List<VerifierKind> kinds) {
        List<String> names = new ArrayList<>(kinds.stream().map(VerifierKind::name).toList());
        names.add(NO_VERIFIER);
        JsonObjectSchema option =
                object(
                        new JsonObjectSchema.Builder()
                                .addStringProperty("name")
                                .addStringProperty("value"));
        return object(
                new JsonObjectSchema.Builder()
                        .addEnumProperty("name", names)
                        .addProperty("options", list(option)));
    }

    private static AnswerForm form(String name, JsonObjectSchema.Builder root) {
        return new AnswerForm(JsonSchema.builder().name(name).rootElement(object(root)).build());
    }

    private static JsonObjectSchema object(JsonObjectSchema.Builder builder) {
        List<String> all = List.copyOf(builder.build().properties().keySet());
        return builder.required(all).additionalProperties(false).build();
    }

    private static JsonArraySchema list(JsonSchemaElement item) {
        return JsonArraySchema.builder().items(item).build();
    }

    private static JsonArraySchema texts(String description) {
        return JsonArraySchema.builder()
                .description(description)
                .items(new JsonStringSchema())
                .build();
    }

    private static List<String> words(Enum<?>[] values) {
        return Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    }
}
