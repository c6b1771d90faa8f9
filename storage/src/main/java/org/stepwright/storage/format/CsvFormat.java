package org.stepwright.storage.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.storage.format.csv.CsvCells;
import org.stepwright.storage.format.csv.CsvTable;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.ColumnPath;
import org.stepwright.storage.format.mapping.LabelKind;
import org.stepwright.storage.format.mapping.LabelRule;
import org.stepwright.storage.format.mapping.MappingGuess;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.StepCut;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * CSV with a line of names, separated by commas, semicolons, tabs or bars. Written and read back: a
 * row for each step, and for each further person who labelled it. Other tables are read when their
 * names leave no doubt; all others need a mapping.
 */
final class CsvFormat implements LabelFormat {
    static final String NAME = "csv";

    /** The columns of files of our own. */
    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "problem",
                    "step",
                    "text",
                    "kind",
                    "context",
                    "verdict",
                    "annotator",
                    "comment",
                    "outcome",
                    "reference",
                    "generator",
                    Trace.SOURCE,
                    "split",
                    "rubric_version",
                    "label_source");

    private static final int HEAD = 64 << 10;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "CSV";
    }

    @Override
    public boolean sniff(String head, String fileName) {
        return mapping(CsvTable.namesIn(head)).isPresent();
    }

    private static Optional<ColumnMapping> mapping(List<String> names) {
        return isOwn(names) ? Optional.of(own()) : MappingGuess.ofNames(NAME, names);
    }

    private static boolean isOwn(List<String> names) {
        return names.equals(COLUMNS);
    }

    private static ColumnMapping own() {
        Map<Role, ColumnPath> columns = new EnumMap<>(Role.class);
        columns.put(Role.ID, ColumnPath.of("id"));
        columns.put(Role.PROBLEM, ColumnPath.of("problem"));
        columns.put(Role.ORDER, ColumnPath.of("step"));
        columns.put(Role.STEPS, ColumnPath.of("text"));
        columns.put(Role.LABELS, ColumnPath.of("verdict"));
        for (Role role :
                List.of(
                        Role.KIND,
                        Role.CONTEXT,
                        Role.ANNOTATOR,
                        Role.COMMENT,
                        Role.OUTCOME,
                        Role.REFERENCE,
                        Role.GENERATOR)) {
            columns.put(role, ColumnPath.of(Names.of(role)));
        }
        return new ColumnMapping(
                NAME,
                columns,
                StepCut.STEP_PER_ROW,
                "",
                new LabelRule(
                        LabelKind.WORDS,
                        0,
                        "",
                        List.of("correct"),
                        List.of("neutral"),
                        List.of("wrong")),
                Map.of(Trace.SOURCE, ColumnPath.of(Trace.SOURCE)),
                ColumnMapping.AUTO);
    }

    @Override
    public void read(InputStream in, String sourceName, RowSink sink, Progress progress)
            throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, HEAD + 1);
        bytes.mark(HEAD);
        String head = new String(bytes.readNBytes(HEAD), StandardCharsets.UTF_8);
        bytes.reset();
        List<String> names = CsvTable.namesIn(head);
        Optional<ColumnMapping> mapping = mapping(names);
        if (mapping.isEmpty()) {
            sink.reject(
                    1,
                    "the names of the columns do not say which holds the problem and which the"
                            + " steps; read the file with a mapping");
        } else if (isOwn(names)) {
            readOwn(bytes, mapping.get(), sink, progress);
        } else {
            MappedFormat.readCsv(bytes, mapping.get(), NAME, sink, progress);
        }
    }

    /** Apostrophes that our writer set are taken away again. */
    private static void readOwn(
            InputStream in, ColumnMapping mapping, RowSink sink, Progress progress)
            throws IOException {
        MappedRows traces = new MappedRows(mapping, NAME, sink, progress);
        CsvTable.Taker taker =
                new CsvTable.Taker() {
                    @Override
                    public void row(long line, List<String> names, List<String> cells) {
                        List<String> plain = cells.stream().map(CsvCells::plain).toList();
                        traces.add(line, MappedRows.object(names, plain));
                    }

                    @Override
                    public void broken(long line, String reason) {
                        traces.broken(line, reason);
                    }
                };
        try {
            new CsvTable(mapping.separator(), JsonRows.ROW_LIMIT).read(in, taker);
            traces.end();
        } catch (JsonFormat.TooManyRejects e) {
            // The last reject said so.
        }
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new CsvWriter());
    }
}
