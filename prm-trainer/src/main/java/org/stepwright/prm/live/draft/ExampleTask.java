package org.stepwright.prm.live.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.stepwright.prm.live.AnswerForm;
import org.stepwright.prm.live.LiveRequest;
import org.stepwright.prm.live.draft.DraftLimits.Length;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Scale.Level;
import org.stepwright.rubric.Stage;
import org.stepwright.work.WorkFailed;

/**
 * The writing of examples for levels of one criterion.
 *
 * @param rubric the criterion's rubric
 * @param criterion the criterion
 * @param levels all levels of its scale
 * @param wanted values of those that get an example; never empty
 */
record ExampleTask(Rubric rubric, Criterion criterion, List<Level> levels, List<Double> wanted) {
    private static final int MOST_LEVELS = 20;

    private static final String TASK =
            """
            You help an expert who writes a rubric by which people judge each step that an \
            assistant or agent takes. You get one criterion with its scale. Write an example for \
            each level that is asked for: one short step, as it would stand in a real run of this \
            work, that this criterion and its guidance put exactly at that level. Write the step \
            itself and no remark about it, in the language of the criterion. Steps of \
            neighbouring levels should be alike but for what makes the difference. Answer with \
            one JSON object of the form at the end and with nothing else.

            """;

    /** Finds out what is to be written. */
    static ExampleTask of(Rubric rubric, String criterionId, List<Double> asked) {
        Criterion criterion =
                rubric.criteria().stream()
                        .filter(c -> c.id().equals(criterionId))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new WorkFailed(
                                                "The rubric has no criterion "
                                                        + CleanText.quoted(criterionId)
                                                        + " any more; choose another one."));
        List<Level> levels = levels(criterion.scale());
        List<Double> wanted =
                asked.isEmpty()
                        ? levels.stream()
                                .filter(l -> l.example().isBlank())
                                .map(Level::value)
                                .toList()
                        : List.copyOf(asked);
        if (wanted.isEmpty()) {
            throw new WorkFailed(
                    "Every level of "
                            + CleanText.quoted(criterion.title())
                            + " has an example; choose a level to write a new one.");
        }
        if (!levels.stream().map(Level::value).toList().containsAll(wanted)) {
            throw new WorkFailed(
                    "The scale of "
                            + CleanText.quoted(criterion.title())
                            + " has no such level any more; choose one that it has.");
        }
        return new ExampleTask(rubric, criterion, levels, wanted);
    }

    /** The described levels; where nobody described any, one for each whole number. */
    private static List<Level> levels(Scale scale) {
        if (!scale.levels().isEmpty()) {
            return scale.levels();
        }
        if (scale.kind() == Scale.Kind.NUMERIC || scale.max() - scale.min() >= MOST_LEVELS) {
            throw new WorkFailed("Add the levels to the scale first, then their examples.");
        }
        List<Level> levels = new ArrayList<>();
        for (double value = scale.min(); value <= scale.max(); value++) {
            levels.add(new Level(value, "", "", ""));
        }
        return levels;
    }

    LiveRequest request() {
        AnswerForm form = DraftForms.examples();
        ObjectNode material = JsonNodeFactory.instance.objectNode();
        material.put("rubric", rubric.title()).put("work", rubric.description());
        rubric.stages().stream()
                .filter(s -> s.criteria().contains(criterion))
                .findFirst()
                .ifPresent(stage -> put(material.putObject("stage"), stage));
        ObjectNode shown = RubricJson.write(criterion);
        ArrayNode all = shown.withObjectProperty("scale").putArray("levels");
        RubricJson.levels(all, levels);
        material.set("criterion", shown);
        ArrayNode values = material.putArray("levels_to_write");
        wanted.forEach(values::add);
        return new LiveRequest(
                TASK + DraftPrompt.MATERIAL + DraftPrompt.schema(form),
                "The criterion, and the levels to write examples for:\n"
                        + Fence.around("CRITERION", material.toString()),
                null,
                form);
    }

    private static void put(ObjectNode json, Stage stage) {
        json.put("title", stage.title()).put("description", stage.description());
    }

    /**
     * @param answer what the model said
     * @param asking knows what it took
     * @throws NotUsable when it holds no example that was asked for
     */
    Examples read(String answer, Asking asking) {
        Notes notes = new Notes();
        Fields root = new Fields(FoundJson.in(answer, Set.of("levels")), "the answer", notes);
        Map<Double, String> written = new HashMap<>();
        for (Fields level : root.objects("levels", "level", DraftLimits.LEVELS)) {
            OptionalDouble value = level.number("value");
            String example = level.block("example", Length.TEXT);
            if (value.isPresent() && !example.isEmpty()) {
                written.putIfAbsent(value.getAsDouble(), example);
            }
        }
        written.keySet().retainAll(wanted);
        if (written.isEmpty()) {
            throw new NotUsable("it holds no example for a level that was asked for");
        }
        List<Level> done = levels.stream().map(l -> with(l, written.get(l.value()))).toList();
        wanted.stream()
                .filter(value -> !written.containsKey(value))
                .forEach(
                        value ->
                                notes.add(
                                        "There is no example for the level " + said(value) + "."));
        Examples examples = new Examples(done, notes.all(), asking.spent());
        asking.requireNoKey(examples.toString());
        return examples;
    }

    private static Level with(Level level, String example) {
        return example == null
                ? level
                : new Level(level.value(), level.name(), level.anchor(), example);
    }

    private static String said(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
