package org.stepwright.storage.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.SavedView;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** The rows of an export are exactly the traces of its filter, whatever the filter and view. */
class ExportFilterTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PARTS =
            List.of(
                    "",
                    "labelled:yes",
                    "labelled:no",
                    "verdict:wrong",
                    "verdict:neutral",
                    "spark:yes",
                    "disagree:yes",
                    "annotator:anna",
                    "text:sheep",
                    "text:\"two sheep\"");

    private static Path dir;
    private static Workspace workspace;

    @BeforeContainer
    static void fill() throws IOException {
        dir = Files.createTempDirectory("export-filter");
        workspace = Workspace.create(dir.resolve("w.stepwright"));
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(row("t" + i, i));
        }
        workspace.traces().add(rows);
        for (int i = 0; i < PARTS.size(); i++) {
            if (!PARTS.get(i).isEmpty()) {
                workspace.views().save(new SavedView("v" + i, PARTS.get(i), QueueOrder.IMPORTED));
            }
        }
    }

    private static LabelledTrace row(String id, int i) {
        String problem = "Number " + i + ": " + (i % 4 == 0 ? "two sheep" : "three goats");
        Trace trace = Trace.of(id, problem, List.of("Count the " + i, "Done " + i));
        List<StepLabel> labels = new ArrayList<>();
        if (i % 3 != 0) {
            Verdict verdict = Verdict.values()[i % 3];
            labels.add(label(id, 0, verdict, "anna", i % 5 == 0));
            if (i % 2 == 0) {
                labels.add(label(id, 0, Verdict.CORRECT, "bert", false));
            }
        }
        return new LabelledTrace(trace, labels);
    }

    private static StepLabel label(String id, int step, Verdict v, String who, boolean spark) {
        return new StepLabel(
                id,
                step,
                0,
                v,
                List.of(),
                List.of(),
                spark,
                false,
                "",
                who,
                Instant.EPOCH,
                "",
                LabelSource.HUMAN);
    }

    @AfterContainer
    static void close() {
        workspace.close();
    }

    @Property(tries = 40)
    void rowsAreTheFiltersTraces(
            @ForAll @IntRange(min = 0, max = 9) int first,
            @ForAll @IntRange(min = 0, max = 9) int second,
            @ForAll @IntRange(min = 0, max = 9) int view,
            @ForAll long seed)
            throws IOException {
        String where = PARTS.get(first);
        if (!key(where).equals(key(PARTS.get(second)))) {
            where = (where + " " + PARTS.get(second)).strip();
        }
        if (view > 0) {
            where = (where + " view:v" + view).strip();
        }
        TraceFilter filter = TraceFilter.parse(where);
        Set<String> wanted = new TreeSet<>();
        workspace.traces().forEach(filter, row -> wanted.add(row.trace().id()));
        assertThat(workspace.traces().count(filter, "")).isEqualTo(wanted.size());
        if (wanted.isEmpty()) {
            return;
        }
        Path out = dir.resolve("out");
        ExportReport report =
                new Exporter(workspace)
                        .run(
                                ExportOptions.of("generic", out).withWhere(filter).withSeed(seed),
                                Progress.NONE);
        List<String> written = new ArrayList<>();
        for (Path file : report.files()) {
            if (file.toString().endsWith(".jsonl")) {
                for (String line : Files.readAllLines(file)) {
                    written.add(JSON.readTree(line).get("id").asText());
                }
            }
        }
        assertThat(written).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(written)).as(where).isEqualTo(wanted);
    }

    private static String key(String part) {
        return part.contains(":") ? part.substring(0, part.indexOf(':')) : "";
    }
}
