package org.stepwright.storage.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.storage.format.csv.CsvCells;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** Writes a row for each step, and for each further person who labelled it. */
final class CsvWriter implements LabelWriter {
    /** What Excel and its like cut a cell at. */
    private static final int CELL = 32_767;

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public List<String> losses() {
        return List.of(
                "Alternatives, ratings, kinds of error, sparks, corrections, doubts, times and"
                        + " further metadata are not kept.",
                "A text that a spreadsheet would take for a formula, or that begins with an"
                        + " apostrophe, has an apostrophe before it; reading the file here takes it"
                        + " away again.");
    }

    @Override
    public Map<String, String> features() {
        return Map.of();
    }

    @Override
    public String skipped(LabelledTrace row, RowFacts facts) {
        if (row.trace().steps().isEmpty()) {
            return "it has no steps";
        }
        return row.trace().problem().isBlank()
                ? "its problem is empty, which a table cannot tell from a missing one"
                : "";
    }

    @Override
    public Rows open(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(CsvCells.line(CsvFormat.COLUMNS));
        return new Table(writer);
    }

    private final class Table implements Rows {
        private final Writer out;

        Table(Writer out) {
            this.out = out;
        }

        @Override
        public Written write(LabelledTrace row, RowFacts facts) throws IOException {
            String skipped = skipped(row, facts);
            if (!skipped.isEmpty()) {
                return Written.skipped(skipped);
            }
            Trace trace = row.trace();
            int rows = 0;
            int labels = 0;
            boolean cut = false;
            for (int i = 0; i < trace.steps().size(); i++) {
                Step step = trace.steps().get(i);
                cut |= step.text().length() > CELL || step.context().length() > CELL;
                List<StepLabel> said = said(row, i);
                for (int n = 0; n < Math.max(1, said.size()); n++) {
                    StepLabel label = said.isEmpty() ? null : said.get(n);
                    out.write(CsvCells.line(cells(trace, i, label, facts)));
                    rows++;
                    labels += label == null ? 0 : 1;
                }
            }
            String warning =
                    cut || trace.problem().length() > CELL
                            ? "holds a text that spreadsheets cut at 32,767 characters"
                            : "";
            return new Written(rows, trace.steps().size(), labels, "", warning);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** What people say of the step itself, one label each. */
    private static List<StepLabel> said(LabelledTrace row, int step) {
        return row.labels().stream()
                .filter(l -> l.step() == step && l.candidate() == 0)
                .filter(l -> l.verdict() != null || !l.comment().isEmpty())
                .toList();
    }

    private static List<String> cells(Trace trace, int i, StepLabel label, RowFacts facts) {
        Step step = trace.steps().get(i);
        boolean said = label != null;
        return List.of(
                trace.id(),
                trace.problem(),
                Integer.toString(i),
                step.text(),
                step.kind() == StepKind.TEXT ? "" : Names.of(step.kind()),
                step.context(),
                said && label.verdict() != null ? Names.of(label.verdict()) : "",
                said ? label.annotator() : "",
                said ? label.comment() : "",
                trace.outcome() == Outcome.UNKNOWN ? "" : Names.of(trace.outcome()),
                trace.reference() == null ? "" : trace.reference(),
                trace.generator().orElse(""),
                trace.source().orElse(""),
                facts.split(),
                said ? label.rubricVersion() : "",
                said ? Names.of(label.source()) : "");
    }
}
