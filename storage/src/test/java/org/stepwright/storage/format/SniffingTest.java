package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** No format takes the files of another. */
class SniffingTest {
    @TempDir Path dir;

    @ParameterizedTest
    @CsvSource({
        "otel, otel.sdk.jsonl",
        "langsmith, langsmith.flat.jsonl",
        "langsmith, langsmith.nested.json",
        "langfuse, langfuse.api.json",
        "langfuse, langfuse.download.json",
        "argilla, argilla.records.json",
        "label-studio, label-studio.export.json"
    })
    void filesOfToolsAreToldByThemselves(String format, String fixture) throws IOException {
        String text = TracingToolsTest.fixture(fixture);
        Path file = Files.writeString(dir.resolve("file"), text);
        ReadReport report = LabelFiles.read(file, LabelFiles.AUTO, new Reading(), Progress.NONE);
        assertThat(report.format()).isEqualTo(format);
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.rejects()).isEmpty();
        for (String other : LabelFiles.formats()) {
            assertThat(LabelFiles.format(other).sniff(text, "file"))
                    .as(other)
                    .isEqualTo(other.equals(format));
        }
    }

    static List<String> writable() {
        return LabelFiles.writableFormats();
    }

    /** Whatever the workbench writes, it also recognizes. */
    @ParameterizedTest
    @MethodSource("writable")
    void whatIsWrittenIsToldAgain(String format) throws IOException {
        Step step = Step.of("Step 1: do it.");
        Trace trace = new Trace("id", "Do it?", List.of(step), Outcome.UNKNOWN, "yes", Map.of());
        Verdicts ann = new Verdicts("id", "ann", Instant.EPOCH, LabelSource.IMPORTED);
        LabelledTrace row = new LabelledTrace(trace, List.of(ann.of(0, Verdict.CORRECT)));
        byte[] bytes = RoundTripTest.write(format, List.of(row), RoundTripTest.FACTS);
        Path file = Files.write(dir.resolve("file"), bytes);
        assertThat(LabelFiles.tell(file, LabelFiles.AUTO).map(LabelFormat::name))
                .as(new String(bytes, StandardCharsets.UTF_8))
                .contains(format);
    }
}
