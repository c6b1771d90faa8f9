package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.ColumnPath;
import org.stepwright.storage.format.mapping.LabelKind;
import org.stepwright.storage.format.mapping.LabelRule;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.StepCut;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.StepKind;
import org.stepwright.work.Progress;

/** A mapping reads what no format knows. */
class MappingTest {
    @TempDir Path folder;

    private static ColumnMapping mapping(StepCut cut, LabelRule rule, String... columns) {
        java.util.EnumMap<Role, ColumnPath> paths = new java.util.EnumMap<>(Role.class);
        for (String column : columns) {
            String[] parts = column.split("=", 2);
            paths.put(Role.valueOf(parts[0]), ColumnPath.of(parts[1]));
        }
        String marker = cut == StepCut.MARKER ? "§" : "";
        return new ColumnMapping("my rows", paths, cut, marker, rule, Map.of(), ColumnMapping.AUTO);
    }

    private Reading read(ColumnMapping mapping, String text) {
        try {
            Path file = Files.writeString(folder.resolve("rows.txt"), text);
            return read(mapping, file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Reading read(ColumnMapping mapping, Path file) {
        Reading reading = new Reading();
        LabelFiles.read(file, new MappedFormat(mapping), reading, Progress.NONE);
        return reading;
    }

    private static List<Verdict> verdicts(LabelledTrace row) {
        return row.labels().stream().map(StepLabel::verdict).toList();
    }

    @Test
    void nestedObjectsAreReadByTheirPaths() {
        ColumnMapping mapping =
                mapping(
                        StepCut.LIST,
                        LabelRule.TWO_WAY,
                        "PROBLEM=data.question",
                        "STEPS=data.run.steps[].text",
                        "LABELS=data.run.steps[].ok",
                        "CONTEXT=data.run.steps[].seen",
                        "KIND=data.run.steps[].kind",
                        "COMMENT=data.run.steps[].note",
                        "ID=meta.\"a.b\"",
                        "OUTCOME=data.success",
                        "REFERENCE=answers[0]",
                        "GENERATOR=meta.model",
                        "ANNOTATOR=meta.by");
        LabelledTrace row =
                read(
                                mapping,
                                """
                                {"data":{"question":"Refund?","success":true,"run":{"steps":[{"text":"look up","ok":1,"kind":"tool_call","seen":"hello"},{"text":"refund","ok":false,"note":"too early"},{"text":"bye"}]}},"answers":[42],"meta":{"a.b":7,"model":"m1","by":"ann"}}
                                """)
                        .only();
        assertThat(row.trace().id()).isEqualTo("7");
        assertThat(row.trace().problem()).isEqualTo("Refund?");
        assertThat(row.trace().stepTexts()).containsExactly("look up", "refund", "bye");
        assertThat(row.trace().steps().get(0).kind()).isEqualTo(StepKind.TOOL_CALL);
        assertThat(row.trace().steps().get(0).context()).isEqualTo("hello");
        assertThat(row.trace().outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(row.trace().reference()).isEqualTo("42");
        assertThat(row.trace().generator()).contains("m1");
        assertThat(row.trace().source()).contains("my rows");
        assertThat(row.labels()).hasSize(2);
        assertThat(row.labels().get(1).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(row.labels().get(1).comment()).isEqualTo("too early");
        assertThat(row.labels().get(1).annotator()).isEqualTo("ann");
    }

    @Test
    void theSameMappingReadsJsonCsvAndParquetAlike() throws Exception {
        ColumnMapping mapping =
                mapping(
                        StepCut.LIST,
                        LabelRule.TWO_WAY,
                        "PROBLEM=q",
                        "STEPS=parts",
                        "LABELS=marks",
                        "ID=no");
        Reading json =
                read(
                        mapping,
                        """
                        {"no":"1","q":"2 + 2?","parts":["a, b","c"],"marks":[true,false]}
                        {"no":"2","q":"x","parts":["\\"d\\""],"marks":[true]}
                        """);
        Reading csv =
                read(
                        mapping,
                        "no,q,parts,marks\r\n"
                                + "1,2 + 2?,\"[\"\"a, b\"\", \"\"c\"\"]\",\"[true, false]\"\r\n"
                                + "2,x,\"['\"\"d\"\"']\",[True]\r\n");
        Path parquet = folder.resolve("rows.parquet");
        try (java.sql.Connection db = java.sql.DriverManager.getConnection("jdbc:duckdb:");
                java.sql.Statement statement = db.createStatement()) {
            statement.execute(
                    "COPY (SELECT * FROM (VALUES ('1', '2 + 2?', ['a, b', 'c'], [true, false]),"
                            + " ('2', 'x', ['\"d\"'], [true])) AS t(no, q, parts, marks)) TO '"
                            + parquet
                            + "' (FORMAT parquet)");
        }
        assertThat(json.rejects).isEmpty();
        assertThat(json.rows).hasSize(2);
        assertThat(csv.rejects).isEmpty();
        assertThat(csv.rows).isEqualTo(json.rows);
        assertThat(read(mapping, parquet).rows).isEqualTo(json.rows);
    }

    @Test
    void aTextIsCutAsTheMappingSays() {
        String row = "{\"p\":\"q\",\"s\":\"Step 1: a\\nb\\n\\nStep 2: c §d\"}";
        assertThat(steps(StepCut.LINES, row)).containsExactly("Step 1: a", "b", "Step 2: c §d");
        assertThat(steps(StepCut.BLANK_LINES, row)).containsExactly("Step 1: a\nb", "Step 2: c §d");
        assertThat(steps(StepCut.NUMBERED, row)).containsExactly("Step 1: a\nb", "Step 2: c §d");
        assertThat(steps(StepCut.AUTO, row)).containsExactly("Step 1: a\nb", "Step 2: c §d");
        assertThat(steps(StepCut.MARKER, row)).containsExactly("Step 1: a\nb\n\nStep 2: c", "d");
    }

    private List<String> steps(StepCut cut, String row) {
        ColumnMapping mapping = mapping(cut, LabelRule.TWO_WAY, "PROBLEM=p", "STEPS=s");
        return read(mapping, row).only().trace().stepTexts();
    }

    @Test
    void rowsOfStepsBecomeTracesInTheirOrder() {
        ColumnMapping mapping =
                mapping(
                        StepCut.STEP_PER_ROW,
                        LabelRule.TWO_WAY,
                        "PROBLEM=task",
                        "STEPS=text",
                        "LABELS=good",
                        "ID=run",
                        "ORDER=n",
                        "ANNOTATOR=who");
        Reading reading =
                read(
                        mapping,
                        """
                        run;task;n;text;good;who
                        r1;add;2;second;no;ann
                        r1;;1;first;yes;ann
                        r1;;1;first;no;bob
                        r2;mul;1;only;;
                        r3;div;x;bad order;yes;
                        r1;add;3;too late;yes;
                        r4;one;1;a;yes;
                        r4;other;2;b;yes;
                        """);
        assertThat(reading.ids()).containsExactly("r1", "r2");
        LabelledTrace first = reading.rows.get(0);
        assertThat(first.trace().stepTexts()).containsExactly("first", "second");
        assertThat(first.labels())
                .extracting(StepLabel::annotator)
                .containsExactly("ann", "bob", "ann");
        assertThat(verdicts(first)).containsExactly(Verdict.CORRECT, Verdict.WRONG, Verdict.WRONG);
        assertThat(reading.rows.get(1).labels()).isEmpty();
        assertThat(reading.lines).containsExactly(2L, 5L);
        assertThat(reading.rejects)
                .containsExactly(
                        "6: \"n\" is not the number of a step",
                        "7: the id \"r1\" was already used at line 2; rows of one id stand one"
                                + " behind the other",
                        "8: rows of the same id name different problems");
    }

    @Test
    void aTraceOfWhichARowWasLostDoesNotComeIn() {
        ColumnMapping mapping =
                mapping(
                        StepCut.STEP_PER_ROW,
                        LabelRule.TWO_WAY,
                        "PROBLEM=task",
                        "STEPS=text",
                        "LABELS=good",
                        "ID=run");
        Reading reading =
                read(
                        mapping,
                        """
                        run;task;text;good
                        r1;add;a;yes
                        r1;add;b;c;yes
                        r1;add;d;no
                        r2;mul;a;yes
                        r2;mul;b;no
                        """);
        assertThat(reading.ids()).containsExactly("r2");
        assertThat(reading.rejects).hasSize(2);
        assertThat(reading.rejects.get(1))
                .isEqualTo("2: a row in or beside this trace cannot be read");
    }

    @Test
    void whoDoesNotKnowGivesNoLabel() {
        assertThat(labels(LabelKind.THREE_WAY, "\"1, unsure, -1, ?, neutral, unknown\""))
                .containsExactly(Verdict.CORRECT, Verdict.WRONG, Verdict.NEUTRAL);
    }

    @Test
    void labelsOfAllKindsAreRead() {
        assertThat(labels(LabelKind.TWO_WAY, "[true,0,\"Yes\",\"-\",null,\"\"]"))
                .containsExactly(Verdict.CORRECT, Verdict.WRONG, Verdict.CORRECT, Verdict.WRONG);
        assertThat(labels(LabelKind.TWO_WAY, "\"++--+-\""))
                .startsWith(Verdict.CORRECT, Verdict.CORRECT, Verdict.WRONG)
                .hasSize(6);
        assertThat(labels(LabelKind.THREE_WAY, "\"1, 0, -1, 1.0, neutral, wrong\""))
                .containsExactly(
                        Verdict.CORRECT,
                        Verdict.NEUTRAL,
                        Verdict.WRONG,
                        Verdict.CORRECT,
                        Verdict.NEUTRAL,
                        Verdict.WRONG);
    }

    private List<Verdict> labels(LabelKind kind, String labels) {
        ColumnMapping mapping =
                mapping(StepCut.LIST, LabelRule.of(kind), "PROBLEM=p", "STEPS=s", "LABELS=l");
        return verdicts(
                read(
                                mapping,
                                "{\"p\":\"q\",\"s\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"],\"l\":"
                                        + labels
                                        + "}")
                        .only());
    }

    @Test
    void ownWordsAreLabels() {
        LabelRule rule =
                new LabelRule(
                        LabelKind.WORDS,
                        0,
                        "",
                        List.of("Gut", "ışık"),
                        List.of("naja"),
                        List.of("Schlecht"));
        ColumnMapping mapping = mapping(StepCut.LIST, rule, "PROBLEM=p", "STEPS=s", "LABELS=l");
        assertThat(
                        verdicts(
                                read(
                                                mapping,
                                                "{\"p\":\"q\",\"s\":[\"1\",\"2\",\"3\"],\"l\":[\"GUT\",\"naja"
                                                    + " \",\"schlecht\"]}")
                                        .only()))
                .containsExactly(Verdict.CORRECT, Verdict.NEUTRAL, Verdict.WRONG);
        assertThat(read(mapping, "{\"p\":\"q\",\"s\":[\"1\"],\"l\":[\"prima\"]}").rejects)
                .containsExactly("1: label 1 is \"prima\", a word that the mapping does not list");
    }

    @Test
    void theFirstErrorCountsFromWhereTheMappingSays() {
        assertThat(firstError(0, "-1", "-1")).hasValue(-1);
        assertThat(firstError(0, "-1", "1")).hasValue(1);
        assertThat(firstError(1, "0", "\"1\"")).hasValue(0);
        assertThat(firstError(1, "0", "0.0")).hasValue(-1);
        assertThat(firstError(1, "none", "\"None\"")).hasValue(-1);
        assertThat(firstError(1, "", "null")).hasValue(-1);
        assertThat(firstError(0, "-1", "null")).isEmpty();
        assertThat(firstErrorRow(0, "-1", "3").rejects)
                .singleElement()
                .asString()
                .contains("3 steps");
        assertThat(firstErrorRow(1, "-1", "0").rejects).hasSize(1);
        assertThat(firstErrorRow(0, "-1", "1.5").rejects).hasSize(1);
        assertThat(firstErrorRow(0, "-1", "\"later\"").rejects).hasSize(1);
    }

    private OptionalInt firstError(int base, String none, String value) {
        return StepTargets.of(firstErrorRow(base, none, value).only()).firstError();
    }

    private Reading firstErrorRow(int base, String none, String value) {
        LabelRule rule =
                new LabelRule(LabelKind.FIRST_ERROR, base, none, List.of(), List.of(), List.of());
        ColumnMapping mapping = mapping(StepCut.LIST, rule, "PROBLEM=p", "STEPS=s", "LABELS=l");
        return read(mapping, "{\"p\":\"q\",\"s\":[\"a\",\"b\",\"c\"],\"l\":" + value + "}");
    }

    @Test
    void sharesAreSuggestionsAndNeverLabels() {
        ColumnMapping mapping =
                mapping(
                        StepCut.LIST,
                        LabelRule.of(LabelKind.SHARE),
                        "PROBLEM=p",
                        "STEPS=s",
                        "LABELS=l");
        LabelledTrace row =
                read(mapping, "{\"p\":\"q\",\"s\":[\"a\",\"b\",\"c\"],\"l\":[0.25,null,1]}").only();
        assertThat(row.labels()).isEmpty();
        assertThat(row.suggestions()).extracting(Suggestion::step).containsExactly(0, 2);
        assertThat(row.suggestions()).extracting(Suggestion::reward).containsExactly(0.25, 1.0);
        assertThat(row.suggestions().get(0).source()).isEqualTo("import:my rows");
        assertThat(read(mapping, "{\"p\":\"q\",\"s\":[\"a\"],\"l\":[1.5]}").rejects).hasSize(1);
    }

    @Test
    void whatDoesNotFitIsRejectedWithItsReason() {
        ColumnMapping mapping =
                mapping(
                        StepCut.LIST,
                        LabelRule.TWO_WAY,
                        "PROBLEM=p",
                        "STEPS=s",
                        "LABELS=l",
                        "OUTCOME=o");
        Reading reading =
                read(
                        mapping,
                        """
                        {"p":"q","s":["a"],"l":[1,0]}
                        {"p":"q","s":[{"text":"a"}]}
                        {"p":"q","s":"one text"}
                        {"p":"q","s":[]}
                        {"s":["a"]}
                        {"p":"q","s":["a"],"l":[-1]}
                        {"p":"q","s":["a"],"o":"perhaps"}
                        {"p":["q"],"s":["a"]}
                        [1]
                        {"p":"q","s":["a",null]}
                        {"p":"q","s":["fine"]}
                        {"p":"q","s":["fine"]}
                        """);
        assertThat(reading.rows).hasSize(1);
        assertThat(reading.rejects).hasSize(11);
        assertThat(reading.rejects.get(0)).isEqualTo("1: there are 2 labels for 1 steps");
        assertThat(reading.rejects.get(1)).contains("s[].text");
        assertThat(reading.rejects.get(2)).contains("how the text is cut");
        assertThat(reading.rejects.get(4)).contains("\"p\" is missing");
        assertThat(reading.rejects.get(5)).contains("neither correct nor wrong");
        assertThat(reading.rejects.get(10)).contains("already used at line 11");
    }

    @Test
    void mappingsThatCanReadNothingAreRefused() {
        List<Runnable> bad =
                List.of(
                        () -> mapping(StepCut.LIST, LabelRule.TWO_WAY, "STEPS=s"),
                        () -> mapping(StepCut.LIST, LabelRule.TWO_WAY, "PROBLEM=s"),
                        () ->
                                mapping(
                                        StepCut.STEP_PER_ROW,
                                        LabelRule.TWO_WAY,
                                        "PROBLEM=p",
                                        "STEPS=s"),
                        () -> LabelRule.of(LabelKind.WORDS),
                        () ->
                                new LabelRule(
                                        LabelKind.WORDS,
                                        0,
                                        "",
                                        List.of("a", "A"),
                                        List.of(),
                                        List.of("b")));
        for (Runnable make : bad) {
            assertThatThrownBy(make::run).isInstanceOf(IllegalArgumentException.class);
        }
        ColumnMapping good = mapping(StepCut.LIST, LabelRule.TWO_WAY, "PROBLEM=p", "STEPS=s");
        for (String name :
                List.of(
                        "",
                        " ",
                        "../x",
                        "a/b",
                        "a\\b",
                        "nul",
                        "CON",
                        ".x",
                        "x.",
                        "a\u0000b",
                        "x".repeat(61))) {
            assertThatThrownBy(() -> good.withName(name))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void pathsThatAreNoneAreRefused() {
        Stream.of(
                        "",
                        " ",
                        "a..b",
                        "a[",
                        "a[x]",
                        "a[-1]",
                        "a[99999]",
                        "a]b.",
                        "\"a",
                        "a\"b\".",
                        "[]")
                .filter(p -> !p.equals("a\"b\"."))
                .forEach(
                        path ->
                                assertThatThrownBy(() -> ColumnPath.of(path))
                                        .as(path)
                                        .isInstanceOf(IllegalArgumentException.class));
        assertThatThrownBy(() -> ColumnPath.of("a.".repeat(30) + "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsInListsCannotExplode() {
        StringBuilder row = new StringBuilder("{\"p\":\"q\",\"a\":[");
        String inner = "{\"b\":[" + "{\"t\":1},".repeat(999) + "{\"t\":1}]}";
        for (int i = 0; i < 101; i++) {
            row.append(i == 0 ? "" : ",").append(inner);
        }
        row.append("]}");
        ColumnMapping mapping =
                mapping(StepCut.LIST, LabelRule.TWO_WAY, "PROBLEM=p", "STEPS=a[].b[].t");
        assertThat(read(mapping, row.toString()).rejects)
                .singleElement()
                .asString()
                .contains("100000 values");
    }
}
