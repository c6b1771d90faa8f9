package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.storage.format.span.RecordSpool;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;

/** Trees of spans that are damaged, huge or mean harm. */
class HostileSpansTest {
    private static final String SPAN =
            "{\"traceId\":\"%s\",\"spanId\":\"%s\",\"attributes\":[{\"key\":\"gen_ai.completion\","
                    + "\"value\":{\"stringValue\":\"%s\"}},{\"key\":\"gen_ai.system\",\"value\":"
                    + "{\"stringValue\":\"x\"}}]}";
    private static final String OPEN = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[";
    private static final String CLOSE = "]}]}]}";

    private static String span(String trace, String id, String said) {
        return String.format(SPAN, trace, id, said);
    }

    private static String line(String... spans) {
        return OPEN + String.join(",", spans) + CLOSE + "\n";
    }

    /** Parts one after the other, each made when it is due. */
    private static InputStream stream(
            String start, int count, IntFunction<String> part, String end) {
        Iterator<InputStream> parts =
                Stream.concat(
                                Stream.concat(
                                        Stream.of(start), IntStream.range(0, count).mapToObj(part)),
                                Stream.of(end))
                        .<InputStream>map(
                                t -> new ByteArrayInputStream(t.getBytes(StandardCharsets.UTF_8)))
                        .iterator();
        return new SequenceInputStream(
                new java.util.Enumeration<>() {
                    @Override
                    public boolean hasMoreElements() {
                        return parts.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        return parts.next();
                    }
                });
    }

    /** More than the test JVM has memory, in one object on one line. */
    @Test
    void oneObjectMayHoldMoreSpansThanFitIntoMemory() throws IOException {
        String text = "y".repeat(60_000);
        int spans = 1 + (int) (Runtime.getRuntime().maxMemory() / text.length());
        Counting rows = new Counting();
        InputStream in =
                stream(
                        OPEN + span("t", "s", "x"),
                        spans,
                        i -> "," + span("t" + i % (spans / 4), "s" + i, text),
                        CLOSE);
        LabelFiles.format("otel").read(in, "f", rows, Progress.NONE);
        assertThat(rows.rejects).isEmpty();
        assertThat(rows.rows).isEqualTo(spans / 4 + 1);
        assertThat(rows.steps).isEqualTo(spans + 1);
    }

    @Test
    void aTraceThatIsTooLongIsRejectedAndTheOthersGoIn() {
        String text = "y".repeat(1 << 20);
        int spans = (int) (RecordSpool.TRACE_LIMIT >> 20) + 2;
        InputStream in =
                stream(
                        line(span("small", "s", "x")),
                        spans,
                        i -> line(span("big", "s" + i, text)),
                        "");
        Reading reading = Reading.of("otel", in, "f");
        assertThat(reading.ids()).containsExactly("small");
        assertThat(reading.rejects)
                .containsExactly(
                        "2: the trace has more than 20000 spans or more than 32 MiB of text");
    }

    @Test
    void aSpanThatIsTooLongCostsItselfOnly() {
        String huge = "z".repeat(3 << 20);
        String attributes =
                IntStream.range(0, 4)
                        .mapToObj(
                                i ->
                                        "{\"key\":\"k"
                                                + i
                                                + "\",\"value\":{\"stringValue\":\""
                                                + huge
                                                + "\"}}")
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow();
        String long_ = "{\"traceId\":\"t\",\"spanId\":\"l\",\"attributes\":[" + attributes + "]}";
        Reading reading = Reading.of("otel", line(span("t", "a", "x"), long_, span("t", "b", "y")));
        assertThat(reading.rejects).containsExactly("1: the record is longer than 8 MiB");
        assertThat(reading.rows.get(0).trace().stepTexts()).containsExactly("x", "y");
    }

    @Test
    void damagedLinesCostThemselvesOnly() {
        String good = line(span("t", "a", "x"));
        String text =
                good
                        + good.substring(0, 60)
                        + "\n"
                        + "noise\n"
                        + "[1,2]\n"
                        + "{\"other\":1}\n"
                        + line("{\"spanId\":\"q\"}")
                        + line(span("t", "b", "\\ud800"))
                        + line("{\"traceId\":\"t\",\"traceId\":\"u\"}")
                        + line(
                                "{\"traceId\":\"t\",\"x\":"
                                        + "[".repeat(200)
                                        + "]".repeat(200)
                                        + "}")
                        + line(span("t", "c", "y"));
        Reading reading = Reading.of("otel", text);
        assertThat(reading.rows).hasSize(1);
        assertThat(reading.rows.get(0).trace().stepTexts()).containsExactly("x", "y");
        assertThat(reading.rejects)
                .containsExactly(
                        "2: the row is cut off",
                        "3: this is not valid JSON",
                        "4: the row is no object",
                        "4: the row is no object",
                        "5: the row holds no \"resourceSpans\"",
                        "6: the span has no \"traceId\"",
                        "7: a text holds half of a character pair (a lone \\u surrogate)",
                        "8: a name occurs twice in one object",
                        "9: this JSON is nested too deeply or holds a text or a number that is too"
                                + " long");
    }

    @Test
    void oneObjectOverManyLinesIsReadUpToItsDamage() {
        String pretty =
                OPEN.replace("[", "[\n ") + span("t", "a", "x") + ",\n" + span("u", "b", "y");
        assertThat(Reading.of("otel", pretty + CLOSE).ids()).containsExactly("t", "u");
        Reading cut = Reading.of("otel", pretty);
        assertThat(cut.ids()).containsExactly("t", "u");
        assertThat(cut.rejects).hasSize(2);
        assertThat(cut.rejects.get(0)).endsWith("the row is cut off");
        assertThat(cut.rejects.get(1)).endsWith("what follows in this file was not read");
    }

    @Test
    void zerosAreNoOtherWayToWriteText() {
        String text = "{\0\0\0\"a\":1}\n\0{\0}\n" + line(span("t", "a", "x"));
        Reading reading = Reading.of("otel", text);
        assertThat(reading.ids()).containsExactly("t");
        assertThat(reading.rejects).hasSize(2);
    }

    @Test
    void aLadderOfSpansIsRejected() {
        String[] spans =
                IntStream.range(0, 5000)
                        .mapToObj(
                                i ->
                                        span("t", "s" + i, "x")
                                                .replace(
                                                        "\"attributes\"",
                                                        "\"parentSpanId\":\"s"
                                                                + (i - 1)
                                                                + "\",\"attributes\""))
                        .toArray(String[]::new);
        assertThat(Reading.of("otel", line(spans)).rejects)
                .containsExactly("1: the spans are nested deeper than 300 levels");
    }

    @Test
    @Timeout(60)
    void indicesAndNumbersOutOfBoundsDoNoHarm() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            attributes
                    .append("{\"key\":\"gen_ai.prompt.")
                    .append(i * 7919L % 100_000)
                    .append(".tool_calls.99999.name\",\"value\":{\"stringValue\":\"f\"}},");
        }
        String wild =
                "{\"traceId\":\"t\",\"spanId\":\"a\",\"startTimeUnixNano\":\"1e999999999\","
                        + "\"endTimeUnixNano\":\"1e-999999999\",\"events\":[{\"timeUnixNano\":"
                        + "\"99999999999999999999999\",\"name\":\"gen_ai.evaluation.result\","
                        + "\"attributes\":[{\"key\":\"gen_ai.evaluation.score.value\",\"value\":"
                        + "{\"doubleValue\":\"NaN\"}}]}],\"attributes\":["
                        + attributes
                        + "{\"key\":\"n\",\"value\":{\"intValue\":\"x\"}}]}";
        Reading reading = Reading.of("otel", line(wild, span("t", "b", "x")));
        assertThat(reading.rejects).isEmpty();
        assertThat(reading.rows).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"otel", "langfuse", "langsmith", "label-studio", "argilla", "chat"})
    @Timeout(120)
    void mutatedFilesNeverBreakTheReader(String format) {
        List<String> seeds =
                switch (format) {
                    case "otel" -> List.of("otel.sdk.jsonl");
                    case "langfuse" -> List.of("langfuse.api.json", "langfuse.download.json");
                    case "langsmith" -> List.of("langsmith.flat.jsonl", "langsmith.nested.json");
                    case "argilla" -> List.of("argilla.records.json");
                    default -> List.of("label-studio.export.json");
                };
        Random random = new Random(5);
        String[] splices = {
            "{", "}", "[", "]", "\"", ",", "null", "1e9", "[[[[", "\\u0000", "\\ud800", "\n",
            "true", "{}", "[]", "-1", "\"\"", ":"
        };
        for (String seed : seeds) {
            String text = TracingToolsTest.fixture(seed);
            for (int i = 0; i < 400; i++) {
                StringBuilder mutated = new StringBuilder(text);
                for (int k = 0; k <= random.nextInt(4); k++) {
                    int at = random.nextInt(mutated.length());
                    int cut = Math.min(mutated.length(), at + random.nextInt(12));
                    mutated.replace(at, cut, splices[random.nextInt(splices.length)]);
                }
                Reading reading = Reading.of(format, mutated.toString());
                assertThat(reading.rows.size() + reading.rejects.size()).isPositive();
                for (String reject : reading.rejects) {
                    assertThat(reject).matches("(?s)[0-9]+: .+").doesNotContain("Exception");
                }
            }
        }
    }

    /** Values of the wrong kind in every place, which only change what JSON says, not its form. */
    @ParameterizedTest
    @ValueSource(strings = {"otel", "langfuse", "langsmith", "label-studio", "argilla"})
    @Timeout(120)
    void valuesOfTheWrongKindNeverBreakTheReader(String format) {
        String fixture =
                switch (format) {
                    case "otel" -> "otel.sdk.jsonl";
                    case "langfuse" -> "langfuse.api.json";
                    case "langsmith" -> "langsmith.nested.json";
                    case "argilla" -> "argilla.records.json";
                    default -> "label-studio.export.json";
                };
        String text = TracingToolsTest.fixture(fixture);
        String[] values = {"null", "7", "true", "\"\"", "[]", "{}", "[7]", "{\"a\":[{}]}", "1e400"};
        int at = text.indexOf(": ");
        Random random = new Random(3);
        while (at >= 0) {
            int end = at + 2;
            char first = text.charAt(end);
            boolean scalar = first == '"' || Character.isLetterOrDigit(first);
            int stop =
                    first == '"'
                            ? text.indexOf('"', end + 1) + 1
                            : IntStream.range(end, text.length())
                                    .filter(i -> ",}\n".indexOf(text.charAt(i)) >= 0)
                                    .findFirst()
                                    .orElse(text.length());
            if (scalar && text.charAt(stop - 2) != '\\') {
                String value = values[random.nextInt(values.length)];
                Reading reading =
                        Reading.of(format, text.substring(0, end) + value + text.substring(stop));
                assertThat(reading.rows.size() + reading.rejects.size()).isPositive();
            }
            at = text.indexOf(": ", at + 1);
        }
    }

    @Test
    void cancelEndsTheReadingAndLeavesNoFile() throws IOException {
        long before = temporaryFiles();
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        InputStream in =
                new ByteArrayInputStream(
                        line(span("t", "a", "x")).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> LabelFiles.format("otel").read(in, "f", new Reading(), cancelled))
                .isInstanceOf(Cancelled.class);
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("stepwright-spans"))
                    .count();
        }
    }

    /** Counts rows and keeps none. */
    private static final class Counting implements RowSink {
        private int rows;
        private int steps;
        private final List<String> rejects =
                Collections.synchronizedList(new java.util.ArrayList<>());

        @Override
        public void accept(long line, org.stepwright.label.LabelledTrace row) {
            rows++;
            steps += row.trace().steps().size();
        }

        @Override
        public void reject(long line, String reason) {
            rejects.add(line + ": " + reason);
        }
    }
}
