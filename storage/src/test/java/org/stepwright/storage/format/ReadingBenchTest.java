package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.work.Progress;

/** How much the checks and limits cost against Jackson reading the same lines unchecked. */
@Tag("bench")
class ReadingBenchTest {
    private static final int ROWS = 50_000;

    @TempDir Path dir;

    @Test
    void genericLinesAgainstPlainJackson() throws IOException {
        Path file = dir.resolve("rows.jsonl");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            String step =
                    "\"We add 3 apples to the 4 apples from before and get 7 apples in all, which"
                            + " we keep.\"";
            for (int i = 0; i < ROWS; i++) {
                String row =
                        "{\"id\":\""
                                + i
                                + "\",\"problem\":\"problem "
                                + i
                                + "\",\"steps\":["
                                + (step + ",").repeat(9)
                                + step
                                + "],\"labels\":[true,true,true,true,true,true,true,true,true,false]}\n";
                out.write(row.getBytes(StandardCharsets.UTF_8));
            }
        }
        double ours = Double.MAX_VALUE;
        double plain = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            ours = Math.min(ours, ours(file));
            plain = Math.min(plain, plain(file));
        }
        System.out.printf(
                Locale.ROOT,
                "read %d rows, %.0f MB: ours %.2f s (%.0f MB/s), plain Jackson trees %.2f s, ratio"
                        + " %.2f%n",
                ROWS,
                Files.size(file) / 1e6,
                ours,
                Files.size(file) / 1e6 / ours,
                plain,
                ours / plain);
    }

    private static double ours(Path file) {
        long[] rows = {0};
        RowSink count =
                new RowSink() {
                    @Override
                    public void accept(long line, LabelledTrace row) {
                        rows[0]++;
                    }

                    @Override
                    public void reject(long line, String reason) {
                        throw new AssertionError(reason);
                    }
                };
        long start = System.nanoTime();
        LabelFiles.read(file, "generic", count, Progress.NONE);
        assertThat(rows[0]).isEqualTo(ROWS);
        return (System.nanoTime() - start) / 1e9;
    }

    private static double plain(Path file) throws IOException {
        long start = System.nanoTime();
        long rows = 0;
        try (MappingIterator<JsonNode> values =
                new ObjectMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            while (values.hasNext()) {
                rows += values.next().size() > 0 ? 1 : 0;
            }
        }
        assertThat(rows).isEqualTo(ROWS);
        return (System.nanoTime() - start) / 1e9;
    }
}
