package org.stepwright.storage.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes a rubric as YAML for people: block style, defaults left out. */
final class RubricYamlWriter {
    /** A text that YAML 1.2 takes for a number and YAML 1.1, which we write, does not. */
    private static final Pattern NUMBER_ELSEWHERE =
            Pattern.compile(
                    "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F]+");

    private RubricYamlWriter() {}

    static String write(Rubric rubric) {
        return dump(rubric(rubric));
    }

    /** Any map of texts, numbers, truth values, lists and maps. */
    static String dump(Map<String, Object> map) {
        DumperOptions style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        style.setAllowUnicode(true);
        style.setSplitLines(false);
        style.setLineBreak(DumperOptions.LineBreak.UNIX);
        return new Yaml(new Texts(style), style).dump(map);
    }

    /** Blocks of lines for what is safe there, quotes for everything odd. */
    private static final class Texts extends Representer {
        Texts(DumperOptions style) {
            super(style);
            representers.put(
                    String.class,
                    text -> {
                        String whole = wholeCharacters((String) text);
                        return representScalar(Tag.STR, whole, styleOf(whole));
                    });
            representers.put(Double.class, number -> representScalar(Tag.FLOAT, exact(number)));
        }
    }

    /**
     * Half a surrogate pair is no character: no UTF-8 file can hold it, and SnakeYAML would take
     * the next character for the other half.
     */
    private static String wholeCharacters(String text) {
        return text.codePoints()
                .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** All digits, and the sign that older readers of YAML want in an exponent. */
    private static String exact(Object number) {
        return number.toString().replaceFirst("E(?=[0-9])", "E+");
    }

    private static DumperOptions.ScalarStyle styleOf(String text) {
        if (NUMBER_ELSEWHERE.matcher(text).matches()) {
            return DumperOptions.ScalarStyle.DOUBLE_QUOTED;
        }
        boolean odd =
                text.chars()
                        .anyMatch(c -> c < ' ' && c != '\n' || c > '~' && !Character.isLetter(c));
        if (odd || text.startsWith("\n") || text.startsWith(" ") || text.endsWith("\n\n")) {
            return DumperOptions.ScalarStyle.DOUBLE_QUOTED;
        }
        if (text.indexOf('\n') < 0) {
            return DumperOptions.ScalarStyle.PLAIN;
        }
        return text.contains(" \n") || text.endsWith(" ")
                ? DumperOptions.ScalarStyle.DOUBLE_QUOTED
                : DumperOptions.ScalarStyle.LITERAL;
    }

    private static Map<String, Object> rubric(Rubric rubric) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", rubric.id());
        out.put("title", rubric.title());
        putText(out, "description", rubric.description());
        out.put("aggregation", Names.of(rubric.aggregation()));
        putList(out, "error_kinds", rubric.errorKinds());
        putList(out, "every_step", criteria(rubric.everyStep()));
        putList(out, "stages", rubric.stages().stream().map(RubricYamlWriter::stage).toList());
        return out;
    }

    private static Map<String, Object> stage(Stage stage) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", stage.id());
        out.put("title", stage.title());
        putText(out, "description", stage.description());
        if (!stage.required()) {
            out.put("required", false);
        }
        if (stage.repeatable()) {
            out.put("repeatable", true);
        }
        putList(out, "match", stage.match());
        putList(out, "criteria", criteria(stage.criteria()));
        return out;
    }

    private static List<Map<String, Object>> criteria(List<Criterion> criteria) {
        return criteria.stream().map(RubricYamlWriter::criterion).toList();
    }

    private static Map<String, Object> criterion(Criterion criterion) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", criterion.id());
        out.put("title", criterion.title());
        putText(out, "guidance", criterion.guidance());
        out.put("scale", scale(criterion.scale()));
        if (criterion.weight() != 1) {
            out.put("weight", number(criterion.weight()));
        }
        if (criterion.gate()) {
            out.put("gate", true);
        }
        if (criterion.judged() != Criterion.Judged.VERIFIABLE) {
            out.put("judged", Names.of(criterion.judged()));
        }
        criterion.automatic().ifPresent(v -> out.put("verifier", verifier(v)));
        return out;
    }

    private static Object scale(Scale scale) {
        if (scale.equals(Scale.binary())) {
            return "binary";
        }
        if (scale.equals(Scale.ternary())) {
            return "ternary";
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", Names.of(scale.kind()));
        out.put("min", number(scale.min()));
        out.put("max", number(scale.max()));
        putList(out, "levels", scale.levels().stream().map(RubricYamlWriter::level).toList());
        return out;
    }

    private static Map<String, Object> level(Scale.Level level) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("value", number(level.value()));
        putText(out, "name", level.name());
        putText(out, "anchor", level.anchor());
        putText(out, "example", level.example());
        return out;
    }

    private static Map<String, Object> verifier(VerifierSpec verifier) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", verifier.name());
        if (!verifier.options().isEmpty()) {
            out.put("options", new LinkedHashMap<>(verifier.options()));
        }
        return out;
    }

    /** 2 instead of 2.0, but minus zero stays what it is. */
    private static Object number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        boolean minusZero = value == 0 && 1 / value < 0;
        return whole && !minusZero ? (Object) (long) value : (Object) value;
    }

    private static void putText(Map<String, Object> out, String name, String text) {
        if (!text.isEmpty()) {
            out.put(name, text);
        }
    }

    private static void putList(Map<String, Object> out, String name, List<?> list) {
        if (!list.isEmpty()) {
            out.put(name, list);
        }
    }
}
