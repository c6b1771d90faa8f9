package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;

/** What writers of JSON rows share: JSON lines or one list, LF line ends, UTF-8. */
abstract class JsonWriter implements LabelWriter {
    /**
     * One trace as JSON.
     *
     * @param rows the rows that it became; empty when it is left out
     * @param steps steps written
     * @param labels labels written
     * @param skipped why it is left out; empty when it is not
     * @param warning what may surprise; empty if nothing
     */
    record Encoded(List<JsonNode> rows, int steps, int labels, String skipped, String warning) {
        static Encoded skip(String reason) {
            return new Encoded(List.of(), 0, 0, reason, "");
        }

        Written written() {
            return new Written(rows.size(), steps, labels, skipped, warning);
        }
    }

    abstract Encoded encode(LabelledTrace labelled, RowFacts facts);

    /** Whether the file is one list instead of a row a line. */
    boolean asList() {
        return false;
    }

    @Override
    public String extension() {
        return "jsonl";
    }

    @Override
    public final Rows open(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return new JsonLines(writer, asList());
    }

    @Override
    public Map<String, String> features() {
        return Map.of();
    }

    @Override
    public final String skipped(LabelledTrace row, RowFacts facts) {
        return encode(row, facts).skipped();
    }

    /** The columns of {@link #putFacts} behind a format's own. */
    static Map<String, String> withFacts(Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(own);
        all.put("rubric_version", "string");
        all.put("label_source", "string");
        all.put("split", "string");
        return all;
    }

    /**
     * Adds the facts of the export; keys that a format's readers do not know do no harm. A row says
     * the versions that its labels were made under, never the one that the export was asked for.
     */
    static void putFacts(ObjectNode row, LabelledTrace labelled, RowFacts facts) {
        String versions = versions(labelled.labels());
        if (!versions.isEmpty()) {
            row.put("rubric_version", versions);
        }
        String sources = labelSources(labelled.labels());
        if (!sources.isEmpty()) {
            row.put("label_source", sources);
        }
        if (!facts.split().isEmpty()) {
            row.put("split", facts.split());
        }
        facts.more().forEach(row::put);
    }

    private static String versions(List<StepLabel> labels) {
        TreeSet<String> versions = new TreeSet<>();
        labels.forEach(l -> versions.add(l.rubricVersion()));
        versions.remove("");
        return String.join("+", versions);
    }

    private static String labelSources(List<StepLabel> labels) {
        TreeSet<LabelSource> sources = new TreeSet<>();
        labels.forEach(l -> sources.add(l.source()));
        return String.join("+", sources.stream().map(Names::of).toList());
    }

    private final class JsonLines implements Rows {
        private final Writer out;
        private final boolean list;
        private boolean first = true;

        JsonLines(Writer out, boolean list) throws IOException {
            this.out = out;
            this.list = list;
            if (list) {
                out.write("[");
            }
        }

        @Override
        public Written write(LabelledTrace row, RowFacts facts) throws IOException {
            Encoded encoded = encode(row, facts);
            for (JsonNode node : encoded.rows()) {
                if (list) {
                    out.write(first ? "\n" : ",\n");
                }
                first = false;
                out.write(Json.write(node));
                if (!list) {
                    out.write("\n");
                }
            }
            return encoded.written();
        }

        @Override
        public void close() throws IOException {
            if (list) {
                out.write("\n]\n");
            }
            out.close();
        }
    }
}
