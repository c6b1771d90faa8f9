package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.stepwright.rubric.Criterion.Judged;
import org.stepwright.score.Aggregation;

/** Valid rubrics whose ids and texts often meet, so that two of them have much in common. */
class ArbitraryRubrics extends DomainContextBase {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f", "g-1", "h");
    private static final List<String> TEXTS =
            List.of("x", "Right", "Polite and correct", "Names it \"so\", as is", "ö\n- two");

    @Provide
    Arbitrary<Rubric> rubrics() {
        Arbitrary<List<Stage>> stages = stage().list().ofMaxSize(5);
        Arbitrary<List<Criterion>> everyStep = criterion().list().ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of("r", "r2"),
                        Arbitraries.of(TEXTS),
                        text(),
                        stages,
                        everyStep,
                        Arbitraries.of(Aggregation.class),
                        text().list().ofMaxSize(3))
                .as(ArbitraryRubrics::distinct);
    }

    /** Leaves out what has the id of something before. */
    private static Rubric distinct(
            String id,
            String title,
            String description,
            List<Stage> stages,
            List<Criterion> everyStep,
            Aggregation aggregation,
            List<String> kinds) {
        Set<String> seen = new HashSet<>();
        Set<String> seenStages = new HashSet<>();
        List<Criterion> everywhere = everyStep.stream().filter(c -> seen.add(c.id())).toList();
        List<Stage> kept = new ArrayList<>();
        for (Stage stage : stages) {
            if (seenStages.add(stage.id())) {
                kept.add(
                        Parts.with(
                                stage,
                                stage.criteria().stream().filter(c -> seen.add(c.id())).toList()));
            }
        }
        return new Rubric(id, title, description, kept, everywhere, aggregation, kinds);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(Arbitraries.just(""), Arbitraries.of(TEXTS));
    }

    private static Arbitrary<Boolean> flag() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<Stage> stage() {
        return Combinators.combine(
                        Arbitraries.of(IDS),
                        Arbitraries.of(TEXTS),
                        text(),
                        flag(),
                        flag(),
                        text().list().ofMaxSize(3),
                        criterion().list().ofMaxSize(4))
                .as(Stage::new);
    }

    private static Arbitrary<Criterion> criterion() {
        return Combinators.combine(
                        Arbitraries.of(IDS),
                        Arbitraries.of(TEXTS),
                        text(),
                        scale(),
                        Arbitraries.of(-0.0, 0.0, 0.01, 1.0, 2.5, 100.0),
                        flag(),
                        Arbitraries.of(Judged.class),
                        verifier())
                .as(Criterion::new);
    }

    private static Arbitrary<VerifierSpec> verifier() {
        return Arbitraries.of(
                        new VerifierSpec("arithmetic", Map.of()),
                        new VerifierSpec("regex", Map.of("pattern", "a \"b\"")),
                        new VerifierSpec("regex \"b\"=\"c\"", Map.of("pattern", "a")),
                        new VerifierSpec("regex", Map.of("pattern", "a", "b", "c")))
                .injectNull(0.6);
    }

    private static Arbitrary<Scale> scale() {
        Arbitrary<Scale> bare =
                Arbitraries.of(
                        Scale.binary(),
                        Scale.ternary(),
                        new Scale(Scale.Kind.LIKERT, 1, 5, List.of()),
                        new Scale(Scale.Kind.LIKERT, 1, 4, List.of()),
                        new Scale(Scale.Kind.NUMERIC, -0.0, 10, List.of()),
                        new Scale(Scale.Kind.NUMERIC, -2.5, 2.5, List.of()));
        Arbitrary<List<String>> texts = text().list().ofSize(6);
        return Combinators.combine(bare, texts, Arbitraries.integers().between(0, 7))
                .as(ArbitraryRubrics::described);
    }

    private static Scale described(Scale scale, List<String> texts, int which) {
        List<Scale.Level> levels = new ArrayList<>();
        List<Double> values =
                scale.kind() == Scale.Kind.NUMERIC
                        ? List.of(scale.min(), 0.5, scale.max())
                        : List.of(scale.min(), scale.max());
        for (int i = 0; i < values.size(); i++) {
            if ((which >> i & 1) == 1) {
                levels.add(
                        new Scale.Level(
                                values.get(i), texts.get(i), texts.get(i + 1), texts.get(i + 2)));
            }
        }
        return Parts.with(scale, levels);
    }
}
