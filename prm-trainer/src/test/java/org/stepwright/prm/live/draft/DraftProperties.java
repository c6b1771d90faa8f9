package org.stepwright.prm.live.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.verify.VerifierKind;

/** For any rubric, and for any answer. */
class DraftProperties {
    private static final List<VerifierKind> KINDS = List.copyOf(VerifierCatalog.standard().kinds());

    @Property(tries = 300)
    void aRubricIsReadBackAsItWasWritten(@ForAll("rubrics") Rubric rubric) {
        RubricReading reading = new RubricReading(rubric, KINDS);
        assertThat(reading.read(RubricJson.write(rubric).toString())).isEqualTo(rubric);
        assertThat(reading.notes()).isEmpty();
    }

    @Property(tries = 500)
    void aDamagedAnswerIsARubricOrNotUsable(
            @ForAll("rubrics") Rubric rubric, @ForAll("cuts") List<Integer> cuts) {
        StringBuilder answer = new StringBuilder(RubricJson.write(rubric).toString());
        String junk = "{}[]\",:0-\\u\u202e";
        for (int cut : cuts) {
            int at = Math.floorMod(cut, answer.length());
            answer.replace(at, at + 1, "" + junk.charAt(Math.floorMod(cut, junk.length())));
        }
        try {
            Rubric read = new RubricReading(null, KINDS).read(answer.toString());
            assertThat(read.criteria()).isNotEmpty();
        } catch (NotUsable e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }

    @Property(tries = 500)
    void cleanTextIsCleanAlready(@ForAll String text) {
        String block = CleanText.block(text);
        assertThat(CleanText.block(block)).isEqualTo(block);
        String line = CleanText.line(text);
        assertThat(CleanText.line(line)).isEqualTo(line).doesNotContain("\n");
        assertThat(CleanText.cut(block, 5).codePoints()).allMatch(c -> c < 0xD800 || c > 0xDFFF);
    }

    @Property(tries = 500)
    void aSlugIsEmptyOrAnId(@ForAll String text) {
        assertThat(KnownIds.slug(text)).matches("([a-z0-9]+(-[a-z0-9]+)*)?");
        assertThat(KnownIds.slug(text).length()).isLessThanOrEqualTo(80);
    }

    @Property(tries = 300)
    void nothingInsideAFenceLooksLikeItsEnd(@ForAll("hostile") String text) {
        String fenced = Fence.around("DESCRIPTION", text);
        String mark = fenced.lines().findFirst().orElseThrow().substring(3);
        assertThat(fenced.indexOf(mark + ">>>")).isEqualTo(fenced.length() - mark.length() - 3);
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of("DESCRIPTION", ">>>", "<<<", "\n", " 0123456789abcdef", "a")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Rubric> rubrics() {
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(Aggregation.class),
                        plain().list().ofMinSize(1).ofMaxSize(4),
                        plain().list().ofMaxSize(4),
                        texts().list().uniqueElements().ofMaxSize(3))
                .as(
                        (title, aggregation, first, second, words) ->
                                new Rubric(
                                        "r",
                                        title,
                                        "about " + title,
                                        List.of(
                                                new Stage(
                                                        "s",
                                                        title,
                                                        "",
                                                        !words.isEmpty(),
                                                        words.isEmpty(),
                                                        words,
                                                        named("b", second))),
                                        named("a", first),
                                        aggregation,
                                        words));
    }

    /** Criteria whose ids do not yet differ. */
    private static List<Criterion> named(String start, List<Criterion> plain) {
        List<Criterion> named = new ArrayList<>();
        for (Criterion c : plain) {
            named.add(
                    new Criterion(
                            start + named.size(),
                            c.title(),
                            c.guidance(),
                            c.scale(),
                            c.weight(),
                            c.gate(),
                            c.judged(),
                            c.verifier()));
        }
        return named;
    }

    private static Arbitrary<Criterion> plain() {
        Map<String, String> options = new TreeMap<>(Map.of("pattern", "yes\\b"));
        Arbitrary<VerifierSpec> specs =
                Arbitraries.of(
                                new VerifierSpec("regex", options),
                                new VerifierSpec("arithmetic", Map.of()),
                                new VerifierSpec("not-told", Map.of("a", "b")))
                        .injectNull(0.5);
        return Combinators.combine(texts(), scales(), Arbitraries.doubles().between(0, 100), specs)
                .as(
                        (text, scale, weight, spec) ->
                                new Criterion(
                                        "x",
                                        text,
                                        text,
                                        scale,
                                        weight,
                                        weight > 50,
                                        spec == null && weight > 20
                                                ? Criterion.Judged.STYLE
                                                : Criterion.Judged.VERIFIABLE,
                                        spec));
    }

    private static Arbitrary<Scale> scales() {
        Arbitrary<Scale> likert =
                Combinators.combine(
                                Arbitraries.integers().between(-5, 5),
                                Arbitraries.integers().between(1, 9),
                                texts())
                        .as(
                                (min, width, text) ->
                                        new Scale(
                                                Scale.Kind.LIKERT,
                                                min,
                                                min + width,
                                                List.of(
                                                        new Scale.Level(min, text, text, ""),
                                                        new Scale.Level(
                                                                min + width, "", "", text))));
        Arbitrary<Scale> numeric =
                Arbitraries.doubles()
                        .between(-1000, 1000)
                        .map(d -> new Scale(Scale.Kind.NUMERIC, d, d + 0.5, List.of()));
        return Arbitraries.oneOf(Arbitraries.of(Scale.binary(), Scale.ternary()), likert, numeric);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of("Refund", "ü ✓", "😀", "a \"b\" {c}", "検査", "</think>", "```json")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join(" ", parts));
    }
}
