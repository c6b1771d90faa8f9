package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Files that are damaged or mean harm cost their own rows and nothing else. */
class HostileInputTest {
    private static final long GIGABYTE = 1L << 30;

    @TempDir Path dir;

    private static String good(String id) {
        return "{\"id\":\""
                + id
                + "\",\"problem\":\"p\",\"steps\":[\"a\",\"b\"],\"labels\":[true,false]}";
    }

    private static String bench(String id, String label) {
        return "{\"id\":\""
                + id
                + "\",\"generator\":\"g\",\"problem\":\"p\",\"steps\":[\"a\",\"b\"],\"final_answer_correct\":true,\"label\":"
                + label
                + "}";
    }

    private static InputStream around(String before, long middle, String after) {
        return new SequenceInputStream(
                Collections.enumeration(
                        List.of(
                                new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8)),
                                new Repeated((byte) 'a', middle),
                                new ByteArrayInputStream(after.getBytes(StandardCharsets.UTF_8)))));
    }

    /** The test JVM has less memory than this line is long. */
    @Test
    void aLineOfOneGigabyteIsSkippedWhileReading() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(GIGABYTE);
        String before = good("1") + "\n{\"id\":\"2\",\"problem\":\"";
        Reading reading = Reading.of("generic", around(before, GIGABYTE, "\"}\n" + good("3")), "f");
        assertThat(reading.ids()).containsExactly("1", "3");
        assertThat(reading.lines).containsExactly(1L, 3L);
        assertThat(reading.rejects).containsExactly("2: the row is longer than 8 MiB");
    }

    @Test
    void aRowOfOneGigabyteInsideAListIsSkippedWhileReading() {
        String before = "[\n" + bench("1", "-1") + ",\n{\"id\":\"2\",\"problem\":\"";
        InputStream in = around(before, GIGABYTE, "\"},\n" + bench("3", "0") + "\n]");
        Reading reading = Reading.of("processbench", in, "f.json");
        assertThat(reading.ids()).containsExactly("1", "3");
        assertThat(reading.lines).containsExactly(2L, 4L);
        assertThat(reading.rejects).containsExactly("3: the row is longer than 8 MiB");
    }

    @Test
    void aTruncatedListKeepsWhatIsWhole() {
        String text = "[\n  " + bench("1", "0") + ",\n  " + bench("2", "1").substring(0, 40);
        Reading reading = Reading.of("processbench", text);
        assertThat(reading.ids()).containsExactly("1");
        assertThat(reading.rejects).containsExactly("3: the file ends in the middle of this row");
    }

    @Test
    void aListThatIsNotClosedSaysThatRowsMayBeMissing() {
        Reading reading = Reading.of("processbench", "[" + bench("1", "0") + ",\n");
        assertThat(reading.ids()).containsExactly("1");
        assertThat(reading.rejects)
                .containsExactly("2: the file ends before its list is closed; rows may be missing");
    }

    @Test
    void aRowThatIsNotClosedCostsItselfOnly() {
        String open = bench("2", "0").replace("}", "");
        String text = "[" + bench("1", "0") + ",\n" + open + ",\n" + bench("3", "0") + "]";
        Reading reading = Reading.of("processbench", text);
        assertThat(reading.ids()).containsExactly("1", "3");
        assertThat(reading.rejects).containsExactly("2: the row is not closed");
    }

    @Test
    void aStringThatIsNotClosedCostsItselfOnly() {
        String open = "{\"id\":\"2\",\"problem\":\"never closed";
        String text = "[" + bench("1", "0") + ",\n" + open + "\n,\n" + bench("3", "0") + "\n]";
        Reading reading = Reading.of("processbench", text);
        assertThat(reading.ids()).containsExactly("1", "3");
        assertThat(reading.rejects).containsExactly("2: the row is not closed");
    }

    @Test
    void aTruncatedLineCostsItselfOnly() {
        Reading reading =
                Reading.of("generic", good("1").substring(0, 30) + "\n" + good("2") + "\n");
        assertThat(reading.ids()).containsExactly("2");
        assertThat(reading.rejects).hasSize(1);
        assertThat(reading.rejects.get(0)).startsWith("1: this is not valid JSON");
    }

    @Test
    void binaryNoiseIsRejectedLineByLine() {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(noise);
        all.writeBytes(("\n" + good("1") + "\n").getBytes(StandardCharsets.UTF_8));
        for (String format : LabelFiles.formats()) {
            Reading reading = Reading.of(format, all.toByteArray());
            assertThat(reading.rejects).isNotEmpty();
        }
        assertThat(Reading.of("generic", all.toByteArray()).ids()).containsExactly("1");
    }

    @Test
    void invalidUtf8CostsItsRowOnly() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes((good("1") + "\n{\"id\":\"").getBytes(StandardCharsets.UTF_8));
        all.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28});
        all.writeBytes(("\"}\n" + good("3")).getBytes(StandardCharsets.UTF_8));
        Reading reading = Reading.of("generic", all.toByteArray());
        assertThat(reading.ids()).containsExactly("1", "3");
        assertThat(reading.rejects).containsExactly("2: this is not text in UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreRead() {
        Reading reading =
                Reading.of("generic", "\uFEFF" + good("1") + "\r\n\r\n" + good("2") + "\r\n");
        assertThat(reading.ids()).containsExactly("1", "2");
        assertThat(reading.lines).containsExactly(1L, 3L);
        assertThat(reading.rejects).isEmpty();
    }

    @Test
    void utf16IsNamed() {
        byte[] bytes = ("\uFEFF" + good("1")).getBytes(StandardCharsets.UTF_16LE);
        assertThat(Reading.of("generic", bytes).rejects)
                .containsExactly("1: the file is written in UTF-16; save it as UTF-8");
    }

    @Test
    void anEmptyFileIsRejected() throws IOException {
        for (String text : List.of("", " \n\n", "\uFEFF")) {
            assertThat(Reading.of("generic", text).rejects).containsExactly("1: the file is empty");
        }
        Path file = Files.createFile(dir.resolve("empty.jsonl"));
        ReadReport report = LabelFiles.read(file, "auto", new Reading(), Progress.NONE);
        assertThat(report.format()).isEqualTo("unknown");
        assertThat(report.rejects()).containsExactly(new Reject(file, 1, "the file is empty"));
    }

    @Test
    void theFormatIsToldBehindAnEndlessFirstRow() throws IOException {
        Path file = dir.resolve("deep.jsonl");
        Files.writeString(
                file,
                "{\"id\":\"x\",\"problem\":"
                        + "[".repeat(100_000)
                        + "]".repeat(100_000)
                        + "}\n{\"id\":\"y\",\"problem\":\"p\",\"steps\":[\"s\"]}\n");
        Reading reading = new Reading();
        ReadReport report = LabelFiles.read(file, "auto", reading, Progress.NONE);
        assertThat(report.format()).isEqualTo("generic");
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.rejects()).extracting(Reject::line).containsExactly(1L);
    }

    @Test
    void aBombOfBracketsIsRejected() {
        String bomb = "{\"id\":" + "[".repeat(1_000_000) + "\n" + good("2");
        Reading lines = Reading.of("generic", bomb);
        assertThat(lines.ids()).containsExactly("2");
        assertThat(lines.rejects).hasSize(1);
        assertThat(lines.rejects.get(0)).startsWith("1: this JSON is nested deeper");
        String closed =
                "[{\"id\":"
                        + "[".repeat(100_000)
                        + "]".repeat(100_000)
                        + "},\n"
                        + bench("2", "0")
                        + "]";
        Reading list = Reading.of("processbench", closed);
        assertThat(list.ids()).containsExactly("2");
        assertThat(list.rejects.get(0)).startsWith("1: this JSON is nested deeper");
    }

    @Test
    void duplicateKeysAndDuplicateIdsAreRejected() {
        String twice = "{\"id\":\"1\",\"id\":\"2\",\"problem\":\"p\",\"steps\":[\"a\"]}";
        Reading reading = Reading.of("generic", twice + "\n" + good("1") + "\n" + good("1"));
        assertThat(reading.rejects)
                .containsExactly(
                        "1: \"id\" occurs twice in one object",
                        "3: the id \"1\" was already used at line 2");
    }

    @Test
    void wrongTypesAreSaidInWords() {
        String row = "{\"id\":\"%s\",\"problem\":%s,\"steps\":%s,\"labels\":%s}";
        String text =
                String.join(
                        "\n",
                        String.format(row, "1", "5", "[\"a\"]", "[true]"),
                        String.format(row, "2", "\"p\"", "\"a\"", "[true]"),
                        String.format(row, "3", "\"p\"", "[]", "[]"),
                        String.format(row, "4", "\"p\"", "[\"a\",7]", "[true,true]"),
                        String.format(row, "5", "\"p\"", "[\"a\"]", "[true,true]"),
                        String.format(row, "6", "\"p\"", "[\"a\"]", "[0.7]"),
                        String.format(row, "7", "\"p\"", "[\"a\"]", "[\"bad\"]"),
                        "{\"id\":\"8\",\"steps\":[\"a\"]}",
                        "[1]",
                        "17",
                        "{\"id\":\"9\",\"problem\":\"\\ud800\",\"steps\":[\"a\"]}");
        assertThat(Reading.of("generic", text).rejects)
                .containsExactly(
                        "1: \"problem\" is a number, not a text",
                        "2: \"steps\" is a text, not a list",
                        "3: there are no steps",
                        "4: item 2 of steps is a number, not a text",
                        "5: there are 2 labels for 1 steps",
                        "6: label 1 is 0.7; it can be true, false, null, \"wrong\", \"neutral\" or"
                                + " \"correct\"",
                        "7: label 1 \"bad\" is none of wrong, neutral, correct",
                        "8: \"problem\" is missing",
                        "9: the row is a list, not an object",
                        "10: the row is a number, not an object",
                        "11: \"problem\" holds half of a character pair (a lone \\u surrogate)");
    }

    @Test
    void labelsOutOfRangeAreSaidInWords() {
        String text =
                "["
                        + bench("1", "7")
                        + ",\n"
                        + bench("2", "-2")
                        + ",\n"
                        + bench("3", "1.5")
                        + ",\n"
                        + bench("4", "99999999999")
                        + "]";
        assertThat(Reading.of("processbench", text).rejects)
                .containsExactly(
                        "1: label 7 points past the last step (there are 2)",
                        "2: label -2 is below -1, which means that all is correct",
                        "3: \"label\" is 1.5, not a whole number",
                        "4: \"label\" is 99999999999, not a whole number");
    }

    @Test
    void tooManySteps() {
        String steps =
                IntStream.range(0, 10_001).mapToObj(i -> "\"s\"").collect(Collectors.joining(","));
        Reading reading =
                Reading.of("generic", "{\"id\":\"1\",\"problem\":\"p\",\"steps\":[" + steps + "]}");
        assertThat(reading.rejects).containsExactly("1: there are 10001 steps; the limit is 10000");
    }

    @Test
    void aMissingFileAndAFolderAreSaidInASentence() {
        assertThatThrownBy(
                        () ->
                                LabelFiles.read(
                                        dir.resolve("no"), "auto", new Reading(), Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> LabelFiles.read(dir, "generic", new Reading(), Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> LabelFiles.read(dir, "nonsense", new Reading(), Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("choose one of ")
                .hasMessageContaining("chat, csv, generic");
    }

    @Test
    void cancelEndsTheReading() throws IOException {
        Path file = dir.resolve("rows.jsonl");
        Files.writeString(file, good("1") + "\n" + good("2"));
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        assertThatThrownBy(() -> LabelFiles.read(file, "auto", new Reading(), cancelled))
                .isInstanceOf(Cancelled.class);
    }

    /** Gives the same byte again and again. */
    private static final class Repeated extends InputStream {
        private final byte value;
        private long left;

        Repeated(byte value, long times) {
            this.value = value;
            this.left = times;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            java.util.Arrays.fill(bytes, offset, offset + n, value);
            left -= n;
            return n;
        }
    }
}
