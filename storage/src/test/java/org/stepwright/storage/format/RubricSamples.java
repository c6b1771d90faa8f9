package org.stepwright.storage.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;

/** Rubrics of every shape, for properties. */
final class RubricSamples {
    private RubricSamples() {}

    static Arbitrary<Rubric> rubrics() {
        return Combinators.combine(
                        ids(),
                        titles(),
                        texts(),
                        stages().list().ofMaxSize(3).uniqueElements(Stage::id),
                        criteria().list().ofMaxSize(3),
                        Arbitraries.of(Aggregation.class),
                        texts().list().ofMaxSize(3))
                .as(RubricSamples::unique);
    }

    /** Criterion ids are unique in the whole rubric; later ones that repeat are dropped. */
    private static Rubric unique(
            String id,
            String title,
            String description,
            List<Stage> stages,
            List<Criterion> everyStep,
            Aggregation aggregation,
            List<String> kinds) {
        Set<String> seen = new HashSet<>();
        List<Criterion> first = everyStep.stream().filter(c -> seen.add(c.id())).toList();
        List<Stage> kept = new ArrayList<>();
        for (Stage s : stages) {
            List<Criterion> own = s.criteria().stream().filter(c -> seen.add(c.id())).toList();
            kept.add(
                    new Stage(
                            s.id(),
                            s.title(),
                            s.description(),
                            s.required(),
                            s.repeatable(),
                            s.match(),
                            own));
        }
        return new Rubric(id, title, description, kept, first, aggregation, kinds);
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(8);
    }

    private static Arbitrary<String> titles() {
        return texts().filter(t -> !t.isBlank());
    }

    private static Arbitrary<Stage> stages() {
        return Combinators.combine(
                        ids(),
                        titles(),
                        texts(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        texts().list().ofMaxSize(2),
                        criteria().list().ofMaxSize(2).uniqueElements(Criterion::id))
                .as(Stage::new);
    }

    private static Arbitrary<Criterion> criteria() {
        Arbitrary<VerifierSpec> verifiers =
                Combinators.combine(titles(), Arbitraries.maps(texts(), texts()).ofMaxSize(2))
                        .as(VerifierSpec::new);
        return Combinators.combine(
                        ids(),
                        titles(),
                        texts(),
                        scales(),
                        weights(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Criterion.Judged.class),
                        verifiers.injectNull(0.5))
                .as(Criterion::new);
    }

    private static Arbitrary<Scale> scales() {
        Arbitrary<Scale> own =
                Combinators.combine(
                                Arbitraries.of(Scale.Kind.LIKERT, Scale.Kind.NUMERIC),
                                Arbitraries.of(-10.0, -0.0, 0.0, -1.0 / 3, -1e-7, -5e-324),
                                Arbitraries.of(1.0, 5.0, 10.5, 1e9, 1e17, 1e300),
                                texts(),
                                texts())
                        .as(
                                (kind, low, high, name, anchor) -> {
                                    boolean whole = kind == Scale.Kind.LIKERT;
                                    double min = whole ? Math.floor(low) : low;
                                    double max = whole ? Math.ceil(high) : high;
                                    return new Scale(
                                            kind,
                                            min,
                                            max,
                                            List.of(
                                                    new Scale.Level(min, name, anchor, ""),
                                                    new Scale.Level(max, "", "", anchor)));
                                });
        return Arbitraries.oneOf(Arbitraries.of(Scale.binary(), Scale.ternary()), own);
    }

    private static Arbitrary<Double> weights() {
        return Arbitraries.oneOf(
                Arbitraries.of(0.0, -0.0, 1.0, 0.5, 1e-7, 1e15, 1e22, 5e-324, Double.MAX_VALUE),
                Arbitraries.doubles().between(0, 1e9),
                Arbitraries.longs()
                        .between(0, Long.MAX_VALUE)
                        .map(Double::longBitsToDouble)
                        .filter(Double::isFinite));
    }

    /**
     * Any characters of Unicode, controls too, blocks of odd lines, and what looks like numbers.
     */
    static Arbitrary<String> texts() {
        Arbitrary<String> any =
                Arbitraries.integers()
                        .between(0, Character.MAX_CODE_POINT)
                        .filter(c -> c < 0xD800 || c > 0xDFFF)
                        .list()
                        .ofMaxSize(20)
                        .map(RubricSamples::text);
        Arbitrary<String> lines =
                Arbitraries.of(
                                "", " ", "  ", "\t", "a", "a ", " a", "a\t", "- a", "# a", "a: b",
                                "|", "...", "---", "%YAML", "\"", "'", "a #b", "\u00A0", "é ", "😀")
                        .list()
                        .ofMaxSize(6)
                        .map(list -> String.join("\n", list));
        Arbitrary<String> numbers =
                Arbitraries.of(
                        "1e-7",
                        "1e3",
                        ".5",
                        "5.",
                        "-0",
                        "0x1F",
                        "0o17",
                        "017",
                        "1_000",
                        "1:30",
                        ".inf",
                        ".NaN",
                        "+1",
                        "=",
                        "<<",
                        "yes",
                        "Off",
                        "2001-01-01",
                        "~",
                        "NULL");
        return Arbitraries.frequencyOf(
                Tuple.of(3, Samples.texts()),
                Tuple.of(2, any),
                Tuple.of(2, lines),
                Tuple.of(1, numbers));
    }

    private static String text(List<Integer> codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }
}
