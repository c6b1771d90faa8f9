package org.stepwright.storage.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;

/** Gathers the first rows of real files of one format, for the fuzzer to begin with. */
public final class FuzzSeeds {
    private static final int MOST_SEEDS = 12;
    private static final int MOST_BYTES = 60_000;
    private static final int MOST_ROWS = 3;

    private FuzzSeeds() {}

    /**
     * @param args the format, the folder for the seeds, and the folders to look through
     */
    public static void main(String[] args) throws IOException {
        LabelFormat format = LabelFiles.format(args[0]);
        Path seeds = Files.createDirectories(Path.of(args[1]));
        int made = 0;
        for (String folder : Arrays.asList(args).subList(2, args.length)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                if (made < MOST_SEEDS && is(file, format)) {
                    byte[] head = head(file);
                    Files.write(seeds.resolve("seed-" + made++), head);
                }
            }
        }
        made += written(format, seeds, args);
        System.out.println(made + " seeds of " + format.name());
    }

    /** Rows of other formats, written in this one. */
    private static int written(LabelFormat format, Path seeds, String[] args) throws IOException {
        if (format.writer().isEmpty()) {
            return 0;
        }
        List<LabelledTrace> rows = new ArrayList<>();
        for (String folder : Arrays.asList(args).subList(2, args.length)) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                for (Path file :
                        all.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                    if (rows.size() < MOST_SEEDS) {
                        rows.addAll(firstRows(file));
                    }
                }
            }
        }
        LabelWriter writer = format.writer().get();
        LabelWriter.RowFacts facts = new LabelWriter.RowFacts("train", NeutralPolicy.WRONG);
        int made = 0;
        for (LabelledTrace row : rows) {
            if (writer.skipped(row, facts).isEmpty()) {
                Path seed = seeds.resolve("written-" + made++);
                try (LabelWriter.Rows open = writer.open(Files.newOutputStream(seed))) {
                    open.write(row, facts);
                }
            }
        }
        return made;
    }

    private static List<LabelledTrace> firstRows(Path file) {
        List<LabelledTrace> rows = new ArrayList<>();
        RowSink sink =
                new RowSink() {
                    @Override
                    public void accept(long line, LabelledTrace row) {
                        rows.add(row);
                        if (rows.size() == MOST_ROWS) {
                            throw new Cancelled();
                        }
                    }

                    @Override
                    public void reject(long line, String reason) {
                        // not a seed
                    }
                };
        try {
            LabelFiles.read(file, LabelFiles.AUTO, sink, Progress.NONE);
        } catch (Cancelled enough) {
            // The first rows are in.
        }
        return rows;
    }

    private static boolean is(Path file, LabelFormat format) {
        try {
            return LabelFiles.tell(file, LabelFiles.AUTO)
                    .map(f -> f.name().equals(format.name()))
                    .orElse(false);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The whole file when it is small, else its first rows. */
    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            if (bytes.length < MOST_BYTES) {
                return bytes;
            }
            String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
            int whole = Math.min(MOST_ROWS, lines.length - 1);
            return whole == 0
                    ? bytes
                    : (String.join("\n", Arrays.asList(lines).subList(0, whole)) + "\n")
                            .getBytes(StandardCharsets.UTF_8);
        }
    }
}
