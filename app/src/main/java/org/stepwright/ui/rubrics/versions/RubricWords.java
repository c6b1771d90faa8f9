package org.stepwright.ui.rubrics.versions;

import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.ui.kit.Messages;

/** The facts of a rubric, a stage or a criterion as people read them, by their names, in order. */
public final class RubricWords {
    private static final int DECIMALS = 6;

    private final Messages texts;

    /**
     * @param texts the texts of this part
     */
    public RubricWords(Messages texts) {
        this.texts = texts;
    }

    Map<String, String> rubric(Rubric rubric) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "fact.description", rubric.description());
        put(facts, "fact.aggregation", texts.text("aggregation." + rubric.aggregation()));
        put(facts, "fact.errorKinds", String.join(", ", rubric.errorKinds()));
        return facts;
    }

    /**
     * @param stage a stage
     * @return its facts without its title and its criteria; values may be empty
     */
    public Map<String, String> stage(Stage stage) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "fact.description", stage.description());
        put(facts, "fact.required", yes(stage.required()));
        put(facts, "fact.repeatable", yes(stage.repeatable()));
        put(facts, "fact.match", String.join(", ", stage.match()));
        return facts;
    }

    /**
     * @param criterion a criterion
     * @return its facts without its title; values may be empty
     */
    public Map<String, String> criterion(Criterion criterion) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "fact.guidance", criterion.guidance());
        Scale scale = criterion.scale();
        put(
                facts,
                "fact.scale",
                texts.text("scale." + scale.kind(), number(scale.min()), number(scale.max())));
        for (Scale.Level level : scale.levels()) {
            facts.put(texts.text("fact.level", number(level.value())), level(level));
        }
        put(facts, "fact.weight", number(criterion.weight()));
        put(facts, "fact.gate", yes(criterion.gate()));
        put(facts, "fact.judged", texts.text("judged." + criterion.judged()));
        put(facts, "fact.verifier", criterion.automatic().map(RubricWords::verifier).orElse(""));
        return facts;
    }

    private void put(Map<String, String> facts, String key, String value) {
        facts.put(texts.text(key), value);
    }

    private String level(Scale.Level level) {
        String words =
                Stream.of(level.name(), level.anchor())
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" — "));
        if (level.example().isEmpty()) {
            return words.isEmpty() ? texts.text("level.bare") : words;
        }
        return words + (words.isEmpty() ? "" : "\n") + texts.text("level.example", level.example());
    }

    private static String verifier(VerifierSpec spec) {
        return spec.name()
                + spec.options().entrySet().stream()
                        .map(e -> "\n" + e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining());
    }

    private String yes(boolean value) {
        return texts.text(value ? "yes" : "no");
    }

    static String number(double value) {
        NumberFormat format = NumberFormat.getInstance();
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(value);
    }
}
