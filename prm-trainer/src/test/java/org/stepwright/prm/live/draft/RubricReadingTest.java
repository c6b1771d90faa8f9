package org.stepwright.prm.live.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Scale.Kind;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.verify.VerifierKind;

/** What a model gets wrong is mended or left out, and each time that is said. */
class RubricReadingTest {
    private static final List<VerifierKind> KINDS = List.copyOf(VerifierCatalog.standard().kinds());
    private static final String SCALE = "\"scale\":{\"kind\":\"ternary\"}";

    private RubricReading reading = new RubricReading(null, KINDS);

    private Rubric read(String json) {
        reading = new RubricReading(null, KINDS);
        return reading.read(json);
    }

    /** A rubric with one criterion of these fields. */
    private Criterion criterion(String fields) {
        return read("{\"title\":\"T\",\"every_step\":[{\"title\":\"C\"," + fields + "}]}")
                .criteria()
                .get(0);
    }

    private List<Double> levels(Scale scale) {
        return scale.levels().stream().map(Scale.Level::value).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'binary','levels':[{'value':0},{'value':1}]} | BINARY | 0 | 1 | ''",
                "{'kind':'Binary','min':1,'max':5} | BINARY | 0 | 1 | ''",
                "{'kind':'binary','levels':[{'value':-1},{'value':1}]} | TERNARY | -1 | 1 | do not"
                        + " fit",
                "{'kind':'ternary','levels':[{'value':1},{'value':5}]} | LIKERT | 1 | 5 | do not"
                        + " fit",
                "{'kind':'likert','min':1,'max':5} | LIKERT | 1 | 5 | ''",
                "{'kind':'likert','min':'1','max':'5'} | LIKERT | 1 | 5 | ''",
                "{'kind':'likert','min':5,'max':1} | TERNARY | -1 | 1 | made no sense",
                "{'kind':'likert','min':0,'max':1e6} | TERNARY | -1 | 1 | made no sense",
                "{'kind':'likert','min':2,'max':3,'levels':[{'value':1},{'value':4}]} | LIKERT | 1"
                        + " | 4 | ''",
                "{'kind':'likert','levels':[{'value':1},{'value':2.5}]} | NUMERIC | 1 | 2.5 | do"
                        + " not fit",
                "{'kind':'numeric','min':0,'max':100} | NUMERIC | 0 | 100 | ''",
                "{'kind':'numeric','min':0,'max':1e999} | TERNARY | -1 | 1 | made no sense",
                "{'kind':'numeric','min':-1e300,'max':1e300} | TERNARY | -1 | 1 | made no sense",
                "{'kind':'stars','levels':[{'value':1},{'value':2},{'value':3}]} | LIKERT | 1 | 3 |"
                        + " ''",
                "{'levels':[{'name':'bad'},{'name':'so'},{'name':'good'}]} | TERNARY | -1 | 1 |"
                        + " numbered",
                "{'kind':'binary','levels':[{'value':1},{'value':0},{'value':1}]} | BINARY | 0 | 1"
                        + " | there twice",
                "{'kind':'likert','levels':[{'value':-0.0},{'value':0},{'value':2}]} | LIKERT | 0 |"
                        + " 2 | there twice",
                "{} | TERNARY | -1 | 1 | made no sense",
            })
    void mendsAScaleByItsLevels(String json, Kind kind, double min, double max, String note) {
        Scale scale = criterion("\"scale\":" + json.replace('\'', '"')).scale();
        assertThat(scale.kind()).isEqualTo(kind);
        assertThat(scale.min()).isEqualTo(min);
        assertThat(scale.max()).isEqualTo(max);
        assertThat(levels(scale)).isSorted().doesNotHaveDuplicates();
        if (note.isEmpty()) {
            assertThat(reading.notes()).isEmpty();
        } else {
            assertThat(reading.notes()).anyMatch(n -> n.contains(note));
        }
    }

    @Test
    void aCriterionWithoutAScaleGetsTheUsualOne() {
        assertThat(criterion("\"weight\":2").scale()).isEqualTo(Scale.ternary());
        assertThat(reading.notes()).anyMatch(n -> n.contains("no scale for criterion c"));
    }

    @ParameterizedTest
    @CsvSource({"-3, 0", "0, 0", "0.25, 0.25", "1e9, 100", "'\"2.5\"', 2.5", "null, 1"})
    void clampsWeights(String given, double weight) {
        assertThat(criterion("\"weight\":" + given + "," + SCALE).weight()).isEqualTo(weight);
    }

    @Test
    void makesIdsSafeAndUnique() {
        Rubric rubric =
                read(
                        "{\"title\":\"Übung: Prüfen!\",\"stages\":["
                                + "{\"id\":\"../../etc\",\"title\":\"A\",\"criteria\":["
                                + "{\"id\":\"Same ID\",\"title\":\"1\","
                                + SCALE
                                + "},{\"id\":\"same-id\",\"title\":\"2\","
                                + SCALE
                                + "},{\"id\":\"検査\",\"title\":\"検査\","
                                + SCALE
                                + "}]},{\"id\":\"etc\",\"title\":\"B\"},{\"title\":\"\",\"id\":\"\"}]}");
        assertThat(rubric.id()).isEqualTo("ubung-prufen");
        assertThat(rubric.stages()).extracting(Stage::id).containsExactly("etc", "etc-2");
        assertThat(rubric.criteria())
                .extracting(Criterion::id)
                .containsExactly("same-id", "same-id-2", "criterion-3");
        assertThat(rubric.criteria().get(2).title()).isEqualTo("検査");
        assertThat(reading.notes())
                .contains("The id same-id was there twice; the second one is now same-id-2.")
                .anyMatch(n -> n.contains("stage 3, which has no title"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'shell','options':[{'name':'cmd','value':'rm'}]} | unknown verifier"
                        + " \"shell\"",
                "{'name':'regex','options':[]} | Left out the verifier regex of criterion c",
                "{'name':'regex','options':[{'name':'pattern','value':'('}]} | Left out the"
                        + " verifier regex",
                "{'name':'json-schema','options':[{'name':'schema','value':'no'}]} | Left out the"
                        + " verifier json-schema",
                "{'name':'numeric-answer','options':[{'name':'tolerance','value':'9**9**9'}]} |"
                        + " Left out the verifier numeric-answer",
            })
    void leavesOutAVerifierThatCannotBeMade(String json, String note) {
        Criterion c = criterion(SCALE + ",\"verifier\":" + json.replace('\'', '"'));
        assertThat(c.automatic()).isEmpty();
        assertThat(reading.notes()).hasSize(1).allMatch(n -> n.contains(note));
    }

    @Test
    void anInventedVerifierDoesNotReplaceOneThatTheModelWasNotToldOf() {
        VerifierSpec tests = new VerifierSpec("code-tests", Map.of("language", "python"));
        Criterion old =
                new Criterion(
                        "c", "C", "", Scale.binary(), 1, false, Criterion.Judged.VERIFIABLE, tests);
        Rubric current =
                new Rubric("r", "R", "", List.of(), List.of(old), Aggregation.MIN, List.of());
        reading = new RubricReading(current, KINDS);

        Rubric rubric =
                reading.read(
                        "{\"title\":\"R\",\"every_step\":[{\"id\":\"c\",\"title\":\"C\","
                                + SCALE
                                + ",\"verifier\":{\"name\":\"run-tests\",\"options\":[]}}]}");

        assertThat(rubric.everyStep().get(0).verifier()).isEqualTo(tests);
        assertThat(reading.notes()).anyMatch(n -> n.contains("unknown verifier"));
    }

    @Test
    void keepsAVerifierWithoutTheOptionThatThereIsNot() {
        Criterion c =
                criterion(
                        SCALE
                                + ",\"judged\":\"style\",\"verifier\":{\"name\":\"Regex\",\"options\":"
                                + "{\"pattern\":\"yes\",\"flags\":\"i\"}}");
        assertThat(c.verifier().name()).isEqualTo("regex");
        assertThat(c.verifier().options()).containsOnlyKeys("pattern");
        assertThat(c.judged()).isEqualTo(Criterion.Judged.VERIFIABLE);
        assertThat(reading.notes())
                .anyMatch(n -> n.contains("unknown option \"flags\""))
                .anyMatch(n -> n.contains("no matter of style"));
    }

    @Test
    void keepsToItsLimits() {
        String criteria =
                IntStream.range(0, 250)
                        .mapToObj(i -> "{\"title\":\"C" + i + "\"," + SCALE + "}")
                        .collect(Collectors.joining(","));
        String stages =
                IntStream.range(0, 60)
                        .mapToObj(i -> "{\"title\":\"S" + i + "\"}")
                        .collect(Collectors.joining(","));
        Rubric rubric =
                read(
                        "{\"title\":\""
                                + "t".repeat(5_000)
                                + "\",\"description\":\""
                                + "😀".repeat(9_000)
                                + "\",\"every_step\":["
                                + criteria
                                + "],\"stages\":["
                                + stages
                                + "]}");
        assertThat(rubric.stages()).hasSize(40);
        assertThat(rubric.criteria()).hasSize(200);
        assertThat(rubric.title()).hasSize(200);
        assertThat(rubric.description().codePointCount(0, 8_000)).isEqualTo(4_000);
        assertThat(reading.notes())
                .anyMatch(n -> n.contains("Kept the first 40 of 60 under stages"))
                .anyMatch(n -> n.contains("Kept the first 200 of 250 under every_step"))
                .anyMatch(n -> n.contains("Shortened the title of the rubric to 200 characters."));
    }

    @Test
    void aBadAnswerBecomesNoBookOfNotes() {
        String fields =
                IntStream.range(0, 500)
                        .mapToObj(i -> "\"x" + i + "\":" + i)
                        .collect(Collectors.joining(","));
        criterion(SCALE + "," + fields);
        assertThat(reading.notes())
                .hasSize(61)
                .last()
                .isEqualTo("And 440 more things were left out or mended.");
    }

    @Test
    void takesOutWhatSteersATerminalOrTurnsWritingAround() {
        Criterion c =
                criterion("\"guidance\":\"a\\u001b[31m\\u202eb\\ud800c\\r\\nd\\u0000\"," + SCALE);
        assertThat(c.guidance()).isEqualTo("a[31mbc\nd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stages\":[{\"title\":\"a\",\"required\":\"perhaps\"}]}",
                "{\"every_step\":[{\"title\":\"a\",\"weight\":\"heavy\"}]}",
                "{\"every_step\":[{\"title\":\"a\",\"weight\":[1]}]}",
                "{\"every_step\":[{\"title\":\"a\",\"scale\":\"binary\"}]}",
                "{\"every_step\":[{\"title\":\"a\",\"scale\":{\"levels\":{\"0\":\"no\"}}}]}",
                "{\"every_step\":{\"title\":\"a\"}}",
                "{\"stages\":null}",
                "{\"stages\":[{\"title\":\"a\",\"match\":[[\"x\"]]}]}",
                "",
                "{"
            })
    void aWrongKindOfValueIsNotGuessedAt(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(NotUsable.class);
    }

    @Test
    void depthAndSizeOfHostileJsonAreLimited() {
        String deep = "{\"stages\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(NotUsable.class);
        String open = "{\"a\":".repeat(80_000);
        assertThatThrownBy(() -> read(open)).isInstanceOf(NotUsable.class);
        String number = "{\"every_step\":[{\"title\":\"a\",\"weight\":" + "9".repeat(400_000);
        assertThatThrownBy(() -> read(number)).isInstanceOf(NotUsable.class);
    }
}
