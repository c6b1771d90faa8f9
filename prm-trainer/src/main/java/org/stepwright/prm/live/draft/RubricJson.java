package org.stepwright.prm.live.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;

/** A rubric in the form in which models answer; {@link RubricReading} reads it back. */
final class RubricJson {
    private RubricJson() {}

    static ObjectNode write(Rubric rubric) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", rubric.title());
        json.put("description", rubric.description());
        json.put("aggregation", word(rubric.aggregation()));
        texts(json.putArray("error_kinds"), rubric.errorKinds());
        criteria(json.putArray("every_step"), rubric.everyStep());
        ArrayNode stages = json.putArray("stages");
        rubric.stages().forEach(stage -> stage(stages.addObject(), stage));
        return json;
    }

    static ObjectNode write(Criterion criterion) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        criterion(json, criterion);
        return json;
    }

    private static void stage(ObjectNode json, Stage stage) {
        json.put("id", stage.id());
        json.put("title", stage.title());
        json.put("description", stage.description());
        json.put("required", stage.required());
        json.put("repeatable", stage.repeatable());
        texts(json.putArray("match"), stage.match());
        criteria(json.putArray("criteria"), stage.criteria());
    }

    private static void criteria(ArrayNode json, List<Criterion> criteria) {
        criteria.forEach(criterion -> criterion(json.addObject(), criterion));
    }

    private static void criterion(ObjectNode json, Criterion criterion) {
        json.put("id", criterion.id());
        json.put("title", criterion.title());
        json.put("guidance", criterion.guidance());
        json.put("judged", word(criterion.judged()));
        json.put("weight", criterion.weight());
        json.put("gate", criterion.gate());
        scale(json.putObject("scale"), criterion.scale());
        criterion
                .automatic()
                .ifPresent(
                        spec -> {
                            ObjectNode verifier = json.putObject("verifier");
                            verifier.put("name", spec.name());
                            ArrayNode options = verifier.putArray("options");
                            spec.options()
                                    .forEach(
                                            (name, value) ->
                                                    options.addObject()
                                                            .put("name", name)
                                                            .put("value", value));
                        });
    }

    private static void scale(ObjectNode json, Scale scale) {
        json.put("kind", word(scale.kind()));
        json.put("min", scale.min());
        json.put("max", scale.max());
        levels(json.putArray("levels"), scale.levels());
    }

    static void levels(ArrayNode json, List<Scale.Level> levels) {
        for (Scale.Level level : levels) {
            json.addObject()
                    .put("value", level.value())
                    .put("name", level.name())
                    .put("anchor", level.anchor())
                    .put("example", level.example());
        }
    }

    private static void texts(ArrayNode json, List<String> texts) {
        texts.forEach(json::add);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
