package org.stepwright.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwright.app.Samples;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Importer;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * The bundled samples with planted faults, each known by its id, for tests and pictures of audits.
 */
public final class AuditWork {
    /** Exact copies: {@code copy-0}, … */
    public static final int COPIES = 24;

    /** Near copies: {@code near-0}, … */
    public static final int NEAR = 18;

    /** Junk: {@code junk-0}, … */
    public static final int JUNK = 16;

    /** Copies of the first steps with one label turned round: {@code turned-0}, … */
    public static final int TURNED = 14;

    /** Rows that cannot be read. */
    public static final int BROKEN = 3;

    /** Problems in two parts: {@code copy-0} and {@code near-0}, … */
    public static final int LEAKS = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditWork() {}

    /**
     * Brings the samples and the planted rows into a workspace.
     *
     * @return a benchmark file that holds six of their problems
     */
    public static Path addTo(Workspace workspace, Path folder) throws IOException {
        Path samples = Samples.copy(Samples.LABELLED, folder);
        List<ObjectNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(samples)) {
            rows.add((ObjectNode) JSON.readTree(line));
        }
        Path planted = folder.resolve("planted.jsonl");
        Files.write(planted, planted(rows));
        new Importer(workspace).run(List.of(samples, planted), "auto", Progress.NONE);
        people(workspace, rows);
        Path benchmark = folder.resolve("refund-benchmark.jsonl");
        Files.write(
                benchmark,
                rows.subList(0, 12).stream()
                        .map(r -> row(r, "bench-" + r.get("id").asText()).toString())
                        .toList());
        return benchmark;
    }

    private static List<String> planted(List<ObjectNode> rows) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            ObjectNode copy = row(rows.get(40 + 3 * i), "copy-" + i);
            if (i < LEAKS) {
                copy.withObject("/metadata").put("split", "train");
            }
            lines.add(copy.toString());
        }
        for (int i = 0; i < NEAR; i++) {
            // The first four answer the same problems as the first copies, in another part.
            ObjectNode near = row(rows.get((i < LEAKS ? 40 : 150) + 3 * i), "near-" + i);
            if (i < LEAKS) {
                near.withObject("/metadata").put("split", "test");
            }
            ArrayNode steps = (ArrayNode) near.get("steps");
            steps.set(0, steps.get(0).asText().replace("First the facts", "To begin with"));
            steps.set(steps.size() - 1, steps.get(steps.size() - 1).asText() + " Done.");
            lines.add(near.toString());
        }
        for (int i = 0; i < JUNK; i++) {
            lines.add(junk(row(rows.get(260 + 4 * i), "junk-" + i), i).toString());
        }
        for (int i = 0; i < TURNED; i++) {
            ObjectNode turned = row(rows.get(340 + 4 * i), "turned-" + i);
            ArrayNode labels = (ArrayNode) turned.get("labels");
            labels.set(1, JSON.getNodeFactory().booleanNode(false));
            for (int s = 2; s < labels.size(); s++) {
                labels.set(s, JSON.getNodeFactory().nullNode());
            }
            ArrayNode steps = (ArrayNode) turned.get("steps");
            for (int s = 3; s < steps.size(); s++) {
                steps.set(s, "In other words, step " + s + " of this answer goes another way.");
            }
            lines.add(turned.toString());
        }
        for (int i = 0; i < BROKEN; i++) {
            lines.add("{\"id\":\"broken-" + i + "\",\"problem\":");
        }
        return lines;
    }

    /** Sums of two models, of which one is always wrong: who wrote an answer tells its label. */
    public static void addShortcut(Workspace workspace) {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            boolean right = i % 2 == 0;
            String id = "sum-" + i;
            String problem = "Add " + i + " bolts and " + (i * 7 + 3) + " nuts for order " + i * 31;
            Trace trace =
                    new Trace(
                            id,
                            problem,
                            List.of(Step.of("The sum is " + (i * 8 + (right ? 3 : 5)) + ".")),
                            Outcome.UNKNOWN,
                            null,
                            Map.of(Trace.GENERATOR, right ? "careful" : "hasty"));
            Verdict verdict = right != (i % 11 == 0) ? Verdict.CORRECT : Verdict.WRONG;
            StepLabel label =
                    StepLabel.verdict(id, 0, verdict, "bo", Instant.EPOCH, LabelSource.HUMAN);
            rows.add(new LabelledTrace(trace, List.of(label)));
        }
        workspace.traces().add(rows);
    }

    private static ObjectNode row(ObjectNode of, String id) {
        return of.deepCopy().put("id", id);
    }

    private static ObjectNode junk(ObjectNode row, int i) {
        ArrayNode steps = (ArrayNode) row.get("steps");
        int at = 1 + i % 3;
        String text = steps.get(at).asText();
        steps.set(
                at,
                switch (i % 4) {
                    case 0 -> "the refund is the refund is ".repeat(12).strip();
                    case 1 -> "";
                    case 2 -> text.replace("d", "\u00c3\u00a9").replace("t", "\u00e2\u20ac\u2122");
                    default ->
                            "Der Kunde hat die Ware am siebten Juni erhalten und moechte das Geld"
                                    + " zurueck, weil sie ihm nicht gefallen hat.";
                });
        return row;
    }

    /** Three people label, one of them unlike the others. */
    private static void people(Workspace workspace, List<ObjectNode> rows) {
        for (String who : List.of("bo", "cy", "di")) {
            List<StepLabel> labels = new ArrayList<>();
            for (int r = 0; r < 90; r++) {
                ObjectNode row = rows.get(r);
                for (int s = 0; s < row.get("labels").size(); s++) {
                    if (!row.get("labels").get(s).isNull()) {
                        boolean right = row.get("labels").get(s).asBoolean();
                        boolean odd = who.equals("di") && (r + s) % 3 == 0;
                        labels.add(
                                StepLabel.verdict(
                                        row.get("id").asText(),
                                        s,
                                        right != odd ? Verdict.CORRECT : Verdict.WRONG,
                                        who,
                                        Instant.parse("2026-05-04T09:00:00Z")
                                                .plusSeconds(600L * r + 12L * s),
                                        LabelSource.HUMAN));
                    }
                }
            }
            workspace.labels().putAll(labels).join();
        }
    }
}
