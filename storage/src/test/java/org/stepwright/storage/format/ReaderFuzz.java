package org.stepwright.storage.format;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.work.Progress;

/**
 * What the fuzzer calls, thousands of times a second: one reader, named by {@code
 * -Dstepwright.fuzz=FORMAT}, reads what the fuzzer made up. The reader rejects or accepts; whatever
 * it throws is a bug, and so is an accepted row that the format's own writer cannot write or that
 * is refused when it is read again. Run by {@code storage/src/test/fuzz/run.sh}.
 */
public final class ReaderFuzz {
    private static final LabelFormat FORMAT =
            LabelFiles.format(System.getProperty("stepwright.fuzz"));

    private static final JsonMutation MUTATION =
            JsonMutation.of(System.getProperty("stepwright.fuzz.seeds"));

    private ReaderFuzz() {}

    /** Loads all classes first: on a busy machine that takes longer than a hang. */
    public static void fuzzerInitialize() {
        for (byte[] seed : MUTATION.written()) {
            read(seed, false);
        }
    }

    /**
     * @param data the fuzzer's bytes: the first one says whether the rest is a file, or what to do
     *     to a row that the reader knows
     */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        byte[] file =
                data.consumeBoolean() || MUTATION.isEmpty()
                        ? data.consumeRemainingAsBytes()
                        : MUTATION.apply(data);
        FORMAT.sniff(new String(file, java.nio.charset.StandardCharsets.UTF_8), "fuzz.json");
        List<LabelledTrace> rows = read(file, false);
        if (!rows.isEmpty() && FORMAT.writer().isPresent()) {
            byte[] written = write(FORMAT.writer().get(), rows);
            // Rows that the writer leaves out make an empty file.
            if (written.length > 0) {
                read(written, true);
            }
        }
    }

    private static List<LabelledTrace> read(byte[] file, boolean own) {
        List<LabelledTrace> rows = new ArrayList<>();
        RowSink sink =
                new RowSink() {
                    @Override
                    public void accept(long line, LabelledTrace row) {
                        rows.add(row);
                    }

                    @Override
                    public void reject(long line, String reason) {
                        if (reason == null || reason.isBlank()) {
                            throw new IllegalStateException("A reject without a reason.");
                        }
                        if (own && !reason.contains("was already used")) {
                            throw new IllegalStateException("Our own row is refused: " + reason);
                        }
                    }
                };
        try {
            FORMAT.read(new ByteArrayInputStream(file), "fuzz.json", sink, Progress.NONE);
        } catch (IOException e) {
            throw new IllegalStateException("Reading memory failed.", e);
        }
        return rows;
    }

    private static byte[] write(LabelWriter writer, List<LabelledTrace> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LabelWriter.RowFacts facts = new LabelWriter.RowFacts("train", NeutralPolicy.WRONG);
        try (LabelWriter.Rows open = writer.open(out)) {
            for (LabelledTrace row : rows) {
                if (writer.skipped(row, facts).isEmpty()) {
                    open.write(row, facts);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Writing memory failed.", e);
        }
        return out.toByteArray();
    }
}
