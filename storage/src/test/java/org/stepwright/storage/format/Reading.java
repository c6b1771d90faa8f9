package org.stepwright.storage.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelledTrace;
import org.stepwright.work.Progress;

/** Reads in tests and remembers everything. */
final class Reading implements RowSink {
    final List<LabelledTrace> rows = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();
    final List<String> rejects = new ArrayList<>();

    static Reading of(String format, String text) {
        return of(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(String format, byte[] bytes) {
        return of(format, new ByteArrayInputStream(bytes), "test.jsonl");
    }

    static Reading of(String format, InputStream in, String name) {
        Reading reading = new Reading();
        try {
            LabelFiles.format(format).read(in, name, reading, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading;
    }

    List<String> ids() {
        return rows.stream().map(r -> r.trace().id()).toList();
    }

    LabelledTrace only() {
        if (rows.size() != 1 || !rejects.isEmpty()) {
            throw new AssertionError("one row expected: " + ids() + " " + rejects);
        }
        return rows.get(0);
    }

    @Override
    public void accept(long line, LabelledTrace row) {
        lines.add(line);
        rows.add(row);
    }

    @Override
    public void reject(long line, String reason) {
        rejects.add(line + ": " + reason);
    }
}
